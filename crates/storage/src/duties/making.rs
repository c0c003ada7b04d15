//! Makes the tasks that ought to be there. The domain says which; made twice, they are still one.
//!
//! What is missing is found past the writer, some communities at a time, and written in slices, so that nobody waits long
//! for the writer however many tasks there are. After a change only what has changed is looked at.

mod slice;

use super::touched::{Touched, touched};
use crate::{
    Storage, StorageError, Who,
    convert::{read, read_optional},
    entities::{duty_task, project_community, revision},
    load::{Wanted, load_dossiers, load_plans, load_programme},
};
use anju_domain::{
    duties::{DutyFacts, PlannedTask, planned_of_dossiers, planned_of_programme, stands_as_planned},
    model::DutyTask,
};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use slice::Slice;
use std::collections::HashMap;
use uuid::Uuid;

/// How many communities are looked at at once.
const COMMUNITIES_AT_ONCE: usize = 100;
/// How many tasks are looked up by one statement.
const LOOKED_UP_AT_ONCE: usize = 500;
/// How many tasks one write makes or moves: the writer is held for this long and no longer.
const WRITTEN_AT_ONCE: usize = 200;

/// How many tasks one write loads as they stand, when nobody works yet.
const LOADED_AT_ONCE: usize = 1_000;

/// What was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// How many tasks were made or moved.
    pub tasks: usize,
    /// The last entry of the audit log that was looked at: what follows it may ask for more.
    pub up_to: i64,
}

impl Storage {
    /// Makes and moves tasks of a programme so that they are those of this day. With the number of an audit entry only
    /// what the entries after it have changed is looked at; else everything, as it has to be on a new day. Nothing is
    /// written, and nothing is entered into the audit log, when all are there.
    ///
    /// # Errors
    /// Those of any write. What was made until then stays, and the rest is made by the next call.
    pub async fn make_duties(
        &self,
        programme: Uuid,
        who: &Who,
        since: Option<i64>,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Made, StorageError> {
        let db = self.shared.snapshot().await?;
        let row = revision::Entity::find_by_id(programme).one(&db).await?.ok_or(StorageError::NotFound)?;
        let mut made = Made { tasks: 0, up_to: row.sequence };
        let touched = match since {
            Some(entry) if entry == row.sequence => return Ok(made),
            Some(entry) => touched(&db, programme, entry).await?,
            None => Touched::Everything,
        };
        let communities = match touched {
            Touched::Communities(ids) => ids.into_iter().collect(),
            Touched::Everything => {
                let owner = load_programme(&db, programme).await?;
                let planned = missing(&db, programme, planned_of_programme(&owner, today)).await?;
                made.tasks += self.write_slices(programme, who, now, planned).await?;
                communities(&db, programme).await?
            }
        };
        drop(db);
        for some in communities.chunks(COMMUNITIES_AT_ONCE) {
            // A state of its own each time: one that is read for long keeps the log of the database from shrinking.
            let db = self.shared.snapshot().await?;
            let owner = load_programme(&db, programme).await?;
            let plans = load_plans(&db, programme).await?;
            let dossiers = load_dossiers(&db, &owner, &plans, Wanted::These(some)).await?;
            let planned = planned_of_dossiers(DutyFacts { programme: &owner, dossiers: &dossiers }, today);
            let planned = missing(&db, programme, planned).await?;
            drop(db);
            made.tasks += self.write_slices(programme, who, now, planned).await?;
        }
        Ok(made)
    }

    async fn write_slices(
        &self,
        programme: Uuid,
        who: &Who,
        now: DateTime<Utc>,
        planned: Vec<PlannedTask>,
    ) -> Result<usize, StorageError> {
        let mut count = 0;
        for some in planned.chunks(WRITTEN_AT_ONCE) {
            let slice = Slice { programme, who: who.clone(), now, tasks: some.to_vec() };
            count +=
                self.queue()?.write(Some(programme), None, slice, |slice, group| Box::pin(slice.make(group))).await?;
        }
        Ok(count)
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
        let any = duty_task::Entity::find().filter(duty_task::Column::Programme.eq(programme)).limit(1);
        if any.count(&self.readers()).await? > 0 {
            return Ok(0);
        }
        for some in tasks.chunks(LOADED_AT_ONCE) {
            let slice = Slice { programme, who: who.clone(), now, tasks: some.to_vec() };
            self.queue()?.write(Some(programme), None, slice, |slice, group| Box::pin(slice.load(group))).await?;
        }
        Ok(tasks.len())
    }
}

/// Every project community of a programme.
async fn communities(db: &impl ConnectionTrait, programme: Uuid) -> Result<Vec<Uuid>, StorageError> {
    use project_community::Column;
    let ids =
        project_community::Entity::find().select_only().column(Column::Id).filter(Column::Programme.eq(programme));
    Ok(ids.order_by_asc(Column::PlanYear).order_by_asc(Column::Id).into_tuple().all(db).await?)
}

/// Of these tasks those that are not there as they ought to be.
async fn missing(
    db: &impl ConnectionTrait,
    programme: Uuid,
    planned: Vec<PlannedTask>,
) -> Result<Vec<PlannedTask>, StorageError> {
    use duty_task::Column;
    let mut there = HashMap::with_capacity(planned.len());
    for some in planned.chunks(LOOKED_UP_AT_ONCE) {
        // By their identities alone: named as well, the programme would be walked whole for each part.
        let rows: Vec<(Uuid, Uuid, String, String, Option<String>)> = duty_task::Entity::find()
            .select_only()
            .columns([Column::Id, Column::Programme, Column::Owner, Column::Status, Column::Due])
            .filter(Column::Id.is_in(some.iter().map(|task| task.id)))
            .into_tuple()
            .all(db)
            .await?;
        for (id, owned_by, owner, status, due) in rows {
            if owned_by != programme {
                continue;
            }
            let (status, due) = (read("duty_task.status", &status)?, read_optional("duty_task.due", due.as_deref())?);
            there.insert(id, DutyTask { owner, status, due, ..DutyTask::default() });
        }
    }
    let is_missing = |task: &PlannedTask| !there.get(&task.id).is_some_and(|known| stands_as_planned(known, task));
    Ok(planned.into_iter().filter(is_missing).collect())
}
