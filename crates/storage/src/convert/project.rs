//! Projects with the steps of their approvals.

use super::{day, details, flag, place, read, read_optional, whole};
use crate::{
    StorageError,
    aggregate::{Aggregate, Kind},
    entities::{approval_step, project},
    rows::Row,
};
use anju_domain::model::{ApprovalStep, Project};
use serde_json::json;
use uuid::Uuid;

const COLUMNS: [&str; 7] = ["id", "version", "national_code", "name", "project_owner", "manager_name", "steps"];

/// A project's rows.
pub(crate) fn project_aggregate(programme: Uuid, project: &Project) -> Result<Aggregate, StorageError> {
    let mut rows = vec![Row::Project(project::Model {
        id: project.id,
        programme,
        version: project.version,
        national_code: project.national_code.clone(),
        name: project.name.clone(),
        project_owner: project.project_owner.clone(),
        manager_name: project.manager_name.clone(),
        details: details(project, &COLUMNS)?,
    })];
    let steps = project.steps.iter().enumerate();
    rows.extend(steps.map(|(at, step)| Row::ApprovalStep(step_row(programme, project.id, at, step))));
    Aggregate::new(Kind::Project, project.id, project.version, rows)
}

fn step_row(programme: Uuid, project: Uuid, at: usize, step: &ApprovalStep) -> approval_step::Model {
    approval_step::Model {
        project,
        position: place(at),
        programme,
        step: step.step.code().to_owned(),
        requirement: step.requirement.code().to_owned(),
        status: step.status.code().to_owned(),
        planned_on: step.planned_on.map(day),
        date: step.date.map(day),
        doc_no: step.doc_no.clone(),
        joint: i64::from(step.joint),
    }
}

/// The project of a row, with these steps.
pub(crate) fn project_of(row: project::Model, steps: Vec<ApprovalStep>) -> Result<Project, StorageError> {
    let project: Project = whole(
        "project.details",
        &row.details,
        [
            ("id", json!(row.id)),
            ("version", json!(row.version)),
            ("national_code", json!(row.national_code)),
            ("name", json!(row.name)),
            ("project_owner", json!(row.project_owner)),
            ("manager_name", json!(row.manager_name)),
        ],
    )?;
    Ok(Project { steps, ..project })
}

/// The step of a row.
pub(crate) fn step_of(row: approval_step::Model) -> Result<ApprovalStep, StorageError> {
    Ok(ApprovalStep {
        step: read("approval_step.step", &row.step)?,
        requirement: read("approval_step.requirement", &row.requirement)?,
        status: read("approval_step.status", &row.status)?,
        planned_on: read_optional("approval_step.planned_on", row.planned_on.as_deref())?,
        date: read_optional("approval_step.date", row.date.as_deref())?,
        doc_no: row.doc_no,
        joint: flag("approval_step.joint", row.joint)?,
    })
}
