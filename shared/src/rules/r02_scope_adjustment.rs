//! # R-02 计划年度与范围调整 · Plan year and scope adjustment
//!
//! Clauses 2.1d and 2.2a let the year limit follow the national annual declaration. Such an adjustment is a basis only with
//! its document number; without one it changes nothing and is itself at fault. A plan year without window (before or
//! after the programme's years, A-55) needs such an adjustment.

use super::{Check, Message, Rule, heading, r01_year_window::documented};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(2),
    how: &[
        Text::new(
            "计划年度须有改造窗口，或有带文号的范围调整依据。",
            "The plan year needs a window, or an adjustment with its document.",
        ),
        Text::new(
            "登记了范围调整但缺文号的，不作依据，原窗口照旧。",
            "An adjustment without its document number is no basis; the window stays.",
        ),
    ],
    messages: &[Message::any(
        "{year}年度无改造窗口或调整依据缺文号，须先登记范围调整依据文件",
        "No window for {year}, or an adjustment without its document: register the document first",
    )],
    remedy: Text::new(
        "请领导小组办公室登记{year}年度范围调整的依据文件和文号，或改列有改造窗口的年度。",
        "The office registers the document of the adjustment for {year}, or plans a year that has a window.",
    ),
    fields: &[],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let undocumented = facts.scope_adjustments.iter().any(|adjustment| {
        adjustment.plan_year == facts.plan_year && adjustment.doc_no.as_deref().is_none_or(|doc| doc.trim().is_empty())
    });
    let no_window = documented(facts).is_none() && facts.settings.window_cutoff(facts.plan_year).is_none();
    if undocumented || no_window {
        let finding = Finding::stopping_from(Gate::G1, gate, RULE.id(), "plan_year");
        found.push(finding.with_integer("year", facts.plan_year.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Severity,
        model::{Dossier, ScopeAdjustment},
    };
    use chrono::NaiveDate;

    fn severities(plan_year: i32, doc_no: Option<Option<&str>>) -> Vec<Severity> {
        let mut dossier = Dossier::default();
        dossier.project_community.plan_year = plan_year;
        dossier.programme.scope_adjustments = doc_no
            .map(|doc_no| ScopeAdjustment {
                plan_year,
                cutoff: NaiveDate::from_ymd_opt(2003, 12, 31).unwrap(),
                issuer: String::new(),
                doc_no: doc_no.map(str::to_owned),
                date: None,
            })
            .into_iter()
            .collect();
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()), Gate::G1, &mut found);
        found.iter().map(|finding| finding.severity).collect()
    }

    #[test]
    fn both_sides_of_the_programme_and_of_the_document() {
        assert_eq!(severities(2025, None), []);
        assert_eq!(severities(2026, None), [Severity::E]);
        assert_eq!(severities(2020, None), [Severity::E]);
        assert_eq!(severities(2026, Some(Some("样例〔2026〕1号"))), []);
        assert_eq!(severities(2023, Some(None)), [Severity::E]);
        assert_eq!(severities(2023, Some(Some("  "))), [Severity::E]);
    }
}
