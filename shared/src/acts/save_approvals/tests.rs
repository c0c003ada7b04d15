//! Approvals are entered, submitted and passed in the order of the policy.

use super::*;
use crate::{
    model::{ConsentRound, Sibling, Tally},
    sample,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2022-10-08")
}

/// The third sample: in reserve in an issued plan, nothing submitted yet, a pledge made.
fn dossier() -> Dossier {
    sample::programme().dossiers.into_iter().find(|dossier| dossier.community.code == "GT-0003").unwrap()
}

fn vote(agreeing: i64, ended_on: Option<NaiveDate>) -> ConsentRound {
    let tally = Tally { total: 300, participating: 200, agreeing };
    ConsentRound { kind: "改造方案".to_owned(), owners: tally, area: tally, ended_on, ..ConsentRound::default() }
}

fn consented() -> Dossier {
    let mut dossier = dossier();
    dossier.project_community.consent_rounds = vec![vote(150, Some(day("2022-09-30")))];
    dossier
}

fn step(step: Step, status: StepStatus, on: &str) -> StepEntry {
    let entry: StepEntry = ApprovalStep::new(step, Requirement::Needed).into();
    match status {
        StepStatus::Passed => StepEntry { status, date: Some(day(on)), ..entry },
        StepStatus::NotSubmitted => entry,
        StepStatus::Submitted | StepStatus::Returned => StepEntry { status, submitted_on: Some(day(on)), ..entry },
    }
}

fn passed(of: Step) -> StepEntry {
    step(of, StepStatus::Passed, "2022-10-01")
}

fn steps(steps: Vec<StepEntry>) -> ApprovalsEntry {
    ApprovalsEntry { steps, ..ApprovalsEntry::default() }
}

fn agreed(units: &[&str]) -> ReviewEntry {
    let opinions = units.iter().map(|unit| ((*unit).to_owned(), ReviewOpinion::Agreed)).collect();
    ReviewEntry { opinions, date: Some(day("2022-10-01")) }
}

const UNITS: [&str; 4] = ["县住建局", "县发改局", "县财政局", "县自然资源局"];

/// Rule, place and why of a refusal.
fn refused(dossier: &Dossier, request: &ApprovalsEntry) -> Vec<(String, String, String)> {
    let found = SaveApprovals::decide(dossier, request, today()).err().unwrap_or_default();
    let stops = found.iter().filter(|finding| finding.severity == Severity::E);
    let why = |one: &Finding| one.params.text("why").unwrap_or_default().to_owned();
    stops.map(|one| (one.rule.to_string(), one.path.clone(), why(one))).collect()
}

fn at(rule: &str, path: &str, why: &str) -> (String, String, String) {
    (rule.to_owned(), path.to_owned(), why.to_owned())
}

#[test]
fn the_residents_consent_comes_first() {
    let request = steps(vec![passed(Step::S01)]);
    assert_eq!(refused(&dossier(), &request), [at("R-32", "consent_rounds", "")]);
    let with = |round| {
        let mut dossier = dossier();
        dossier.project_community.consent_rounds = vec![round];
        dossier
    };
    assert_eq!(refused(&with(vote(149, Some(day("2022-09-30")))), &request), [at("R-32", "consent_rounds", "")]);
    assert_eq!(refused(&with(vote(150, None)), &request), [at("malformed", "consent_rounds", "vote_goes_on")]);
    assert_eq!(refused(&consented(), &request), []);
    let mut two = consented();
    two.siblings = vec![Sibling::default()];
    assert_eq!(refused(&two, &request), [at("R-33", "steps/S01", "S01")]);
    two.siblings[0].consent_rounds = vec![vote(150, Some(day("2022-09-30")))];
    assert_eq!(refused(&two, &request), []);
    // Submitting asks for nothing yet.
    assert_eq!(refused(&dossier(), &steps(vec![step(Step::S01, StepStatus::Submitted, "2022-10-01")])), []);
}

#[test]
fn the_study_is_submitted_after_consent_and_joint_review() {
    let dossier = consented();
    let study = StepEntry { depth_confirmed: true, ..step(Step::S03, StepStatus::Submitted, "2022-10-02") };
    let only = steps(vec![study.clone()]);
    assert_eq!(refused(&dossier, &only), [at("R-33", "steps/S01", "S01"), at("R-33", "steps/S02", "")]);
    let reviewed = |units: &[&str], study: StepEntry| ApprovalsEntry {
        joint_review: Some(agreed(units)),
        ..steps(vec![passed(Step::S01), passed(Step::S02), study])
    };
    assert_eq!(refused(&dossier, &reviewed(&UNITS[..3], study.clone())), [at("R-33", "steps/S02", "")]);
    assert_eq!(refused(&dossier, &reviewed(&UNITS, study.clone())), []);
    let shallow = StepEntry { depth_confirmed: false, ..study.clone() };
    assert_eq!(refused(&dossier, &reviewed(&UNITS, shallow)), [at("R-34", "steps/S03", "depth")]);
    let done = SaveApprovals::decide(&dossier, &reviewed(&UNITS, study), today()).unwrap().changes;
    assert_eq!(done.step(Step::S03).unwrap().status, StepStatus::Submitted);
    assert_eq!(done.joint_review.as_ref().map(|review| review.opinions.len()), Some(4));
    let codes: Vec<Step> = done.steps.iter().map(|step| step.step).collect();
    assert!(codes.is_sorted() && codes.contains(&Step::S13), "the whole plan is there: {codes:?}");
    assert_eq!(done.step(Step::S03a).unwrap().requirement, Requirement::Merged);
}

