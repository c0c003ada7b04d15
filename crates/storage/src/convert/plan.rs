//! Annual plans.

use super::{day, read, read_optional, small};
use crate::{
    StorageError,
    aggregate::{Aggregate, Kind},
    entities::annual_plan::Model,
    rows::Row,
};
use anju_domain::{
    exact::{Area, Money},
    model::AnnualPlan,
};
use uuid::Uuid;

/// A plan's row.
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
    Aggregate::new(Kind::AnnualPlan, plan.id, plan.version, vec![Row::AnnualPlan(row)])
}

/// The plan of a row.
pub(crate) fn plan_of(row: Model) -> Result<AnnualPlan, StorageError> {
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
    })
}
