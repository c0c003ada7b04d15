//! The tasks of the sample programme, and what happens when something changes.

use super::*;
use crate::{
    exact::{Month, Period},
    model::{Dossier, DutyTask, DutyTransfer, Programme, Succession},
    policy::stages::{PlanStatus, TaskStatus},
    sample::{self, SampleProgramme},
};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn planned(sample: &SampleProgramme, today: &str) -> Vec<PlannedTask> {
    planned_tasks(DutyFacts { programme: &sample.programme, dossiers: &sample.dossiers }, day(today))
}

fn dues(tasks: &[PlannedTask], duty: &str, owner: &str) -> Vec<String> {
    let of = tasks.iter().filter(|task| task.duty == duty && task.owner == owner);
    of.map(|task| task.due.map_or_else(|| "—".to_owned(), |due| due.to_string())).collect()
}

#[test]
fn annex_2_has_102_tasks_due_by_the_demonstration_date() {
    let sample = sample::programme();
    let today = day("2022-10-08");
    let tasks = planned(&sample, "2022-10-08");
    let existing = reconcile(&[], tasks.clone()).made;
    let due = existing.iter().filter(|task| counts_as_due(task, &sample.programme, today));
    let (derived, annex): (Vec<_>, Vec<_>) = due.partition(|task| task.duty.starts_with('D'));
    assert_eq!(annex.len(), 102);
    assert!(!derived.is_empty());
    assert_eq!(dues(&tasks, "11.2", "11"), ["2022-02-20", "2022-10-30"]);
    assert_eq!(dues(&tasks, "D7", "11"), ["2022-03-31", "2022-06-30", "2022-09-30", "2022-12-31"]);
    assert_eq!(dues(&tasks, "01.4", "01").last().unwrap(), "2022-11-05");
    assert_eq!(dues(&tasks, "01.2", "01"), ["2021-12-31"]);
    assert_eq!(dues(&tasks, "D8", "供热").len(), 2);
}

#[test]
fn a_task_that_is_made_twice_is_one() {
    let sample = sample::programme();
    let tasks = reconcile(&[], planned(&sample, "2022-10-08")).made;
    assert!(reconcile(&tasks, planned(&sample, "2022-10-08")).is_empty());
    let ids: std::collections::BTreeSet<_> = tasks.iter().map(|task| task.id).collect();
    assert_eq!(ids.len(), tasks.len());
    // A clock that jumps back makes nothing anew and takes nothing away.
    assert!(reconcile(&tasks, planned(&sample, "2022-05-01")).is_empty());
    let later = reconcile(&tasks, planned(&sample, "2022-11-01"));
    assert!(later.moved.is_empty());
    assert!(later.made.iter().all(|task| task.period == Some(Period::Month(Month::new(2022, 11).unwrap()))));
}

#[test]
fn a_date_a_line_or_a_plan_that_changes_moves_and_makes_tasks() {
    let mut sample = sample::programme();
    let mut tasks = reconcile(&[], planned(&sample, "2022-10-08")).made;
    let closed = tasks.iter_mut().find(|task| task.duty == "11.1" && task.due == Some(day("2022-02-20"))).unwrap();
    closed.status = TaskStatus::Confirmed;
    for dossier in &mut sample.dossiers {
        for step in &mut dossier.project.steps {
            step.date = step.date.map(|date| date + chrono::Days::new(1));
        }
    }
    let changes = reconcile(&tasks, planned(&sample, "2022-10-08"));
    assert!(changes.made.is_empty());
    let moved: Vec<_> = changes.moved.iter().filter(|task| task.owner == "11").map(|task| &task.duty).collect();
    assert_eq!(moved, ["11.2"], "what is closed keeps its date, what has only a planned date did not move");

    let dossier = sample.dossiers.iter_mut().find(|dossier| dossier.project_community.plan_year == 2024).unwrap();
    let plan = sample.plans.iter().find(|plan| plan.year == 2024).unwrap();
    dossier.plan = Some(crate::model::AnnualPlan { status: PlanStatus::Issued, ..plan.clone() });
    dossier.project_community.plan = Some(plan.id);
    let made = reconcile(&tasks, planned(&sample, "2022-10-08")).made;
    let has = |duty: &str| made.iter().any(|task: &DutyTask| task.duty == duty);
    assert!(has("12.1") && has("12.2") && has("02.1") && !has("11.1"));
    assert!(made.iter().find(|task| task.duty == "02.1").unwrap().due.is_none(), "no step has a date yet");
}

#[test]
fn duties_and_units_change_hands() {
    let mut sample = sample::programme();
    sample.programme.duty_transfers.push(DutyTransfer {
        duty: "07.1".to_owned(),
        from_unit: "07".to_owned(),
        to_unit: "11".to_owned(),
        date: day("2022-10-01"),
        basis: String::new(),
    });
    for (unit, successor) in [("19", "14"), ("14", "19")] {
        let date = day("2022-09-01");
        sample.programme.successions.push(Succession { unit: unit.to_owned(), successor: successor.to_owned(), date });
    }
    let owner = |today: &str, duty: &str| {
        planned(&sample, today).into_iter().find(|task| task.duty == duty).map(|task| task.owner)
    };
    assert_eq!(owner("2022-09-30", "07.1").as_deref(), Some("07"));
    assert_eq!(owner("2022-10-01", "07.1").as_deref(), Some("11"));
    assert_eq!(owner("2022-08-31", "19.1").as_deref(), Some("19"));
    assert_eq!(owner("2022-09-01", "19.1").as_deref(), Some("19"), "a circle ends");
}

#[test]
fn nothing_is_due_before_the_programme_began() {
    let programme = Programme { active_from: Month::new(2026, 12), ..sample::programme().programme };
    let today = day("2026-12-01");
    let tasks = planned_tasks(DutyFacts { programme: &programme, dossiers: &Vec::<Dossier>::new() }, today);
    assert!(tasks.iter().all(|task| task.period.is_none()), "the programme ended in 2025");
    let mut programme = programme;
    programme.active_from = Month::new(2024, 7);
    let today = day("2024-07-01");
    let tasks = reconcile(&[], planned_tasks(DutyFacts { programme: &programme, dossiers: &[] }, today)).made;
    assert!(!tasks.is_empty());
    for task in &tasks {
        assert!(!matches!(standing(task, &programme, today), DutyStanding::Overdue(_)), "{}", task.duty);
    }
}

#[test]
fn a_task_stands_by_its_due_date() {
    let programme = sample::programme().programme;
    let on = |due: Option<&str>, status| {
        let task = DutyTask { due: due.map(day), status, ..DutyTask::default() };
        standing(&task, &programme, day("2022-10-08"))
    };
    assert_eq!(on(Some("2022-10-08"), TaskStatus::Open), DutyStanding::DueIn(0));
    assert_eq!(on(Some("2022-10-07"), TaskStatus::InHand), DutyStanding::Overdue(1));
    assert_eq!(on(Some("2022-10-07"), TaskStatus::Submitted), DutyStanding::Sent);
    assert_eq!(on(Some("2021-12-31"), TaskStatus::Open), DutyStanding::Open);
    assert_eq!(on(None, TaskStatus::Returned), DutyStanding::Open);
    assert_eq!(on(Some("2022-10-07"), TaskStatus::NotConcerned), DutyStanding::NotInvolved);
}
