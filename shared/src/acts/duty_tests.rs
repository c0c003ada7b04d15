//! A task from the unit to the office and back.

use super::*;
use crate::{
    language::Language,
    model::{DutyTask, Evidence, Role},
    policy::stages::TaskStatus,
    rules::message,
};
use uuid::Uuid;

const PHOTO: Uuid = Uuid::from_u128(1);

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()
}

fn facts(duty: &str, status: TaskStatus, role: Role) -> TaskFacts {
    let user = if role == Role::Office { "办公室" } else { "县应急管理局" };
    TaskFacts {
        task: DutyTask { duty: duty.to_owned(), owner: "11".to_owned(), status, ..DutyTask::default() },
        evidence: vec![Evidence { id: PHOTO, ..Evidence::default() }],
        actor: Actor { user: user.to_owned(), display: user.to_owned(), role },
    }
}

fn entry(evidence: &[Uuid]) -> DutyEntry {
    DutyEntry { report: " 已检查 ".to_owned(), evidence: evidence.to_vec() }
}

fn said<T: std::fmt::Debug>(outcome: Result<Decision<T>, Vec<Finding>>) -> Vec<String> {
    outcome.unwrap_err().iter().map(|finding| message(finding, Language::Zh)).collect()
}

#[test]
fn a_task_is_saved_sent_returned_sent_again_and_confirmed() {
    let mut unit = facts("11.1", TaskStatus::Open, Role::Unit);
    unit.task = SaveDuty::decide(&unit, &entry(&[]), today()).unwrap().changes;
    assert_eq!((unit.task.status, unit.task.report.as_str()), (TaskStatus::InHand, "已检查"));
    assert_eq!(said(SubmitDuty::decide(&unit, &entry(&[]), today())), ["办结须上传佐证"]);
    unit.task = SubmitDuty::decide(&unit, &entry(&[PHOTO]), today()).unwrap().changes;
    assert_eq!((unit.task.status, unit.task.submitted_on), (TaskStatus::Submitted, Some(today())));
    assert_eq!(said(SaveDuty::decide(&unit, &entry(&[PHOTO]), today())), ["该事项已提交，正在等待审核"]);

    let mut office = TaskFacts { actor: facts("11.1", TaskStatus::Open, Role::Office).actor, ..unit.clone() };
    let back = |said: &str| DutyReview { verdict: Verdict::Return, said: said.to_owned() };
    assert_eq!(said(ReviewDuty::decide(&office, &back("  "), today())), ["退回时须写明缺什么"]);
    office.task = ReviewDuty::decide(&office, &back("照片不清"), today()).unwrap().changes;
    assert_eq!(office.task.status, TaskStatus::Returned);
    unit.task = office.task.clone();
    let later = today().succ_opt().unwrap();
    unit.task = SaveDuty::decide(&unit, &entry(&[PHOTO]), later).unwrap().changes;
    assert_eq!(unit.task.status, TaskStatus::Returned, "until it is sent again it stays returned");
    office.task = SubmitDuty::decide(&unit, &entry(&[PHOTO]), later).unwrap().changes;
    let accept = DutyReview { verdict: Verdict::Accept, said: String::new() };
    let done = ReviewDuty::decide(&office, &accept, later).unwrap().changes;
    assert_eq!((done.status, done.first_submitted_on), (TaskStatus::Confirmed, Some(today())));
    let history: Vec<_> = done.history.iter().map(|event| (event.status, event.said.as_str())).collect();
    assert_eq!(
        history,
        [
            (TaskStatus::Submitted, ""),
            (TaskStatus::Returned, "照片不清"),
            (TaskStatus::Submitted, ""),
            (TaskStatus::Confirmed, "")
        ]
    );
    office.task = done;
    assert_eq!(said(ReviewDuty::decide(&office, &accept, later)), ["该事项没有待审核的提交"], "two reviewers at once");
    assert_eq!(said(SubmitDuty::decide(&office, &entry(&[PHOTO]), later)), ["该事项已审核通过"]);
}

#[test]
fn nobody_confirms_the_own_entry_and_no_unit_confirms() {
    let mut office = facts("01.7", TaskStatus::Submitted, Role::Office);
    office.task.submitter = Some("办公室".to_owned());
    let accept = DutyReview { verdict: Verdict::Accept, said: String::new() };
    assert_eq!(said(ReviewDuty::decide(&office, &accept, today())), ["填报人不得审核自己填报的事项"]);
    let unit = facts("11.1", TaskStatus::Submitted, Role::Unit);
    assert_eq!(said(ReviewDuty::decide(&unit, &accept, today())), ["由领导小组办公室审核"]);
}

#[test]
fn what_does_not_concern_a_unit_has_a_reason() {
    let because = |reason: &str| DutyWaiver { reason: reason.to_owned() };
    let unit = facts("11.1", TaskStatus::Open, Role::Unit);
    assert_eq!(said(WaiveDuty::decide(&unit, &because(" "), today())), ["请说明不涉及的理由"]);
    assert_eq!(said(WaiveDuty::decide(&unit, &because(NOTHING_THIS_MONTH), today())), ["只有每月职责可以零报告"]);
    let monthly = facts("16.5", TaskStatus::Open, Role::Town);
    let done = WaiveDuty::decide(&monthly, &because(NOTHING_THIS_MONTH), today()).unwrap().changes;
    assert_eq!((done.status, done.reason.as_str()), (TaskStatus::NotConcerned, NOTHING_THIS_MONTH));
    assert_eq!(said(WaiveDuty::decide(&unit, &because(&"长".repeat(4001)), today())), ["文字过长，最多4000字"]);
}

#[test]
fn files_that_are_not_there_and_files_named_twice_are_refused() {
    let unit = facts("11.1", TaskStatus::Open, Role::Unit);
    let found = SubmitDuty::decide(&unit, &entry(&[PHOTO, PHOTO, Uuid::from_u128(2)]), today()).unwrap_err();
    let paths: Vec<_> = found.iter().map(|finding| finding.path.as_str()).collect();
    assert_eq!(paths, ["evidence/1", "evidence/2"]);
}

#[test]
fn a_duty_that_arises_is_entered_by_its_unit() {
    let programme = crate::sample::programme().programme;
    let of = |unit: Option<&str>| ArisenFacts {
        programme: programme.clone(),
        actor: Actor::default(),
        unit: unit.map(str::to_owned),
    };
    let request = |duty: &str, occasion: &str| ArisenDuty {
        id: Uuid::from_u128(7),
        duty: duty.to_owned(),
        occasion: occasion.to_owned(),
    };
    let task = RaiseDuty::decide(&of(Some("09")), &request("09.1", "引入便利店"), today()).unwrap().changes;
    assert_eq!((task.owner.as_str(), task.due), ("09", NaiveDate::from_ymd_opt(2022, 11, 7)));
    assert!(RaiseDuty::decide(&of(None), &request("10.2", "义诊"), today()).is_ok(), "the office enters for any unit");
    for (unit, duty, occasion) in [(Some("09"), "10.2", "x"), (Some("09"), "11.1", "x"), (Some("09"), "09.1", " ")] {
        assert!(RaiseDuty::decide(&of(unit), &request(duty, occasion), today()).is_err());
    }
}
