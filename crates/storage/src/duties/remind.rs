//! That units were reminded of tasks is entered; the tasks stay as they are.

use super::asked::{Asked, TaskActor};
use crate::{Performed, Storage, StorageError, WriteKey, audit::Said, group::Group, perform::kept_answer};
use anju_domain::finding::Finding;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// Name of the act in the audit log by which units were reminded.
const REMIND: &str = "remind_duties";
/// The most tasks of one reminder.
const MOST_REMINDED: usize = 5_000;

impl Storage {
    /// Records that units were reminded of tasks (催办). The tasks stay as they are.
    ///
    /// # Errors
    /// As [`Storage::perform`].
    pub async fn remind(
        &self,
        programme: Uuid,
        by: &TaskActor,
        key: &WriteKey,
        tasks: Vec<Uuid>,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        if tasks.is_empty() || tasks.len() > MOST_REMINDED {
            return Err(StorageError::Refused(vec![Finding::malformed("tasks", "missing_field")]));
        }
        let idempotency = key.idempotency.clone();
        let asked =
            Asked { programme, by: by.clone(), key: key.clone(), object: programme, request: tasks, today, now };
        self.queue()?.write(Some(programme), idempotency, asked, |asked, group| Box::pin(asked.remind(group))).await
    }
}

impl Asked<Vec<Uuid>> {
    async fn remind(&self, group: &mut Group) -> Result<Performed, StorageError> {
        let hash = match self.known(REMIND, group)? {
            Ok(answer) => return Ok(answer),
            Err(hash) => hash,
        };
        let who = self.by.who();
        let said = Said {
            at: self.now,
            who: &who,
            act: REMIND,
            object: self.object,
            label: String::new(),
            before: serde_json::json!({}),
            after: serde_json::json!({ "tasks": self.request }),
            warnings: &[],
            objects: Vec::new(),
        };
        let entry = group.record.entry(self.programme, &said)?;
        group.record.say(entry);
        if let Some(answer) = kept_answer(self.programme, &self.key, hash, 0, &[], self.now)? {
            group.record.keep_answer(answer);
        }
        Ok(Performed { version: 0, warnings: Vec::new(), replayed: false })
    }
}
