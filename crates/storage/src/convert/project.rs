//! Projects with the steps of their approvals. What rows of steps have no column for stands in the project's details, by
//! step: a column more would give every kept row another digest.

use super::{day, details, flag, from_json, json as json_of, place, read, read_optional, whole};
use crate::{
    StorageError,
    aggregate::{Aggregate, Kind},
    entities::{approval_step, project},
    rows::Row,
};
use anju_domain::{
    model::{ApprovalStep, Project},
    policy::approvals::Step,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
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
        details: with_step_details(&details(project, &COLUMNS)?, &project.steps)?,
    })];
    let steps = project.steps.iter().enumerate();
    rows.extend(steps.map(|(at, step)| Row::ApprovalStep(step_row(programme, project.id, at, step))));
    Aggregate::new(Kind::Project, project.id, project.version, rows)
}

/// What of a step has no column.
#[derive(Serialize, Deserialize)]
struct StepDetails {
    step: Step,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    submitted_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    limit_days: Option<u16>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    depth_confirmed: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    remark: String,
}

/// The field of the details that holds it; absent while there is nothing.
const STEP_DETAILS: &str = "step_details";

fn with_step_details(details: &str, steps: &[ApprovalStep]) -> Result<String, StorageError> {
    let of_steps: Vec<StepDetails> = steps
        .iter()
        .filter(|step| {
            step.submitted_on.is_some() || step.limit_days.is_some() || step.depth_confirmed || !step.remark.is_empty()
        })
        .map(|step| StepDetails {
            step: step.step,
            submitted_on: step.submitted_on,
            limit_days: step.limit_days,
            depth_confirmed: step.depth_confirmed,
            remark: step.remark.clone(),
        })
        .collect();
    if of_steps.is_empty() {
        return Ok(details.to_owned());
    }
    let mut fields: Map<String, Value> = from_json("project.details", details)?;
    fields.insert(STEP_DETAILS.to_owned(), from_json("project.details", &json_of(&of_steps)?)?);
    json_of(&fields)
}

/// Gives the steps what has no column.
fn read_step_details(details: &str, steps: &mut [ApprovalStep]) -> Result<(), StorageError> {
    #[derive(Deserialize)]
    struct Details {
        #[serde(default)]
        step_details: Vec<StepDetails>,
    }
    let details: Details = from_json("project.details", details)?;
    for of_step in details.step_details {
        if let Some(step) = steps.iter_mut().find(|step| step.step == of_step.step) {
            step.submitted_on = of_step.submitted_on;
            step.limit_days = of_step.limit_days;
            step.depth_confirmed = of_step.depth_confirmed;
            step.remark = of_step.remark;
        }
    }
    Ok(())
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
pub(crate) fn project_of(row: project::Model, mut steps: Vec<ApprovalStep>) -> Result<Project, StorageError> {
    read_step_details(&row.details, &mut steps)?;
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
    let step = read("approval_step.step", &row.step)?;
    Ok(ApprovalStep {
        status: read("approval_step.status", &row.status)?,
        planned_on: read_optional("approval_step.planned_on", row.planned_on.as_deref())?,
        date: read_optional("approval_step.date", row.date.as_deref())?,
        doc_no: row.doc_no,
        joint: flag("approval_step.joint", row.joint)?,
        ..ApprovalStep::new(step, read("approval_step.requirement", &row.requirement)?)
    })
}
