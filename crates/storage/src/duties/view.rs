//! A task as its unit and the office see it: with its files, and where else the same content was given.

use super::{
    TaskActor,
    load::task,
    page::{Part, to_community, to_project_community},
};
use crate::{
    Storage, StorageError,
    convert::{evidence_of, read_optional, task_of},
    entities::{community, duty_task, evidence, task_evidence},
};
use anju_domain::{
    api::{DutyPage, DutyQuery, DutyView, EvidenceView, SameContent},
    model::{DutyTask, Evidence},
};
use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    RelationDef,
};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// The most other tasks that are named for a file.
const MOST_NAMED: u64 = 200;

impl Storage {
    /// A page of tasks.
    ///
    /// # Errors
    /// [`StorageError::NotFound`] when there is no such programme.
    pub async fn duties(&self, programme: Uuid, query: &DutyQuery, today: NaiveDate) -> Result<DutyPage, StorageError> {
        super::page::page(&self.shared.snapshot().await?, programme, query, Part::of(query), today).await
    }

    /// Every task of a query, up to a bound; the numbers tell whether there are more.
    ///
    /// # Errors
    /// [`StorageError::NotFound`] when there is no such programme.
    pub async fn all_duties(
        &self,
        programme: Uuid,
        query: &DutyQuery,
        today: NaiveDate,
        most: usize,
    ) -> Result<DutyPage, StorageError> {
        super::page::page(&self.shared.snapshot().await?, programme, query, Part::whole(most), today).await
    }

    /// A task with its files.
    ///
    /// # Errors
    /// [`StorageError::NotFound`], also for a task of another unit.
    pub async fn duty(&self, programme: Uuid, by: &TaskActor, id: Uuid) -> Result<DutyView, StorageError> {
        let db = self.shared.snapshot().await?;
        let task = task(&db, programme, id).await?;
        if !by.sees(&task) {
            return Err(StorageError::NotFound);
        }
        let files = files(&db, programme, &task).await?;
        let elsewhere = elsewhere(&db, programme, by, &task, &files).await?;
        let community = community_name(&db, &task).await?;
        let evidence = files
            .into_iter()
            .map(|file| EvidenceView {
                preview: file.media_type.starts_with("image/"),
                elsewhere: elsewhere.get(&file.sha256).cloned().unwrap_or_default(),
                evidence: file,
            })
            .collect();
        Ok(DutyView { task, community, evidence })
    }
}

/// Its files in their order, then those that were sent earlier.
async fn files(db: &impl ConnectionTrait, programme: Uuid, task: &DutyTask) -> Result<Vec<Evidence>, StorageError> {
    let sent = task.history.iter().flat_map(|event| event.evidence.iter().copied());
    let mut seen = BTreeSet::new();
    let order: Vec<Uuid> = task.evidence.iter().copied().chain(sent).filter(|id| seen.insert(*id)).collect();
    let found = super::load::evidence(db, programme, &order).await?;
    let mut found: HashMap<Uuid, Evidence> = found.into_iter().map(|file| (file.id, file)).collect();
    Ok(order.iter().filter_map(|id| found.remove(id)).collect())
}

async fn community_name(db: &impl ConnectionTrait, task: &DutyTask) -> Result<String, StorageError> {
    let name: Option<String> = duty_task::Entity::find_by_id(task.id)
        .select_only()
        .column(community::Column::Name)
        .join(JoinType::InnerJoin, to_project_community())
        .join(JoinType::InnerJoin, to_community())
        .into_tuple()
        .one(db)
        .await?;
    Ok(name.unwrap_or_default())
}

fn to_evidence() -> RelationDef {
    task_evidence::Entity::belongs_to(evidence::Entity)
        .from(task_evidence::Column::Evidence)
        .to(evidence::Column::Id)
        .into()
}

fn to_task() -> RelationDef {
    task_evidence::Entity::belongs_to(duty_task::Entity)
        .from(task_evidence::Column::Task)
        .to(duty_task::Column::Id)
        .into()
}

