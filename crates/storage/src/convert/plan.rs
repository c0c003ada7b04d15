//! Annual plans.

use super::{day, from_json, json, read, read_optional, small};
use crate::{
    StorageError,
    aggregate::{Aggregate, Kind},
    entities::{annual_plan::Model, plan_detail},
    rows::Row,
};
use anju_domain::{
    exact::{Area, Money},
    model::{AnnualPlan, PlanEvent},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A plan's rows.
pub(crate) fn plan_aggregate(programme: Uuid, plan: &AnnualPlan) -> Result<Aggregate, StorageError> {
    let row = Model {
        id: plan.id,
        programme,
        version: plan.version,
        year: i64::from(plan.year),
        batch: plan.batch,
        status: plan.status.code().to_owned(),
        issued_on: plan.issued_on.map(day),
        doc_no: plan.doc_no.clone(),
        planned_starts: plan.planned_starts,
        planned_completions: plan.planned_completions,
        planned_households: plan.planned_households,
        planned_area: plan.planned_area.hundredths(),
        planned_invest: plan.planned_invest.fen(),
    };
    let mut rows = vec![Row::AnnualPlan(row)];
    let details = Details::of(plan);
    if details != Details::default() {
        rows.push(Row::PlanDetail(plan_detail::Model { plan: plan.id, programme, details: json(&details)? }));
    }
    Aggregate::new(Kind::AnnualPlan, plan.id, plan.version, rows)
}

/// What of a plan is only read whole.
#[derive(Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Details {
    start_buildings: i64,
    completion_buildings: i64,
    completion_households: i64,
    completion_area: Area,
    events: Vec<PlanEvent>,
}

impl Details {
    fn of(plan: &AnnualPlan) -> Self {
        Self {
            start_buildings: plan.planned_start_buildings,
            completion_buildings: plan.planned_completion_buildings,
            completion_households: plan.planned_completion_households,
            completion_area: plan.planned_completion_area,
            events: plan.events.clone(),
        }
    }
}

/// The plan of a row, with its details where there are some.
pub(crate) fn plan_of(row: Model, details: Option<&plan_detail::Model>) -> Result<AnnualPlan, StorageError> {
    let details: Details = match details {
        Some(row) => from_json("plan_detail.details", &row.details)?,
        None => Details::default(),
    };
    Ok(AnnualPlan {
        id: row.id,
        version: row.version,
        year: small("annual_plan.year", row.year)?,
        batch: row.batch,
        status: read("annual_plan.status", &row.status)?,
        issued_on: read_optional("annual_plan.issued_on", row.issued_on.as_deref())?,
        doc_no: row.doc_no,
        planned_starts: row.planned_starts,
        planned_completions: row.planned_completions,
        planned_households: row.planned_households,
        planned_area: Area::from_hundredths(row.planned_area),
        planned_invest: Money::from_fen(row.planned_invest),
        planned_start_buildings: details.start_buildings,
        planned_completion_buildings: details.completion_buildings,
        planned_completion_households: details.completion_households,
        planned_completion_area: details.completion_area,
        events: details.events,
    })
}
