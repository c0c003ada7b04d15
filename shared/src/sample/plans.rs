//! The annual plans of the sample programme; what they plan is what their communities add up to.

use super::build::{self, day, id};
use crate::{
    exact::Money,
    model::{AnnualPlan, Dossier, FiscalCapacity, InvestmentLine},
    policy::stages::{CapacityConclusion, PlanStatus},
};
use uuid::Uuid;

pub(super) fn plans(dossiers: &[Dossier]) -> Vec<AnnualPlan> {
    let issued = [(2022, "2021-12-20", "〔样例〕1号"), (2023, "2022-09-28", "〔样例〕2号")];
    let issued = issued.into_iter().map(|(year, date, doc_no)| AnnualPlan {
        status: PlanStatus::Issued,
        issued_on: day(date),
        doc_no: doc_no.to_owned(),
        ..draft(year, dossiers)
    });
    issued.chain([draft(2024, dossiers), draft(2025, dossiers)]).collect()
}

/// The plans of these years, each issued in the December before.
#[cfg(any(test, feature = "generator"))]
pub(super) fn issued(years: impl Iterator<Item = i32>, dossiers: &[Dossier]) -> Vec<AnnualPlan> {
    years
        .map(|year| AnnualPlan {
            status: PlanStatus::Issued,
            issued_on: chrono::NaiveDate::from_ymd_opt(year - 1, 12, 20),
            doc_no: "〔样例〕1号".to_owned(),
            ..draft(year, dossiers)
        })
        .collect()
}

/// What the county can bear in a year: 2,000.00 万元.
pub(super) fn capacity(year: i32) -> FiscalCapacity {
    FiscalCapacity {
        year,
        ceiling: Money::from_wan_hundredths(200_000),
        conclusion: CapacityConclusion::Bearable,
        ..FiscalCapacity::default()
    }
}

/// Identity of the plan of a year.
pub(super) fn of_year(year: i32) -> Uuid {
    id(0, build::PLAN, u128::from(year.unsigned_abs()))
}

fn draft(year: i32, dossiers: &[Dossier]) -> AnnualPlan {
    let plan = of_year(year);
    let planned = || dossiers.iter().filter(|dossier| dossier.project_community.plan == Some(plan));
    let members = || planned().map(|dossier| &dossier.project_community);
    let count = members().map(|_| 1).sum();
    let buildings = planned().flat_map(|dossier| &dossier.community.buildings);
    let buildings = buildings.filter(|building| building.in_scope).map(|_| 1).sum();
    AnnualPlan {
        id: plan,
        version: 1,
        year,
        batch: 1,
        planned_starts: count,
        planned_completions: count,
        planned_start_buildings: buildings,
        planned_completion_buildings: buildings,
        planned_households: members().map(|entry| entry.scope_households).sum(),
        planned_completion_households: members().map(|entry| entry.scope_households).sum(),
        planned_area: members().map(|entry| entry.scope_area).sum(),
        planned_completion_area: members().map(|entry| entry.scope_area).sum(),
        planned_invest: members().flat_map(|entry| &entry.lines).map(|line: &InvestmentLine| line.amount).sum(),
        ..AnnualPlan::default()
    }
}
