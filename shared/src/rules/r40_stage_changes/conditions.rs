//! What the transitions of the stage table ask for and no rule reports.

use super::reports::{is_under_way, progress};
use crate::{
    exact::Progress,
    facts::{ProjectFacts, is_settled},
    model::Dossier,
    policy::{
        approvals::Step,
        stages::{LineStatus, Stage},
    },
};
use chrono::NaiveDate;

/// A change of stage, with what whoever asks for it gives.
#[derive(Clone, Copy, Debug)]
pub struct StageChange<'a> {
    /// The stage that it leads to.
    pub to: Stage,
    /// The actual start of a start, the day of completion of a completion; without it the one that is stored.
    pub on: Option<NaiveDate>,
    /// Why: for taking out and for revoking a completion.
    pub reason: &'a str,
    /// The document: the adjustment of the plan for taking out what has started, the revocation of an acceptance.
    pub paper: &'a str,
    /// Whether those consent whom `withdraw_started_consent` names, or for a revocation the head of the office.
    pub consent: bool,
    /// 据实登记: the start is a fact, and what stops a start has become 手续补办.
    pub is_fact: bool,
}

/// The steps that a start waits for and no rule reports: S04 to S08, S11 and S12 have rules of their own.
const STEPS_OF_A_START: [Step; 7] = [Step::S01, Step::S02, Step::S03a, Step::S03b, Step::S03c, Step::S03, Step::S10a];

