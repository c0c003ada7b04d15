//! A slice of tasks as the writer makes them: one transaction, one entry of the audit log.

use crate::{
    StorageError, Who,
    audit::{Left, Said},
    convert::task_aggregate,
    duties::{asked::label, load::these_tasks, touched::MAKE},
    group::Group,
    load::load_programme,
    rows::{Row, insert, update},
};
use anju_domain::{
    duties::{PlannedTask, reconcile},
    model::DutyTask,
};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use std::collections::HashMap;
use uuid::Uuid;

/// How many tasks an entry of the audit log names; it counts all of them.
const NAMED: usize = 50;

/// Some tasks of a programme.
pub(super) struct Slice<T> {
    pub(super) programme: Uuid,
    pub(super) who: Who,
    pub(super) now: DateTime<Utc>,
    pub(super) tasks: Vec<T>,
}

impl Slice<PlannedTask> {
    /// Makes and moves what is not as it ought to be; gives how many. What somebody has made or closed meanwhile stays.
    pub(super) async fn make(&self, group: &mut Group) -> Result<usize, StorageError> {
        let ids: Vec<Uuid> = self.tasks.iter().map(|task| task.id).collect();
        let existing = these_tasks(group.for_reading().await?, self.programme, &ids).await?;
        let changes = reconcile(&existing, self.tasks.clone());
        let before: HashMap<Uuid, &DutyTask> = existing.iter().map(|task| (task.id, task)).collect();
        let made: Vec<DutyTask> = changes.made.into_iter().map(|task| DutyTask { version: 1, ..task }).collect();
        let moved: Vec<DutyTask> =
            changes.moved.into_iter().map(|task| DutyTask { version: task.version + 1, ..task }).collect();
        if made.is_empty() && moved.is_empty() {
            return Ok(0);
        }
        let added = self.aggregates(&made)?;
        let changed = self.aggregates(&moved)?;
        let old = moved.iter().filter_map(|task| before.get(&task.id)).copied();
        let old = old.map(|task| task_aggregate(self.programme, task)).collect::<Result<Vec<_>, _>>()?;
        let programme = load_programme(group.for_reading().await?, self.programme).await?;
        let called = programme.names_on(self.now.date_naive());
        let named = |tasks: &[DutyTask]| tasks.iter().take(NAMED).map(|task| label(task, &called)).collect::<Vec<_>>();
        let names = [named(&made), named(&moved)].concat();
        let after = json!({ "made": made.len(), "moved": moved.len(), "tasks": names });
        let left = added.iter().chain(&changed).map(Left::of).collect();
        let entry = self.entry(after, left, group)?;
        let rows: Vec<&Row> = added.iter().flat_map(|one| one.rows.iter()).map(|kept| &kept.row).collect();
        insert(&rows, group.for_writing()).await?;
        // Moving a task changes its own row alone, the first; its files stay.
        let pairs: Vec<(&Row, &Row)> = old
            .iter()
            .zip(&changed)
            .filter_map(|(was, is)| Some((&was.rows.first()?.row, &is.rows.first()?.row)))
            .collect();
        update(&pairs, group.for_writing()).await?;
        group.record.say(entry);
        Ok(made.len() + moved.len())
    }
}

impl Slice<DutyTask> {
    /// Adds them as they stand.
    pub(super) async fn load(&self, group: &mut Group) -> Result<(), StorageError> {
        let added = self.aggregates(&self.tasks)?;
        let entry = self.entry(json!({ "made": added.len() }), added.iter().map(Left::of).collect(), group)?;
        let rows: Vec<&Row> = added.iter().flat_map(|one| one.rows.iter()).map(|kept| &kept.row).collect();
        insert(&rows, group.for_writing()).await?;
        group.record.say(entry);
        Ok(())
    }
}

impl<T> Slice<T> {
    fn aggregates(&self, tasks: &[DutyTask]) -> Result<Vec<crate::aggregate::Aggregate>, StorageError> {
        tasks.iter().map(|task| task_aggregate(self.programme, task)).collect()
    }

    /// The entry, made before anything is written.
    fn entry(
        &self,
        after: Value,
        objects: Vec<Left>,
        group: &Group,
    ) -> Result<crate::entities::audit_entry::Model, StorageError> {
        if !group.record.has_chain(self.programme) {
            return Err(StorageError::NotFound);
        }
        let said = Said {
            at: self.now,
            who: &self.who,
            act: MAKE,
            object: self.programme,
            label: String::new(),
            before: json!({}),
            after,
            warnings: &[],
            objects,
        };
        group.record.entry(self.programme, &said)
    }
}
