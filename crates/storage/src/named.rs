//! Which objects the entries of the audit log after one have left: the log names all of them, so what follows a programme
//! by its changes reads here what has changed, whichever server wrote it.

use crate::{StorageError, aggregate::Kind, audit::Left, convert::from_json, entities::audit_entry};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// After more acts than this, looking at everything is as quick.
const MOST_ENTRIES: u64 = 1_000;

/// The objects that were left, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named(BTreeMap<Kind, BTreeSet<Uuid>>);

impl Named {
    /// Each kind with its objects.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = (Kind, &BTreeSet<Uuid>)> {
        self.0.iter().map(|(kind, ids)| (*kind, ids))
    }

    /// The objects of a kind.
    pub(crate) fn of(&self, kind: Kind) -> impl Iterator<Item = Uuid> + '_ {
        self.0.get(&kind).into_iter().flatten().copied()
    }
}

/// What the entries after one name, those of one act left out; none when they are too many, or when one names what this
/// program does not know.
pub(crate) async fn named_since(
    db: &impl ConnectionTrait,
    programme: Uuid,
    entry: i64,
    without: Option<&str>,
) -> Result<Option<Named>, StorageError> {
    use audit_entry::Column;
    let mut select = audit_entry::Entity::find()
        .select_only()
        .column(Column::Objects)
        .filter(Column::Programme.eq(programme))
        .filter(Column::Sequence.gt(entry));
    if let Some(act) = without {
        select = select.filter(Column::Act.ne(act));
    }
    let lists: Vec<String> = select.limit(MOST_ENTRIES + 1).into_tuple().all(db).await?;
    if lists.len() as u64 > MOST_ENTRIES {
        return Ok(None);
    }
    let mut named = Named::default();
    for list in lists {
        for left in from_json::<Vec<Left>>("audit_entry.objects", &list)? {
            let Some(kind) = Kind::named(&left.kind) else { return Ok(None) };
            named.0.entry(kind).or_default().insert(left.id);
        }
    }
    Ok(Some(named))
}
