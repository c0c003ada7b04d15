//! What the rules of the approvals' own acts say of what is submitted or passed now. What was before
//! stays as it is.

use super::ApprovalsEntry;
use crate::{
    facts::consent_of,
    finding::Finding,
    model::{ConsentRound, Dossier, Project},
    policy::{
        approvals::Step,
        consents::ConsentKind,
        parameters::{JOINT_REVIEW_UNITS, Settings},
        stages::{ReviewOpinion, StepStatus},
    },
    rules::{
        r32_residents_consent::{self, Round, is_consent},
        r33_joint_review::{self, Review},
        r34_merged_feasibility::{self, Submission},
    },
};
use chrono::NaiveDate;

/// What stops it.
pub(super) fn findings(before: &Dossier, after: &Dossier, request: &ApprovalsEntry, today: NaiveDate) -> Vec<Finding> {
    let settings = &before.programme.settings;
    let status = |project: &Project, step| project.step(step).map_or(StepStatus::NotSubmitted, |entry| entry.status);
    let is_under_way = |status| matches!(status, StepStatus::Submitted | StepStatus::Passed);
    let changes = |step: Step, is: fn(StepStatus) -> bool| {
        let named = request.steps.iter().any(|entry| entry.step == step);
        named && is(status(&after.project, step)) && !is(status(&before.project, step))
    };
    let passes = |step| changes(step, |status| status == StepStatus::Passed);
    let submits = |step| changes(step, |status| matches!(status, StepStatus::Submitted | StepStatus::Passed));
    let mut found = Vec::new();
    if passes(Step::S01) {
        found.extend(consent(after, settings, today));
    }
    if passes(Step::S02) || submits(Step::S03) || submits(Step::S03a) {
        let review = review(after, settings, today, is_under_way(status(&before.project, Step::S02)));
        found.extend(r33_joint_review::check(&review, settings, today));
    }
    for step in [Step::S03a, Step::S03b, Step::S03c, Step::S03].into_iter().filter(|step| submits(*step)) {
        found.extend(r34_merged_feasibility::check(&Submission {
            in_annual_plan: after.project_community.plan.is_some(),
            merged_feasibility: after.project.merged_feasibility,
            submit: step,
            depth_confirmed: after.project.step(step).is_some_and(|entry| entry.depth_confirmed),
        }));
    }
    found
}

/// R-32 of this community; of the project's others only that somebody has not consented. What was taken over comes with its
/// papers and without its votes.
fn consent(dossier: &Dossier, settings: &Settings, today: NaiveDate) -> Vec<Finding> {
    let plan = ConsentKind::RenovationPlan.code();
    let entry = &dossier.project_community;
    let mut found = Vec::new();
    match consent_of(&entry.consent_rounds, plan) {
        Some(round) if is_consent(round, settings) => {}
        None if entry.opening.is_some() => {}
        round => {
            let judged = round.map_or_else(|| Round { kind: plan.to_owned(), ..Round::default() }, Round::from);
            let on = round.and_then(|round| round.ended_on).unwrap_or(today);
            let said = r32_residents_consent::check(&judged, settings, on);
            found.extend(said.into_iter().map(|finding| Finding { path: "consent_rounds".to_owned(), ..finding }));
            // Enough by its figures, but it still goes on.
            if found.is_empty() {
                found.push(Finding::malformed("consent_rounds", "vote_goes_on"));
            }
        }
    }
    let others_consent =
        |rounds: &[ConsentRound]| consent_of(rounds, plan).is_some_and(|one| is_consent(one, settings));
    if !dossier.siblings.iter().all(|sibling| others_consent(&sibling.consent_rounds)) {
        let review = Review { s01_passed: vec![false], opinions: all_agreed(settings, today) };
        found.extend(r33_joint_review::check(&review, settings, today));
    }
    found
}

/// What comes before S03. A joint review that had passed before its opinions were kept stands for all of them.
fn review(dossier: &Dossier, settings: &Settings, today: NaiveDate, had_begun: bool) -> Review {
    let project = &dossier.project;
    let has_passed = |step| project.step(step).is_some_and(|entry| entry.status == StepStatus::Passed);
    let opinions = match &project.joint_review {
        Some(review) => review.opinions.clone(),
        None if had_begun && has_passed(Step::S02) => all_agreed(settings, today),
        None => std::collections::BTreeMap::new(),
    };
    Review { s01_passed: vec![has_passed(Step::S01)], opinions }
}

fn all_agreed(settings: &Settings, today: NaiveDate) -> std::collections::BTreeMap<String, ReviewOpinion> {
    let units = settings.get(JOINT_REVIEW_UNITS, today);
    units.iter().map(|unit| (unit.to_owned(), ReviewOpinion::Agreed)).collect()
}
