//! What no rule can read in entered approvals.

use super::{ApprovalsEntry, StepEntry};
use crate::{
    acts::stage_change::text_faults,
    exact::Money,
    facts::ProjectFacts,
    finding::Finding,
    model::{ApprovalStep, Dossier},
    policy::{
        approval_plan::{PlannedStep, planned_step},
        parameters::JOINT_REVIEW_UNITS,
        stages::{Milestone, Requirement, StepStatus},
    },
};
use chrono::NaiveDate;

/// The largest amount that every JSON reader keeps exact: 2^53 − 1 fen.
const LARGEST_AMOUNT: Money = Money::from_fen((1 << 53) - 1);

/// A step that the plan leaves out or waives, a status without its day, days out of order, milestones out of order. Paths
/// are `steps/INDEX/FIELD` and the like, by the places of the request.
pub fn malformed_approvals(facts: &Dossier, request: &ApprovalsEntry, today: NaiveDate) -> Vec<Finding> {
    let view = ProjectFacts::of(facts, today);
    let flags = view.approval_flags();
    let mut found = Vec::new();
    for (index, entry) in request.steps.iter().enumerate() {
        let at = |field: &str| format!("steps/{index}/{field}");
        let stored = facts.project.step(entry.step);
        let mut say = |field: &str, why| found.push(Finding::malformed(at(field), why));
        if request.steps[..index].iter().any(|other| other.step == entry.step) {
            say("step", "repeated_step");
        }
        step_faults(&planned_step(flags, entry.step), stored, entry, &mut say);
        for (field, day) in [("submitted_on", entry.submitted_on), ("date", entry.date)] {
            if day.is_some_and(|day| day > today) {
                say(field, "day_to_come");
            }
        }
        found.extend(text_faults(&[(&at("doc_no"), &entry.doc_no), (&at("remark"), &entry.remark)]));
    }
    let mut say = |path: String, why| found.push(Finding::malformed(path, why));
    if let Some(review) = &request.joint_review {
        let units = facts.programme.settings.get(JOINT_REVIEW_UNITS, today);
        for unit in review.opinions.keys().filter(|unit| !units.contains(unit)) {
            say(format!("joint_review/opinions/{unit}"), "unknown_review_unit");
        }
        if review.date.is_some_and(|day| day > today) {
            say("joint_review/date".to_owned(), "day_to_come");
        }
    }
    for (index, entry) in request.milestones.iter().flatten().enumerate() {
        if Milestone::ALL.get(index) != Some(&entry.milestone) {
            say(format!("milestones/{index}/milestone"), "milestone_order");
        }
        let before = request.milestones.iter().flatten().take(index).map(|other| other.date).max();
        if entry.date > today {
            say(format!("milestones/{index}/date"), "day_to_come");
        } else if before.is_some_and(|before| entry.date < before) {
            say(format!("milestones/{index}/date"), "days_out_of_order");
        }
    }
    if let Some(papers) = &request.papers {
        if papers.contract_date.is_some_and(|day| day > today) {
            say("papers/contract_date".to_owned(), "day_to_come");
        }
        let approved = papers.approved.unwrap_or_default();
        for (field, amount) in [
            ("approved/body", approved.body),
            ("approved/infra", approved.infra),
            ("approved/improvement", approved.improvement),
            ("approved/upgrade", approved.upgrade),
            ("approved/other", approved.other),
            ("approved/contingency", approved.contingency),
            ("approved/total", approved.total),
            ("bond_issued", papers.bond_issued),
        ] {
            if amount < Money::ZERO {
                say(format!("papers/{field}"), "below_zero");
            } else if amount > LARGEST_AMOUNT {
                say(format!("papers/{field}"), "too_large");
            }
        }
        let land_paper = papers.land_paper.as_deref().unwrap_or_default();
        let texts = [("papers/land_paper", land_paper), ("papers/national_code", &papers.national_code)];
        found.extend(text_faults(&texts));
    }
    found
}

fn step_faults(
    planned: &PlannedStep,
    stored: Option<&ApprovalStep>,
    entry: &StepEntry,
    say: &mut impl FnMut(&str, &'static str),
) {
    // What has passed stays, whatever the plan says by now.
    let has_passed = stored.is_some_and(|step| step.status == StepStatus::Passed);
    let stays = has_passed && entry.status == StepStatus::Passed;
    let begun = entry.status != StepStatus::NotSubmitted;
    match planned.requirement {
        None if !stays => return say("step", "step_left_out"),
        Some(Requirement::Waived) if begun && !stays => return say("status", "step_waived"),
        Some(Requirement::Merged) if begun && !stays => return say("status", "step_merged"),
        _ => {}
    }
    let was_merged = stored.is_some_and(|step| step.requirement == Requirement::Merged);
    let is_merged_by_plan = planned.requirement == Some(Requirement::Merged);
    if entry.merged && planned.merge_allowed.is_none() && !is_merged_by_plan && !was_merged {
        say("merged", "no_merging");
    }
    match entry.status {
        StepStatus::Passed if entry.date.is_none() => say("date", "missing_field"),
        StepStatus::Submitted | StepStatus::Returned if entry.submitted_on.is_none() => {
            say("submitted_on", "missing_field");
        }
        StepStatus::Submitted | StepStatus::Returned if entry.date.is_some() => say("date", "not_passed"),
        StepStatus::NotSubmitted
            if planned.requirement == Some(Requirement::Needed) && !entry.merged && entry.date.is_some() =>
        {
            say("date", "not_passed");
        }
        _ => {}
    }
    if entry.date.zip(entry.submitted_on).is_some_and(|(passed, submitted)| passed < submitted) {
        say("date", "days_out_of_order");
    }
    if entry.status == StepStatus::Returned && entry.remark.trim().is_empty() {
        say("remark", "what_is_missing");
    }
}
