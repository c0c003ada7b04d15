//! A commit that fails: nobody is told that it was stored, and the writer goes on with what the disk has.

use super::{
    groups::{hold, until_waiting},
    on_each_database,
    support::{Place, a_fen_more, assert_proved, key, save},
};
use crate::{StorageError, group::Group};
use sea_orm::ConnectionTrait;
use std::sync::Arc;

on_each_database!(a_failed_commit_stores_nothing, a_lost_connection_is_opened_anew);

/// A write that the database accepts, and for which it refuses the commit.
async fn refuse_the_commit(group: &mut Group) -> Result<(), StorageError> {
    group.for_writing().execute_unprepared("INSERT INTO late_check VALUES (1, 2)").await?;
    Ok(())
}

async fn lose_the_connection(group: &mut Group) -> Result<(), StorageError> {
    group.for_writing().execute_unprepared("SELECT pg_terminate_backend(pg_backend_pid())").await?;
    Ok(())
}

async fn a_failed_commit_stores_nothing(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let raw = place.raw().await;
    let references = "REFERENCES late_check (id) DEFERRABLE INITIALLY DEFERRED";
    let table = format!("CREATE TABLE late_check (id integer PRIMARY KEY, other integer {references})");
    raw.execute_unprepared(&table).await.unwrap();
    raw.close().await.unwrap();
    let dossier = sample.dossiers[0].clone();
    let stored = save(&storage, &dossier, a_fen_more(&dossier), key("k1", None)).await.unwrap();

    // An act, and after it in the same group the write whose commit is refused.
    let go = hold(&storage).await;
    let saving = {
        let (storage, dossier) = (storage.clone(), dossier.clone());
        tokio::spawn(async move { save(&storage, &dossier, a_fen_more(&dossier), key("k2", None)).await })
    };
    until_waiting(&storage, 1).await;
    let refused = {
        let queue = storage.queue().unwrap();
        tokio::spawn(async move { queue.write(None, None, (), |(), group| Box::pin(refuse_the_commit(group))).await })
    };
    until_waiting(&storage, 2).await;
    go.send(()).unwrap();
    assert!(matches!(saving.await.unwrap(), Err(StorageError::OutcomeUnknown(_))));
    assert!(matches!(refused.await.unwrap(), Err(StorageError::OutcomeUnknown(_))));

    // What was answered before stands; what was not is neither on the disk nor in the writer's memory.
    let read = storage.dossier(sample.programme.id, dossier.project_community.id).await.unwrap();
    assert_eq!(read.project_community.version, stored.version);
    let again = save(&storage, &dossier, a_fen_more(&dossier), key("k2", Some(stored.version))).await.unwrap();
    assert_eq!((again.version, again.replayed), (stored.version + 1, false));
    let writers = storage.settings_report().await.unwrap().connections;
    assert_eq!(writers.iter().filter(|connection| connection.part == "writer").count(), 1);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn a_lost_connection_is_opened_anew(place: Arc<Place>) {
    if !place.is_postgres() {
        return;
    }
    let (storage, sample) = place.with_sample().await;
    let dossier = &sample.dossiers[0];
    let stored = save(&storage, dossier, a_fen_more(dossier), key("k1", None)).await.unwrap();
    let lost = storage.queue().unwrap().write(None, None, (), |(), group| Box::pin(lose_the_connection(group))).await;
    assert!(matches!(lost, Err(StorageError::Unavailable(_))), "{lost:?}");
    let again = save(&storage, dossier, a_fen_more(dossier), key("k2", Some(stored.version))).await.unwrap();
    assert_eq!(again.version, stored.version + 1);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}
