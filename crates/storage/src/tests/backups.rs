//! Copies of a store that is being written, and stores filled from copies.

use super::{
    accounts::account,
    duties::with_tasks,
    on_each_database,
    support::{Place, a_fen_more, assert_proved, key, new_id, now, office, save},
};
use crate::{INSTALLATION, Location, Storage, StorageError, WriteKey};
use anju_domain::api::AuditQuery;
use std::{
    env, fs,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
};

on_each_database!(
    a_copy_holds_one_state_and_all_of_it,
    a_copy_made_while_somebody_writes_holds_what_was_acknowledged_before,
    an_empty_database_is_filled_and_a_full_one_is_not,
    asking_for_a_backup_is_recorded_once,
);

/// A folder of its own, removed with this value.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = env::temp_dir().join(format!("anju-copy-{}", new_id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    async fn open(&self) -> Storage {
        Storage::open(Location::Folder(self.0.clone())).await.unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

async fn a_copy_holds_one_state_and_all_of_it(place: Arc<Place>) {
    let (storage, sample) = with_tasks(&place).await;
    let person = account("yingji");
    storage.accounts().create(&office(), person.clone(), now()).await.unwrap();
    storage.sessions().create([7; 32], person.id, now()).await.unwrap();
    save(&storage, &sample.dossiers[0], a_fen_more(&sample.dossiers[0]), key("one", None)).await.unwrap();
    let folder = Folder::new();
    storage.copy_into(&folder.0).await.unwrap();
    let names: Vec<_> = fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["anju.sqlite"], "one file holds all of it");
    let again = storage.copy_into(&folder.0).await;
    assert!(matches!(again, Err(StorageError::Unavailable(_))), "nothing is overwritten: {again:?}");

    let copy = folder.open().await;
    let (contents, expected) = (copy.contents().await.unwrap(), storage.contents().await.unwrap());
    assert_eq!(contents, expected);
    assert!(contents.counts["audit_entry"] >= 3 && contents.counts["idempotency"] == 1, "{contents:?}");
    assert!(contents.totals["commitment.amount"] > 0, "{contents:?}");
    assert_eq!(copy.check_structure().await.unwrap(), []);
    assert_proved(&copy).await;
    assert_eq!(copy.dossiers(sample.programme.id).await, storage.dossiers(sample.programme.id).await);
    // Whoever was signed in signs in again.
    copy.end_all_sessions().await.unwrap();
    assert_eq!(copy.sessions().find(&[7; 32], now()).await.unwrap(), None);
    assert!(storage.sessions().find(&[7; 32], now()).await.unwrap().is_some());
    copy.close().await.unwrap();
    storage.close().await.unwrap();
}

async fn a_copy_made_while_somebody_writes_holds_what_was_acknowledged_before(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = sample.dossiers[0].clone();
    let id = dossier.project_community.id;
    let (acknowledged, stop) = (Arc::new(AtomicI64::new(0)), Arc::new(AtomicBool::new(false)));
    let writing = {
        let (storage, dossier) = (storage.clone(), dossier.clone());
        let (acknowledged, stop) = (Arc::clone(&acknowledged), Arc::clone(&stop));
        tokio::spawn(async move {
            while !stop.load(Ordering::SeqCst) {
                let saved = save(&storage, &dossier, a_fen_more(&dossier), WriteKey::default()).await.unwrap();
                acknowledged.store(saved.version, Ordering::SeqCst);
            }
        })
    };
    for _ in 0..3 {
        let from = acknowledged.load(Ordering::SeqCst);
        while acknowledged.load(Ordering::SeqCst) <= from {
            tokio::task::yield_now().await;
        }
        let before = acknowledged.load(Ordering::SeqCst);
        let folder = Folder::new();
        storage.copy_into(&folder.0).await.unwrap();
        let copy = folder.open().await;
        let version = copy.dossier(sample.programme.id, id).await.unwrap().project_community.version;
        assert!(version >= before, "{version} is in the copy, {before} was acknowledged before it");
        assert_proved(&copy).await;
        copy.close().await.unwrap();
    }
    stop.store(true, Ordering::SeqCst);
    writing.await.unwrap();
    storage.close().await.unwrap();
}

async fn an_empty_database_is_filled_and_a_full_one_is_not(place: Arc<Place>) {
    let folder = Folder::new();
    let (source, _) = with_tasks(&Place { location: Location::Folder(folder.0.clone()) }).await;
    source.accounts().create(&office(), account("yingji"), now()).await.unwrap();
    let target = place.open().await;
    target.fill_from(&source).await.unwrap();
    assert_eq!(target.contents().await.unwrap(), source.contents().await.unwrap());
    assert_proved(&target).await;
    let again = target.fill_from(&source).await;
    assert!(matches!(again, Err(StorageError::AlreadyLoaded { .. })), "{again:?}");
    assert_proved(&target).await;
    source.close().await.unwrap();
    target.close().await.unwrap();
}

async fn asking_for_a_backup_is_recorded_once(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    for (chain, name) in [(sample.programme.id, "one"), (INSTALLATION, "two")] {
        for replayed in [false, true] {
            let asked = storage.request_backup(chain, &office(), &key(name, None), now()).await.unwrap();
            assert_eq!(asked.replayed, replayed);
        }
        let query = AuditQuery { act: Some("make_backup".to_owned()), ..AuditQuery::default() };
        assert_eq!(storage.audit_page(chain, &query).await.unwrap().entries.len(), 1);
    }
    let dossier = &sample.dossiers[0];
    let other = save(&storage, dossier, a_fen_more(dossier), key("one", None)).await;
    assert_eq!(other, Err(StorageError::RepeatedKey));
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}
