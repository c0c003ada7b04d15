//! Readings: right, and no more statements for more rows.

use super::{
    on_each_database,
    support::{Place, load, programme_of, today},
};
use crate::Storage;
use std::sync::Arc;

on_each_database!(readings_ask_no_more_for_more_rows);

async fn statements(storage: &Storage, programme: uuid::Uuid, dossier: uuid::Uuid) -> [u64; 2] {
    let mut counts = [0; 2];
    let start = storage.statements();
    storage.dossier(programme, dossier).await.unwrap();
    counts[0] = storage.statements() - start;
    let start = storage.statements();
    storage.programme_facts(programme, today()).await.unwrap();
    counts[1] = storage.statements() - start;
    counts
}

async fn readings_ask_no_more_for_more_rows(place: Arc<Place>) {
    let storage = place.open().await;
    let few = programme_of(1);
    load(&storage, &few).await.unwrap();
    let dossier = few.dossiers[0].project_community.id;
    let for_one = statements(&storage, few.programme.id, dossier).await;
    let mut many = programme_of(40);
    many.programme.id = super::support::new_id();
    many.programme.division_code = "620799".to_owned();
    many.plans.iter_mut().for_each(|plan| plan.id = super::support::new_id());
    for dossier in &mut many.dossiers {
        let year = dossier.project_community.plan_year;
        let plan = many.plans.iter().find(|plan| plan.year == year).map(|plan| plan.id);
        dossier.project_community.plan = dossier.project_community.plan.and(plan);
    }
    load(&storage, &many).await.unwrap();
    let for_forty = statements(&storage, many.programme.id, many.dossiers[7].project_community.id).await;
    assert_eq!(for_one, for_forty);
    assert!(for_one.iter().zip([16, 21]).all(|(count, most)| (1..=most).contains(count)), "{for_one:?}");
    let facts = storage.programme_facts(many.programme.id, today()).await.unwrap();
    assert_eq!(facts.communities.len(), 40);
    assert_eq!(storage.programme_facts(few.programme.id, today()).await.unwrap().communities.len(), 1);
    storage.close().await.unwrap();
}
