//! Acts on tasks: load, decide, store and audit inside one write transaction, as for dossiers.

use super::{
    asked::{Asked, TaskActor},
    load::{evidence, task},
};
use crate::{Performed, Storage, StorageError, WriteKey, group::Group};
use anju_domain::{
    acts::{Act, DutyEntry, ReviewDuty, SaveDuty, SubmitDuty, TaskFacts, WaiveDuty},
    model::DutyTask,
};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// An act on a task.
pub trait TaskAct: Act<Facts = TaskFacts, Changes = DutyTask, Request: Send + Sync + 'static> + Send + 'static {
    /// The files that the request names.
    fn files(_: &Self::Request) -> &[Uuid] {
        &[]
    }
}

impl TaskAct for SaveDuty {
    fn files(request: &DutyEntry) -> &[Uuid] {
        &request.evidence
    }
}

impl TaskAct for SubmitDuty {
    fn files(request: &DutyEntry) -> &[Uuid] {
        &request.evidence
    }
}

impl TaskAct for WaiveDuty {}

impl TaskAct for ReviewDuty {}

impl Storage {
    /// Performs an act on a task.
    ///
    /// # Errors
    /// As [`Storage::perform`]; [`StorageError::NotFound`] for a task of another unit.
    #[expect(clippy::too_many_arguments, reason = "what an act needs, once, at the one way in")]
    pub async fn perform_on_task<A: TaskAct>(
        &self,
        programme: Uuid,
        by: &TaskActor,
        key: &WriteKey,
        object: Uuid,
        request: A::Request,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        let idempotency = key.idempotency.clone();
        let asked = Asked { programme, by: by.clone(), key: key.clone(), object, request, today, now };
        self.queue()?
            .write(Some(programme), idempotency, asked, |asked, group| Box::pin(asked.perform::<A>(group)))
            .await
    }
}

impl<R: serde::Serialize> Asked<R> {
    async fn perform<A: TaskAct<Request = R>>(&self, group: &mut Group) -> Result<Performed, StorageError> {
        let hash = match self.known(A::NAME, group)? {
            Ok(answer) => return Ok(answer),
            Err(hash) => hash,
        };
        let db = group.for_reading().await?;
        let before = task(db, self.programme, self.object).await?;
        if !self.by.sees(&before) {
            return Err(StorageError::NotFound);
        }
        if self.key.version.is_some_and(|seen| seen != before.version) {
            return Err(StorageError::StaleVersion { current: before.version });
        }
        let mut files = evidence(db, self.programme, A::files(&self.request)).await?;
        // The office enters for bodies without an account; a file that the task has already may stay.
        let is_office = self.by.unit.is_none();
        files.retain(|file| is_office || file.owner == before.owner || before.evidence.contains(&file.id));
        let facts = TaskFacts { task: before, evidence: files, actor: self.by.actor.clone() };
        let decision = A::decide(&facts, &self.request, self.today).map_err(StorageError::Refused)?;
        let after = DutyTask { version: facts.task.version + 1, ..decision.changes };
        self.leave(A::NAME, hash, Some(&facts.task), &after, decision.warnings, group).await
    }
}
