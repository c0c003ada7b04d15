//! # R-09 合理性 · Plausibility
//!
//! Clause 5.1 asks for true figures: an area per household or a cost per ㎡ outside the usual range is looked at again. Both
//! ends of a range are inside it. A figure that is not stated drops its half.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::{Area, Bound, Ratio},
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
    policy::parameters::{AREA_PER_HOUSEHOLD_MAX, AREA_PER_HOUSEHOLD_MIN, COST_PER_AREA_MAX, COST_PER_AREA_MIN},
};
use std::cmp::Ordering;

/// Hundredths in one.
const HUNDREDTHS: i64 = 100;

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(9),
    how: &[
        Text::new(
            "户均面积＝改造面积÷改造户数，应在上下限之间（含上下限）。",
            "Area in scope per household lies between its two limits, both included.",
        ),
        Text::new(
            "单方投资＝总投资÷改造面积，应在上下限之间（含上下限）。",
            "Total investment per ㎡ in scope lies between its two limits, both included.",
        ),
        Text::new("缺一项数据的，不核对该项。", "What lacks a figure is not checked."),
    ],
    messages: &[
        Message::on(
            "area_per_household",
            "户均面积{shown}㎡，超出合理区间（{min}至{max}㎡）",
            "{shown} ㎡ per household is implausible (expected: {min} to {max} ㎡)",
        ),
        Message::any(
            "单方投资{shown}元/㎡，超出合理区间（{min}至{max}元/㎡）",
            "{shown} 元/㎡ is implausible (expected: {min} to {max} 元/㎡)",
        ),
    ],
    remedy: Text::new(
        "请领导小组办公室核对户数、面积和总投资；数据属实的，无须更改。",
        "The office checks households, area and investment; if they are true, nothing is to be done.",
    ),
    fields: &["field", "shown"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, _gate: Gate, found: &mut Vec<Finding>) {
    let area = facts.scope_area.hundredths();
    if area <= 0 {
        return;
    }
    let (settings, today) = (facts.settings, facts.today);
    let mut judge = |field: &'static str, path: &'static str, ratio: Ratio, min: i64, max: i64| {
        let bound = match (ratio.compare(min), ratio.compare(max)) {
            (Some(Ordering::Less), _) => Bound::AtLeast(min),
            (_, Some(Ordering::Greater)) => Bound::AtMost(max),
            _ => return,
        };
        if let Some(shown) = ratio.number(bound) {
            let finding = Finding::new(RULE.id(), Severity::W, path).with("field", field);
            let [min, max] = [min, max].map(|bound| Area::from_hundredths(bound).shown().replace(',', ""));
            found.push(finding.with("shown", shown.replace(',', "")).with("min", min).with("max", max));
        }
    };
    judge(
        "area_per_household",
        "scope_households",
        Ratio::new(area, facts.scope_households.saturating_mul(HUNDREDTHS)),
        settings.get(AREA_PER_HOUSEHOLD_MIN, today).hundredths(),
        settings.get(AREA_PER_HOUSEHOLD_MAX, today).hundredths(),
    );
    if let Some(total) = facts.total_invest {
        // Fen by hundredths of a ㎡ is 元 by ㎡; prices are fen, so hundredths of a 元.
        judge(
            "yuan_per_m2",
            "total_invest",
            Ratio::new(total.fen(), area),
            settings.get(COST_PER_AREA_MIN, today).fen(),
            settings.get(COST_PER_AREA_MAX, today).fen(),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        exact::{Area, Money},
        language::Language,
        model::Dossier,
        rules::message,
    };
    use chrono::NaiveDate;

    fn shown(area: i64, households: i64, fen: Option<i64>) -> Vec<String> {
        let mut dossier = Dossier::default();
        let entry = &mut dossier.project_community;
        entry.scope_area = Area::from_hundredths(area);
        entry.scope_households = households;
        entry.total_invest = fen.map(Money::from_fen);
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), Gate::G0, &mut found);
        found.iter().map(|finding| finding.params.text("shown").unwrap().to_owned()).collect()
    }

    #[test]
    fn both_ends_of_both_ranges() {
        // 10 households: 400.00 ㎡ to 2,000.00 ㎡.
        assert!(shown(40_000, 10, None).is_empty() && shown(200_000, 10, None).is_empty());
        assert_eq!(shown(39_999, 10, None), ["39.99"], "cut, so that it doesn't seem to reach 40");
        assert_eq!(shown(200_001, 10, None), ["200.01"], "rounded up, so that it doesn't seem to keep 200");
        // 1,000.00 ㎡: 100,000.00 元 to 2,000,000.00 元.
        assert!(shown(100_000, 0, Some(10_000_000)).is_empty() && shown(100_000, 0, Some(200_000_000)).is_empty());
        assert_eq!(shown(100_000, 0, Some(9_999_999)), ["99.99"]);
        assert_eq!(shown(100_000, 0, Some(200_000_001)), ["2000.01"]);
    }

    #[test]
    fn people_read_it_with_separators() {
        let mut dossier = Dossier::default();
        dossier.project_community.scope_area = Area::from_hundredths(10_000);
        dossier.project_community.total_invest = Some(Money::from_fen(23_456_700));
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), Gate::G0, &mut found);
        let said = "单方投资2,345.67元/㎡，超出合理区间（100.00至2,000.00元/㎡）";
        assert_eq!(message(&found[0], Language::Zh), said);
    }

    #[test]
    fn what_is_not_stated_is_not_judged() {
        assert!(shown(0, 10, Some(1)).is_empty());
        assert!(shown(10_000_000, 0, None).is_empty());
        assert!(shown(i64::MAX, i64::MAX, Some(i64::MAX)).len() <= 2);
    }
}
