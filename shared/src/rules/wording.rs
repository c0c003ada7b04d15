//! Words for findings: made at the rim, from the messages of the rules and the values of a finding.

use super::{Message, Rule, malformed::malformed, r32_residents_consent::lacking_in_words, rule, taken_over};
use crate::{
    exact::{Area, Money, grouped},
    finding::{Finding, Param, Severity},
    language::{Language, Text},
    policy::{
        approvals::Step,
        funding::{Fund, fund, sub_kind_text},
        items::{Class, ITEMS, Item, item},
        stages::{Heritage, Stage},
        units::{Unit, unit_named},
        words::word,
    },
    words::{self, quantities},
};
use chrono::NaiveDate;

/// What happened, in words.
pub fn message(finding: &Finding, language: Language) -> String {
    match rule(&finding.rule) {
        Some(rule) => fill(chosen(rule, finding), finding, language) + &noted(finding, language),
        None => fill(malformed(finding).message, finding, language),
    }
}

/// Who does what to mend it.
pub fn remedy(finding: &Finding, language: Language) -> String {
    match rule(&finding.rule) {
        Some(rule) => fill(rule.remedy, finding, language),
        None => malformed(finding).remedy.get(language).to_owned(),
    }
}

/// What follows the message of a community that was taken over.
fn noted(finding: &Finding, language: Language) -> String {
    let note = word("note", taken_over::NOTE).filter(|_| taken_over::is_softened(finding));
    let brackets = if language == Language::Zh { ["（", "）"] } else { [" (", ")"] };
    note.map_or_else(String::new, |note| format!("{}{}{}", brackets[0], note.get(language), brackets[1]))
}

fn chosen(rule: &Rule, finding: &Finding) -> Text {
    // Its words are those of what would have stopped it.
    let softened = taken_over::is_softened(finding);
    let severity = if finding.severity == Severity::E || softened { "E" } else { "W" };
    let fits = |message: &&Message| {
        let key = message.key;
        key.is_empty()
            || finding.params.text("why") == Some(key)
            || finding.params.text("field") == Some(key)
            || finding.params.text("state") == Some(key)
            || finding.params.get(key).is_some() && !(softened && key == "note")
            || severity == key
    };
    rule.messages.iter().find(fits).map_or(rule.heading.title, |message| message.text)
}

fn fill(text: Text, finding: &Finding, language: Language) -> String {
    let mut out = String::new();
    let mut rest = text.get(language);
    let begins_with_a_name = begins_with_a_name(rest, finding);
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push_str(after);
            return out;
        };
        match finding.params.get(name) {
            Some(value) => out.push_str(&shown(finding, name, value, language)),
            None => out.push('—'),
        }
        rest = tail;
    }
    out.push_str(rest);
    if begins_with_a_name { out } else { as_sentence(out, language) }
}

/// Whether the first word is a number or name as somebody has entered it, whose letters stay as they are.
fn begins_with_a_name(text: &str, finding: &Finding) -> bool {
    let first = text.strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(name, _)| name);
    first.is_some_and(|name| match finding.params.get(name) {
        Some(Param::Text(text)) => is_entered(name) && !text.is_empty() && word(name, text).is_none(),
        Some(Param::List(list)) => is_entered(name) && list.first().is_some_and(|text| !text.is_empty()),
        _ => false,
    })
}

/// Whether a value is shown as it was entered: the number of a building or a line.
fn is_entered(name: &str) -> bool {
    matches!(name, "building" | "buildings" | "object" | "line")
}

/// An English sentence begins with a capital letter, whatever word stands first.
fn as_sentence(mut text: String, language: Language) -> String {
    if language == Language::En
        && let Some(first) = text.get_mut(..1)
    {
        first.make_ascii_uppercase();
    }
    text
}

fn shown(finding: &Finding, name: &str, value: &Param, language: Language) -> String {
    match value {
        Param::Integer(number) => integer(finding, name, *number, language),
        Param::Text(id) if name == "line" => line(finding, id, language),
        Param::Text(text) => term(name, text, language),
        Param::List(list) if name == "lacking" => lacking_in_words(list, language),
        Param::List(list) => {
            let mut terms: Vec<String> = Vec::new();
            for term in list.iter().map(|text| term(name, text, language)) {
                if !terms.contains(&term) {
                    terms.push(term);
                }
            }
            terms.join(if language == Language::Zh { "、" } else { ", " })
        }
    }
}

