//! What changed since an entry of the audit log, as far as tasks depend on it: the log names every object that an act left.

use crate::{StorageError, aggregate::Kind, entities::project_community, named::named_since};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Name of the act in the audit log by which tasks are made.
pub(super) const MAKE: &str = "make_duties";
/// After more objects than this, looking at everything is as quick.
const MOST_OBJECTS: usize = 5_000;

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Touched {
    /// Something that every task may depend on.
    Everything,
    /// These project communities.
    Communities(BTreeSet<Uuid>),
}

/// What the entries after one have changed.
pub(super) async fn touched(db: &impl ConnectionTrait, programme: Uuid, entry: i64) -> Result<Touched, StorageError> {
    let Some(named) = named_since(db, programme, entry, Some(MAKE)).await? else { return Ok(Touched::Everything) };
    let (mut communities, mut others) = (BTreeSet::new(), BTreeSet::new());
    for (kind, ids) in named.kinds() {
        match kind {
            Kind::ProjectCommunity => communities.extend(ids),
            kind if OF_COMMUNITIES.contains(&kind) => others.extend(ids),
            kind if MEANS_NOTHING.contains(&kind) => {}
            // The programme itself, or what later versions may bring.
            _ => return Ok(Touched::Everything),
        }
    }
    if communities.len() + others.len() > MOST_OBJECTS {
        return Ok(Touched::Everything);
    }
    communities.extend(with(db, programme, &others).await?);
    Ok(Touched::Communities(communities))
}

/// What project communities point to.
const OF_COMMUNITIES: [Kind; 3] = [Kind::AnnualPlan, Kind::Community, Kind::Project];
/// What no task depends on.
const MEANS_NOTHING: [Kind; 4] = [Kind::MonthlyReport, Kind::DutyTask, Kind::Evidence, Kind::Account];

/// The project communities that point to one of these.
async fn with(db: &impl ConnectionTrait, programme: Uuid, others: &BTreeSet<Uuid>) -> Result<Vec<Uuid>, StorageError> {
    use project_community::Column;
    if others.is_empty() {
        return Ok(Vec::new());
    }
    let points = [Column::Plan, Column::Community, Column::Project];
    let any = points.into_iter().fold(Condition::any(), |any, column| any.add(column.is_in(others.iter().copied())));
    let ids = project_community::Entity::find().select_only().column(Column::Id);
    Ok(ids.filter(Column::Programme.eq(programme)).filter(any).into_tuple().all(db).await?)
}
