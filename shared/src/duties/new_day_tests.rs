//! What a new day brings: ends of months, quarters and years, days that were missed, units that are succeeded, works that
//! change. Nothing is ever taken away.

use super::*;
use crate::{
    exact::{Month, Period},
    model::{DutyTask, InvestmentLine, Programme, Succession},
    policy::{
        approvals::Step,
        stages::{StepStatus, TaskStatus},
    },
    sample::{self, SampleProgramme},
};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn planned(sample: &SampleProgramme, today: NaiveDate) -> Vec<PlannedTask> {
    planned_tasks(DutyFacts { programme: &sample.programme, dossiers: &sample.dossiers }, today)
}

/// Makes what is missing, as the store does.
fn make(tasks: &mut Vec<DutyTask>, sample: &SampleProgramme, today: NaiveDate) -> TaskChanges {
    let changes = reconcile(tasks, planned(sample, today));
    for moved in &changes.moved {
        let known = tasks.iter_mut().find(|task| task.id == moved.id).unwrap();
        *known = moved.clone();
    }
    tasks.extend(changes.made.iter().cloned());
    changes
}

fn periods(changes: &TaskChanges) -> BTreeSet<String> {
    changes.made.iter().map(|task| task.period.map(|period| period.to_string()).unwrap_or_default()).collect()
}

#[test]
fn each_end_of_a_period_brings_the_tasks_of_the_next() {
    for (before, after, expected) in [
        ("2022-10-30", "2022-10-31", &[][..]),
        ("2022-10-31", "2022-11-01", &["2022-11"]),
        ("2022-09-30", "2022-10-01", &["2022-10", "2022-Q4"]),
        ("2022-12-31", "2023-01-01", &["2023", "2023-01", "2023-Q1"]),
    ] {
        let sample = sample::programme();
        let mut tasks = Vec::new();
        make(&mut tasks, &sample, day(before));
        let changes = make(&mut tasks, &sample, day(after));
        assert_eq!(periods(&changes), expected.iter().map(|period| (*period).to_owned()).collect(), "{after}");
        for task in &changes.made {
            let due = task.due.unwrap().to_string();
            let expected = match task.period.unwrap() {
                Period::Month(month) => format!("{}-05", month.next()),
                period => period.last_day().to_string(),
            };
            assert_eq!((due, task.created_on), (expected, Some(day(after))), "{}", task.duty);
        }
        assert!(make(&mut tasks, &sample, day(after)).is_empty(), "made twice is one");
    }
}

#[test]
fn the_last_period_is_that_of_the_programme_s_last_year() {
    let sample = sample::programme();
    let mut tasks = Vec::new();
    make(&mut tasks, &sample, day("2025-12-31"));
    assert!(make(&mut tasks, &sample, day("2026-01-01")).made.is_empty());
}

#[test]
fn forty_days_without_a_server_are_caught_up() {
    for from in ["2022-10-08", "2022-12-10", "2023-02-25"].map(day) {
        let sample = sample::programme();
        let (mut daily, mut late) = (Vec::new(), Vec::new());
        make(&mut late, &sample, from);
        for days in 0..=40 {
            make(&mut daily, &sample, from + Days::new(days));
        }
        make(&mut late, &sample, from + Days::new(40));
        let by_id = |tasks: Vec<DutyTask>| tasks.into_iter().map(|task| (task.id, task)).collect::<BTreeMap<_, _>>();
        assert_eq!(by_id(daily), by_id(late), "{from}");
    }
}

#[test]
fn a_clock_that_jumps_back_removes_nothing() {
    let sample = sample::programme();
    let mut tasks = Vec::new();
    make(&mut tasks, &sample, day("2023-01-31"));
    let there = tasks.clone();
    assert!(make(&mut tasks, &sample, day("2022-03-01")).is_empty());
    assert_eq!(tasks, there);
    assert!(make(&mut tasks, &sample, day("2023-01-31")).is_empty());
}

#[test]
fn open_tasks_go_to_the_successor_on_its_day_and_closed_ones_stay() {
    let mut sample = sample::programme();
    let mut tasks = Vec::new();
    make(&mut tasks, &sample, day("2022-10-08"));
    let closed = tasks.iter_mut().find(|task| task.owner == "14" && task.due < Some(day("2022-04-01"))).unwrap();
    closed.status = TaskStatus::Confirmed;
    let closed = closed.id;
    let date = day("2022-10-20");
    sample.programme.successions.push(Succession { unit: "14".to_owned(), successor: "19".to_owned(), date });
    assert!(make(&mut tasks, &sample, day("2022-10-19")).is_empty());
    let count = tasks.len();
    let changes = make(&mut tasks, &sample, day("2022-10-20"));
    assert!(changes.made.is_empty() && !changes.moved.is_empty());
    assert!(changes.moved.iter().all(|task| task.owner == "19"));
    let left: Vec<_> = tasks.iter().filter(|task| task.owner == "14").map(|task| task.id).collect();
    assert_eq!((left, tasks.len()), (vec![closed], count));
    let next = make(&mut tasks, &sample, day("2023-01-01"));
    assert!(next.made.iter().any(|task| task.duty == "14.1" && task.owner == "19"));
    assert!(next.made.iter().all(|task| task.owner != "14"));
}

