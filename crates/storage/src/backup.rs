//! What a backup needs of the store: a copy of one state while others write, what that state holds in figures, the
//! database's own checks, and filling an empty database from a copy.

mod contents;
mod request;
mod structure;
mod tables;

pub use contents::{Chain, Contents, EvidenceFile};
pub use structure::StructureFault;

use crate::{
    Location, Storage, StorageError,
    connect::{Part, Seen, connect},
    migrations::Migrator,
};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement, TransactionTrait};
use sea_orm_migration::MigratorTrait;
use std::{fs::File, io, path::Path};

impl Storage {
    /// Writes one state of the whole database into `anju.sqlite` in a folder that has none, while others write. What
    /// was acknowledged before this call is in it. The file is on the disk when this returns.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] when the file can't be written, and those of any reading.
    pub async fn copy_into(&self, folder: &Path) -> Result<(), StorageError> {
        let file = folder.join("anju.sqlite");
        if file.exists() {
            return Err(StorageError::Unavailable(format!("{} is there already", file.display())));
        }
        match &self.shared.location {
            Location::Folder(_) => self.vacuum_into(&file).await?,
            Location::Url(_) => self.copy_tables_into(folder).await?,
        }
        // SQLite does not put a copy on the disk by itself.
        on_the_disk(folder, &file).map_err(|why| StorageError::Unavailable(format!("{}: {why}", file.display())))
    }

    async fn vacuum_into(&self, file: &Path) -> Result<(), StorageError> {
        let path = file.to_str().ok_or_else(|| StorageError::Unavailable("the path is not UTF-8".to_owned()))?;
        let connection = connect(&self.shared.location, Part::Copier, &Seen::default()).await?;
        let copied = connection
            .execute_raw(Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO ?", [path.into()]))
            .await;
        let closed = connection.close().await;
        copied.map_err(|why| StorageError::Unavailable(why.to_string()))?;
        Ok(closed?)
    }

    /// From PostgreSQL: every table of one snapshot, into a new file of the same schema.
    async fn copy_tables_into(&self, folder: &Path) -> Result<(), StorageError> {
        let target = connect(&Location::Folder(folder.to_owned()), Part::Writer, &Seen::default()).await?;
        let copied = self.copy_tables(&target).await;
        let closed = target.close().await;
        copied?;
        Ok(closed?)
    }

    async fn copy_tables(&self, target: &DatabaseConnection) -> Result<(), StorageError> {
        Migrator::up(target, None).await?;
        let snapshot = self.shared.snapshot().await?;
        let into = target.begin().await?;
        tables::copy(&snapshot, &into).await?;
        into.commit().await?;
        // One file holds all of it.
        target.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        target.execute_unprepared("PRAGMA journal_mode = DELETE").await?;
        Ok(())
    }

    /// Fills this database, which must be empty, with what another one holds, in one transaction. Sessions are not
    /// taken over. Nothing else may write to it meanwhile.
    ///
    /// # Errors
    /// [`StorageError::AlreadyLoaded`] when something is in it, and those of any write.
    pub async fn fill_from(&self, source: &Self) -> Result<(), StorageError> {
        let connection = self.shared.connect(Part::Writer).await?;
        let filled = fill(&connection, source).await;
        let closed = connection.close().await;
        filled?;
        Ok(closed?)
    }

    /// Ends every session: after a restore nobody goes on with one that may have ended since.
    ///
    /// # Errors
    /// Those of any write.
    pub async fn end_all_sessions(&self) -> Result<(), StorageError> {
        self.sessions().delete_every().await
    }

    /// Name and version of the database.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn database_version(&self) -> Result<String, StorageError> {
        let readers = self.readers();
        let (name, sql) = match readers.get_database_backend() {
            DbBackend::Postgres => ("PostgreSQL", "SELECT current_setting('server_version')"),
            _ => ("SQLite", "SELECT sqlite_version()"),
        };
        let row = readers.query_one_raw(Statement::from_string(readers.get_database_backend(), sql)).await?;
        let version: String = row.ok_or(StorageError::NotFound)?.try_get_by_index(0)?;
        Ok(format!("{name} {version}"))
    }
}

async fn fill(connection: &DatabaseConnection, source: &Storage) -> Result<(), StorageError> {
    let snapshot = source.shared.snapshot().await?;
    let into = connection.begin().await?;
    if let Some(division_code) = tables::first_content(&into).await? {
        return Err(StorageError::AlreadyLoaded { division_code });
    }
    tables::copy(&snapshot, &into).await?;
    Ok(into.commit().await?)
}

fn on_the_disk(folder: &Path, file: &Path) -> io::Result<()> {
    File::open(file)?.sync_all()?;
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}
