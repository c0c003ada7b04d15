//! Opening and closing: one writing process, settings that durability rests on, readers that can't write.

use super::{
    on_each_database,
    support::{Place, a_fen_more, save},
};
use crate::{Location, Storage, StorageError, WriteKey};
use sea_orm::ConnectionTrait;
use std::sync::Arc;

on_each_database!(
    readers_can_t_write,
    every_connection_is_set_as_it_must_be,
    one_process_writes_to_a_folder,
    what_was_closed_opens_again,
);

async fn readers_can_t_write(place: Arc<Place>) {
    let (storage, _) = place.with_sample().await;
    for sql in ["DELETE FROM commitment", "UPDATE revision SET revision = 9", "CREATE TABLE other (id bigint)"] {
        assert!(storage.readers().execute_unprepared(sql).await.is_err(), "{sql}");
    }
    storage.close().await.unwrap();
}

async fn every_connection_is_set_as_it_must_be(place: Arc<Place>) {
    let (storage, _) = place.with_sample().await;
    let report = storage.settings_report().await.unwrap();
    assert_eq!(report.database, if place.is_postgres() { "postgresql" } else { "sqlite" });
    assert_eq!(report.connections.iter().filter(|connection| connection.part == "writer").count(), 1);
    for connection in &report.connections {
        assert_eq!(connection.journal_mode, "wal");
        assert!(connection.foreign_keys && connection.busy_timeout_ms >= 5_000);
        assert_eq!(connection.query_only, connection.part == "reader");
        if !place.is_postgres() {
            assert_eq!(connection.synchronous, "full");
        }
    }
    storage.close().await.unwrap();
}

async fn one_process_writes_to_a_folder(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let beside = Storage::open_read_only(place.location.clone()).await.unwrap();
    assert_eq!(beside.programmes().await.unwrap().len(), 1);
    let dossier = &sample.dossiers[0];
    let refused = save(&beside, dossier, a_fen_more(dossier), WriteKey::default()).await;
    assert!(matches!(refused, Err(StorageError::Unavailable(_))));
    if let Location::Folder(folder) = &place.location {
        let second = Storage::open(place.location.clone()).await;
        assert_eq!(second.err(), Some(StorageError::Locked));
        let nothing = Storage::open_read_only(Location::Folder(folder.join("nothing"))).await;
        assert!(matches!(nothing.err(), Some(StorageError::Unavailable(_))));
    }
    beside.close().await.unwrap();
    storage.close().await.unwrap();
    place.open().await.close().await.unwrap();
}

async fn what_was_closed_opens_again(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = &sample.dossiers[0];
    save(&storage, dossier, a_fen_more(dossier), WriteKey::default()).await.unwrap();
    let kept = storage.clone();
    storage.close().await.unwrap();
    let late = save(&kept, dossier, a_fen_more(dossier), WriteKey::default()).await;
    assert!(matches!(late, Err(StorageError::Unavailable(_))));
    let storage = place.open().await;
    let read = storage.dossier(sample.programme.id, dossier.project_community.id).await.unwrap();
    assert_eq!(read.project_community.version, dossier.project_community.version + 1);
    storage.close().await.unwrap();
}
