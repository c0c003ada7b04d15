//! What changed since an entry of the audit log, as far as tasks depend on it: the log names every object that an act left.

use crate::{
    StorageError,
    aggregate::Kind,
    audit::Left,
    convert::from_json,
    entities::{audit_entry, project_community},
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Name of the act in the audit log by which tasks are made.
pub(super) const MAKE: &str = "make_duties";
/// After more acts than this, or more objects, looking at everything is as quick.
const MOST_ENTRIES: u64 = 1_000;
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
    use audit_entry::Column;
    let lists: Vec<String> = audit_entry::Entity::find()
        .select_only()
        .column(Column::Objects)
        .filter(Column::Programme.eq(programme))
        .filter(Column::Sequence.gt(entry))
        .filter(Column::Act.ne(MAKE))
        .limit(MOST_ENTRIES + 1)
        .into_tuple()
        .all(db)
        .await?;
    if lists.len() as u64 > MOST_ENTRIES {
        return Ok(Touched::Everything);
    }
    let (mut communities, mut others) = (BTreeSet::new(), BTreeSet::new());
    for list in lists {
        for left in from_json::<Vec<Left>>("audit_entry.objects", &list)? {
            match left.kind.as_str() {
                kind if kind == Kind::ProjectCommunity.name() => {
                    communities.insert(left.id);
                }
                kind if OF_COMMUNITIES.iter().any(|known| known.name() == kind) => {
                    others.insert(left.id);
                }
                kind if MEANS_NOTHING.iter().any(|known| known.name() == kind) => {}
                // The programme itself, or what later versions may bring.
                _ => return Ok(Touched::Everything),
            }
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
