//! What a group of writes leaves besides its rows: entries of the audit chains and answers to keys. It is collected, and
//! written once at the end of the group.

use crate::{
    Change, StorageError,
    audit::{self, Head, Said},
    entities::{audit_entry, idempotency, revision},
};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, QueryFilter,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// How many entries one statement inserts.
const INSERTED_AT_ONCE: usize = 256;

/// What a group of writes leaves besides its rows.
pub(crate) struct Record {
    heads: BTreeMap<Uuid, Head>,
    entries: Vec<audit_entry::Model>,
    answered: HashMap<(Uuid, String), idempotency::Model>,
    new_answers: Vec<idempotency::Model>,
}

impl Record {
    /// Reads how far the chains of these programmes have come, and the answers already given to these keys.
    pub(crate) async fn read(
        db: &impl ConnectionTrait,
        programmes: BTreeSet<Uuid>,
        keys: Vec<(Uuid, String)>,
    ) -> Result<Self, StorageError> {
        let mut answered = HashMap::new();
        if !keys.is_empty() {
            let of_programmes: BTreeSet<Uuid> = keys.iter().map(|(programme, _)| *programme).collect();
            let rows = idempotency::Entity::find()
                .filter(idempotency::Column::Programme.is_in(of_programmes))
                .filter(idempotency::Column::Key.is_in(keys.into_iter().map(|(_, key)| key)))
                .all(db)
                .await?;
            answered.extend(rows.into_iter().map(|row| ((row.programme, row.key.clone()), row)));
        }
        let rows = if programmes.is_empty() {
            Vec::new()
        } else {
            revision::Entity::find().filter(revision::Column::Programme.is_in(programmes)).all(db).await?
        };
        let heads = rows.into_iter().map(|row| (row.programme, Head::from(row))).collect();
        Ok(Self { heads, entries: Vec::new(), answered, new_answers: Vec::new() })
    }

    /// The programmes that have a chain, each with the revision at which the group found it.
    pub(crate) fn revisions(&self) -> impl Iterator<Item = (Uuid, i64)> {
        self.heads.iter().map(|(programme, head)| (*programme, head.revision))
    }

    /// Whether the programme has a chain.
    pub(crate) fn has_chain(&self, programme: Uuid) -> bool {
        self.heads.contains_key(&programme)
    }

    /// The revision at which the programme stands after the writes of this group so far; none when it has no chain.
    pub(crate) fn standing(&self, programme: Uuid) -> Option<i64> {
        let head = self.heads.get(&programme)?;
        let has_changed = self.entries.iter().any(|entry| entry.programme == programme);
        Some(head.revision + i64::from(has_changed))
    }

    /// The next entry of a programme's chain; it is made before anything is written, so that nothing can be written
    /// without it.
    pub(crate) fn entry(&self, programme: Uuid, said: &Said<'_>) -> Result<audit_entry::Model, StorageError> {
        audit::entry(programme, self.heads.get(&programme).unwrap_or(&Head::default()), said)
    }

    /// Puts an entry at the end of its chain: the last thing that an act does.
    pub(crate) fn say(&mut self, entry: audit_entry::Model) {
        let head = self.heads.entry(entry.programme).or_default();
        head.sequence = entry.sequence;
        head.hash.clone_from(&entry.hash);
        self.entries.push(entry);
    }

    /// The answer that was given to this key, in this group or before.
    pub(crate) fn answer(&self, programme: Uuid, key: &str) -> Option<&idempotency::Model> {
        self.answered.get(&(programme, key.to_owned()))
    }

    /// Keeps the answer to a key.
    pub(crate) fn keep_answer(&mut self, answer: idempotency::Model) {
        self.answered.insert((answer.programme, answer.key.clone()), answer.clone());
        self.new_answers.push(answer);
    }

    /// Writes all of it, and where the chains end now. Gives what changed.
    pub(crate) async fn write(self, db: &impl ConnectionTrait) -> Result<Vec<Change>, StorageError> {
        let Self { heads, mut entries, new_answers, .. } = self;
        let changed: BTreeSet<Uuid> = entries.iter().map(|entry| entry.programme).collect();
        while !entries.is_empty() {
            let some = entries.drain(..entries.len().min(INSERTED_AT_ONCE)).map(IntoActiveModel::into_active_model);
            audit_entry::Entity::insert_many(some).exec_without_returning(db).await?;
        }
        if !new_answers.is_empty() {
            let rows = new_answers.into_iter().map(IntoActiveModel::into_active_model);
            idempotency::Entity::insert_many(rows).exec_without_returning(db).await?;
        }
        let mut changes = Vec::new();
        for (programme, head) in heads.into_iter().filter(|(programme, _)| changed.contains(programme)) {
            let change = Change { programme, revision: head.revision + 1 };
            let row = revision::ActiveModel {
                programme: Unchanged(programme),
                revision: Set(change.revision),
                sequence: Set(head.sequence),
                hash: Set(head.hash),
            };
            revision::Entity::update(row).exec_without_returning(db).await?;
            if db.get_database_backend() == DbBackend::Postgres {
                change.notify(db).await?;
            }
            changes.push(change);
        }
        Ok(changes)
    }
}
