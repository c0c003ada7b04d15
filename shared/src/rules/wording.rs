//! Words for findings: made at the rim, from the messages of the rules and the values of a finding.

use super::{Message, Rule, rule};
use crate::{
    exact::{Area, Money, grouped},
    finding::{Finding, Param, Severity},
    language::{Language, Text},
    policy::{
        funding::{fund, sub_kind_text},
        items::{Class, item, unit_text},
        words::word,
    },
    words::quantities,
};
use chrono::NaiveDate;

/// What happened, in words.
pub fn message(finding: &Finding, language: Language) -> String {
    match rule(&finding.rule) {
        Some(rule) => fill(chosen(rule, finding), finding, language),
        None => malformed(finding).get(language).to_owned(),
    }
}

/// Who does what to mend it.
pub fn remedy(finding: &Finding, language: Language) -> String {
    match rule(&finding.rule) {
        Some(rule) => fill(rule.remedy, finding, language),
        None => MALFORMED_REMEDY.get(language).to_owned(),
    }
}

fn chosen(rule: &Rule, finding: &Finding) -> Text {
    let severity = if finding.severity == Severity::E { "E" } else { "W" };
    let fits = |message: &&Message| {
        let key = message.key;
        key.is_empty()
            || finding.params.text("why") == Some(key)
            || finding.params.text("field") == Some(key)
            || finding.params.get(key).is_some()
            || severity == key
    };
    rule.messages.iter().find(fits).map_or(rule.heading.title, |message| message.text)
}

fn fill(text: Text, finding: &Finding, language: Language) -> String {
    let mut out = String::new();
    let mut rest = text.get(language);
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
    out
}

fn shown(finding: &Finding, name: &str, value: &Param, language: Language) -> String {
    match value {
        Param::Integer(number) => integer(finding, name, *number),
        Param::Text(text) => term(name, text, language),
        Param::List(list) => {
            let terms: Vec<String> = list.iter().map(|text| term(name, text, language)).collect();
            terms.join(if language == Language::Zh { "、" } else { ", " })
        }
    }
}

fn integer(finding: &Finding, name: &str, number: i64) -> String {
    match name {
        "a" | "b" | "over" | "gap" | "basic_gap" | "approved" | "lines" | "total" => Money::from_fen(number).wan(),
        "stated" | "sum" if finding.params.text("field") == Some("scope_area") => Area::from_hundredths(number).shown(),
        "year" => number.to_string(),
        _ => grouped(number),
    }
}

fn term(name: &str, text: &str, language: Language) -> String {
    let known = match name {
        "item" => item(text).map(|item| item.text()),
        "funding" => fund(text).map(|fund| fund.text()),
        "sub_kind" => sub_kind_text(text),
        "category" => Class::from_code(text).map(Class::text),
        "unit" => item_unit(text),
        "date" | "cutoff" => {
            return text.parse::<NaiveDate>().map_or_else(|_| text.to_owned(), |date| quantities::date(language, date));
        }
        _ => word(name, text),
    };
    known.map_or_else(|| text.to_owned(), |text| text.get(language).to_owned())
}

fn item_unit(unit: &str) -> Option<Text> {
    crate::policy::items::ITEMS.iter().find(|item| item.unit == unit).map(|item| unit_text(item.unit))
}

const MALFORMED_REMEDY: Text =
    Text::new("请更正该处后再次保存，其他内容已保留。", "Correct this entry and save again; everything else is kept.");

/// What is wrong with data that no rule can read.
fn malformed(finding: &Finding) -> Text {
    match finding.params.text("why").unwrap_or_default() {
        "repeated_id" => Text::new("编号重复或缺失", "the identity is missing or used twice"),
        "unknown_line" => Text::new("投资明细不存在", "there is no such line"),
        "not_above_zero" => Text::new("金额须大于0", "the amount must be above 0"),
        "too_large" => Text::new("金额过大，请核实单位是否为万元", "the amount is too large; check the unit"),
        "unknown_item" => Text::new("改造项代码不存在", "there is no such item"),
        "application_document" => Text::new("拟争取的资金须填申请文件", "money applied for needs its application"),
        "unknown_funding" => Text::new("资金代码不存在", "there is no such source of money"),
        "unknown_sub_kind" => Text::new("资金子类不存在", "this source has no such kind"),
        "operator_kind_required" => Text::new("管线单位出资须注明管线类别", "an operator's money needs its operator kind"),
        "sub_kind_required" => Text::new("行业专项资金须注明资金子类", "sector money needs its sector"),
        "level_required" => Text::new("行业专项资金须注明中央或省级", "sector money must say whether it is central or provincial"),
        "allowed_items_required" => Text::new("须填文件列明的改造项", "the items named by its document are missing"),
        "in_kind_not_allowed" => Text::new("该资金不能以实物或投劳计", "this source can't be goods or labour"),
        "only_from_reserve" => Text::new("只有储备阶段的小区可以列入年度计划", "only a community in reserve can enter the annual plan"),
        "already_in_plan" => Text::new("该小区已列入年度计划", "it is in the annual plan already"),
        "unknown_field" => Text::new("有不认识的字段", "a field is unknown"),
        "missing_field" => Text::new("缺少必填内容", "something required is missing"),
        "bad_date" => Text::new("日期不存在", "there is no such date"),
        "not_json" => Text::new("内容不是有效的JSON", "this is no valid JSON"),
        _ => Text::new("填写格式不正确", "the value has the wrong form"),
    }
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
        assert!(message(&finding, Language::En).starts_with("heating on 1#, 2# "));
    }

    #[test]
    fn malformed_data_has_words_and_a_remedy() {
        let finding = Finding::malformed("commitments/3/amount", "not_above_zero");
        assert_eq!(message(&finding, Language::Zh), "金额须大于0");
        assert!(!remedy(&finding, Language::En).is_empty());
    }
}
