//! What a database holds in figures, so that two of them can be compared.

use super::tables::TABLES;
use crate::{
    Storage, StorageError,
    entities::{evidence, revision},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryOrder, QuerySelect, Statement};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The columns that are added up: money in fen, areas in hundredths of ㎡, bytes.
const TOTALS: [(&str, &str); 9] = [
    ("annual_plan", "planned_invest"),
    ("commitment", "amount"),
    ("evidence", "size"),
    ("line", "amount"),
    ("monthly_report", "month_invest"),
    ("payment", "amount"),
    ("project_community", "scope_area"),
    ("project_community", "total_invest"),
    ("receipt", "amount"),
];

/// What a database holds in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// Where each audit chain ends.
    pub chains: Vec<Chain>,
    /// Rows of each table; of sessions none, because they end with a restore.
    pub counts: BTreeMap<String, i64>,
    /// Sums of columns, by `table.column`.
    pub totals: BTreeMap<String, i64>,
}

/// Where an audit chain ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    /// The programme, or nil for the installation.
    pub programme: Uuid,
    /// Its revision.
    pub revision: i64,
    /// Number of the last entry.
    pub sequence: i64,
    /// Hash of the last entry.
    pub hash: String,
}

/// A file as the rows know it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EvidenceFile {
    /// SHA-256 of its content, hexadecimal.
    pub sha256: String,
    /// Bytes.
    pub size: i64,
    /// What people call it; the first of several names.
    pub name: String,
}

impl Storage {
    /// What the database holds in figures, all of one state.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn contents(&self) -> Result<Contents, StorageError> {
        let db = self.shared.snapshot().await?;
        let chains = revision::Entity::find().order_by_asc(revision::Column::Programme).all(&db).await?;
        let chain = |row: revision::Model| Chain {
            programme: row.programme,
            revision: row.revision,
            sequence: row.sequence,
            hash: row.hash,
        };
        let mut contents = Contents { chains: chains.into_iter().map(chain).collect(), ..Contents::default() };
        for table in TABLES {
            let count = number(&db, &format!("SELECT COUNT(*) FROM {table}")).await?;
            contents.counts.insert((*table).to_owned(), count);
        }
        for (table, column) in TOTALS {
            let sum = number(&db, &format!("SELECT CAST(COALESCE(SUM({column}), 0) AS BIGINT) FROM {table}")).await?;
            contents.totals.insert(format!("{table}.{column}"), sum);
        }
        Ok(contents)
    }

    /// Every content that a row names, once each.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn evidence_files(&self) -> Result<Vec<EvidenceFile>, StorageError> {
        let rows: Vec<(String, i64, String)> = evidence::Entity::find()
            .select_only()
            .column(evidence::Column::Sha256)
            .column(evidence::Column::Size)
            .column_as(evidence::Column::Name.min(), "name")
            .group_by(evidence::Column::Sha256)
            .group_by(evidence::Column::Size)
            .order_by_asc(evidence::Column::Sha256)
            .into_tuple()
            .all(&self.readers())
            .await?;
        Ok(rows.into_iter().map(|(sha256, size, name)| EvidenceFile { sha256, size, name }).collect())
    }
}

async fn number(db: &impl ConnectionTrait, sql: &str) -> Result<i64, StorageError> {
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    Ok(row.ok_or(StorageError::NotFound)?.try_get_by_index(0)?)
}
