//! Saving how much of a community is renovated and when (改造规模与计划): households, area and buildings as stated, the
//! investment as stated, planned start and completion, planned progress by month. What has happened (actual start,
//! completion, 调出) is the matter of acts of its own.

use super::{
    Act, Decision,
    entered::{LARGEST, are_too_many, decided, is_too_large, is_year},
};
use crate::{
    exact::{Area, Money, Month, Progress},
    finding::Finding,
    language::Text,
    model::{Baseline, Dossier, ProjectCommunity},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Saving scope and schedule.
#[derive(Clone, Copy, Debug)]
pub struct SaveSchedule;

/// Scope and schedule as a person enters them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ScheduleEntry {
    /// 计划年度; it stays once the community is in a plan.
    pub plan_year: i32,
    /// 改造户数
    pub scope_households: i64,
    /// 改造面积, in hundredths of ㎡
    pub scope_area: Area,
    /// 改造楼栋数
    #[serde(default)]
    pub scope_count: Option<i64>,
    /// 总投资, in fen
    #[serde(default)]
    pub total_invest: Option<Money>,
    /// 计划开工
    #[serde(default)]
    pub planned_start: Option<NaiveDate>,
    /// 计划竣工
    #[serde(default)]
    pub planned_finish: Option<NaiveDate>,
    /// 计划进度, by month
    #[serde(default)]
    pub baseline: Vec<PlannedMonth>,
}

/// The planned progress at a month's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlannedMonth {
    /// The month.
    pub period: Month,
    /// In tenths of a percent, 0 to 1000.
    pub cum_progress: Progress,
}

impl From<&ProjectCommunity> for ScheduleEntry {
    fn from(entry: &ProjectCommunity) -> Self {
        Self {
            plan_year: entry.plan_year,
            scope_households: entry.scope_households,
            scope_area: entry.scope_area,
            scope_count: entry.scope_count,
            total_invest: entry.total_invest,
            planned_start: entry.planned_start,
            planned_finish: entry.planned_finish,
            baseline: entry
                .baseline
                .iter()
                .map(|month| PlannedMonth { period: month.period, cum_progress: month.cum_progress })
                .collect(),
        }
    }
}

impl ScheduleEntry {
    /// The stored project community with what was entered.
    #[must_use]
    pub fn onto(&self, entry: ProjectCommunity) -> ProjectCommunity {
        ProjectCommunity {
            plan_year: self.plan_year,
            scope_households: self.scope_households,
            scope_area: self.scope_area,
            scope_count: self.scope_count,
            total_invest: self.total_invest,
            planned_start: self.planned_start,
            planned_finish: self.planned_finish,
            baseline: self
                .baseline
                .iter()
                .map(|month| Baseline { period: month.period, cum_progress: month.cum_progress })
                .collect(),
            ..entry
        }
    }
}

/// What no rule can read in scope and schedule. Paths are fields; `baseline/INDEX` for a month.
pub fn malformed_schedule(entry: &ScheduleEntry, before: &ProjectCommunity) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut say = |field: &str, why| found.push(Finding::malformed(field, why));
    if !is_year(entry.plan_year) {
        say("plan_year", "no_such_year");
    } else if before.plan.is_some() && entry.plan_year != before.plan_year {
        say("plan_year", "year_of_its_plan");
    }
    let counts = [
        ("scope_households", entry.scope_households),
        ("scope_area", entry.scope_area.hundredths()),
        ("scope_count", entry.scope_count.unwrap_or_default()),
    ];
    for (field, count) in counts {
        if count < 0 {
            say(field, "below_zero");
        } else if count > LARGEST {
            say(field, "count_too_large");
        }
    }
    match entry.total_invest {
        Some(total) if total <= Money::ZERO => say("total_invest", "not_above_zero"),
        Some(total) if is_too_large(total) => say("total_invest", "too_large"),
        _ => {}
    }
    if let (Some(start), Some(finish)) = (entry.planned_start, entry.planned_finish)
        && finish < start
    {
        say("planned_finish", "finish_before_start");
    }
    if are_too_many(&entry.baseline) {
        say("baseline", "too_many_rows");
        return found;
    }
    let mut last: Option<PlannedMonth> = None;
    for (index, month) in entry.baseline.iter().enumerate() {
        let place = format!("baseline/{index}");
        if !(Progress::default()..=Progress::COMPLETE).contains(&month.cum_progress) {
            found.push(Finding::malformed(place, "progress_out_of_range"));
        } else if last.is_some_and(|last| last.period >= month.period) {
            found.push(Finding::malformed(place, "months_out_of_order"));
        } else if last.is_some_and(|last| last.cum_progress > month.cum_progress) {
            found.push(Finding::malformed(place, "planned_progress_falls"));
        }
        last = Some(*month);
    }
    found
}