/// By digest, the other tasks in another community or period to which the same content was given; a unit is told of its own
/// tasks only.
async fn elsewhere(
    db: &impl ConnectionTrait,
    programme: Uuid,
    by: &TaskActor,
    task: &DutyTask,
    files: &[Evidence],
) -> Result<HashMap<String, Vec<SameContent>>, StorageError> {
    let mut same: HashMap<String, Vec<SameContent>> = HashMap::new();
    if files.is_empty() {
        return Ok(same);
    }
    type Row = (String, Uuid, String, String, Option<String>, Option<Uuid>, Option<String>);
    let rows: Vec<Row> = task_evidence::Entity::find()
        .select_only()
        .column(evidence::Column::Sha256)
        .column(duty_task::Column::Id)
        .columns([duty_task::Column::Duty, duty_task::Column::Owner, duty_task::Column::Period])
        .column(duty_task::Column::ProjectCommunity)
        .column(community::Column::Name)
        .join(JoinType::InnerJoin, to_evidence())
        .join(JoinType::InnerJoin, to_task())
        .join(JoinType::LeftJoin, to_project_community())
        .join(JoinType::LeftJoin, to_community())
        .filter(evidence::Column::Programme.eq(programme))
        .filter(evidence::Column::Sha256.is_in(files.iter().map(|file| file.sha256.as_str())))
        .filter(duty_task::Column::Id.ne(task.id))
        .apply_if(by.unit.as_ref(), |query, unit| query.filter(duty_task::Column::Owner.eq(unit)))
        .order_by_asc(duty_task::Column::Duty)
        .order_by_asc(duty_task::Column::Id)
        .limit(MOST_NAMED)
        .into_tuple()
        .all(db)
        .await?;
    for (sha256, id, duty, owner, period, project_community, name) in rows {
        let period = read_optional("duty_task.period", period.as_deref())?;
        // One file may serve several tasks of one community and period; elsewhere it is pointed out.
        if (project_community, period) == (task.project_community, task.period) {
            continue;
        }
        let community = name.unwrap_or_default();
        same.entry(sha256).or_default().push(SameContent { task: id, duty, owner, community, period });
    }
    Ok(same)
}

impl Storage {
    /// A file that somebody may see: of the own unit, of a task of the own unit whoever brought it, or any for the
    /// office.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn evidence(&self, programme: Uuid, by: &TaskActor, id: Uuid) -> Result<Evidence, StorageError> {
        let row = evidence::Entity::find_by_id(id)
            .filter(evidence::Column::Programme.eq(programme))
            .one(&self.readers())
            .await?
            .ok_or(StorageError::NotFound)?;
        let file = evidence_of(row)?;
        match &by.unit {
            Some(unit) if *unit != file.owner && !serves_task_of(&self.readers(), programme, unit, id).await? => {
                Err(StorageError::NotFound)
            }
            _ => Ok(file),
        }
    }
}

/// Whether a task of the unit has the file, or was sent with it earlier.
async fn serves_task_of(
    db: &impl ConnectionTrait,
    programme: Uuid,
    unit: &str,
    file: Uuid,
) -> Result<bool, StorageError> {
    let own = Condition::all().add(duty_task::Column::Programme.eq(programme)).add(duty_task::Column::Owner.eq(unit));
    let now = task_evidence::Entity::find()
        .join(JoinType::InnerJoin, to_task())
        .filter(task_evidence::Column::Evidence.eq(file))
        .filter(own.clone())
        .one(db)
        .await?;
    if now.is_some() {
        return Ok(true);
    }
    // The text only narrows: whoever writes an identity into a report gets nothing by it.
    let named = duty_task::Entity::find()
        .filter(own)
        .filter(duty_task::Column::History.contains(file.to_string()))
        .all(db)
        .await?;
    for row in named {
        if task_of(row, Vec::new())?.history.iter().any(|event| event.evidence.contains(&file)) {
            return Ok(true);
        }
    }
    Ok(false)
}