fn integer(finding: &Finding, name: &str, number: i64, language: Language) -> String {
    match name {
        "a" | "b" | "over" | "gap" | "basic_gap" | "approved" | "classes" | "lines" | "total" | "amount" => {
            amount(finding, number)
        }
        // To the last fen: the next one would be too much.
        "committed" | "received" | "paid" => Money::from_fen(number).wan_exact(),
        "limit" if finding.rule == "R-21" => Money::from_fen(number).wan(),
        // To the last fen: what is added must suffice.
        "short" => Money::from_fen(number).wan_exact(),
        "stated" | "sum" => figure(finding.params.text("field").unwrap_or_default(), number, language),
        "date" if language == Language::Zh => format!("{number}年"),
        "year" | "date" => number.to_string(),
        _ => grouped(number),
    }
}

/// An amount in 万元: with two decimals, or to the last fen where these would hide what is told, such as one fen of
/// difference.
fn amount(finding: &Finding, number: i64) -> String {
    let (exact, shown) = (Money::from_fen(number), Money::from_fen(number).wan());
    let looks_the_same =
        |other: &Param| matches!(other, Param::Integer(fen) if *fen != number && Money::from_fen(*fen).wan() == shown);
    let mut compared =
        ["approved", "classes", "lines", "total"].into_iter().filter_map(|name| finding.params.get(name));
    let is_hidden = number != 0 && shown.trim_start_matches('-') == Money::ZERO.wan() || compared.any(looks_the_same);
    if is_hidden { exact.wan_exact() } else { shown }
}

/// A figure of a community; Chinese names what it counts, in English its name does.
fn figure(field: &str, number: i64, language: Language) -> String {
    let counted = match field {
        "scope_area" => return quantities::area(language, Area::from_hundredths(number)),
        "scope_households" => quantities::HOUSEHOLDS,
        "scope_count" => quantities::BUILDINGS,
        _ => return grouped(number),
    };
    let number = grouped(number);
    if language == Language::Zh { words::fill(counted, language, &[("n", &number)]) } else { number }
}

/// A line by its number and the name of its item.
fn line(finding: &Finding, id: &str, language: Language) -> String {
    match (finding.params.text("item").and_then(item), id) {
        (Some(item), "") => item.text().get(language).to_owned(),
        (Some(item), id) => format!("{id} {}", item.text().get(language)),
        (None, "") => LINE_WITHOUT_NUMBER.get(language).to_owned(),
        (None, id) => id.to_owned(),
    }
}

const LINE_WITHOUT_NUMBER: Text = Text::new("未编号的明细", "a line without number");
const BUILDING_WITHOUT_NUMBER: Text = Text::new("未编号的楼栋", "a building without number");

