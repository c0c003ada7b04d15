//! What differs between the rows of aggregates as they were and as they are, and how it is written.

use crate::{
    StorageError,
    aggregate::{KeptRow, Rows},
    rows::{Row, insert, update},
};
use sea_orm::ConnectionTrait;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};
use uuid::Uuid;

/// Whether the same rows stand at the same places, some of them with other values.
pub(crate) fn only_values_differ(before: &Rows, after: &Rows) -> bool {
    before.len() == after.len() && changed(before, after).all(|(was, is)| is_same_row(was, is))
}

/// Rows at the same place that differ.
fn changed<'a>(before: &'a Rows, after: &'a Rows) -> impl Iterator<Item = (&'a Row, &'a Row)> {
    let pairs = before.iter().zip(after.iter());
    pairs.filter(|(was, is)| !Arc::ptr_eq(was, is) && was != is).map(|(was, is)| (&was.row, &is.row))
}

fn is_same_row(was: &Row, is: &Row) -> bool {
    was.table() == is.table() && was.key() == is.key()
}

/// Values that acts have changed and that are written together, so that many acts cost few statements.
#[derive(Debug, Default)]
pub(crate) struct ChangedValues(BTreeMap<Uuid, (Rows, Rows)>);

impl ChangedValues {
    /// Notes the values of an aggregate; [`only_values_differ`] holds of them.
    pub(crate) fn note(&mut self, aggregate: Uuid, before: &Rows, after: &Rows) {
        let (_, last) = self.0.entry(aggregate).or_insert_with(|| (Arc::clone(before), Arc::clone(before)));
        *last = Arc::clone(after);
    }

    /// Whether nothing waits.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Writes what was noted.
    pub(crate) async fn write(self, db: &impl ConnectionTrait) -> Result<(), StorageError> {
        let changed: Vec<_> = self.0.values().flat_map(|(before, after)| changed(before, after)).collect();
        update(&changed, db).await
    }
}

/// Writes what differs in an aggregate: removes, adds, then changes, so that a row may point to one that is added with
/// it.
pub(crate) async fn write_difference(
    before: &[Arc<KeptRow>],
    after: &[Arc<KeptRow>],
    db: &impl ConnectionTrait,
) -> Result<(), StorageError> {
    let differs = |list: &[Arc<KeptRow>], at: usize, kept: &Arc<KeptRow>| list.get(at) != Some(kept);
    let mut old: HashMap<String, &Row> = HashMap::new();
    let mut in_order = Vec::new();
    for (_, kept) in before.iter().enumerate().filter(|(at, kept)| differs(after, *at, kept)) {
        let name = name(&kept.row);
        in_order.push(name.clone());
        old.insert(name, &kept.row);
    }
    let (mut added, mut changed) = (Vec::new(), Vec::new());
    for (_, kept) in after.iter().enumerate().filter(|(at, kept)| differs(before, *at, kept)) {
        match old.remove(&name(&kept.row)) {
            Some(was) => changed.push((was, &kept.row)),
            None => added.push(&kept.row),
        }
    }
    for removed in in_order.iter().rev().filter_map(|name| old.get(name)) {
        removed.delete(db).await?;
    }
    insert(&added, db).await?;
    changed.retain(|(was, is)| was != is);
    update(&changed, db).await
}

fn name(row: &Row) -> String {
    format!("{} {:?}", row.table(), row.key())
}
