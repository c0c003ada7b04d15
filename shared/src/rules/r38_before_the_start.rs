//! # R-38 开工前置 · Before the start
//!
//! Clauses 4.3a, 4.3e, 5.4b and 5.4e: works start with construction permit, quality supervision and contract in hand. Each
//! is dated on or before the day of the start, or merged into another. The act of the start gives that day; before
//! it nothing is judged, and at the start without a day at least what is missing is said.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
    policy::{
        approvals::Step,
        stages::{Requirement, StepStatus},
    },
};
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(38),
    how: &[
        Text::new(
            "施工许可证、工程质量监督手续、施工合同均须取得，或已合并办理。",
            "Construction permit, quality supervision and contract are there, or merged into another step.",
        ),
        Text::new(
            "取得日期不晚于实际开工日期，同日可以；尚无实际开工日期的，开工时核对。",
            "None is dated after the actual start, the same day passes; without an actual start it is checked at the start.",
        ),
    ],
    messages: &[
        Message::on("after_start", "{item}取得日期晚于开工日期", "The {item} is dated after the start"),
        Message::any("缺少{item}", "The {item} is missing"),
    ],
    remedy: Text::new(
        "请项目建设单位办妥{item}后再开工；日期登记有误的，由领导小组办公室更正。",
        "The project owner has the {item} in hand before the works start; a wrong date is corrected by the office.",
    ),
    fields: &["item", "why"],
    check: Check::Community(check),
};

/// How far a paper has come that the works wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// It is not there.
    Missing,
    /// It has this date.
    Dated(NaiveDate),
    /// It is part of another one.
    Merged,
}

impl Paper {
    /// Why works that started on that day stand without it.
    fn fault(self, start: Option<NaiveDate>) -> Option<&'static str> {
        match self {
            Self::Missing => Some("missing"),
            Self::Dated(date) => start.is_some_and(|start| date > start).then_some("after_start"),
            Self::Merged => None,
        }
    }
}

/// Judges the papers of a start, in the order permit, supervision, contract; each with its place.
pub fn judge(start: Option<NaiveDate>, papers: [(Paper, String); 3], gate: Gate) -> Vec<Finding> {
    if start.is_none() && gate < Gate::G2 {
        return Vec::new();
    }
    ["S07", "S08", "contract"]
        .into_iter()
        .zip(papers)
        .filter_map(|(item, (paper, path))| {
            let finding = Finding::stopping_from(Gate::G2, gate, RULE.id(), path);
            paper.fault(start).map(|why| finding.with("item", item).with("why", why))
        })
        .collect()
}

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let step = |step: Step| (of_step(facts, step), facts.step_path(step, "date"));
    let contract = facts.project.contract_date.map_or(Paper::Missing, Paper::Dated);
    let papers = [step(Step::S07), step(Step::S08), (contract, "contract_date".to_owned())];
    found.extend(judge(facts.entry.actual_start, papers, gate));
}

fn of_step(facts: &ProjectFacts<'_>, step: Step) -> Paper {
    if facts.requirement(step) == Some(Requirement::Waived) {
        return Paper::Merged;
    }
    match facts.project.step(step) {
        Some(entry) if entry.requirement == Requirement::Merged => Paper::Merged,
        Some(entry) if entry.status == StepStatus::Passed => entry.date.map_or(Paper::Missing, Paper::Dated),
        _ => Paper::Missing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Severity,
        model::{ApprovalStep, Dossier},
    };

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, 4, day).unwrap()
    }

    fn faults(dossier: &Dossier, gate: Gate) -> Vec<(Severity, String, String)> {
        let mut found = Vec::new();
        check(&ProjectFacts::of(dossier, day(30)), gate, &mut found);
        let text = |finding: &Finding, name| finding.params.text(name).unwrap_or_default().to_owned();
        found.iter().map(|finding| (finding.severity, text(finding, "item"), text(finding, "why"))).collect()
    }

    #[test]
    fn papers_are_dated_by_the_start() {
        let mut dossier = Dossier::default();
        let passed = |step, date| ApprovalStep {
            status: StepStatus::Passed,
            date: Some(date),
            ..ApprovalStep::new(step, Requirement::Needed)
        };
        let at = |severity, item: &str, why: &str| (severity, item.to_owned(), why.to_owned());
        let all = [
            at(Severity::E, "S07", "missing"),
            at(Severity::E, "S08", "missing"),
            at(Severity::E, "contract", "missing"),
        ];
        assert_eq!(faults(&dossier, Gate::G1), [], "no start, and none is at hand");
        assert_eq!(faults(&dossier, Gate::G2), all);
        dossier.project_community.actual_start = Some(day(10));
        assert_eq!(faults(&dossier, Gate::G2), all);
        dossier.project.steps = vec![passed(Step::S07, day(9)), passed(Step::S08, day(11))];
        dossier.project.contract_date = Some(day(10));
        assert_eq!(faults(&dossier, Gate::G2), [at(Severity::E, "S08", "after_start")]);
        assert_eq!(faults(&dossier, Gate::G0), [at(Severity::W, "S08", "after_start")]);
        dossier.project.contract_date = Some(day(11));
        let both = [at(Severity::E, "S08", "after_start"), at(Severity::E, "contract", "after_start")];
        assert_eq!(faults(&dossier, Gate::G2), both);
        dossier.project.contract_date = Some(day(9));
        dossier.project.steps[1] = ApprovalStep::new(Step::S08, Requirement::Merged);
        assert_eq!(faults(&dossier, Gate::G2), []);
        dossier.project.steps[0].status = StepStatus::Returned;
        assert_eq!(faults(&dossier, Gate::G2), [at(Severity::E, "S07", "missing")]);
    }
}
