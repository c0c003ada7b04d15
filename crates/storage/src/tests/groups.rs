//! Groups of writes: one commit, answers after it, and a failure that takes nobody with it.

use super::{
    on_each_database,
    support::{Place, a_fen_more, assert_proved, key, load, now, office, programme_of, save, today},
};
use crate::{Changed, Stamp, Storage, StorageError, StoredAct, WriteKey, entities::audit_entry};
use anju_domain::{
    acts::{Act, Decision},
    finding::Finding,
    language::Text,
    model::{Dossier, ProjectCommunity},
    sample,
};
use chrono::NaiveDate;
use sea_orm::{EntityTrait, QueryOrder};
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::sync::oneshot;

on_each_database!(
    a_failing_act_takes_back_itself_alone,
    acts_of_a_group_see_each_other,
    answers_come_after_the_commit,
    many_writers_lose_nothing,
    a_vanished_caller_changes_nothing,
);

/// An act whose rows the database refuses.
struct DoubledLine;

impl Act for DoubledLine {
    const NAME: &'static str = "doubled_line";
    const TITLE: Text = Text::new("重复明细", "Doubled line");
    type Request = ();
    type Facts = Dossier;
    type Changes = ProjectCommunity;

    fn decide(facts: &Dossier, (): &(), _: NaiveDate) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        let mut changes = facts.project_community.clone();
        changes.commitments.clear();
        changes.lines.extend(changes.lines.first().cloned());
        Ok(Decision { changes, warnings: Vec::new() })
    }
}

impl StoredAct for DoubledLine {
    fn changed(changes: ProjectCommunity, _: &Stamp<'_>) -> Changed {
        Changed::project_community(changes)
    }
}

/// Holds the writer in a group of its own until the sender speaks, so that what comes meanwhile is the next group.
pub(super) async fn hold(storage: &Storage) -> oneshot::Sender<()> {
    let (go, wait) = oneshot::channel::<()>();
    let (holds, held) = oneshot::channel::<()>();
    let queue = storage.queue().unwrap();
    let holding = Mutex::new(Some((holds, wait)));
    tokio::spawn(
        async move { queue.write(None, None, holding, |holding, _| Box::pin(held_up(holding))).await.unwrap() },
    );
    held.await.unwrap();
    go
}

async fn held_up(holding: &Mutex<Option<(oneshot::Sender<()>, oneshot::Receiver<()>)>>) -> Result<(), StorageError> {
    // Once: a group that is taken back and run again is not held up again.
    let taken = holding.lock().unwrap().take();
    if let Some((holds, wait)) = taken {
        holds.send(()).unwrap();
        let _ = wait.await;
    }
    Ok(())
}

