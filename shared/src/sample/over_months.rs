//! A programme that has gone on for months: communities drawn from a seed, spread over its years, each as far as works of
//! its year are, with a task for everything that its units had to do. For measuring at the size of a large county.

mod states;

use super::{SampleProgramme, many, plans, programme_from, random, random::Seeded, with_plans};
use crate::{
    duties::{DutyFacts, planned_tasks, reconcile},
    exact::Month,
    model::{Dossier, DutyTask},
    policy::stages::Stage,
};
use chrono::{Days, NaiveDate};

/// The months of the five years of the programme.
pub const MOST_MONTHS: u16 = 60;
/// Days from the planned start to the day when works are done.
const WORKS: Days = Days::new(200);
/// Days from the planned start within which works begin, and in which they are 新开工.
const BEGINS: Days = Days::new(20);
const IS_NEW: Days = Days::new(50);
/// One in so many communities of the last year is late and still under works, has begun late, or has not begun yet.
const LATE: u64 = 4;
const BEGAN_LATE: u64 = 12;
const NOT_BEGUN: u64 = 20;
/// One in so many communities was taken out of the programme before its works began, in the month of May.
const TAKEN_OUT: u64 = 50;
const MAY: u32 = 5;

/// A programme of so many communities on the last day of its month number `months`, the first being January 2021; marked
/// 样例, and the same for the same numbers and seed.
pub fn over_months(communities: u16, months: u16, seed: u64) -> SampleProgramme {
    let first = Month::new(2021, 1);
    let months_on = usize::from(months.clamp(1, MOST_MONTHS)) - 1;
    let last = std::iter::successors(first, |month| Some(month.next())).nth(months_on);
    let (first_year, last_year) = (first.map_or(0, Month::year), last.map_or(0, Month::year));
    let as_of = last.map(Month::last_day).unwrap_or_default();
    let mut random = Seeded::new(seed);
    let dossiers: Vec<Dossier> = (1..=communities)
        .map(|number| {
            let plan_year = i32::try_from(random.between(first_year.into(), last_year.into())).unwrap_or(last_year);
            of_year(plan_year, as_of, number, &mut random)
        })
        .collect();
    let plans = plans::issued(first_year..=last_year, &dossiers);
    with_plans(programme_from(first, Some(as_of)), plans, dossiers)
}

/// Every task of such a programme on its day, most of them confirmed; what is not is drawn from the seed.
pub fn duty_tasks_over_months(sample: &SampleProgramme, seed: u64) -> Vec<DutyTask> {
    let today = sample.programme.demonstration_date.unwrap_or_default();
    let facts = DutyFacts { programme: &sample.programme, dossiers: &sample.dossiers };
    let mut tasks = reconcile(&[], planned_tasks(facts, today)).made;
    for task in &mut tasks {
        states::draw(task, today, seed);
        task.version = 1;
    }
    tasks
}

/// A community of a plan year as it is on a day.
fn of_year(plan_year: i32, as_of: NaiveDate, number: u16, random: &mut Seeded) -> Dossier {
    let taken_out_on =
        NaiveDate::from_ymd_opt(plan_year, MAY, 20).filter(|day| *day < as_of && random.once_in(TAKEN_OUT));
    let stage = if taken_out_on.is_some() { Stage::Reserve } else { stage_on(plan_year, as_of, random) };
    let mut dossier = random::valid::dossier_at(plan_year, stage, 0, random);
    let Dossier { community, project, project_community: entry, reports, .. } = &mut dossier;
    many::name(community, project, number);
    entry.version = 1;
    if taken_out_on.is_some() {
        (entry.stage, entry.withdrawn_on) = (Stage::Withdrawn, taken_out_on);
    }
    entry.plan = Some(plans::of_year(plan_year));
    entry.entered_on = NaiveDate::from_ymd_opt(plan_year - 1, 12, 20);
    // What had happened by the day: works that go on have reported no month that has not ended.
    reports.retain(|report| report.period.last_day() < as_of);
    dossier
}

