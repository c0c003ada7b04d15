//! Rows of every audited table in one type: what an aggregate consists of, its digest, and what differs.

use crate::{StorageError, entities};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Iterable, ModelTrait, PrimaryKeyToColumn, Value,
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use uuid::Uuid;

/// How many rows one statement inserts.
const INSERTED_AT_ONCE: usize = 200;

/// What loads and saves whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    Programme,
    AnnualPlan,
    Community,
    Project,
    ProjectCommunity,
    MonthlyReport,
    Account,
}

impl Kind {
    /// Its stable name, as in the audit chain.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::AnnualPlan => "annual_plan",
            Self::Community => "community",
            Self::Project => "project",
            Self::ProjectCommunity => "project_community",
            Self::MonthlyReport => "monthly_report",
            Self::Account => "account",
        }
    }
}

/// An aggregate as rows: its own first, then those of its parts in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Aggregate {
    pub(crate) kind: Kind,
    pub(crate) id: Uuid,
    pub(crate) version: i64,
    pub(crate) rows: Vec<Row>,
}

impl Aggregate {
    pub(crate) const fn new(kind: Kind, id: Uuid, version: i64, rows: Vec<Row>) -> Self {
        Self { kind, id, version, rows }
    }

    /// SHA-256 over the canonical JSON of the rows, in hexadecimal. Every column of every row takes part.
    pub(crate) fn digest(&self) -> Result<String, StorageError> {
        digest(&self.rows)
    }
}

/// SHA-256 over rows: a line each, `["table",{"column":value,…}]`, columns in the order of the table.
pub(crate) fn digest(rows: &[Row]) -> Result<String, StorageError> {
    let mut hash = Sha256::new();
    let mut line = Vec::with_capacity(1024);
    for row in rows {
        line.clear();
        serde_json::to_writer(&mut line, &(row.table(), row))
            .map_err(|why| StorageError::Database(format!("a row can't be written: {why}")))?;
        line.push(b'\n');
        hash.update(&line);
    }
    Ok(hexadecimal(&hash.finalize()))
}

/// Bytes in hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

macro_rules! rows {
    ($($variant:ident = $table:ident),+ $(,)?) => {
        /// A row of an audited table; references point to tables that stand before.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        pub(crate) enum Row {
            $(
                #[doc = concat!("Of `", stringify!($table), "`.")]
                $variant(entities::$table::Model),
            )+
        }

        impl Row {
            /// The audited tables, those that are pointed to first.
            #[cfg(test)]
            pub(crate) const TABLES: &'static [&'static str] = &[$(stringify!($table)),+];

            /// Name of the table.
            pub(crate) const fn table(&self) -> &'static str {
                match self { $(Self::$variant(_) => stringify!($table),)+ }
            }

            fn key(&self) -> Vec<Value> {
                match self {
                    $(Self::$variant(model) => {
                        entities::$table::PrimaryKey::iter().map(|key| model.get(key.into_column())).collect()
                    })+
                }
            }

            async fn delete(&self, db: &impl ConnectionTrait) -> Result<(), StorageError> {
                match self {
                    $(Self::$variant(model) => {
                        entities::$table::Entity::delete(model.clone().into_active_model()).exec(db).await?;
                    })+
                }
                Ok(())
            }

            /// Writes the columns that differ from the row as it was.
            async fn update(&self, before: &Self, db: &impl ConnectionTrait) -> Result<(), StorageError> {
                match (self, before) {
                    $((Self::$variant(after), Self::$variant(before)) => {
                        let mut changes = after.clone().into_active_model();
                        for column in entities::$table::Column::iter() {
                            if before.get(column) != after.get(column) {
                                changes.reset(column);
                            }
                        }
                        entities::$table::Entity::update(changes).exec_without_returning(db).await?;
                    })+
                    _ => return Err(StorageError::Database("two rows of different tables".to_owned())),
                }
                Ok(())
            }
        }

        /// Inserts rows, those that are pointed to first.
        pub(crate) async fn insert(rows: &[Row], db: &impl ConnectionTrait) -> Result<(), StorageError> {
            $(
                let of_table: Vec<_> = rows
                    .iter()
                    .filter_map(|row| if let Row::$variant(model) = row { Some(model.clone().into_active_model()) } else { None })
                    .collect();
                for some in of_table.chunks(INSERTED_AT_ONCE) {
                    entities::$table::Entity::insert_many(some.to_vec()).exec_without_returning(db).await?;
                }
            )+
            Ok(())
        }
    };
}

rows! {
    Programme = programme,
    AnnualPlan = annual_plan,
    Community = community,
    Building = building,
    Project = project,
    ApprovalStep = approval_step,
    ProjectCommunity = project_community,
    Line = line,
    Commitment = commitment,
    Receipt = receipt,
    Payment = payment,
    MonthlyReport = monthly_report,
    Account = account,
}

/// Writes what differs between the rows as they were and as they are: removes, adds, then changes, so that a row may
/// point to one that is added with it.
pub(crate) async fn write_difference(
    before: &[Row],
    after: &[Row],
    db: &impl ConnectionTrait,
) -> Result<(), StorageError> {
    let differs = |list: &[Row], at: usize, row: &Row| list.get(at) != Some(row);
    let mut old: HashMap<String, &Row> = HashMap::new();
    let mut in_order = Vec::new();
    for (_, row) in before.iter().enumerate().filter(|(at, row)| differs(after, *at, row)) {
        let name = format!("{} {:?}", row.table(), row.key());
        in_order.push(name.clone());
        old.insert(name, row);
    }
    let (mut added, mut changed) = (Vec::new(), Vec::new());
    for (_, row) in after.iter().enumerate().filter(|(at, row)| differs(before, *at, row)) {
        match old.remove(&format!("{} {:?}", row.table(), row.key())) {
            Some(was) => changed.push((was, row)),
            None => added.push(row.clone()),
        }
    }
    for removed in in_order.iter().rev().filter_map(|name| old.get(name)) {
        removed.delete(db).await?;
    }
    insert(&added, db).await?;
    for (was, row) in changed.into_iter().filter(|(was, row)| was != row) {
        row.update(was, db).await?;
    }
    Ok(())
}