impl Act for SaveSchedule {
    const NAME: &'static str = "save_schedule";
    const TITLE: Text = Text::new("保存改造规模与计划", "Save scope and schedule");
    type Request = ScheduleEntry;
    type Facts = Dossier;
    type Changes = ProjectCommunity;

    fn decide(
        facts: &Dossier,
        request: &ScheduleEntry,
        today: NaiveDate,
    ) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        let malformed = malformed_schedule(request, &facts.project_community);
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let entry = request.onto(facts.project_community.clone());
        let after = Dossier { project_community: entry.clone(), ..facts.clone() };
        // Whether stated figures equal the buildings is asked before the plan.
        decided(&after, today, |_| false, entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::ProjectCommunity, sample};
    use uuid::Uuid;

    fn whys(change: impl FnOnce(&mut ScheduleEntry, &mut ProjectCommunity)) -> Vec<(String, String)> {
        let mut facts = sample::of_code("GT-0002");
        let mut entry = ScheduleEntry::from(&facts.project_community);
        change(&mut entry, &mut facts.project_community);
        match SaveSchedule::decide(&facts, &entry, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()) {
            Ok(decision) => {
                assert_eq!(ScheduleEntry::from(&decision.changes), entry);
                assert_eq!(decision.changes.lines, facts.project_community.lines);
                Vec::new()
            }
            Err(found) => {
                found.iter().map(|f| (f.path.clone(), f.params.text("why").unwrap_or(&f.rule).to_owned())).collect()
            }
        }
    }

    fn month(period: &str, tenths: i64) -> PlannedMonth {
        PlannedMonth { period: period.parse().unwrap(), cum_progress: Progress::from_tenths(tenths) }
    }

    fn one(path: &str, why: &str) -> Vec<(String, String)> {
        vec![(path.to_owned(), why.to_owned())]
    }

    #[test]
    fn both_sides_of_each_edge() {
        assert!(whys(|_, _| {}).is_empty());
        assert!(whys(|entry, _| entry.scope_households = 0).is_empty(), "R-08 asks before the plan");
        assert_eq!(whys(|entry, _| entry.scope_households = -1), one("scope_households", "below_zero"));
        assert_eq!(whys(|entry, _| entry.scope_area = Area::from_hundredths(-1)), one("scope_area", "below_zero"));
        assert_eq!(whys(|entry, _| entry.scope_count = Some(i64::MAX)), one("scope_count", "count_too_large"));
        assert_eq!(whys(|entry, _| entry.total_invest = Some(Money::ZERO)), one("total_invest", "not_above_zero"));
        let day = |day| NaiveDate::from_ymd_opt(2024, 4, day);
        assert!(whys(|entry, _| (entry.planned_start, entry.planned_finish) = (day(2), day(2))).is_empty());
        assert_eq!(
            whys(|entry, _| (entry.planned_start, entry.planned_finish) = (day(2), day(1))),
            one("planned_finish", "finish_before_start")
        );
        assert_eq!(whys(|entry, _| entry.plan_year = 0), one("plan_year", "no_such_year"));
    }

    #[test]
    fn the_plan_year_stays_once_it_is_in_a_plan() {
        assert!(whys(|entry, _| entry.plan_year += 1).is_empty());
        let moved = whys(|entry, stored| {
            stored.plan = Some(Uuid::from_u128(1));
            entry.plan_year += 1;
        });
        assert_eq!(moved, one("plan_year", "year_of_its_plan"));
    }

    #[test]
    fn planned_progress_grows_month_by_month() {
        let with = |list: Vec<PlannedMonth>| whys(|entry, _| entry.baseline = list);
        assert!(with(vec![month("2024-04", 0), month("2024-06", 500), month("2024-07", 1000)]).is_empty());
        assert_eq!(with(vec![month("2024-04", 1001)]), one("baseline/0", "progress_out_of_range"));
        assert_eq!(with(vec![month("2024-04", -1)]), one("baseline/0", "progress_out_of_range"));
        assert_eq!(with(vec![month("2024-05", 10), month("2024-05", 20)]), one("baseline/1", "months_out_of_order"));
        assert_eq!(with(vec![month("2024-05", 20), month("2024-06", 10)]), one("baseline/1", "planned_progress_falls"));
    }
}
