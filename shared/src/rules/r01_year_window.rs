//! # R-01 建成年代窗口 · Year window
//!
//! Clauses 2.1b and 2.2a open the programme to communities by the year in which they were built: up to the end of 2000 for
//! the plans of 2021 to 2023, up to the end of 2005 for those of 2024 and 2025. Every in-scope building must
//! have been completed by the cutoff; a building of which only the year is known counts as of 31 December. One that passes
//! in the cutoff's own year is pointed out, because readings of 「2000年前」 differ. An adjustment with a document
//! replaces the cutoff, without that remark. Under the strict reading the cutoff's year itself is out.

use super::{Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
    model::{Building, ScopeAdjustment},
    policy::parameters::{WINDOW_READING, WindowReading},
};
use chrono::{Datelike, NaiveDate};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(1),
    how: &[
        Text::new("按计划年度确定建成年代的截止日；有文号的范围调整依据替代该截止日。", "The plan year gives the last day of completion; an adjustment with a document replaces it."),
        Text::new("纳入改造的每栋楼均须在截止日当日或以前建成；只知年份的按该年12月31日计。", "Every building in scope must be completed by that day; where only the year is known, 31 December counts."),
        Text::new("恰在截止年份建成的，通过但提醒核实依据。", "One completed in the very year of the cutoff passes with a remark to check the basis."),
    ],
    messages: &[
        Message::on("note", "{building}建成于{date}，属口径分歧年份，请核实依据", "{building}: completed in the disputed year, check the basis"),
        Message::any("{building}建成于{date}，超出{year}年度改造范围（{cutoff}及以前建成）", "{building} was completed on {date}, outside the {year} window (by {cutoff})"),
    ],
    remedy: Text::new(
        "请领导小组办公室核对{building}的建成资料；确属超出范围的，改列后续年度、将该楼移出改造范围，或登记范围调整依据文件。",
        "The office checks the completion papers of {building}; if it is outside, plan a later year, take it out of scope, or register an adjustment with its document.",
    ),
    fields: &["building", "note"],
    check,
};

/// The adjustment of the plan year that is a basis: the one with a document.
pub(super) fn documented<'a>(facts: &ProjectFacts<'a>) -> Option<&'a ScopeAdjustment> {
    facts.scope_adjustments.iter().find(|adjustment| {
        adjustment.plan_year == facts.plan_year && adjustment.doc_no.as_deref().is_some_and(|doc| !doc.trim().is_empty())
    })
}

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let adjustment = documented(facts);
    let Some(cutoff) = adjustment.map(|adjustment| adjustment.cutoff).or_else(|| facts.settings.window_cutoff(facts.plan_year))
    else {
        return;
    };
    let strict = adjustment.is_none() && facts.settings.get(WINDOW_READING, facts.today) == WindowReading::YearStart;
    for (index, building) in facts.buildings.iter().enumerate().filter(|(_, building)| building.in_scope) {
        let Some(completed) = building.completed_by() else { continue };
        let inside = if strict { completed.year() < cutoff.year() } else { completed <= cutoff };
        if !inside {
            let finding = Finding::stopping_from(Gate::G1, gate, RULE.id(), format!("buildings/{index}"));
            found.push(described(finding, building, completed, facts.plan_year, cutoff));
        } else if adjustment.is_none() && !strict && completed.year() == cutoff.year() {
            let finding = Finding::new(RULE.id(), Severity::W, format!("buildings/{index}"));
            found.push(described(finding, building, completed, facts.plan_year, cutoff).with("note", "口径分歧年份"));
        }
    }
}

fn described(finding: Finding, building: &Building, completed: NaiveDate, plan_year: i32, cutoff: NaiveDate) -> Finding {
    let date = if building.completed_on.is_some() { completed.to_string() } else { completed.year().to_string() };
    finding
        .with("building", building.no.as_str())
        .with("date", date)
        .with_integer("year", plan_year.into())
        .with("cutoff", cutoff.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::Dossier, rules::check as check_all};

    fn found(plan_year: i32, completed_on: &str, gate: Gate) -> Vec<(Severity, bool)> {
        let mut dossier = Dossier::default();
        dossier.project_community.plan_year = plan_year;
        dossier.community.buildings = vec![Building {
            no: "1#".to_owned(),
            in_scope: true,
            completed_on: completed_on.parse().ok(),
            ..Building::default()
        }];
        let today = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
        check_all(&ProjectFacts::of(&dossier, today), gate)
            .iter()
            .filter(|finding| finding.rule == "R-01")
            .map(|finding| (finding.severity, finding.params.text("note").is_some()))
            .collect()
    }

    #[test]
    fn both_sides_of_the_cutoff() {
        assert_eq!(found(2023, "1999-12-31", Gate::G1), []);
        assert_eq!(found(2023, "2000-12-31", Gate::G1), [(Severity::W, true)]);
        assert_eq!(found(2023, "2001-01-01", Gate::G1), [(Severity::E, false)]);
        assert_eq!(found(2023, "2001-01-01", Gate::G0), [(Severity::W, false)]);
        assert_eq!(found(2024, "2001-01-01", Gate::G1), []);
        assert_eq!(found(2024, "2006-01-01", Gate::G1), [(Severity::E, false)]);
    }

    #[test]
    fn without_a_window_the_next_rule_speaks() {
        assert_eq!(found(2026, "1990-01-01", Gate::G1), []);
    }
}
