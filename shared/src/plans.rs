//! How an annual plan stands: what it plans, what of it has come about, what its communities ask of the county's purse.
//! The page, its file, the acts and R-31 read the same sums.

use crate::{
    exact::{Area, Money},
    indicators::{CommunityFacts, ProgrammeFacts},
    model::AnnualPlan,
    policy::stages::Stage,
};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Communities with their size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Communities.
    pub communities: i64,
    /// Buildings in scope.
    pub buildings: i64,
    /// 改造户数
    pub households: i64,
    /// 改造面积
    pub area: Area,
}

impl Size {
    /// The size of these communities together.
    pub fn of<'a>(communities: impl IntoIterator<Item = &'a CommunityFacts>) -> Self {
        communities.into_iter().fold(Self::default(), |sum, one| Self {
            communities: sum.communities.saturating_add(1),
            buildings: sum.buildings.saturating_add(i64::try_from(one.buildings.len()).unwrap_or(i64::MAX)),
            households: sum.households.saturating_add(one.households),
            area: sum.area.plus(one.area),
        })
    }
}

/// How a plan stands on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanStanding {
    /// What it means to start.
    pub planned_starts: Size,
    /// What it means to complete.
    pub planned_completions: Size,
    /// What was entered into it and was not 调出.
    pub entered: Size,
    /// Σ of the lines of what was entered.
    pub entered_invest: Money,
    /// What was started in its year.
    pub started: Size,
    /// What was completed in its year.
    pub completed: Size,
}

impl PlanStanding {
    /// How a plan stands on the day of the facts.
    pub fn of(facts: &ProgrammeFacts, plan: &AnnualPlan) -> Self {
        let in_year = |day: Option<NaiveDate>| day.is_some_and(|day| day.year() == plan.year && day <= facts.as_of);
        let all = || facts.communities.iter();
        Self {
            planned_starts: Size {
                communities: plan.planned_starts,
                buildings: plan.planned_start_buildings,
                households: plan.planned_households,
                area: plan.planned_area,
            },
            planned_completions: Size {
                communities: plan.planned_completions,
                buildings: plan.planned_completion_buildings,
                households: plan.planned_completion_households,
                area: plan.planned_completion_area,
            },
            entered: Size::of(Self::members(facts, plan.year)),
            entered_invest: Self::members(facts, plan.year).map(CommunityFacts::total).sum(),
            started: Size::of(all().filter(|community| in_year(community.actual_start))),
            completed: Size::of(all().filter(|community| in_year(community.completed_on))),
        }
    }

    /// The communities that were entered into the plans of a year, without those that were 调出.
    pub fn members(facts: &ProgrammeFacts, year: i32) -> impl Iterator<Item = &CommunityFacts> {
        let plans: BTreeSet<_> = facts.plans.iter().filter(|plan| plan.year == year).map(|plan| plan.id).collect();
        facts.communities.iter().filter(move |community| {
            community.stage != Stage::Withdrawn && community.plan.is_some_and(|plan| plans.contains(&plan))
        })
    }

    /// What the communities of a year's plans count at G1 (A-08: 拟争取 and 落实), by funding code.
    pub fn counted(facts: &ProgrammeFacts, year: i32) -> Vec<(String, Money)> {
        let mut sums: BTreeMap<&str, Money> = BTreeMap::new();
        for source in Self::members(facts, year).flat_map(|community| &community.sources) {
            let sum = sums.entry(&source.funding).or_default();
            *sum = sum.plus(source.secured).plus(source.applied_for);
        }
        sums.into_iter().map(|(funding, sum)| (funding.to_owned(), sum)).collect()
    }
}