fn stage_on(plan_year: i32, as_of: NaiveDate, random: &mut Seeded) -> Stage {
    use chrono::Datelike;
    let after = |days| NaiveDate::from_ymd_opt(plan_year, 4, 10)?.checked_add_days(days);
    let is_past = |days| after(days).is_some_and(|day| day < as_of);
    let is_last_year = plan_year == as_of.year();
    match () {
        () if !is_past(BEGINS) || (is_last_year && random.once_in(NOT_BEGUN)) => Stage::Reserve,
        () if !is_past(IS_NEW) || (is_last_year && random.once_in(BEGAN_LATE)) => Stage::NewStart,
        () if !is_past(WORKS) || (is_last_year && random.once_in(LATE)) => Stage::UnderWay,
        () => Stage::Completed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        duties::{counts_as_due, listed},
        facts::ProjectFacts,
        finding::{Gate, Severity},
        model::ProjectCommunity,
        policy::stages::TaskStatus,
        rules,
    };
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn the_same_numbers_and_seed_give_the_same_programme() {
        let one = over_months(20, 30, 7);
        assert_eq!(one, over_months(20, 30, 7));
        assert_ne!(one.dossiers, over_months(20, 30, 8).dossiers);
        assert_eq!(duty_tasks_over_months(&one, 7), duty_tasks_over_months(&one, 7));
        assert_ne!(duty_tasks_over_months(&one, 7), duty_tasks_over_months(&one, 8));
        assert_eq!(one.programme.demonstration_date, NaiveDate::from_ymd_opt(2023, 6, 30));
    }

    #[test]
    fn nothing_stops_any_of_them_at_the_gates_that_it_has_passed() {
        for months in [1, 4, 6, 13, 42, MOST_MONTHS] {
            let made = over_months(60, months, u64::from(months));
            let today = made.programme.demonstration_date.unwrap();
            for dossier in &made.dossiers {
                let passed: &[Gate] = match dossier.project_community.stage {
                    Stage::Completed => &[Gate::G0, Gate::G1, Gate::G2, Gate::G3, Gate::G4],
                    Stage::NewStart | Stage::UnderWay => &[Gate::G0, Gate::G1, Gate::G2, Gate::G3],
                    _ => &[Gate::G0, Gate::G1],
                };
                for gate in passed {
                    let found = rules::check(&ProjectFacts::of(dossier, today), *gate);
                    let stopping: Vec<_> = found.iter().filter(|one| one.severity == Severity::E).collect();
                    assert!(stopping.is_empty(), "{} at {gate:?}: {stopping:?}", dossier.community.code);
                }
            }
        }
    }

    #[test]
    fn identities_and_codes_occur_once_and_plans_add_up() {
        let made = over_months(200, MOST_MONTHS, 1);
        let mut ids: Vec<_> = made.plans.iter().map(|plan| plan.id).collect();
        for dossier in &made.dossiers {
            let entry = &dossier.project_community;
            assert_eq!((entry.community, entry.project), (dossier.community.id, dossier.project.id));
            ids.extend([entry.id, dossier.project.id, dossier.community.id]);
            ids.extend(entry.commitments.iter().map(|one| one.id));
            ids.extend(entry.receipts.iter().map(|one| one.id));
            ids.extend(entry.payments.iter().map(|one| one.id));
            ids.extend(dossier.reports.iter().map(|one| one.id));
        }
        ids.extend(duty_tasks_over_months(&made, 1).iter().map(|task| task.id));
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        assert_eq!(made.plans.iter().map(|plan| plan.planned_starts).sum::<i64>(), 200);
        let stages: BTreeSet<&str> = made.dossiers.iter().map(|one| one.project_community.stage.code()).collect();
        assert_eq!(stages, Stage::ALL.iter().map(|stage| stage.code()).collect());
        let money =
            |of: fn(&ProjectCommunity) -> bool| made.dossiers.iter().filter(|one| of(&one.project_community)).count();
        assert!(money(|entry| !entry.receipts.is_empty()) > 100 && money(|entry| !entry.payments.is_empty()) > 100);
        assert!(made.dossiers.iter().all(|one| !one.project.steps.is_empty()));
        assert!(made.dossiers.iter().filter(|one| !one.reports.is_empty()).count() > 100);
    }

    #[test]
    fn every_unit_has_its_tasks_and_most_are_confirmed() {
        let made = over_months(120, MOST_MONTHS, 3);
        let today = made.programme.demonstration_date.unwrap();
        let tasks = duty_tasks_over_months(&made, 3);
        let mut of = BTreeMap::<TaskStatus, usize>::new();
        for task in tasks.iter().filter(|task| counts_as_due(task, &made.programme, today)) {
            *of.entry(task.status).or_default() += 1;
        }
        let count = |status| of.get(&status).copied().unwrap_or_default();
        let due: usize = of.values().sum();
        assert!(count(TaskStatus::Confirmed) * 10 > due * 9, "{of:?}");
        for status in [TaskStatus::Open, TaskStatus::Submitted, TaskStatus::Returned] {
            assert!(count(status) > 0, "{status:?}");
        }
        let units: BTreeSet<&str> = tasks.iter().map(|task| task.owner.as_str()).collect();
        assert!(
            crate::policy::units::UNITS
                .iter()
                .filter(|unit| unit.has_checklist())
                .all(|unit| units.contains(unit.code))
        );
        for task in &tasks {
            assert!(listed(&task.duty).is_some());
            let days = task.history.iter().map(|event| event.on);
            assert!(days.clone().is_sorted() && days.clone().all(|day| day <= today), "{task:?}");
            assert_eq!(task.history.last().map_or(task.status, |event| event.status), task.status);
        }
    }
}
