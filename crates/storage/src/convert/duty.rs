//! Tasks of duties, and the files that show that something was done.

use super::{day, from_json, json, place, read, read_optional};
use crate::{
    StorageError,
    aggregate::{Aggregate, Kind},
    entities::{duty_task, evidence, task_evidence},
    rows::Row,
};
use anju_domain::model::{DutyTask, Evidence};
use uuid::Uuid;

/// A task's rows.
pub(crate) fn task_aggregate(programme: Uuid, task: &DutyTask) -> Result<Aggregate, StorageError> {
    let mut rows = vec![Row::DutyTask(duty_task::Model {
        id: task.id,
        programme,
        version: task.version,
        duty: task.duty.clone(),
        owner: task.owner.clone(),
        period: task.period.map(|period| period.to_string()),
        project_community: task.project_community,
        occasion: task.occasion.clone(),
        created_on: task.created_on.map(day),
        due: task.due.map(day),
        status: task.status.code().to_owned(),
        report: task.report.clone(),
        reason: task.reason.clone(),
        submitter: task.submitter.clone(),
        first_submitted_on: task.first_submitted_on.map(day),
        submitted_on: task.submitted_on.map(day),
        history: json(&task.history)?,
    })];
    rows.extend(task.evidence.iter().enumerate().map(|(at, evidence)| {
        Row::TaskEvidence(task_evidence::Model { task: task.id, position: place(at), programme, evidence: *evidence })
    }));
    Aggregate::new(Kind::DutyTask, task.id, task.version, rows)
}

/// The task of a row, with its files.
pub(crate) fn task_of(row: duty_task::Model, evidence: Vec<Uuid>) -> Result<DutyTask, StorageError> {
    Ok(DutyTask {
        id: row.id,
        version: row.version,
        period: read_optional("duty_task.period", row.period.as_deref())?,
        project_community: row.project_community,
        created_on: read_optional("duty_task.created_on", row.created_on.as_deref())?,
        due: read_optional("duty_task.due", row.due.as_deref())?,
        status: read("duty_task.status", &row.status)?,
        first_submitted_on: read_optional("duty_task.first_submitted_on", row.first_submitted_on.as_deref())?,
        submitted_on: read_optional("duty_task.submitted_on", row.submitted_on.as_deref())?,
        history: from_json("duty_task.history", &row.history)?,
        duty: row.duty,
        owner: row.owner,
        occasion: row.occasion,
        report: row.report,
        reason: row.reason,
        submitter: row.submitter,
        evidence,
    })
}

/// A file's row. It never changes, so its version is always the first.
pub(crate) fn evidence_aggregate(programme: Uuid, file: &Evidence) -> Result<Aggregate, StorageError> {
    let row = Row::Evidence(evidence::Model {
        id: file.id,
        programme,
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        size: file.size,
        sha256: file.sha256.clone(),
        owner: file.owner.clone(),
        uploaded_by: file.uploaded_by.clone(),
        uploaded_on: file.uploaded_on.map(day),
    });
    Aggregate::new(Kind::Evidence, file.id, 1, vec![row])
}

/// The file of a row.
pub(crate) fn evidence_of(row: evidence::Model) -> Result<Evidence, StorageError> {
    Ok(Evidence {
        id: row.id,
        name: row.name,
        media_type: row.media_type,
        size: row.size,
        sha256: row.sha256,
        owner: row.owner,
        uploaded_by: row.uploaded_by,
        uploaded_on: read_optional("evidence.uploaded_on", row.uploaded_on.as_deref())?,
    })
}