fn term(name: &str, text: &str, language: Language) -> String {
    let known = match name {
        "unknown" if text.is_empty() => Some(Text::new("未填", "blank")),
        _ if text.is_empty() && is_entered(name) => Some(BUILDING_WITHOUT_NUMBER),
        "item" => item(text).map(Item::text).or_else(|| word(name, text)),
        "funding" => fund(text).map(Fund::text),
        "sub_kind" => sub_kind_text(text),
        "category" => Class::from_code(text).map(Class::text),
        "from" | "to" => Stage::from_code(text).map(Stage::text),
        "missing" => word(name, text).or_else(|| Step::from_code(text).map(Step::text)),
        "units" => unit_named(text).map(Unit::text),
        "heritage" => Heritage::from_code(text).map(Heritage::text),
        "unit" => ITEMS.iter().find(|item| item.unit == text).map(Item::unit_text),
        "period" => {
            return text.parse().map_or_else(|_| text.to_owned(), |month| quantities::month(language, month));
        }
        "date" | "cutoff" => {
            return text.parse::<NaiveDate>().map_or_else(|_| text.to_owned(), |date| quantities::date(language, date));
        }
        // Two decimals, as an area has.
        "shown" | "min" | "max" => return Area::parse(text).map_or_else(|_| text.to_owned(), Area::shown),
        _ => word(name, text),
    };
    known.map_or_else(|| text.to_owned(), |text| text.get(language).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_worded() {
        let finding = Finding::new("R-18", Severity::E, "")
            .with_integer("a", 10_400_000)
            .with_integer("b", 34_700_000)
            .with("shown", "29.97")
            .with_integer("limit", 30);
        assert_eq!(
            message(&finding, Language::Zh),
            "管线专营单位出资10.40万元，占管线改造投资34.70万元的29.97%，低于30%"
        );
        let finding = Finding::new("R-05", Severity::E, "lines/3")
            .with("line", "B07")
            .with_list("buildings", vec!["1#".to_owned(), "2#".to_owned()])
            .with("item", "B07");
        assert_eq!(message(&finding, Language::Zh), "1#、2#的“供热”已使用过中央补助，同一改造内容不得重复使用");
        assert!(message(&finding, Language::En).starts_with("“heating” on 1#, 2# "));
    }

    #[test]
    fn figures_and_lines_are_named() {
        let areas = Finding::new("R-08", Severity::E, "scope_area")
            .with("field", "scope_area")
            .with_integer("stated", 2_860_000)
            .with_integer("sum", 2_864_000);
        assert_eq!(message(&areas, Language::Zh), "改造面积填报28,600.00㎡，楼栋合计28,640.00㎡，不一致");
        assert_eq!(
            message(&areas, Language::En),
            "Area in scope: stated 28,600.00 ㎡, buildings add up to 28,640.00 ㎡"
        );
        let over = Finding::new("R-26", Severity::E, "lines/0")
            .with("line", "L7")
            .with_integer("over", 500_000)
            .with("item", "B07");
        assert_eq!(message(&over, Language::Zh), "L7 供热：资金超出该项投资0.50万元");
        assert_eq!(message(&over, Language::En), "L7 heating is over-committed by 0.50 万元");
    }

    #[test]
    fn a_difference_is_never_hidden_by_rounding() {
        let total = |lines: i64, total: i64| {
            let finding = Finding::new("R-27", Severity::E, "total_invest").with_integer("lines", lines);
            message(&finding.with_integer("total", total), Language::Zh)
        };
        assert_eq!(total(18_000_000, 18_010_000), "明细合计18.00万元与总投资18.01万元不一致");
        assert_eq!(total(18_000_000, 18_000_001), "明细合计18.00万元与总投资18.000001万元不一致");
        let gap = Finding::new("R-26", Severity::E, "").with_integer("gap", 4_900);
        assert_eq!(message(&gap, Language::Zh), "资金缺口0.0049万元，须有资金平衡方案");
    }

    #[test]
    fn names_stay_as_they_were_entered() {
        let of = |no: &str| Finding::new("R-03", Severity::E, "buildings/0").with("object", no);
        assert!(message(&of("a/b"), Language::En).starts_with("a/b is planned"));
        assert!(message(&of("community"), Language::En).starts_with("The community is planned"));
        assert!(message(&of(""), Language::En).starts_with("A building without number is planned"));
        assert!(message(&of(""), Language::Zh).starts_with("未编号的楼栋已列入"));
        let twice = Finding::new("R-12", Severity::W, "lines/1")
            .with_list("buildings", ["1#", "2#", "1#"].map(str::to_owned).to_vec())
            .with("item", "B07");
        assert_eq!(message(&twice, Language::Zh), "1#、2#“供热”重复填列");
    }

    #[test]
    fn a_finding_of_elsewhere_makes_nothing_panic() {
        for rule in ["R-01", "R-18", "R-99", ""] {
            let json = format!(
                r#"{{"rule":"{rule}","severity":"W","path":"é/0","params":{{"building":7,"date":["x"],"a":"b"}}}}"#
            );
            let finding: Finding = serde_json::from_str(&json).unwrap();
            for language in [Language::Zh, Language::En] {
                assert!(!message(&finding, language).is_empty() && !remedy(&finding, language).is_empty());
            }
        }
    }
}
