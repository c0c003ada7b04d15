//! The database's own checks: the pages of the file, and that every reference points to something.

use crate::{Storage, StorageError};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, QueryResult, Statement};

/// The most faults that are told: one is enough to know that the file is of no use.
const MOST_FAULTS: usize = 100;

/// What the database itself finds wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StructureFault {
    /// Pages or indexes; what SQLite says of them.
    Damaged(String),
    /// A row of a table points to a row of another one that is not there.
    Reference {
        /// The table of the row.
        table: String,
        /// The table that it points to.
        parent: String,
    },
}

impl Storage {
    /// Runs the database's own checks. PostgreSQL has none to be asked for: it refuses such rows when they are written.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn check_structure(&self) -> Result<Vec<StructureFault>, StorageError> {
        let db = self.shared.snapshot().await?;
        if db.get_database_backend() != DbBackend::Sqlite {
            return Ok(Vec::new());
        }
        let mut faults = Vec::new();
        for row in rows(&db, "PRAGMA integrity_check").await? {
            let said: String = row.try_get_by_index(0)?;
            if said != "ok" {
                faults.push(StructureFault::Damaged(said));
            }
        }
        for row in rows(&db, "PRAGMA foreign_key_check").await? {
            faults
                .push(StructureFault::Reference { table: row.try_get_by_index(0)?, parent: row.try_get_by_index(2)? });
        }
        faults.truncate(MOST_FAULTS);
        Ok(faults)
    }
}

async fn rows(db: &DatabaseTransaction, sql: &str) -> Result<Vec<QueryResult>, StorageError> {
    Ok(db.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?)
}
