//! Readings that are given up midway, as when somebody turns to another page before this one has come.

use super::{
    on_each_database,
    support::{Place, a_fen_more, save},
};
use crate::WriteKey;
use std::{future::poll_fn, pin::pin, sync::Arc, task::Poll};

on_each_database!(a_reading_that_is_given_up_harms_no_other);

/// More than the readers, so that some wait for a connection, and some take one right after it was left.
const AT_ONCE: usize = 8;
/// How often a reading may be resumed before it is dropped, at most; it ends before.
const RESUMED: usize = 60;

/// What a reading answers, unless it is still waiting when it was resumed so often: then it is dropped where it is.
async fn resumed<F: Future>(reading: F, times: usize) -> Option<F::Output> {
    let mut reading = pin!(reading);
    let mut left = times;
    poll_fn(|context| match (reading.as_mut().poll(context), left) {
        (Poll::Ready(answer), _) => Poll::Ready(Some(answer)),
        (Poll::Pending, 0) => Poll::Ready(None),
        (Poll::Pending, _) => {
            left -= 1;
            Poll::Pending
        }
    })
    .await
}

async fn a_reading_that_is_given_up_harms_no_other(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let storage = Arc::new(storage);
    let programme = sample.programme.id;
    let mut impatient = Vec::new();
    for reader in 0..AT_ONCE {
        let storage = Arc::clone(&storage);
        let id = sample.dossiers[reader % sample.dossiers.len()].project_community.id;
        impatient.push(tokio::spawn(async move {
            let mut given_up = 0;
            for times in 0..RESUMED {
                match resumed(storage.dossier(programme, id), times).await {
                    Some(read) => drop(read.expect("a reading beside one that was given up")),
                    None => given_up += 1,
                }
                // A single statement goes past transactions: in one that nobody has ended it would be its first.
                storage.revision(programme).await.expect("a reading after one that was given up");
                storage.dossier(programme, id).await.expect("a snapshot after one that was given up");
            }
            given_up
        }));
    }
    for reader in impatient {
        assert!((1..RESUMED).contains(&reader.await.unwrap()), "some are given up and some are not");
    }
    // Nor does a connection go on showing the state of a reading that was given up.
    let dossier = &sample.dossiers[0];
    let saved = save(&storage, dossier, a_fen_more(dossier), WriteKey::default()).await.unwrap();
    for _ in 0..AT_ONCE {
        let read = storage.dossier(programme, dossier.project_community.id).await.unwrap();
        assert_eq!(read.project_community.version, saved.version);
    }
    Arc::into_inner(storage).unwrap().close().await.unwrap();
}
