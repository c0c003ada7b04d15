//! Acts: stored whole, refused whole, answered once.

use super::{
    on_each_database,
    support::{Place, a_fen_more, assert_proved, key, load, new_id, now, office, save, today},
};
use crate::{Changed, Stamp, StorageError, StoredAct, WriteKey};
use anju_domain::{
    acts::{Act, CommitmentEntry, Decision, EnterAnnualPlan, FundingEntry, PlanEntry, SaveFunding},
    api::AuditQuery,
    exact::Money,
    finding::Finding,
    language::Text,
    model::Dossier,
    policy::stages::Stage,
};
use chrono::{NaiveDate, TimeDelta};
use std::sync::Arc;

on_each_database!(
    the_sample_reads_back_as_it_was,
    a_programme_is_loaded_once,
    funding_is_saved_with_its_audit_entry,
    entering_the_plan_makes_the_plan,
    a_stale_version_is_refused,
    a_repeated_request_is_answered_once,
    an_answer_is_kept_for_a_week,
    malformed_data_stores_nothing,
    another_object_s_identity_is_refused,
    a_panic_takes_back_its_act_alone,
    an_unknown_object_is_not_found,
    rows_may_be_added_removed_and_moved,
);

async fn the_sample_reads_back_as_it_was(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    assert_eq!(storage.programmes().await.unwrap(), std::slice::from_ref(&sample.programme));
    for dossier in &sample.dossiers {
        let read = storage.dossier(sample.programme.id, dossier.project_community.id).await.unwrap();
        assert_eq!(read, *dossier);
    }
    let log = storage.audit_page(sample.programme.id, &AuditQuery::default()).await.unwrap();
    assert_eq!(log.entries.len(), 1);
    assert_eq!(log.entries[0].act, "load_sample");
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn a_programme_is_loaded_once(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let again = load(&storage, &sample).await;
    assert_eq!(again, Err(StorageError::AlreadyLoaded { division_code: sample.programme.division_code }));
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn funding_is_saved_with_its_audit_entry(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = &sample.dossiers[2];
    let (programme, id) = (sample.programme.id, dossier.project_community.id);
    let before = storage.revision(programme).await.unwrap();
    let mut changes = storage.changes();
    let version = dossier.project_community.version;
    let saved = save(&storage, dossier, a_fen_more(dossier), key("k1", Some(version))).await.unwrap();
    assert_eq!((saved.version, saved.replayed), (version + 1, false));
    assert_eq!(storage.revision(programme).await.unwrap(), before + 1);
    // PostgreSQL may tell late of what was written before.
    while changes.recv().await.unwrap().revision <= before {}

    let read = storage.dossier(programme, id).await.unwrap();
    let amount = dossier.project_community.commitments[0].amount;
    assert_eq!(read.project_community.commitments[0].amount, amount.plus(Money::from_fen(1)));
    assert_eq!(read.project_community.version, version + 1);

    let log = storage.audit_page(programme, &AuditQuery::default()).await.unwrap();
    let entry = &log.entries[0];
    assert_eq!((entry.act.as_str(), entry.sequence, log.more), (SaveFunding::NAME, 2, false));
    assert_eq!(entry.before["commitments"][0]["amount"], amount.fen());
    assert_eq!(entry.after["commitments"][0]["amount"], amount.fen() + 1);
    assert_eq!(entry.after["commitments"].as_array().unwrap().len(), 1, "only what differs");
    assert!(entry.after.get("lines").is_none());
    assert_eq!(entry.at.timestamp_subsec_nanos(), 123_456_000, "microseconds on both databases");
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn entering_the_plan_makes_the_plan(place: Arc<Place>) {
    let storage = place.open().await;
    let mut sample = anju_domain::sample::programme();
    sample.plans.clear();
    for dossier in &mut sample.dossiers {
        (dossier.plan, dossier.project_community.plan) = (None, None);
    }
    load(&storage, &sample).await.unwrap();
    let programme = sample.programme.id;
    let reserve: Vec<&Dossier> =
        sample.dossiers.iter().filter(|dossier| dossier.project_community.stage == Stage::Reserve).collect();
    let mut entered = 0;
    for dossier in reserve {
        let id = dossier.project_community.id;
        let request = PlanEntry { new_plan: new_id() };
        let key = WriteKey::default();
        match storage.perform::<EnterAnnualPlan>(programme, &office(), &key, id, request, today(), now()).await {
            Ok(_) => {
                let read = storage.dossier(programme, id).await.unwrap();
                assert_eq!(read.project_community.plan, read.plan.as_ref().map(|plan| plan.id));
                assert_eq!(read.project_community.entered_on, Some(today()));
                entered += 1;
            }
            Err(StorageError::Refused(findings)) => assert!(!findings.is_empty()),
            Err(other) => panic!("{other}"),
        }
        assert_proved(&storage).await;
    }
    assert!(entered > 0);
    storage.close().await.unwrap();
}

async fn a_stale_version_is_refused(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = &sample.dossiers[1];
    let version = dossier.project_community.version;
    save(&storage, dossier, a_fen_more(dossier), key("k1", Some(version))).await.unwrap();
    let late = save(&storage, dossier, a_fen_more(dossier), key("k2", Some(version))).await;
    assert_eq!(late, Err(StorageError::StaleVersion { current: version + 1 }));
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn a_repeated_request_is_answered_once(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = &sample.dossiers[1];
    let request = a_fen_more(dossier);
    let version = Some(dossier.project_community.version);
    let first = save(&storage, dossier, request.clone(), key("k1", version)).await.unwrap();
    let again = save(&storage, dossier, request.clone(), key("k1", version)).await.unwrap();
    assert!(again.replayed);
    assert_eq!((again.version, again.warnings.len()), (first.version, first.warnings.len()));
    let other = FundingEntry { commitments: Vec::new() };
    assert_eq!(save(&storage, dossier, other, key("k1", version)).await, Err(StorageError::RepeatedKey));
    let log = storage.audit_page(sample.programme.id, &AuditQuery::default()).await.unwrap();
    assert_eq!(log.entries.len(), 2);
    let too_long = save(&storage, dossier, request, key(&"k".repeat(201), version)).await;
    assert!(matches!(too_long, Err(StorageError::Refused(_))));
    // Also after a restart.
    storage.close().await.unwrap();
    let storage = place.open().await;
    assert!(save(&storage, dossier, a_fen_more(dossier), key("k1", version)).await.unwrap().replayed);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn an_answer_is_kept_for_a_week(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let (programme, dossier) = (sample.programme.id, &sample.dossiers[0]);
    let version = dossier.project_community.version;
    let again = || save(&storage, dossier, a_fen_more(dossier), key("one", Some(version)));
    assert!(!again().await.unwrap().replayed);
    let week = TimeDelta::days(7);
    assert_eq!(storage.purge_answers(programme, now() + week).await, Ok(0));
    assert_eq!(storage.purge_answers(new_id(), now() + week + week).await, Ok(0), "of another programme");
    assert!(again().await.unwrap().replayed);
    assert_eq!(storage.purge_answers(programme, now() + week + TimeDelta::seconds(1)).await, Ok(1));
    assert_eq!(again().await, Err(StorageError::StaleVersion { current: version + 1 }));
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn malformed_data_stores_nothing(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = &sample.dossiers[3];
    let (programme, id) = (sample.programme.id, dossier.project_community.id);
    for amount in [0, -1, i64::MIN, i64::MAX] {
        let mut request = a_fen_more(dossier);
        request.commitments[0].amount = Money::from_fen(amount);
        let refused = save(&storage, dossier, request, key("k", None)).await;
        assert!(matches!(refused, Err(StorageError::Refused(_))), "{amount}");
    }
    assert_eq!(storage.dossier(programme, id).await.unwrap(), *dossier);
    assert_eq!(storage.audit_page(programme, &AuditQuery::default()).await.unwrap().entries.len(), 1);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn another_object_s_identity_is_refused(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let (one, other) = (&sample.dossiers[0], &sample.dossiers[1]);
    let mut request = a_fen_more(one);
    request.commitments[0].id = other.project_community.commitments[0].id;
    let refused = save(&storage, one, request, WriteKey::default()).await;
    assert_eq!(refused, Err(StorageError::Refused(vec![Finding::malformed("", "repeated_id")])));
    save(&storage, one, a_fen_more(one), WriteKey::default()).await.unwrap();
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

/// An act that fails as no act should.
struct Panicking;

impl Act for Panicking {
    const NAME: &'static str = "panicking";
    const TITLE: Text = Text::new("异常", "Panicking");
    type Request = ();
    type Facts = Dossier;
    type Changes = ();

    fn decide(_: &Dossier, (): &(), _: NaiveDate) -> Result<Decision<()>, Vec<Finding>> {
        panic!("on purpose")
    }
}

impl StoredAct for Panicking {
    fn changed((): (), _: &Stamp<'_>) -> Changed {
        Changed::default()
    }
}

async fn a_panic_takes_back_its_act_alone(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = &sample.dossiers[0];
    let (programme, id) = (sample.programme.id, dossier.project_community.id);
    let key = WriteKey::default();
    let failed = storage.perform::<Panicking>(programme, &office(), &key, id, (), today(), now()).await;
    assert!(matches!(failed, Err(StorageError::Database(_))), "{failed:?}");
    save(&storage, dossier, a_fen_more(dossier), key).await.unwrap();
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn an_unknown_object_is_not_found(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let mut dossier = sample.dossiers[0].clone();
    dossier.project_community.id = new_id();
    let request = a_fen_more(&dossier);
    let missing = save(&storage, &dossier, request.clone(), WriteKey::default()).await;
    assert_eq!(missing, Err(StorageError::NotFound));
    dossier.programme.id = new_id();
    dossier.project_community.id = sample.dossiers[0].project_community.id;
    let foreign = save(&storage, &dossier, request, WriteKey::default()).await;
    assert_eq!(foreign, Err(StorageError::NotFound));
    storage.close().await.unwrap();
}

async fn rows_may_be_added_removed_and_moved(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = &sample.dossiers[0];
    let mut request = a_fen_more(dossier);
    let mut added = request.commitments.remove(1);
    added.id = new_id();
    request.commitments.reverse();
    request.commitments.push(added);
    let saved = save(&storage, dossier, request.clone(), WriteKey::default()).await.unwrap();
    let read = storage.dossier(sample.programme.id, dossier.project_community.id).await.unwrap();
    assert_eq!(read.project_community.version, saved.version);
    let stored: Vec<CommitmentEntry> = read.project_community.commitments.into_iter().map(Into::into).collect();
    assert_eq!(stored, request.commitments);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}
