//! The audit chain: an entry an act, each with the hash of the one before.

use crate::{
    StorageError, Who,
    aggregate::{Aggregate, hexadecimal},
    convert::{from_json, instant, json, read},
    entities::{audit_entry, revision},
};
use anju_domain::{
    api::{AuditLine, AuditList, AuditPage, AuditQuery, AuditRecord},
    finding::Finding,
    lists::audit::day_of,
};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// How far a chain has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) revision: i64,
    pub(crate) sequence: i64,
    pub(crate) hash: String,
}

impl From<revision::Model> for Head {
    fn from(row: revision::Model) -> Self {
        Self { revision: row.revision, sequence: row.sequence, hash: row.hash }
    }
}

/// What an act left of an object, as the chain keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Left {
    pub(crate) kind: String,
    pub(crate) id: Uuid,
    pub(crate) version: i64,
    /// SHA-256 of its rows.
    pub(crate) digest: String,
}

impl Left {
    pub(crate) fn of(aggregate: &Aggregate) -> Self {
        Self {
            kind: aggregate.kind.name().to_owned(),
            id: aggregate.id,
            version: aggregate.version,
            digest: aggregate.digest(),
        }
    }
}

/// What an entry says besides its place in the chain.
#[derive(Debug)]
pub(crate) struct Said<'a> {
    pub(crate) at: DateTime<Utc>,
    pub(crate) who: &'a Who,
    pub(crate) act: &'a str,
    pub(crate) object: Uuid,
    pub(crate) label: String,
    pub(crate) before: Value,
    pub(crate) after: Value,
    pub(crate) warnings: &'a [Finding],
    pub(crate) objects: Vec<Left>,
}

/// The next entry of a chain, in its next revision.
pub(crate) fn entry(programme: Uuid, head: &Head, said: &Said<'_>) -> Result<audit_entry::Model, StorageError> {
    let mut entry = audit_entry::Model {
        programme,
        sequence: head.sequence + 1,
        revision: head.revision + 1,
        at: instant(said.at),
        user_name: said.who.user.clone(),
        display: said.who.display.clone(),
        act: said.act.to_owned(),
        object: said.object.to_string(),
        label: said.label.clone(),
        before: json(&said.before)?,
        after: json(&said.after)?,
        warnings: json(&said.warnings)?,
        objects: json(&said.objects)?,
        previous: head.hash.clone(),
        hash: String::new(),
    };
    entry.hash = hash_without_hash(&entry)?;
    Ok(entry)
}

/// SHA-256 over the canonical JSON of an entry, all columns but the hash itself.
pub(crate) fn hash(entry: &audit_entry::Model) -> Result<String, StorageError> {
    hash_without_hash(&audit_entry::Model { hash: String::new(), ..entry.clone() })
}

/// The same, of an entry that has no hash yet.
fn hash_without_hash(entry: &audit_entry::Model) -> Result<String, StorageError> {
    Ok(hexadecimal(&Sha256::digest(json(entry)?)))
}

/// A page of a chain, newest first.
pub(crate) async fn page(
    db: &impl ConnectionTrait,
    programme: Uuid,
    query: &AuditQuery,
) -> Result<AuditPage, StorageError> {
    use audit_entry::Column;
    let limit = u64::from(query.limit.unwrap_or(50).clamp(1, 200));
    let mut rows = asked(programme, query).order_by_desc(Column::Sequence).limit(limit + 1).all(db).await?;
    let more = rows.len() as u64 > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(AuditPage { entries: rows.into_iter().map(record).collect::<Result<_, _>>()?, more })
}

/// The newest lines of a chain, those before an entry when one is named, and whether there are older ones.
pub(crate) async fn lines(
    db: &impl ConnectionTrait,
    programme: Uuid,
    before: Option<i64>,
    most: usize,
) -> Result<AuditList, StorageError> {
    use audit_entry::Column;
    let query = AuditQuery { before, ..AuditQuery::default() };
    let limit = u64::try_from(most).unwrap_or(u64::MAX);
    let columns =
        [Column::Sequence, Column::At, Column::UserName, Column::Display, Column::Act, Column::Label, Column::Warnings];
    let select = asked(programme, &query).select_only().columns(columns).order_by_desc(Column::Sequence);
    let mut rows: Vec<(i64, String, String, String, String, String, String)> =
        select.limit(limit.saturating_add(1)).into_tuple().all(db).await?;
    let more = rows.len() > most;
    rows.truncate(most);
    let line =
        |(sequence, at, user, display, act, label, warnings): (i64, String, String, String, String, String, String)| {
            let at = read("audit_entry.at", &at)?;
            let warnings: Vec<serde::de::IgnoredAny> = from_json("audit_entry.warnings", &warnings)?;
            let warnings = i64::try_from(warnings.len()).unwrap_or(i64::MAX);
            Ok(AuditLine {
                sequence,
                at,
                day: day_of(at),
                user,
                display,
                act,
                label,
                warnings,
                readings: String::new(),
            })
        };
    Ok(AuditList { lines: rows.into_iter().map(line).collect::<Result<_, StorageError>>()?, more })
}

/// The newest entries of a query, no more than `most`.
pub(crate) async fn whole(
    db: &impl ConnectionTrait,
    programme: Uuid,
    query: &AuditQuery,
    most: usize,
) -> Result<Vec<AuditRecord>, StorageError> {
    use audit_entry::Column;
    let limit = u64::try_from(most).unwrap_or(u64::MAX);
    let rows = asked(programme, query).order_by_desc(Column::Sequence).limit(limit).all(db).await?;
    rows.into_iter().map(record).collect()
}

fn asked(programme: Uuid, query: &AuditQuery) -> Select<audit_entry::Entity> {
    use audit_entry::Column;
    let mut select = audit_entry::Entity::find().filter(Column::Programme.eq(programme));
    if let Some(before) = query.before {
        select = select.filter(Column::Sequence.lt(before));
    }
    if let Some(act) = &query.act {
        select = select.filter(Column::Act.eq(act));
    }
    select
}

/// What is shown of an entry. An import of many rows says more than a page can show: then its rows are counted only; the
/// entry itself keeps them.
fn shown_after(text: &str) -> Result<Value, StorageError> {
    /// Bytes of the longest that is shown whole.
    const LONGEST: usize = 200_000;
    #[derive(Deserialize, Serialize)]
    struct Import {
        file: String,
        sha256: String,
        good_rows_only: bool,
        sheets: Value,
    }
    if text.len() > LONGEST
        && let Ok(import) = serde_json::from_str::<Import>(text)
    {
        return serde_json::to_value(import).map_err(|why| StorageError::Corrupt(why.to_string()));
    }
    from_json("audit_entry.after", text)
}

fn record(row: audit_entry::Model) -> Result<AuditRecord, StorageError> {
    Ok(AuditRecord {
        sequence: row.sequence,
        at: read("audit_entry.at", &row.at)?,
        user: row.user_name,
        display: row.display,
        act: row.act,
        object: row.object,
        label: row.label,
        before: from_json("audit_entry.before", &row.before)?,
        after: shown_after(&row.after)?,
        warnings: from_json("audit_entry.warnings", &row.warnings)?,
        hash: row.hash,
    })
}
