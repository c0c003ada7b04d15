//! Project communities with their lines and money.

use super::{day, from_json, json, line::line_row, money, read, read_optional, small};
use crate::{
    StorageError,
    entities::project_community::Model,
    rows::{Aggregate, Kind, Row},
};
use anju_domain::{
    exact::{Area, Money},
    model::{Disbursement, FundingCommitment, InvestmentLine, ProjectCommunity, Receipt},
};
use uuid::Uuid;

/// A project community's rows.
pub(crate) fn project_community_aggregate(
    programme: Uuid,
    entry: &ProjectCommunity,
) -> Result<Aggregate, StorageError> {
    let mut rows = vec![Row::ProjectCommunity(Model {
        id: entry.id,
        programme,
        version: entry.version,
        project: entry.project,
        community: entry.community,
        plan_year: i64::from(entry.plan_year),
        plan: entry.plan,
        entered_on: entry.entered_on.map(day),
        stage: entry.stage.code().to_owned(),
        scope_households: entry.scope_households,
        scope_area: entry.scope_area.hundredths(),
        scope_count: entry.scope_count,
        total_invest: entry.total_invest.map(Money::fen),
        planned_start: entry.planned_start.map(day),
        actual_start: entry.actual_start.map(day),
        planned_finish: entry.planned_finish.map(day),
        completed_on: entry.completed_on.map(day),
        withdrawn_on: entry.withdrawn_on.map(day),
        baseline: json(&entry.baseline)?,
    })];
    for (at, line) in entry.lines.iter().enumerate() {
        rows.push(Row::Line(line_row(programme, entry.id, at, line)?));
    }
    for (at, commitment) in entry.commitments.iter().enumerate() {
        rows.push(Row::Commitment(money::commitment_row(programme, entry.id, at, commitment)?));
    }
    let receipts = entry.receipts.iter().enumerate();
    rows.extend(receipts.map(|(at, receipt)| Row::Receipt(money::receipt_row(programme, entry.id, at, receipt))));
    let payments = entry.payments.iter().enumerate();
    rows.extend(payments.map(|(at, payment)| Row::Payment(money::payment_row(programme, entry.id, at, payment))));
    Ok(Aggregate::new(Kind::ProjectCommunity, entry.id, entry.version, rows))
}

/// The project community of a row, with these lines and this money.
pub(crate) fn project_community_of(
    row: Model,
    lines: Vec<InvestmentLine>,
    commitments: Vec<FundingCommitment>,
    receipts: Vec<Receipt>,
    payments: Vec<Disbursement>,
) -> Result<ProjectCommunity, StorageError> {
    Ok(ProjectCommunity {
        id: row.id,
        version: row.version,
        project: row.project,
        community: row.community,
        plan_year: small("project_community.plan_year", row.plan_year)?,
        plan: row.plan,
        entered_on: read_optional("project_community.entered_on", row.entered_on.as_deref())?,
        stage: read("project_community.stage", &row.stage)?,
        scope_households: row.scope_households,
        scope_area: Area::from_hundredths(row.scope_area),
        scope_count: row.scope_count,
        total_invest: row.total_invest.map(Money::from_fen),
        planned_start: read_optional("project_community.planned_start", row.planned_start.as_deref())?,
        actual_start: read_optional("project_community.actual_start", row.actual_start.as_deref())?,
        planned_finish: read_optional("project_community.planned_finish", row.planned_finish.as_deref())?,
        completed_on: read_optional("project_community.completed_on", row.completed_on.as_deref())?,
        withdrawn_on: read_optional("project_community.withdrawn_on", row.withdrawn_on.as_deref())?,
        opening: None,
        property_management: None,
        baseline: from_json("project_community.baseline", &row.baseline)?,
        lines,
        commitments,
        receipts,
        payments,
    })
}
