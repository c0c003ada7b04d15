//! # R-01 建成年代窗口 · Year window
//!
//! Clauses 2.1b and 2.2a open the programme to communities by the year in which they were built: up to the end of 2000 for
//! the plans of 2021 to 2023, up to the end of 2005 for those of 2024 and 2025. Every in-scope building must
//! have been completed by the cutoff; a building of which only the year is known counts as of 31 December. One that passes
//! in the cutoff's own year is pointed out, because readings of 「2000年前」 differ. An adjustment with a document
//! replaces the cutoff, without that remark. Under the strict reading the cutoff's year itself is out.

use super::{Check, Message, Rule, heading};
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
        Text::new(
            "按计划年度确定建成年代的截止日；有文号的范围调整依据替代该截止日。",
            "The plan year gives the last day of completion; an adjustment with a document replaces it.",
        ),
        Text::new(
            "纳入改造的每栋楼均须在截止日当日或以前建成；只知年份的按该年12月31日计。",
            "Every building in scope must be completed by that day; where only the year is known, 31 December counts.",
        ),
        Text::new(
            "恰在截止年份建成的，通过但提醒核实依据。",
            "One completed in the very year of the cutoff passes with a remark to check the basis.",
        ),
    ],
    messages: &[
        Message::on(
            "note",
            "{building}建成于{date}，属口径分歧年份，请核实依据",
            "{building}, completed {date}, falls in the disputed year: check the basis",
        ),
        Message::on(
            "completed_on",
            "{building}没有建成日期或年份，无法核对{year}年度改造范围",
            "{building} has neither date nor year of completion: the {year} window can't be checked",
        ),
        Message::any(
            "{building}建成于{date}，超出{year}年度改造范围（{cutoff}及以前建成）",
            "{building}, completed {date}, is outside the {year} window (up to {cutoff})",
        ),
    ],
    remedy: Text::new(
        "请领导小组办公室核对{building}的建成资料；确属超出范围的，改列后续年度、将该楼移出改造范围，或登记范围调整依据文件。",
        "The office checks the completion papers of {building}; if it is outside, plan a later year, take it out of scope, or register an adjustment with its document.",
    ),
    fields: &["building", "note"],
    check: Check::Community(check),
};

/// The adjustment of the plan year that is a basis: the one with a document, the latest if there are several.
pub(super) fn documented<'a>(facts: &ProjectFacts<'a>) -> Option<&'a ScopeAdjustment> {
    let documented = |adjustment: &&ScopeAdjustment| {
        adjustment.plan_year == facts.plan_year
            && adjustment.doc_no.as_deref().is_some_and(|doc| !doc.trim().is_empty())
    };
    facts.scope_adjustments.iter().filter(documented).max_by_key(|adjustment| adjustment.date)
}

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let adjustment = documented(facts);
    let Some(cutoff) =
        adjustment.map(|adjustment| adjustment.cutoff).or_else(|| facts.settings.window_cutoff(facts.plan_year))
    else {
        return;
    };
    let strict = adjustment.is_none() && facts.settings.get(WINDOW_READING, facts.today) == WindowReading::YearStart;
    let last_day = if strict { day_before(cutoff.year()).unwrap_or(cutoff) } else { cutoff };
    for (index, building) in facts.buildings.iter().enumerate().filter(|(_, building)| building.in_scope) {
        let completed = building.completed_by();
        let finding = if completed.is_none_or(|completed| completed > last_day) {
            Finding::stopping_from(Gate::G1, gate, RULE.id(), format!("buildings/{index}"))
        } else if adjustment.is_none() && !strict && building.built_year() == Some(cutoff.year()) {
            Finding::new(RULE.id(), Severity::W, format!("buildings/{index}")).with("note", "口径分歧年份")
        } else {
            continue;
        };
        found.push(described(finding, building, facts.plan_year, last_day));
    }
}

/// The day before a year begins.
fn day_before(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1)?.pred_opt()
}

