//! Accounts and sessions.

use super::{
    on_each_database,
    support::{Place, assert_proved, new_id, now, office},
};
use crate::{Account, INSTALLATION, SESSION_ABSOLUTE, SESSION_IDLE, StorageError};
use anju_domain::{api::AuditQuery, model::Role};
use chrono::{SubsecRound, TimeDelta};
use std::sync::Arc;

on_each_database!(
    accounts_are_kept_and_audited,
    sessions_end_in_time,
    a_new_password_ends_other_sessions,
    a_disabled_account_has_no_sessions,
);

pub(super) fn account(user: &str) -> Account {
    Account {
        id: new_id(),
        user: user.to_owned(),
        display: "县应急管理局".to_owned(),
        display_en: "Emergency management bureau".to_owned(),
        role: Role::Unit,
        unit: Some("11".to_owned()),
        project_owner: None,
        password_hash: "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA".to_owned(),
        disabled: false,
        password_changed_at: now().trunc_subsecs(6),
        epoch: 1,
    }
}

async fn accounts_are_kept_and_audited(place: Arc<Place>) {
    let storage = place.open().await;
    let (one, two) = (account("yingji"), account("audit"));
    storage.accounts().create(&office(), one.clone(), now()).await.unwrap();
    storage.accounts().create(&office(), two.clone(), now()).await.unwrap();
    let taken = storage.accounts().create(&office(), account("audit"), now()).await;
    assert_eq!(taken, Err(StorageError::UserTaken));
    assert_eq!(storage.accounts().find("yingji").await.unwrap(), Some(one.clone()));
    assert_eq!(storage.accounts().find("nobody").await.unwrap(), None);
    assert_eq!(storage.accounts().list().await.unwrap(), [two, one]);
    let log = storage.audit_page(INSTALLATION, &AuditQuery::default()).await.unwrap();
    assert_eq!(log.entries.len(), 2);
    assert!(log.entries.iter().all(|entry| !entry.after.to_string().contains("argon2")));
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn sessions_end_in_time(place: Arc<Place>) {
    let storage = place.open().await;
    let owner = account("yingji");
    storage.accounts().create(&office(), owner.clone(), now()).await.unwrap();
    let sessions = storage.sessions();
    let hash = [7; 32];
    assert_eq!(sessions.create(hash, new_id(), now()).await, Err(StorageError::NotFound));
    sessions.create(hash, owner.id, now()).await.unwrap();
    assert_eq!(sessions.find(&hash, now()).await.unwrap(), Some(owner.clone()));
    assert_eq!(sessions.find(&[8; 32], now()).await.unwrap(), None);
    assert_eq!(sessions.find(&hash, now() + SESSION_IDLE).await.unwrap(), None);
    // Used every 20 minutes it lasts, until it is too old.
    let mut at = now();
    while at - now() < SESSION_ABSOLUTE - TimeDelta::minutes(20) {
        at += TimeDelta::minutes(20);
        assert_eq!(sessions.find(&hash, at).await.unwrap(), Some(owner.clone()), "{at}");
        // The use is noted by a write that nobody waits for; the next write comes after it.
        storage.purge_answers(INSTALLATION, now()).await.unwrap();
    }
    assert_eq!(sessions.find(&hash, now() + SESSION_ABSOLUTE).await.unwrap(), None);
    assert_eq!(sessions.purge(now() + SESSION_ABSOLUTE).await.unwrap(), 1);
    sessions.create(hash, owner.id, now()).await.unwrap();
    sessions.delete(&hash).await.unwrap();
    assert_eq!(sessions.find(&hash, now()).await.unwrap(), None);
    sessions.create(hash, owner.id, now()).await.unwrap();
    sessions.delete_all(owner.id).await.unwrap();
    assert_eq!(sessions.find(&hash, now()).await.unwrap(), None);
    storage.close().await.unwrap();
}

async fn a_new_password_ends_other_sessions(place: Arc<Place>) {
    let storage = place.open().await;
    let owner = account("yingji");
    storage.accounts().create(&office(), owner.clone(), now()).await.unwrap();
    let sessions = storage.sessions();
    sessions.create([1; 32], owner.id, now()).await.unwrap();
    sessions.create([2; 32], owner.id, now()).await.unwrap();
    let epoch = storage.accounts().set_password_hash(&office(), owner.id, "new", Some([1; 32]), now()).await.unwrap();
    assert_eq!(epoch, 2);
    assert_eq!(sessions.find(&[1; 32], now()).await.unwrap().unwrap().password_hash, "new");
    assert_eq!(sessions.find(&[2; 32], now()).await.unwrap(), None);
    storage.accounts().set_password_hash(&office(), owner.id, "newer", None, now()).await.unwrap();
    assert_eq!(sessions.find(&[1; 32], now()).await.unwrap(), None);
    let missing = storage.accounts().set_password_hash(&office(), new_id(), "x", None, now()).await;
    assert_eq!(missing, Err(StorageError::NotFound));
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn a_disabled_account_has_no_sessions(place: Arc<Place>) {
    let storage = place.open().await;
    let owner = account("yingji");
    storage.accounts().create(&office(), owner.clone(), now()).await.unwrap();
    storage.sessions().create([7; 32], owner.id, now()).await.unwrap();
    assert_eq!(storage.accounts().set_disabled(&office(), owner.id, true, now()).await, Ok(2));
    assert_eq!(storage.sessions().find(&[7; 32], now()).await.unwrap(), None);
    assert!(storage.accounts().find("yingji").await.unwrap().unwrap().disabled);
    assert_eq!(storage.accounts().set_disabled(&office(), owner.id, false, now()).await, Ok(3));
    assert_eq!(storage.accounts().find("yingji").await.unwrap(), Some(Account { epoch: 3, ..owner }));
    assert_eq!(storage.accounts().set_disabled(&office(), new_id(), true, now()).await, Err(StorageError::NotFound));
    let log = storage.audit_page(INSTALLATION, &AuditQuery::default()).await.unwrap();
    assert_eq!(log.entries.iter().filter(|entry| entry.act == "set_account_state").count(), 2);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}
