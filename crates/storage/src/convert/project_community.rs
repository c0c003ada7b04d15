//! Project communities with their lines and money.

use super::{day, from_json, json, line::line_row, money, read, read_optional, small};
use crate::{
    StorageError,
    aggregate::{Aggregate, KeptRow, Kind},
    entities::project_community::Model,
    rows::Row,
};
use anju_domain::{
    exact::{Area, Money},
    model::{
        ConsentRound, Disbursement, FactRecord, FundingCommitment, InvestmentLine, MoneyCorrection, OpeningBalance,
        ProjectCommunity, PropertyManagement, Receipt, StageRecord,
    },
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use uuid::Uuid;

/// A project community as it was, with its rows.
pub(crate) type Before<'a> = (&'a ProjectCommunity, &'a [Arc<KeptRow>]);

/// A project community's rows; those of parts that stand as before are the same.
pub(crate) fn project_community_aggregate(
    programme: Uuid,
    entry: &ProjectCommunity,
    before: Option<Before<'_>>,
) -> Result<Aggregate, StorageError> {
    let (was, rows) = before.unzip();
    let mut parts = Parts { old: rows.unwrap_or_default(), rows: Vec::new() };
    parts.push(was.map(std::slice::from_ref), std::slice::from_ref(entry), |_, entry| own_row(programme, entry))?;
    parts.push(was.map(|was| was.lines.as_slice()), &entry.lines, |at, line| {
        Ok(Row::Line(line_row(programme, entry.id, at, line)?))
    })?;
    parts.push(was.map(|was| was.commitments.as_slice()), &entry.commitments, |at, commitment| {
        Ok(Row::Commitment(money::commitment_row(programme, entry.id, at, commitment)?))
    })?;
    parts.push(was.map(|was| was.receipts.as_slice()), &entry.receipts, |at, receipt| {
        Ok(Row::Receipt(money::receipt_row(programme, entry.id, at, receipt)))
    })?;
    parts.push(was.map(|was| was.payments.as_slice()), &entry.payments, |at, payment| {
        Ok(Row::Payment(money::payment_row(programme, entry.id, at, payment)))
    })?;
    Ok(Aggregate { kind: Kind::ProjectCommunity, id: entry.id, version: entry.version, rows: parts.rows.into() })
}

/// The rows of an aggregate while they are made, one list of parts after the other.
struct Parts<'a> {
    /// The rows as they were, of the lists that are still to come.
    old: &'a [Arc<KeptRow>],
    rows: Vec<Arc<KeptRow>>,
}

impl Parts<'_> {
    fn push<T: PartialEq>(
        &mut self,
        before: Option<&[T]>,
        after: &[T],
        row: impl Fn(usize, &T) -> Result<Row, StorageError>,
    ) -> Result<(), StorageError> {
        let before = before.unwrap_or_default();
        let (old, rest) = self.old.split_at(before.len().min(self.old.len()));
        self.old = rest;
        for (at, part) in after.iter().enumerate() {
            let same = old.get(at).filter(|_| before.get(at) == Some(part));
            self.rows.push(match same {
                Some(kept) => Arc::clone(kept),
                None => KeptRow::new(row(at, part)?)?,
            });
        }
        Ok(())
    }
}

fn own_row(programme: Uuid, entry: &ProjectCommunity) -> Result<Row, StorageError> {
    Ok(Row::ProjectCommunity(Model {
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
        details: json(&Details {
            opening: entry.opening.clone(),
            fact_records: entry.fact_records.clone(),
            consent_rounds: entry.consent_rounds.clone(),
            stage_records: entry.stage_records.clone(),
            property_management: entry.property_management.clone(),
            money_corrections: entry.money_corrections.clone(),
        })?,
    }))
}

/// What of a project community is only read whole.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Details {
    #[serde(skip_serializing_if = "Option::is_none")]
    opening: Option<OpeningBalance>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fact_records: Vec<FactRecord>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    consent_rounds: Vec<ConsentRound>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    stage_records: Vec<StageRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    property_management: Option<PropertyManagement>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    money_corrections: Vec<MoneyCorrection>,
}

/// The opening balance in the details of a row.
pub(crate) fn opening_of(details: &str) -> Result<Option<OpeningBalance>, StorageError> {
    #[derive(Deserialize)]
    struct Opening {
        #[serde(default)]
        opening: Option<OpeningBalance>,
    }
    Ok(from_json::<Opening>("project_community.details", details)?.opening)
}

/// The project community of a row, with these lines and this money.
pub(crate) fn project_community_of(
    row: Model,
    lines: Vec<InvestmentLine>,
    commitments: Vec<FundingCommitment>,
    receipts: Vec<Receipt>,
    payments: Vec<Disbursement>,
) -> Result<ProjectCommunity, StorageError> {
    let details: Details = from_json("project_community.details", &row.details)?;
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
        opening: details.opening,
        fact_records: details.fact_records,
        consent_rounds: details.consent_rounds,
        stage_records: details.stage_records,
        property_management: details.property_management,
        money_corrections: details.money_corrections,
        baseline: from_json("project_community.baseline", &row.baseline)?,
        lines,
        commitments,
        receipts,
        payments,
    })
}
