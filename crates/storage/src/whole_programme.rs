//! Loads a whole programme in one transaction, with one audit entry that lists everything it made.

use crate::{
    StorageError, Who,
    aggregate::Aggregate,
    audit::{Left, Said},
    convert::{
        community_aggregate, plan_aggregate, programme_aggregate, project_aggregate, project_community_aggregate,
        report_aggregate,
    },
    entities::programme,
    group::Group,
    programmes::holds,
    rows::{Row, insert},
};
use anju_domain::model::{AnnualPlan, Dossier, Programme};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Name of the act in the audit log.
pub(crate) const LOAD_SAMPLE: &str = "load_sample";

/// A programme as rows, each object once.
pub(crate) struct Whole {
    id: Uuid,
    name: String,
    division_code: String,
    sample: bool,
    dossiers: usize,
    aggregates: Vec<Aggregate>,
}

impl Whole {
    /// The objects of a programme; what several dossiers share counts once.
    pub(crate) fn of(programme: &Programme, plans: &[AnnualPlan], dossiers: &[Dossier]) -> Result<Self, StorageError> {
        let id = programme.id;
        let mut aggregates = vec![programme_aggregate(programme)?];
        for plan in plans {
            aggregates.push(plan_aggregate(id, plan)?);
        }
        let mut seen: BTreeSet<Uuid> = plans.iter().map(|plan| plan.id).collect();
        for dossier in dossiers {
            if seen.insert(dossier.community.id) {
                aggregates.push(community_aggregate(id, &dossier.community)?);
            }
            if seen.insert(dossier.project.id) {
                aggregates.push(project_aggregate(id, &dossier.project)?);
            }
            aggregates.push(project_community_aggregate(id, &dossier.project_community, None)?);
            for report in &dossier.reports {
                aggregates.push(report_aggregate(id, report)?);
            }
        }
        Ok(Self {
            id,
            name: programme.name.clone(),
            division_code: programme.division_code.clone(),
            sample: programme.sample,
            dossiers: dossiers.len(),
            aggregates,
        })
    }

    /// Stores it.
    pub(crate) async fn store(&self, who: &Who, now: DateTime<Utc>, group: &mut Group) -> Result<(), StorageError> {
        if let Some(holds_samples) = holds(group).await?.into_iter().find(|held| *held != self.sample) {
            return Err(StorageError::Mixed { holds_samples });
        }
        let same = programme::Column::DivisionCode.eq(&self.division_code);
        if programme::Entity::find().filter(same).count(group.for_reading().await?).await? > 0
            || group.record.has_chain(self.id)
        {
            return Err(StorageError::AlreadyLoaded { division_code: self.division_code.clone() });
        }
        let left = self.aggregates.iter().map(Left::of).collect();
        let entry = group.record.entry(
            self.id,
            &Said {
                at: now,
                who,
                act: LOAD_SAMPLE,
                object: self.id,
                label: self.name.replace('\0', ""),
                before: json!({}),
                after: json!({ "division_code": self.division_code, "dossiers": self.dossiers }),
                warnings: &[],
                objects: left,
            },
        )?;
        let kept = self.aggregates.iter().flat_map(|aggregate| aggregate.rows.iter());
        let rows: Vec<&Row> = kept.map(|kept| &kept.row).collect();
        insert(&rows, group.for_writing()).await?;
        group.begin_chain(self.id).await?;
        group.record.say(entry);
        Ok(())
    }
}