/// Waits until so many writes are in the queue.
pub(super) async fn until_waiting(storage: &Storage, count: usize) {
    while storage.queue().unwrap().waiting() < count {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

async fn a_failing_act_takes_back_itself_alone(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let (first, second) = (sample.dossiers[0].clone(), sample.dossiers[1].clone());
    let go = hold(&storage).await;
    let started = |dossier: &Dossier| {
        let (storage, dossier) = (storage.clone(), dossier.clone());
        tokio::spawn(async move { save(&storage, &dossier, a_fen_more(&dossier), WriteKey::default()).await })
    };
    let one = started(&first);
    until_waiting(&storage, 1).await;
    let failing = {
        let (storage, id, programme) = (storage.clone(), first.project_community.id, sample.programme.id);
        tokio::spawn(async move {
            let key = WriteKey::default();
            storage.perform::<DoubledLine>(programme, &office(), &key, id, (), today(), now()).await
        })
    };
    until_waiting(&storage, 2).await;
    let two = started(&second);
    until_waiting(&storage, 3).await;
    go.send(()).unwrap();
    one.await.unwrap().unwrap();
    assert!(matches!(failing.await.unwrap(), Err(StorageError::Refused(_))));
    two.await.unwrap().unwrap();
    let rows = audit_entry::Entity::find().order_by_asc(audit_entry::Column::Sequence).all(&storage.readers()).await;
    let revisions: Vec<i64> = rows.unwrap().iter().map(|row| row.revision).collect();
    assert_eq!(revisions, [1, 2, 2], "both acts that succeeded are of one group");
    let read = storage.dossier(sample.programme.id, first.project_community.id).await.unwrap();
    assert_eq!(read.project_community.commitments.len(), first.project_community.commitments.len());
    // What the writer remembers is what is stored.
    save(&storage, &read, a_fen_more(&read), WriteKey::default()).await.unwrap();
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

/// Acts on one object in one group, with a repeated key and a failure among them.
async fn acts_of_a_group_see_each_other(place: Arc<Place>) {
    for fails in [false, true] {
        let (storage, sample) =
            if fails { (place.open().await, sample::programme()) } else { place.with_sample().await };
        let (programme, id) = (sample.programme.id, sample.dossiers[0].project_community.id);
        let dossier = storage.dossier(programme, id).await.unwrap();
        let version = dossier.project_community.version;
        let go = hold(&storage).await;
        let mut saving = Vec::new();
        for name in ["one", "two", "one"] {
            let (store, dossier) = (storage.clone(), dossier.clone());
            let key = key(&format!("{name} {fails}"), None);
            saving.push(tokio::spawn(async move { save(&store, &dossier, a_fen_more(&dossier), key).await }));
            until_waiting(&storage, saving.len()).await;
        }
        if fails {
            let storage = storage.clone();
            saving.push(tokio::spawn(async move {
                let key = WriteKey::default();
                storage.perform::<DoubledLine>(programme, &office(), &key, id, (), today(), now()).await
            }));
        }
        until_waiting(&storage, saving.len()).await;
        go.send(()).unwrap();
        let mut versions = Vec::new();
        for answer in saving {
            versions.push(answer.await.unwrap().map(|saved| (saved.version - version, saved.replayed)).ok());
        }
        let expected = [Some((1, false)), Some((2, false)), Some((1, true)), None];
        assert_eq!(versions, expected[..versions.len()]);
        assert_proved(&storage).await;
        storage.close().await.unwrap();
    }
}

async fn answers_come_after_the_commit(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = sample.dossiers[0].clone();
    let (programme, id) = (sample.programme.id, dossier.project_community.id);
    let go = hold(&storage).await;
    let saving = {
        let (storage, dossier) = (storage.clone(), dossier.clone());
        tokio::spawn(async move { save(&storage, &dossier, a_fen_more(&dossier), WriteKey::default()).await })
    };
    until_waiting(&storage, 1).await;
    // A write that follows in the same group keeps the commit waiting.
    let holding = {
        let storage = storage.clone();
        tokio::spawn(async move { hold(&storage).await })
    };
    until_waiting(&storage, 2).await;
    go.send(()).unwrap();
    let go = holding.await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(!saving.is_finished(), "the act was performed, and is not answered before the commit");
    assert_eq!(storage.dossier(programme, id).await.unwrap(), dossier, "and nobody sees it");
    go.send(()).unwrap();
    let saved = saving.await.unwrap().unwrap();
    assert_eq!(storage.dossier(programme, id).await.unwrap().project_community.version, saved.version);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn many_writers_lose_nothing(place: Arc<Place>) {
    let storage = place.open().await;
    let sample = programme_of(8);
    load(&storage, &sample).await.unwrap();
    let mut writers = Vec::new();
    for at in 0..32_usize {
        let (storage, dossier) = (storage.clone(), sample.dossiers[at % 8].clone());
        writers.push(tokio::spawn(async move {
            for _ in 0..5 {
                save(&storage, &dossier, a_fen_more(&dossier), WriteKey::default()).await.unwrap();
            }
        }));
    }
    for writer in writers {
        writer.await.unwrap();
    }
    for dossier in &sample.dossiers {
        let read = storage.dossier(sample.programme.id, dossier.project_community.id).await.unwrap();
        assert_eq!(read.project_community.version, dossier.project_community.version + 20);
    }
    let report = storage.verify().await.unwrap();
    assert_eq!((report.entries, report.faults), (161, Vec::new()));
    storage.close().await.unwrap();
}

async fn a_vanished_caller_changes_nothing(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = sample.dossiers[0].clone();
    let go = hold(&storage).await;
    let saving = {
        let (storage, dossier) = (storage.clone(), dossier.clone());
        tokio::spawn(async move { save(&storage, &dossier, a_fen_more(&dossier), WriteKey::default()).await })
    };
    until_waiting(&storage, 1).await;
    saving.abort();
    go.send(()).unwrap();
    let next = save(&storage, &dossier, a_fen_more(&dossier), WriteKey::default()).await.unwrap();
    assert_eq!(next.version, dossier.project_community.version + 2, "the write in the queue was performed");
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}
