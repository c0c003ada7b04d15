//! Makes the tasks that ought to be there. The domain says which; made twice, they are still one.

use super::{load::all_tasks, perform::label};
use crate::{
    Storage, StorageError, Who,
    audit::{Left, Said},
    changed_rows::write_difference,
    convert::task_aggregate,
    group::Group,
    load::{Wanted, load_dossiers, load_plans, load_programme},
    rows::{Row, insert},
};
use anju_domain::{
    duties::{DutyFacts, TaskChanges, planned_tasks, reconcile},
    model::DutyTask,
};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ConnectionTrait;
use serde_json::json;
use std::collections::HashMap;
use uuid::Uuid;

/// Name of the act in the audit log.
const MAKE: &str = "make_duties";
/// How many tasks an entry of the audit log names; it counts all of them.
const NAMED: usize = 50;

impl Storage {
    /// Makes and moves the tasks of a programme so that they are those of this day; gives how many were made or moved.
    /// Nothing is written, and nothing is entered into the audit log, when all are there.
    ///
    /// # Errors
    /// Those of any write.
    pub async fn make_duties(
        &self,
        programme: Uuid,
        who: &Who,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<usize, StorageError> {
        // Looked at first past the writer: most often there is nothing to do.
        if changes(&self.shared.snapshot().await?, programme, today).await?.1.is_empty() {
            return Ok(0);
        }
        let data = (programme, who.clone(), today, now);
        self.queue()?
            .write(Some(programme), None, data, |(programme, who, today, now), group| {
                Box::pin(make(*programme, who, *today, *now, group))
            })
            .await
    }

    /// Puts these tasks into a programme that has none yet, as they stand: the sample's. Gives how many.
    ///
    /// # Errors
    /// Those of any write.
    pub async fn load_tasks(
        &self,
        programme: Uuid,
        tasks: Vec<DutyTask>,
        who: &Who,
        now: DateTime<Utc>,
    ) -> Result<usize, StorageError> {
        let data = (programme, tasks, who.clone(), now);
        self.queue()?
            .write(Some(programme), None, data, |(programme, tasks, who, now), group| {
                Box::pin(load(*programme, tasks, who, *now, group))
            })
            .await
    }
}

/// The tasks that are there, and what has to change.
async fn changes(
    db: &impl ConnectionTrait,
    programme: Uuid,
    today: NaiveDate,
) -> Result<(Vec<DutyTask>, TaskChanges), StorageError> {
    let owner = load_programme(db, programme).await?;
    let plans = load_plans(db, programme).await?;
    let dossiers = load_dossiers(db, &owner, &plans, Wanted::All).await?;
    let existing = all_tasks(db, programme).await?;
    let planned = planned_tasks(DutyFacts { programme: &owner, dossiers: &dossiers }, today);
    let changes = reconcile(&existing, planned);
    Ok((existing, changes))
}

async fn make(
    programme: Uuid,
    who: &Who,
    today: NaiveDate,
    now: DateTime<Utc>,
    group: &mut Group,
) -> Result<usize, StorageError> {
    let (existing, changes) = changes(group.for_reading().await?, programme, today).await?;
    let before: HashMap<Uuid, &DutyTask> = existing.iter().map(|task| (task.id, task)).collect();
    let made: Vec<DutyTask> = changes.made.into_iter().map(|task| DutyTask { version: 1, ..task }).collect();
    let moved: Vec<DutyTask> =
        changes.moved.into_iter().map(|task| DutyTask { version: task.version + 1, ..task }).collect();
    let count = made.len() + moved.len();
    if count == 0 {
        return Ok(0);
    }
    let (mut left, mut rows) = (Vec::with_capacity(count), Vec::with_capacity(made.len()));
    for task in &made {
        let aggregate = task_aggregate(programme, task)?;
        left.push(Left::of(&aggregate));
        rows.extend(aggregate.rows.iter().cloned());
    }
    let mut moves = Vec::with_capacity(moved.len());
    for task in &moved {
        let aggregate = task_aggregate(programme, task)?;
        left.push(Left::of(&aggregate));
        if let Some(before) = before.get(&task.id) {
            moves.push((task_aggregate(programme, before)?, aggregate));
        }
    }
    let named = |tasks: &[DutyTask]| tasks.iter().take(NAMED).map(label).collect::<Vec<_>>();
    let names = [named(&made), named(&moved)].concat();
    let after = json!({ "made": made.len(), "moved": moved.len(), "tasks": names });
    say(programme, who, now, after, left, group, async |group| {
        let rows: Vec<&Row> = rows.iter().map(|kept| &kept.row).collect();
        insert(&rows, group.for_writing()).await?;
        for (before, after) in &moves {
            write_difference(&before.rows, &after.rows, group.for_writing()).await?;
        }
        Ok(())
    })
    .await?;
    Ok(count)
}

async fn load(
    programme: Uuid,
    tasks: &[DutyTask],
    who: &Who,
    now: DateTime<Utc>,
    group: &mut Group,
) -> Result<usize, StorageError> {
    if !all_tasks(group.for_reading().await?, programme).await?.is_empty() || tasks.is_empty() {
        return Ok(0);
    }
    let (mut left, mut rows) = (Vec::new(), Vec::new());
    for task in tasks {
        let aggregate = task_aggregate(programme, task)?;
        left.push(Left::of(&aggregate));
        rows.extend(aggregate.rows.iter().cloned());
    }
    let after = json!({ "made": tasks.len() });
    say(programme, who, now, after, left, group, async |group| {
        let rows: Vec<&Row> = rows.iter().map(|kept| &kept.row).collect();
        insert(&rows, group.for_writing()).await
    })
    .await?;
    Ok(tasks.len())
}

/// Writes, and says so: the entry is made before anything is written.
async fn say(
    programme: Uuid,
    who: &Who,
    now: DateTime<Utc>,
    after: serde_json::Value,
    objects: Vec<Left>,
    group: &mut Group,
    write: impl AsyncFnOnce(&mut Group) -> Result<(), StorageError>,
) -> Result<(), StorageError> {
    if !group.record.has_chain(programme) {
        return Err(StorageError::NotFound);
    }
    let said = Said {
        at: now,
        who,
        act: MAKE,
        object: programme,
        label: String::new(),
        before: json!({}),
        after,
        warnings: &[],
        objects,
    };
    let entry = group.record.entry(programme, &said)?;
    write(group).await?;
    group.record.say(entry);
    Ok(())
}