/// With what its messages say; a building of which only the year is known has that as its date.
fn described(finding: Finding, building: &Building, plan_year: i32, last_day: NaiveDate) -> Finding {
    let finding = finding
        .with("building", building.no.as_str())
        .with_integer("year", plan_year.into())
        .with("cutoff", last_day.to_string());
    match (building.completed_on, building.completed_year) {
        (Some(date), _) => finding.with("date", date.to_string()),
        (None, Some(year)) => finding.with_integer("date", year.into()),
        (None, None) => finding.with("field", "completed_on"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::Dossier, policy::parameters::Override, rules::check as check_all};

    fn dossier(plan_year: i32, completed_on: &str) -> Dossier {
        let mut dossier = Dossier::default();
        dossier.project_community.plan_year = plan_year;
        dossier.community.buildings = vec![Building {
            no: "1#".to_owned(),
            in_scope: true,
            completed_on: completed_on.parse().ok(),
            ..Building::default()
        }];
        dossier
    }

    fn found(plan_year: i32, completed_on: &str, gate: Gate) -> Vec<(Severity, bool)> {
        judged(&dossier(plan_year, completed_on), gate)
    }

    fn judged(dossier: &Dossier, gate: Gate) -> Vec<(Severity, bool)> {
        let today = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
        check_all(&ProjectFacts::of(dossier, today), gate)
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

    const PASSES: &[(Severity, bool)] = &[];
    const REMARKED: &[(Severity, bool)] = &[(Severity::W, true)];
    const OUTSIDE: &[(Severity, bool)] = &[(Severity::E, false)];

    #[test]
    fn first_and_last_day_of_each_windows_last_year() {
        for (years, last_year) in [([2021, 2023], 2000), ([2024, 2025], 2005)] {
            for year in years {
                assert_eq!(found(year, &format!("{}-12-31", last_year - 1), Gate::G1), PASSES);
                assert_eq!(found(year, &format!("{last_year}-01-01"), Gate::G1), REMARKED);
                assert_eq!(found(year, &format!("{last_year}-12-31"), Gate::G1), REMARKED);
                assert_eq!(found(year, &format!("{}-01-01", last_year + 1), Gate::G1), OUTSIDE);
            }
        }
        assert_eq!(found(2020, "2001-01-01", Gate::G1), PASSES, "before the programme there is no window");
    }

    #[test]
    fn of_a_year_alone_its_last_day_counts() {
        for (completed_year, expected) in [(1999, PASSES), (2000, REMARKED), (2001, OUTSIDE)] {
            let mut dossier = dossier(2023, "");
            dossier.community.buildings[0].completed_year = Some(completed_year);
            assert_eq!(judged(&dossier, Gate::G1), expected, "{completed_year}");
        }
    }

    #[test]
    fn an_adjustment_replaces_the_last_day() {
        for (completed_on, expected) in [("2000-06-01", PASSES), ("2003-12-31", PASSES), ("2004-01-01", OUTSIDE)] {
            let mut dossier = dossier(2023, completed_on);
            dossier.programme.scope_adjustments = vec![ScopeAdjustment {
                plan_year: 2023,
                cutoff: NaiveDate::from_ymd_opt(2003, 12, 31).unwrap(),
                issuer: String::new(),
                doc_no: Some("样例〔2023〕1号".to_owned()),
                date: None,
            }];
            assert_eq!(judged(&dossier, Gate::G1), expected, "{completed_on}");
        }
    }

    #[test]
    fn under_the_strict_reading_the_last_year_is_out() {
        for (completed_on, expected) in [("1999-12-31", PASSES), ("2000-01-01", OUTSIDE)] {
            let mut dossier = dossier(2023, completed_on);
            let strict = Override {
                name: "window_reading".to_owned(),
                valid_from: NaiveDate::from_ymd_opt(2021, 1, 1).unwrap(),
                value: "YearStart".to_owned(),
                basis: "样例〔2021〕1号".to_owned(),
            };
            dossier.programme.settings.set(strict).unwrap();
            assert_eq!(judged(&dossier, Gate::G1), expected, "{completed_on}");
        }
    }

    #[test]
    fn a_building_without_date_is_outside() {
        assert_eq!(found(2023, "", Gate::G1), [(Severity::E, false)]);
    }

    #[test]
    fn without_a_window_the_next_rule_speaks() {
        assert_eq!(found(2026, "1990-01-01", Gate::G1), []);
    }
}
