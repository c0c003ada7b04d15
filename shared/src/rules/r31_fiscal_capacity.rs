//! # R-31 财政承受能力 · Fiscal capacity
//!
//! Clause 5.2b: the county does what it can pay for and does not borrow blindly. A year's plan needs an assessment that says the
//! year can be borne, and what bonds and the county's own money give in that year stays within its ceiling. Which sources count
//! is a setting.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::Money,
    finding::{Finding, Gate},
    language::Text,
    model::FiscalCapacity,
    policy::{
        parameters::{FISCAL_CEILING_SOURCES, Settings},
        stages::CapacityConclusion,
    },
};
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(31),
    how: &[
        Text::new(
            "年度计划须有结论为可承受的财政承受能力评估。",
            "A year's plan needs an assessment of fiscal capacity that says it can be borne.",
        ),
        Text::new(
            "计入财政承受能力的各项资金，全年合计不超过评估上限；意向只在保存时计入。",
            "The money that counts, over all communities of the year, stays within the ceiling; intentions count only when saving.",
        ),
    ],
    messages: &[
        Message::on(
            "assessment",
            "{year}年度未完成财政承受能力评估或结论为不可承受",
            "For {year} there is no assessment of fiscal capacity that says it can be borne",
        ),
        Message::any("超出财政承受能力评估上限{over}万元", "The ceiling of fiscal capacity is exceeded by {over} 万元"),
    ],
    remedy: Text::new(
        "请县财政局完成或调整{year}年度财政承受能力评估；超出上限的，会同领导小组办公室压减本年度县级承担的资金。",
        "The finance bureau completes or revises the assessment for {year}; where the ceiling is exceeded, it and the office cut what the county bears in the year.",
    ),
    fields: &["why", "over"],
    check: Check::Own,
};

/// The money of a plan year, as it counts at the gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearPlan<'a> {
    /// 计划年度
    pub year: i32,
    /// Counted commitments of all project communities of the year: funding code and amount.
    pub counted: &'a [(&'a str, Money)],
    /// The assessment of the year, when there is one.
    pub capacity: Option<&'a FiscalCapacity>,
}

/// What the rule says of a year's plan at a gate; paths are those of the plan.
pub fn check(plan: &YearPlan<'_>, gate: Gate, settings: &Settings, today: NaiveDate) -> Vec<Finding> {
    let say = |why: &'static str| {
        Finding::stopping_from(Gate::G1, gate, RULE.id(), "")
            .with("why", why)
            .with_integer("year", i64::from(plan.year))
    };
    let Some(capacity) = plan.capacity.filter(|capacity| capacity.conclusion == CapacityConclusion::Bearable) else {
        return vec![say("assessment")];
    };
    let sources = settings.get(FISCAL_CEILING_SOURCES, today);
    let borne: Money =
        plan.counted.iter().filter(|(funding, _)| sources.contains(funding)).map(|(_, amount)| *amount).sum();
    if borne > capacity.ceiling {
        return vec![say("ceiling").with_integer("over", borne.minus(capacity.ceiling).fen())];
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{finding::Param, language::Language, rules::message};

    fn found(counted: &[(&str, Money)], capacity: Option<&FiscalCapacity>, gate: Gate) -> Vec<Finding> {
        check(&YearPlan { year: 2022, counted, capacity }, gate, &Settings::default(), NaiveDate::default())
    }

    fn capacity(conclusion: CapacityConclusion) -> FiscalCapacity {
        FiscalCapacity { ceiling: Money::from_fen(100), conclusion, ..FiscalCapacity::default() }
    }

    #[test]
    fn the_ceiling_to_the_last_fen_and_of_its_sources_only() {
        let bearable = capacity(CapacityConclusion::Bearable);
        let of = |fen| [("F12", Money::from_fen(40)), ("F13", Money::from_fen(fen)), ("F08", Money::from_fen(900))];
        assert!(found(&of(59), Some(&bearable), Gate::G1).is_empty());
        assert!(found(&of(60), Some(&bearable), Gate::G1).is_empty());
        let above = found(&of(61), Some(&bearable), Gate::G1);
        assert_eq!(above[0].params.get("over"), Some(&Param::Integer(1)));
        assert!(found(&of(61), Some(&bearable), Gate::G0)[0].is_announcement());
    }

    #[test]
    fn without_a_good_assessment_nothing_more_is_asked() {
        let not_bearable = capacity(CapacityConclusion::NotBearable);
        for capacity in [None, Some(&not_bearable)] {
            let found = found(&[("F13", Money::from_fen(900))], capacity, Gate::G1);
            assert_eq!(found.len(), 1);
            assert_eq!(message(&found[0], Language::Zh), "2022年度未完成财政承受能力评估或结论为不可承受");
        }
        assert_eq!(FiscalCapacity::default().conclusion, CapacityConclusion::NotBearable);
    }
}
