//! Loads tasks whole: a number of queries that does not grow with the rows.

use crate::{
    StorageError,
    convert::{evidence_of, task_of},
    entities::{duty_task, evidence, task_evidence},
};
use anju_domain::model::{DutyTask, Evidence};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use uuid::Uuid;

/// Those of these tasks that are there.
pub(crate) async fn these_tasks(
    db: &impl ConnectionTrait,
    programme: Uuid,
    ids: &[Uuid],
) -> Result<Vec<DutyTask>, StorageError> {
    let of = Condition::all()
        .add(duty_task::Column::Programme.eq(programme))
        .add(duty_task::Column::Id.is_in(ids.iter().copied()));
    tasks(db, of, Condition::all().add(task_evidence::Column::Task.is_in(ids.iter().copied()))).await
}

/// One task.
pub(crate) async fn task(db: &impl ConnectionTrait, programme: Uuid, id: Uuid) -> Result<DutyTask, StorageError> {
    let of = Condition::all().add(duty_task::Column::Programme.eq(programme)).add(duty_task::Column::Id.eq(id));
    let mut found = tasks(db, of, Condition::all().add(task_evidence::Column::Task.eq(id))).await?;
    found.pop().ok_or(StorageError::NotFound)
}

async fn tasks(
    db: &impl ConnectionTrait,
    of: Condition,
    evidence_of: Condition,
) -> Result<Vec<DutyTask>, StorageError> {
    let mut files: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    let links = task_evidence::Entity::find()
        .filter(evidence_of)
        .order_by_asc(task_evidence::Column::Task)
        .order_by_asc(task_evidence::Column::Position)
        .all(db)
        .await?;
    for link in links {
        files.entry(link.task).or_default().push(link.evidence);
    }
    let rows = duty_task::Entity::find().filter(of).order_by_asc(duty_task::Column::Id).all(db).await?;
    rows.into_iter().map(|row| task_of_files(row, &mut files)).collect()
}

fn task_of_files(row: duty_task::Model, files: &mut HashMap<Uuid, Vec<Uuid>>) -> Result<DutyTask, StorageError> {
    let own = files.remove(&row.id).unwrap_or_default();
    task_of(row, own)
}

/// The named files of a programme, in the order of their identities.
pub(crate) async fn evidence(
    db: &impl ConnectionTrait,
    programme: Uuid,
    ids: &[Uuid],
) -> Result<Vec<Evidence>, StorageError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = evidence::Entity::find()
        .filter(evidence::Column::Programme.eq(programme))
        .filter(evidence::Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(evidence::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(evidence_of).collect()
}
