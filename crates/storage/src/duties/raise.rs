//! A duty that has arisen becomes a task.

use super::{
    asked::{Asked, TaskActor},
    load::task,
};
use crate::{Performed, Storage, StorageError, WriteKey, group::Group};
use anju_domain::{
    acts::{Act, ArisenDuty, ArisenFacts, RaiseDuty},
    finding::Finding,
    model::DutyTask,
};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

impl Storage {
    /// Enters a duty that has arisen; gives the first version of its task.
    ///
    /// # Errors
    /// As [`Storage::perform`].
    pub async fn raise_duty(
        &self,
        programme: Uuid,
        by: &TaskActor,
        key: &WriteKey,
        request: ArisenDuty,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        let idempotency = key.idempotency.clone();
        let object = request.id;
        let asked = Asked { programme, by: by.clone(), key: key.clone(), object, request, today, now };
        self.queue()?.write(Some(programme), idempotency, asked, |asked, group| Box::pin(asked.raise(group))).await
    }
}

impl Asked<ArisenDuty> {
    async fn raise(&self, group: &mut Group) -> Result<Performed, StorageError> {
        let hash = match self.known(RaiseDuty::NAME, group)? {
            Ok(answer) => return Ok(answer),
            Err(hash) => hash,
        };
        let db = group.for_reading().await?;
        let programme = crate::load::load_programme(db, self.programme).await?;
        match task(db, self.programme, self.request.id).await {
            Err(StorageError::NotFound) => {}
            Ok(_) => return Err(StorageError::Refused(vec![Finding::malformed("id", "repeated_id")])),
            Err(why) => return Err(why),
        }
        let facts = ArisenFacts { programme, actor: self.by.actor.clone(), unit: self.by.unit.clone() };
        let decision = RaiseDuty::decide(&facts, &self.request, self.today).map_err(StorageError::Refused)?;
        let after = DutyTask { version: 1, ..decision.changes };
        self.leave(RaiseDuty::NAME, hash, None, &after, decision.warnings, group).await
    }
}
