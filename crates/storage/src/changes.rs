//! What tells readers that a programme changed: the writer on SQLite, the database on PostgreSQL, where several
//! servers may write.

use crate::{StorageError, entities::revision, shared::Shared};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, Statement, sqlx::postgres::PgListener};
use std::{
    sync::{Arc, Weak},
    time::Duration,
};
use uuid::Uuid;

/// The channel of PostgreSQL's notifications.
const CHANNEL: &str = "anju_revision";
/// How long to wait before listening again after the connection was lost.
const PAUSE: Duration = Duration::from_secs(1);

/// A programme changed: whoever shows it fetches again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The programme; [`crate::INSTALLATION`] when accounts changed.
    pub programme: Uuid,
    /// Its revision after the change; an answer of a later revision is newer.
    pub revision: i64,
}

impl Change {
    /// Tells every server on the same PostgreSQL, when the transaction commits.
    pub(crate) async fn notify(self, db: &impl ConnectionTrait) -> Result<(), StorageError> {
        let payload = format!("{} {}", self.programme, self.revision);
        let sql = "SELECT pg_notify($1, $2)";
        let values = [CHANNEL.into(), payload.into()];
        db.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, values)).await?;
        Ok(())
    }

    fn read(payload: &str) -> Option<Self> {
        let (programme, revision) = payload.split_once(' ')?;
        Some(Self { programme: programme.parse().ok()?, revision: revision.parse().ok()? })
    }
}

/// Listens to PostgreSQL until the store is closed.
pub(crate) async fn follow(shared: Weak<Shared>, url: String) {
    loop {
        if let Err(why) = follow_once(&shared, &url).await {
            tracing::warn!(%why, "changes of other servers are not heard; listening again");
        }
        if shared.strong_count() == 0 {
            return;
        }
        tokio::time::sleep(PAUSE).await;
        if let Some(shared) = shared.upgrade() {
            // What was missed meanwhile: every programme may have changed.
            let _ = announce_all(&shared).await;
        }
    }
}

async fn follow_once(shared: &Weak<Shared>, url: &str) -> Result<(), sea_orm::sqlx::Error> {
    let mut listener = PgListener::connect(url).await?;
    listener.listen(CHANNEL).await?;
    loop {
        let heard = listener.try_recv().await?;
        let Some(shared) = shared.upgrade() else { return Ok(()) };
        match heard {
            Some(notification) => {
                if let Some(change) = Change::read(notification.payload()) {
                    shared.announce(change);
                }
            }
            None => {
                let _ = announce_all(&shared).await;
            }
        }
    }
}

async fn announce_all(shared: &Arc<Shared>) -> Result<(), StorageError> {
    for row in revision::Entity::find().all(&shared.readers()).await? {
        shared.announce(Change { programme: row.programme, revision: row.revision });
    }
    Ok(())
}
