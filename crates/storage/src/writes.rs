//! What can be written. Each is handed to the writer, and answered after its commit.

use crate::{
    Performed, Storage, StorageError, StoredAct, Who, WriteKey, entities::idempotency, group::Group, perform::Asked,
    whole_programme::Whole,
};
use anju_domain::model::{AnnualPlan, Dossier, Programme};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// How long answers are kept for repeated requests.
const ANSWERS_KEPT: TimeDelta = TimeDelta::days(7);

impl Storage {
    /// Performs an act on an object: loads, decides, stores and audits inside the write transaction, and answers
    /// after its commit. An answer that gets lost changes nothing about that.
    ///
    /// # Errors
    /// [`StorageError::Refused`] with the findings, [`StorageError::StaleVersion`], [`StorageError::NotFound`],
    /// [`StorageError::RepeatedKey`]; [`StorageError::OutcomeUnknown`] when the commit failed.
    #[expect(clippy::too_many_arguments, reason = "what an act needs, once, at the one way in")]
    pub async fn perform<A: StoredAct>(
        &self,
        programme: Uuid,
        who: &Who,
        key: &WriteKey,
        object: Uuid,
        request: A::Request,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        let idempotency = key.idempotency.clone();
        let asked = Asked::<A> { programme, who: who.clone(), key: key.clone(), object, request, today, now };
        self.queue()?.write(Some(programme), idempotency, asked, |asked, group| Box::pin(asked.perform(group))).await
    }

    /// Loads a whole programme in one transaction with one audit entry that lists all its objects.
    ///
    /// # Errors
    /// [`StorageError::AlreadyLoaded`] when a programme of the same division code is there, [`StorageError::Mixed`] when
    /// samples would stand beside a county's own programme.
    pub async fn load_programme(
        &self,
        programme: &Programme,
        plans: &[AnnualPlan],
        dossiers: &[Dossier],
        who: &Who,
        now: DateTime<Utc>,
    ) -> Result<(), StorageError> {
        let whole = Whole::of(programme, plans, dossiers)?;
        let data = (whole, who.clone(), now);
        let queue = self.queue()?;
        queue
            .write(Some(programme.id), None, data, |(whole, who, now), group| Box::pin(whole.store(who, *now, group)))
            .await
    }

    /// Forgets a programme's answers to requests that nobody will repeat any more; gives how many. `now` is told by
    /// the clock that told the acts, which for a sample programme may stand in the past.
    ///
    /// # Errors
    /// Those of any write.
    pub async fn purge_answers(&self, programme: Uuid, now: DateTime<Utc>) -> Result<u64, StorageError> {
        let before = now.checked_sub_signed(ANSWERS_KEPT).unwrap_or(DateTime::<Utc>::MIN_UTC);
        let data = (programme, before.timestamp());
        self.queue()?
            .write(None, None, data, |(programme, before), group| Box::pin(purge_answers(*programme, *before, group)))
            .await
    }
}

async fn purge_answers(programme: Uuid, before: i64, group: &mut Group) -> Result<u64, StorageError> {
    let of_programme = idempotency::Entity::delete_many().filter(idempotency::Column::Programme.eq(programme));
    let old = of_programme.filter(idempotency::Column::At.lt(before));
    Ok(old.exec(group.for_writing()).await?.rows_affected)
}
