//! A county's own programme: it begins once and in an empty place, samples never join it, and what is set of it is what every
//! dossier is judged by.

use super::{
    on_each_database,
    support::{Place, a_fen_more, assert_proved, key, load, new_id, now, office, save},
};
use crate::{Storage, StorageError};
use anju_domain::{
    acts::{
        BodiesEntry, EditProgramme, OwnValue, ParameterEntry, ProgrammeEdit, ProgrammeEntry, ProgrammeTerms,
        SaveBodies, SetParameters,
    },
    model::{Body, BodyName},
    policy::parameters::REPORT_DUE_DAY,
    sample,
};
use chrono::NaiveDate;
use std::sync::Arc;

on_each_database!(
    a_programme_begins_once_and_samples_do_not_join_it,
    of_several_at_once_one_begins,
    no_programme_begins_where_samples_are,
    what_is_set_is_audited_once_and_holds_for_dossiers_in_memory,
    bodies_and_terms_are_stored_whole,
);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-30")
}

fn entry() -> ProgrammeEntry {
    ProgrammeEntry {
        id: new_id(),
        division_code: "620722".into(),
        terms: ProgrammeTerms {
            name: "民乐县城镇老旧小区改造规划".into(),
            year_from: 2026,
            year_to: 2030,
            ..ProgrammeTerms::default()
        },
        ..ProgrammeEntry::default()
    }
}

fn why(outcome: Result<crate::Performed, StorageError>) -> String {
    match outcome {
        Err(StorageError::Refused(found)) => {
            found.iter().filter_map(|finding| finding.params.text("why")).collect::<Vec<_>>().join(" ")
        }
        other => format!("{other:?}"),
    }
}

async fn create(storage: &Storage, entry: &ProgrammeEntry, named: &str) -> Result<crate::Performed, StorageError> {
    storage.create_programme(&office(), &key(named, None), entry.clone(), today(), now()).await
}

async fn a_programme_begins_once_and_samples_do_not_join_it(place: Arc<Place>) {
    let storage = place.open().await;
    let entry = entry();
    let done = create(&storage, &entry, "a").await.unwrap();
    assert_eq!((done.version, done.replayed), (1, false));
    assert!(create(&storage, &entry, "a").await.unwrap().replayed);
    assert_eq!(why(create(&storage, &entry, "b").await), "programme_is_there");
    let other = ProgrammeEntry { id: new_id(), division_code: "620721".into(), ..entry.clone() };
    assert_eq!(why(create(&storage, &other, "c").await), "programme_is_there");
    let mixed = load(&storage, &sample::programme()).await;
    assert_eq!(mixed, Err(StorageError::Mixed { holds_samples: false }));
    let stored = storage.programmes().await.unwrap();
    assert_eq!(stored.len(), 1);
    assert_eq!((stored[0].id, stored[0].version, stored[0].sample), (entry.id, 1, false));
    assert_eq!(stored[0].settings.programme_years(), (2026, 2030));
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn of_several_at_once_one_begins(place: Arc<Place>) {
    let storage = place.open().await;
    // Two servers on one PostgreSQL; a folder has one alone.
    let beside = if place.is_postgres() { place.open().await } else { storage.clone() };
    let entries: Vec<_> = (0..8).map(|_| entry()).collect();
    let tries = entries.iter().enumerate().map(|(at, entry)| {
        let storage = if at % 2 == 0 { &storage } else { &beside };
        async move { create(storage, entry, &format!("k{at}")).await.is_ok() }
    });
    let begun: Vec<bool> = futures_util::future::join_all(tries).await;
    assert_eq!(begun.iter().filter(|begun| **begun).count(), 1, "{begun:?}");
    assert_eq!(storage.programmes().await.unwrap().len(), 1);
    assert_proved(&storage).await;
}

async fn no_programme_begins_where_samples_are(place: Arc<Place>) {
    let (storage, _) = place.with_sample().await;
    assert_eq!(why(create(&storage, &entry(), "a").await), "folder_of_samples");
    storage.close().await.unwrap();
}

async fn what_is_set_is_audited_once_and_holds_for_dossiers_in_memory(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let programme = sample.programme.id;
    let (first, dossier) = (day("2022-10-08"), &sample.dossiers[0]);
    // The writer has the dossier in memory.
    let funding = a_fen_more(dossier);
    save(&storage, dossier, funding.clone(), key("f1", None)).await.unwrap();
    let values = vec![OwnValue { name: "report_due_day".into(), value: "8".into() }];
    let request = ParameterEntry { valid_from: first, reason: "会议纪要".into(), values };
    let set = |version, named: &'static str| {
        let (storage, request) = (storage.clone(), request.clone());
        async move {
            let key = key(named, Some(version));
            storage.perform_on_programme::<SetParameters>(programme, &office(), &key, request, first, now()).await
        }
    };
    let entries = storage.verify().await.unwrap().entries;
    assert_eq!(set(1, "p1").await.unwrap().version, 2);
    assert_eq!(storage.verify().await.unwrap().entries, entries + 1);
    assert_eq!(set(1, "p2").await, Err(StorageError::StaleVersion { current: 2 }));
    assert!(set(1, "p1").await.unwrap().replayed);
    let stored = storage.programme(programme).await.unwrap();
    assert_eq!(stored.settings.get(REPORT_DUE_DAY, first), 8);
    assert_eq!(stored.parameter_changes[0].by, office().display);
    save(&storage, dossier, funding, key("f2", None)).await.unwrap();
    let read = storage.dossier(programme, dossier.project_community.id).await.unwrap();
    assert_eq!(read.programme.version, 2);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn bodies_and_terms_are_stored_whole(place: Arc<Place>) {
    let storage = place.open().await;
    let entry = entry();
    create(&storage, &entry, "a").await.unwrap();
    let name = BodyName { zh: "民乐县住建局".into(), ..BodyName::default() };
    let housing = Body { code: "01".into(), names: vec![name], ranked: true, ..Body::default() };
    let request = BodiesEntry { bodies: vec![housing.clone()], ..BodiesEntry::default() };
    let (id, who) = (entry.id, office());
    let done = storage.perform_on_programme::<SaveBodies>(id, &who, &key("b", Some(1)), request, today(), now()).await;
    assert_eq!(done.unwrap().version, 2);
    let mut terms = ProgrammeTerms::of(&storage.programme(id).await.unwrap(), today());
    terms.name = "民乐县改造规划".into();
    let request = ProgrammeEdit { terms, active_from: None };
    let done =
        storage.perform_on_programme::<EditProgramme>(id, &who, &key("e", Some(2)), request, today(), now()).await;
    assert_eq!(done.unwrap().version, 3);
    let stored = storage.programme(id).await.unwrap();
    assert_eq!((stored.name.as_str(), &stored.bodies), ("民乐县改造规划", &vec![housing]));
    let nobody = storage
        .perform_on_programme::<SaveBodies>(new_id(), &who, &key("n", Some(1)), BodiesEntry::default(), today(), now())
        .await;
    assert_eq!(nobody, Err(StorageError::NotFound));
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}
