//! Whoever asks goes away, or what they asked for panics: no transaction stays open, and everybody else is served.

use super::{
    groups::{hold, until_waiting},
    on_each_database,
    support::{Place, a_fen_more, assert_no_open_transaction, assert_proved, key, save, today},
};
use crate::{StorageError, WriteKey, group::Group};
use sea_orm::ConnectionTrait;
use std::{sync::Arc, time::Duration};

on_each_database!(
    a_panic_after_writing_takes_back_itself_alone,
    readings_that_are_cancelled_leave_the_readers_free,
    writes_that_are_cancelled_are_done_whole_or_not_at_all,
);

/// Writes what everybody sees, and panics.
async fn write_and_panic(group: &mut Group) -> Result<(), StorageError> {
    group.for_writing().execute_unprepared("UPDATE commitment SET provider = 'half an act'").await?;
    group.for_writing().execute_unprepared("DELETE FROM duty_task").await?;
    panic!("on purpose, after writing");
}

async fn a_panic_after_writing_takes_back_itself_alone(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let (first, second) = (sample.dossiers[0].clone(), sample.dossiers[1].clone());
    let go = hold(&storage).await;
    let saving = |dossier| {
        let storage = storage.clone();
        tokio::spawn(async move { save(&storage, &dossier, a_fen_more(&dossier), WriteKey::default()).await })
    };
    let one = saving(first.clone());
    until_waiting(&storage, 1).await;
    let panicking = {
        let queue = storage.queue().unwrap();
        tokio::spawn(async move { queue.write(None, None, (), |(), group| Box::pin(write_and_panic(group))).await })
    };
    until_waiting(&storage, 2).await;
    let two = saving(second);
    until_waiting(&storage, 3).await;
    go.send(()).unwrap();
    let version = one.await.unwrap().unwrap().version;
    assert!(matches!(panicking.await.unwrap(), Err(StorageError::Database(_))));
    two.await.unwrap().unwrap();
    let read = storage.dossier(sample.programme.id, first.project_community.id).await.unwrap();
    assert_eq!(read.project_community.version, version);
    assert!(read.project_community.commitments.iter().all(|row| row.provider != "half an act"));
    save(&storage, &read, a_fen_more(&read), key("next", Some(version))).await.unwrap();
    assert_no_open_transaction(&place).await;
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn readings_that_are_cancelled_leave_the_readers_free(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let programme = sample.programme.id;
    for round in 0..60_u64 {
        let reading = storage.programme_facts(programme, today());
        // Wherever it is by then: waiting for a reader, in its transaction, or done.
        let _ = tokio::time::timeout(Duration::from_micros(round * 150), reading).await;
    }
    let mut readings = Vec::new();
    for _ in 0..16 {
        let storage = storage.clone();
        readings.push(tokio::spawn(async move { storage.programme_facts(programme, today()).await }));
    }
    for reading in readings {
        reading.await.unwrap().unwrap();
    }
    let dossier = &sample.dossiers[0];
    save(&storage, dossier, a_fen_more(dossier), WriteKey::default()).await.unwrap();
    assert_no_open_transaction(&place).await;
    storage.close().await.unwrap();
}

async fn writes_that_are_cancelled_are_done_whole_or_not_at_all(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = &sample.dossiers[0];
    for round in 0..40_u64 {
        let writing = save(&storage, dossier, a_fen_more(dossier), key(&format!("k{round}"), None));
        let _ = tokio::time::timeout(Duration::from_micros(round * 100), writing).await;
    }
    // Each is asked for again: what was done is answered, what was not is done now.
    for round in 0..40_u64 {
        save(&storage, dossier, a_fen_more(dossier), key(&format!("k{round}"), None)).await.unwrap();
    }
    let read = storage.dossier(sample.programme.id, dossier.project_community.id).await.unwrap();
    assert_eq!(read.project_community.version, dossier.project_community.version + 40, "each was done once");
    assert_no_open_transaction(&place).await;
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}
