//! A clock that jumps ahead and back again: nothing is done twice, nobody stays signed in for years, tasks are made once,
//! and the audit chain keeps the order in which things were done.

use super::{
    accounts::account,
    on_each_database,
    support::{Place, a_fen_more, assert_proved, key, now, office, today},
};
use crate::{Performed, SESSION_ABSOLUTE, SESSION_IDLE, Storage, StorageError, WriteKey};
use anju_domain::{acts::SaveFunding, api::AuditQuery, model::Dossier};
use chrono::{DateTime, Days, SubsecRound, TimeDelta, Utc};
use std::sync::Arc;

on_each_database!(
    a_write_is_not_done_twice,
    the_log_keeps_the_order_of_what_was_done,
    sessions_of_a_wrong_clock_end,
    tasks_are_made_once,
);

/// Saves funding at an instant.
async fn save_at(
    storage: &Storage,
    dossier: &Dossier,
    key: WriteKey,
    at: DateTime<Utc>,
) -> Result<Performed, StorageError> {
    let (programme, object) = (dossier.programme.id, dossier.project_community.id);
    let entry = a_fen_more(dossier);
    storage.perform::<SaveFunding>(programme, &office(), &key, object, entry, at.date_naive(), at).await
}

async fn a_write_is_not_done_twice(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let (programme, dossier) = (sample.programme.id, &sample.dossiers[0]);
    let version = dossier.project_community.version;
    let once = || key("once", Some(version));
    let saved = save_at(&storage, dossier, once(), now()).await.unwrap();
    // A day back and a day ahead the answer is the same.
    for jump in [TimeDelta::days(-1), TimeDelta::days(1), TimeDelta::days(-400)] {
        storage.purge_answers(programme, now() + jump).await.unwrap();
        let again = save_at(&storage, dossier, once(), now() + jump).await.unwrap();
        assert_eq!((again.version, again.replayed), (saved.version, true), "{jump}");
    }
    // A year ahead it is forgotten, and back again too; what stands refuses the repetition by its version.
    assert_eq!(storage.purge_answers(programme, now() + TimeDelta::days(400)).await.unwrap(), 1);
    for at in [now() + TimeDelta::days(400), now()] {
        let again = save_at(&storage, dossier, once(), at).await;
        assert_eq!(again, Err(StorageError::StaleVersion { current: saved.version }));
    }
    for at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        storage.purge_answers(programme, at).await.unwrap();
    }
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn the_log_keeps_the_order_of_what_was_done(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = &sample.dossiers[0];
    let (jumps, start) = ([0, 400, -400, 1, -1], now().trunc_subsecs(6));
    for days in jumps {
        save_at(&storage, dossier, WriteKey::default(), start + TimeDelta::days(days)).await.unwrap();
    }
    let query = AuditQuery { act: Some("save_funding".to_owned()), ..AuditQuery::default() };
    let page = storage.audit_page(sample.programme.id, &query).await.unwrap();
    let days: Vec<i64> = page.entries.iter().rev().map(|entry| (entry.at - start).num_days()).collect();
    assert_eq!(days, jumps);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn sessions_of_a_wrong_clock_end(place: Arc<Place>) {
    let storage = place.open().await;
    let owner = account("yingji");
    storage.accounts().create(&office(), owner.clone(), now()).await.unwrap();
    let sessions = storage.sessions();
    let (steady, ahead) = ([1; 32], [2; 32]);
    sessions.create(steady, owner.id, now()).await.unwrap();
    sessions.create(ahead, owner.id, now() + TimeDelta::days(365)).await.unwrap();
    // The clock is set right: whoever signed in by the wrong one signs in again.
    assert_eq!(sessions.find(&ahead, now()).await.unwrap(), None);
    // A small step back is no reason to sign in again, nor is it a second life.
    let back = now() - TimeDelta::minutes(5);
    assert_eq!(sessions.find(&steady, back).await.unwrap(), Some(owner.clone()));
    assert_eq!(sessions.find(&steady, now() - SESSION_IDLE).await.unwrap(), None);
    assert_eq!(sessions.find(&steady, now() + SESSION_ABSOLUTE).await.unwrap(), None);
    assert_eq!(sessions.purge(now()).await.unwrap(), 1, "the one of the wrong clock");
    assert_eq!(sessions.find(&steady, now()).await.unwrap(), Some(owner));
    storage.close().await.unwrap();
}

async fn tasks_are_made_once(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let programme = sample.programme.id;
    let make = async |days: u64| {
        let made = storage.make_duties(programme, &office(), None, today() + Days::new(days), now()).await;
        made.unwrap().tasks
    };
    let (first, ahead) = (make(0).await, make(90).await);
    assert!(first > 0 && ahead > 0);
    // Back again, what was made ahead of time stays, and nothing is made a second time.
    for days in [0, 90, 30, 90] {
        assert_eq!(make(days).await, 0, "{days}");
    }
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}
