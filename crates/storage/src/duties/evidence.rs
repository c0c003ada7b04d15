//! The row of a file: written after its content lies safely beside the database.

use super::TaskActor;
use crate::{
    Storage, StorageError, Who,
    audit::{Left, Said},
    convert::{evidence_aggregate, evidence_of},
    entities::evidence,
    group::Group,
    rows::{Row, insert},
};
use anju_domain::model::Evidence;
use chrono::{DateTime, Utc};
use sea_orm::{EntityTrait, QuerySelect};
use serde_json::json;
use uuid::Uuid;

/// Name of the act in the audit log.
const BRING: &str = "bring_evidence";

impl Storage {
    /// Enters a file whose content is stored under its identity. Entering the same file again changes nothing.
    ///
    /// # Errors
    /// [`StorageError::RepeatedKey`] when another content stands under this identity.
    pub async fn bring_evidence(
        &self,
        programme: Uuid,
        by: &TaskActor,
        file: Evidence,
        now: DateTime<Utc>,
    ) -> Result<Evidence, StorageError> {
        let who = Who { user: by.actor.user.clone(), display: by.actor.display.clone() };
        let data = (programme, who, file, now);
        self.queue()?
            .write(Some(programme), None, data, |(programme, who, file, now), group| {
                Box::pin(bring(*programme, who, file, *now, group))
            })
            .await
    }
}

impl Storage {
    /// The digests of all files of all programmes: whatever else lies beside the database belongs to nothing.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn evidence_digests(&self) -> Result<Vec<String>, StorageError> {
        let digests = evidence::Entity::find().select_only().column(evidence::Column::Sha256).distinct();
        Ok(digests.into_tuple().all(&self.readers()).await?)
    }
}

async fn bring(
    programme: Uuid,
    who: &Who,
    file: &Evidence,
    now: DateTime<Utc>,
    group: &mut Group,
) -> Result<Evidence, StorageError> {
    if !group.record.has_chain(programme) {
        return Err(StorageError::NotFound);
    }
    if let Some(row) = evidence::Entity::find_by_id(file.id).one(group.for_reading().await?).await? {
        let is_same = row.programme == programme && row.sha256 == file.sha256 && row.owner == file.owner;
        return if is_same { evidence_of(row) } else { Err(StorageError::RepeatedKey) };
    }
    let aggregate = evidence_aggregate(programme, file)?;
    let said = Said {
        at: now,
        who,
        act: BRING,
        object: file.id,
        label: file.name.replace('\0', ""),
        before: json!({}),
        after: json!({ "name": file.name, "size": file.size, "media_type": file.media_type, "sha256": file.sha256 }),
        warnings: &[],
        objects: vec![Left::of(&aggregate)],
    };
    let entry = group.record.entry(programme, &said)?;
    let rows: Vec<&Row> = aggregate.rows.iter().map(|kept| &kept.row).collect();
    insert(&rows, group.for_writing()).await?;
    group.record.say(entry);
    Ok(file.clone())
}