#[test]
fn a_line_a_step_and_a_date_that_change_move_and_make_tasks() {
    let mut sample = sample::programme();
    let mut tasks = Vec::new();
    let today = day("2022-10-08");
    make(&mut tasks, &sample, today);
    let at = sample.dossiers.iter().position(|dossier| dossier.community.code == "GT-0003").unwrap();
    let of = |tasks: &[DutyTask], duty: &str, entry| {
        tasks.iter().find(|task| task.duty == duty && task.project_community == Some(entry)).cloned()
    };
    let entry = sample.dossiers[at].project_community.id;

    // A line that brings a duty with it.
    assert_eq!(of(&tasks, "08.1", entry), None);
    let line = InvestmentLine { id: "U09".to_owned(), item: "U09".to_owned(), ..InvestmentLine::default() };
    sample.dossiers[at].project_community.lines.push(line);
    let changes = make(&mut tasks, &sample, today);
    assert_eq!(changes.made.iter().map(|task| task.duty.as_str()).collect::<Vec<_>>(), ["08.1"]);
    assert!(changes.moved.is_empty());

    // Its removal takes nothing away.
    sample.dossiers[at].project_community.lines.pop();
    assert!(make(&mut tasks, &sample, today).is_empty());
    assert!(of(&tasks, "08.1", entry).is_some());

    // A step that passes: its day counts, no longer the planned one.
    let planned_due = of(&tasks, "11.1", entry).unwrap().due.unwrap();
    let step = sample.dossiers[at].project.steps.iter_mut().find(|step| step.step == Step::S02).unwrap();
    (step.status, step.date) = (StepStatus::Passed, step.planned_on.map(|planned| planned + Days::new(3)));
    let changes = make(&mut tasks, &sample, today);
    assert!(changes.made.is_empty());
    assert_eq!(of(&tasks, "11.1", entry).unwrap().due, Some(planned_due + Days::new(3)));

    // A date that is taken back: the task is open without one.
    sample.dossiers[at].project.steps.retain(|step| step.step != Step::S02);
    make(&mut tasks, &sample, today);
    assert_eq!(of(&tasks, "11.1", entry).unwrap().due, None);
}

#[test]
fn nothing_is_made_for_the_time_before_the_programme_began() {
    let programme = Programme { active_from: Month::new(2022, 8), ..sample::programme().programme };
    let sample = SampleProgramme { programme, ..sample::programme() };
    let began = day("2022-08-01");
    let mut tasks = Vec::new();
    make(&mut tasks, &sample, day("2022-10-08"));
    let first: BTreeSet<String> = tasks
        .iter()
        .filter_map(|task| task.period)
        .filter(|period| period.first_day() <= began)
        .map(|period| period.to_string())
        .collect();
    assert_eq!(
        first,
        ["2022", "2022-08", "2022-Q3"].map(str::to_owned).into(),
        "the periods that hold its first month"
    );
    assert!(tasks.iter().filter(|task| task.period.is_some()).all(|task| task.created_on >= Some(began)));
    for task in &tasks {
        let is_late = matches!(standing(task, &sample.programme, day("2022-10-08")), DutyStanding::Overdue(_));
        assert!(!is_late || task.due >= Some(began), "{task:?}");
    }
}

#[test]
fn the_tasks_of_one_dossier_depend_on_no_other() {
    let sample = sample::over_months(12, 30, 5);
    let today = sample.programme.demonstration_date.unwrap();
    let all: BTreeMap<_, _> = planned(&sample, today).into_iter().map(|task| (task.id, task)).collect();
    let mut one_by_one: BTreeMap<_, _> =
        planned_of_programme(&sample.programme, today).into_iter().map(|task| (task.id, task)).collect();
    for dossier in &sample.dossiers {
        let facts = DutyFacts { programme: &sample.programme, dossiers: std::slice::from_ref(dossier) };
        one_by_one.extend(planned_of_dossiers(facts, today).into_iter().map(|task| (task.id, task)));
    }
    assert_eq!(one_by_one, all);
    assert_eq!(planned(&sample, today).len(), all.len(), "each once");
}