/// What a transition lacks, by the values of `missing` that have words; empty for what is no transition.
pub fn missing(dossier: &Dossier, change: &StageChange<'_>, today: NaiveDate) -> Vec<&'static str> {
    let entry = &dossier.project_community;
    let given = |text: &str| !text.trim().is_empty();
    let lacking = |conditions: &[(&'static str, bool)]| -> Vec<&'static str> {
        conditions.iter().filter(|(_, met)| !met).map(|(name, _)| *name).collect()
    };
    match (entry.stage, change.to) {
        (Stage::Reserve, Stage::NewStart) => start(dossier, change, today),
        (Stage::NewStart, Stage::UnderWay) => lacking(&[("progress_or_new_year", is_under_way(dossier, today))]),
        (Stage::UnderWay, Stage::Completed) => {
            let completed_on = change.on.or(entry.completed_on);
            let in_order = completed_on.zip(entry.actual_start).is_none_or(|(end, start)| end >= start);
            lacking(&[
                ("progress", progress(dossier) == Progress::COMPLETE),
                ("completed_on", completed_on.is_some()),
                ("completed_after_start", in_order),
                ("lines_done", entry.lines.iter().all(|line| line.status != LineStatus::Planned)),
            ])
        }
        (Stage::Reserve, Stage::Withdrawn) => lacking(&[("reason", given(change.reason))]),
        (Stage::NewStart | Stage::UnderWay, Stage::Withdrawn) => lacking(&[
            ("reason", given(change.reason)),
            ("plan_adjustment", given(change.paper)),
            ("leaders_consent", change.consent),
        ]),
        (Stage::Completed, Stage::UnderWay) => lacking(&[
            ("revocation", given(change.paper)),
            ("reason", given(change.reason)),
            ("office_head", change.consent),
        ]),
        _ => Vec::new(),
    }
}

fn start(dossier: &Dossier, change: &StageChange<'_>, today: NaiveDate) -> Vec<&'static str> {
    let (entry, project) = (&dossier.project_community, &dossier.project);
    let mut missing = Vec::new();
    if entry.plan.is_none() || !dossier.plan.as_ref().is_some_and(crate::model::AnnualPlan::is_issued) {
        missing.push("issued_plan");
    }
    if change.is_fact {
        // R-42 would say so; of a fact its finding stops nothing, but a fact has a manager, too.
        if [&project.manager_name, &project.manager_post].iter().any(|text| text.trim().is_empty()) {
            missing.push("manager");
        }
    } else {
        missing.extend(open_steps_of_a_start(&ProjectFacts::of(dossier, today)).into_iter().map(Step::code));
    }
    if change.on.or(entry.actual_start).is_none() {
        missing.push("actual_start");
    }
    missing
}

/// The steps that a start waits for, that no rule reports and that are open; S13 is done by the contract, too.
pub fn open_steps_of_a_start(facts: &ProjectFacts<'_>) -> Vec<Step> {
    let (flags, project) = (facts.approval_flags(), facts.project);
    let open = |step: &Step| !is_settled(flags, &project.steps, *step);
    let tender = Some(Step::S13).filter(|step| open(step) && project.contract_date.is_none());
    STEPS_OF_A_START.into_iter().filter(open).chain(tender).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        language::Language,
        policy::stages::StepStatus,
        rules::{message, r40_stage_changes::check_change},
        sample,
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn today() -> NaiveDate {
        day("2022-10-08")
    }

    /// The first sample, under works, with its plan.
    fn under_works() -> Dossier {
        let programme = sample::programme();
        let plan = programme.plans.iter().find(|plan| plan.year == 2022).cloned();
        let dossier = programme.dossiers.into_iter().find(|dossier| dossier.community.code == "GT-0001").unwrap();
        Dossier { plan, ..dossier }
    }

    fn change(to: Stage) -> StageChange<'static> {
        StageChange { to, on: None, reason: "", paper: "", consent: false, is_fact: false }
    }

    #[test]
    fn a_start_waits_for_plan_steps_and_day() {
        let mut dossier = under_works();
        dossier.project_community.stage = Stage::Reserve;
        let start = change(Stage::NewStart);
        assert_eq!(missing(&dossier, &start, today()), [""; 0]);
        dossier.plan = None;
        dossier.project_community.actual_start = None;
        dossier.project.steps.retain(|step| ![Step::S02, Step::S03, Step::S13].contains(&step.step));
        let open = ["issued_plan", "S02", "S03a", "S03b", "S03c", "S03", "actual_start"];
        assert_eq!(missing(&dossier, &start, today()), open, "the contract serves for the tender");
        dossier.project.contract_date = None;
        assert!(missing(&dossier, &start, today()).contains(&"S13"));
        dossier.project.manager_name = " ".to_owned();
        let fact = StageChange { on: Some(today()), is_fact: true, ..start };
        assert_eq!(missing(&dossier, &fact, today()), ["issued_plan", "manager"]);
    }

    #[test]
    fn a_completion_waits_for_progress_lines_and_day() {
        let mut dossier = under_works();
        let end = change(Stage::Completed);
        assert_eq!(missing(&dossier, &end, today()), ["progress", "completed_on", "lines_done"]);
        let early = StageChange { on: Some(day("2022-04-09")), ..end };
        for line in &mut dossier.project_community.lines {
            line.status = LineStatus::Done;
        }
        dossier.reports.last_mut().unwrap().cum_progress = Progress::COMPLETE;
        assert_eq!(missing(&dossier, &early, today()), ["completed_after_start"]);
        let same_day = StageChange { on: Some(day("2022-04-10")), ..end };
        assert_eq!(check_change(&dossier, &same_day, today()), []);
    }

    #[test]
    fn taking_out_and_going_back_have_their_papers() {
        let mut dossier = under_works();
        let out = change(Stage::Withdrawn);
        let said = check_change(&dossier, &out, today());
        assert_eq!(
            message(&said[0], Language::Zh),
            "由“在建”变更为“调出”尚缺：变更原因、计划调整文件、领导小组组长或副组长同意"
        );
        let given = StageChange { reason: "列入征收计划", paper: "样例〔2022〕3号", consent: true, ..out };
        assert_eq!(check_change(&dossier, &given, today()), []);
        dossier.project_community.stage = Stage::Reserve;
        assert_eq!(missing(&dossier, &out, today()), ["reason"]);
        dossier.project_community.stage = Stage::Completed;
        assert_eq!(missing(&dossier, &change(Stage::UnderWay), today()), ["revocation", "reason", "office_head"]);
        let illegal = check_change(&dossier, &given, today());
        assert_eq!(message(&illegal[0], Language::Zh), "不允许由“竣工”变更为“调出”");
    }

    #[test]
    fn every_condition_has_words() {
        let mut dossier = under_works();
        dossier.project.steps.iter_mut().for_each(|step| step.status = StepStatus::Returned);
        dossier.project_community.stage = Stage::Reserve;
        let said = check_change(&dossier, &change(Stage::NewStart), today());
        assert!(message(&said[0], Language::En).contains("residents' consent to the plan, joint review of the plan"));
    }
}