#[test]
fn what_the_plan_leaves_out_or_waives_is_not_submitted() {
    let dossier = consented();
    let refused = |entry: StepEntry| refused(&dossier, &steps(vec![entry]));
    assert_eq!(refused(passed(Step::S10a)), [at("malformed", "steps/0/step", "step_left_out")]);
    assert_eq!(refused(passed(Step::S05)), [at("malformed", "steps/0/status", "step_waived")]);
    assert_eq!(refused(passed(Step::S03a)), [at("malformed", "steps/0/status", "step_merged")]);
    let settled = StepEntry { date: Some(day("2022-10-01")), ..step(Step::S05, StepStatus::NotSubmitted, "") };
    assert_eq!(refused(settled), [], "the day on which a waiver was settled");
    let merged = StepEntry { merged: true, ..step(Step::S08, StepStatus::NotSubmitted, "") };
    assert_eq!(refused(merged.clone()), []);
    assert_eq!(
        refused(StepEntry { step: Step::S04, ..merged.clone() }),
        [at("malformed", "steps/0/merged", "no_merging")]
    );
    assert_eq!(refused(StepEntry { step: Step::S07, ..merged }), [at("malformed", "steps/0/merged", "no_merging")]);
}

#[test]
fn what_has_passed_stays_when_a_flag_changes() {
    let mut dossier = consented();
    dossier.project.adds_floor_area = true;
    let done = SaveApprovals::decide(&dossier, &steps(vec![passed(Step::S05)]), today()).unwrap().changes;
    dossier.project = Project { adds_floor_area: false, ..done };
    let kept: Vec<StepEntry> = dossier.project.steps.iter().cloned().map(Into::into).collect();
    assert_eq!(refused(&dossier, &steps(kept.clone())), [], "the form sends what it has read");
    let again = SaveApprovals::decide(&dossier, &steps(kept), today()).unwrap().changes;
    let planning = again.step(Step::S05).unwrap();
    assert_eq!((planning.status, planning.requirement), (StepStatus::Passed, Requirement::Needed));
}

#[test]
fn days_and_papers_are_in_order() {
    let dossier = consented();
    let refused = |entry: StepEntry| refused(&dossier, &steps(vec![entry]));
    let permit = passed(Step::S07);
    let at = |field: &str, why: &str| [at("malformed", &format!("steps/0/{field}"), why)];
    assert_eq!(refused(permit.clone()), []);
    assert_eq!(refused(StepEntry { date: None, ..permit.clone() }), at("date", "missing_field"));
    assert_eq!(refused(StepEntry { date: Some(day("2022-10-09")), ..permit.clone() }), at("date", "day_to_come"));
    let later = StepEntry { submitted_on: Some(day("2022-10-02")), ..permit.clone() };
    assert_eq!(refused(later), at("date", "days_out_of_order"));
    let same_day = StepEntry { submitted_on: Some(day("2022-10-01")), ..permit };
    assert_eq!(refused(same_day), []);
    let returned = step(Step::S07, StepStatus::Returned, "2022-10-01");
    assert_eq!(refused(returned.clone()), at("remark", "what_is_missing"));
    assert_eq!(refused(StepEntry { remark: "缺图纸".to_owned(), ..returned }), []);
    let undated = StepEntry { submitted_on: None, ..step(Step::S07, StepStatus::Submitted, "2022-10-01") };
    assert_eq!(refused(undated), at("submitted_on", "missing_field"));
}

#[test]
fn milestones_review_units_and_papers_are_read_strictly() {
    let dossier = consented();
    let reached = |list: &[(Milestone, &str)]| {
        let milestones = list.iter().map(|(milestone, on)| MilestoneEntry { milestone: *milestone, date: day(on) });
        ApprovalsEntry { milestones: Some(milestones.collect()), ..ApprovalsEntry::default() }
    };
    use Milestone::{Budget, Design, Quantities};
    assert_eq!(refused(&dossier, &reached(&[(Design, "2022-09-01"), (Quantities, "2022-09-01")])), []);
    assert_eq!(
        refused(&dossier, &reached(&[(Design, "2022-09-01"), (Budget, "2022-09-02")])),
        [at("malformed", "milestones/1/milestone", "milestone_order")]
    );
    assert_eq!(
        refused(&dossier, &reached(&[(Design, "2022-09-02"), (Quantities, "2022-09-01")])),
        [at("malformed", "milestones/1/date", "days_out_of_order")]
    );
    let foreign = ApprovalsEntry { joint_review: Some(agreed(&["县教育局"])), ..ApprovalsEntry::default() };
    assert_eq!(refused(&dossier, &foreign), [at("malformed", "joint_review/opinions/县教育局", "unknown_review_unit")]);
    let papers = PapersEntry { bond_issued: Money::from_fen(-1), ..PapersEntry::default() };
    let request = ApprovalsEntry { papers: Some(papers), ..ApprovalsEntry::default() };
    assert_eq!(refused(&dossier, &request), [at("malformed", "papers/bond_issued", "below_zero")]);
}

#[test]
fn the_review_for_special_bonds_is_the_step_itself() {
    let mut dossier = consented();
    dossier.project_community.commitments[0].funding = "F12".to_owned();
    let with = |entry| SaveApprovals::decide(&dossier, &steps(vec![entry]), today()).unwrap().changes.bond_result;
    assert_eq!(with(passed(Step::S12)), BondResult::Passed);
    assert_eq!(with(step(Step::S12, StepStatus::Submitted, "2022-10-01")), BondResult::Pending);
    let returned = step(Step::S12, StepStatus::Returned, "2022-10-01");
    assert_eq!(with(StepEntry { remark: "缺收益方案".to_owned(), ..returned }), BondResult::Refused);
}
