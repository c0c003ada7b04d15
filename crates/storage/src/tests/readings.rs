//! Readings: right, and no more statements for more rows.

use super::{
    on_each_database,
    support::{Place, load, programme_of, today},
};
use crate::Storage;
use anju_domain::{api::CommunityQuery, policy::stages::Stage};
use std::sync::Arc;

on_each_database!(readings_ask_no_more_for_more_rows, the_list_of_communities_is_filtered_and_paged);

async fn statements(storage: &Storage, programme: uuid::Uuid, dossier: uuid::Uuid) -> [u64; 3] {
    let mut counts = [0; 3];
    let start = storage.statements();
    storage.dossier(programme, dossier).await.unwrap();
    counts[0] = storage.statements() - start;
    let start = storage.statements();
    storage.programme_facts(programme, today()).await.unwrap();
    counts[1] = storage.statements() - start;
    let start = storage.statements();
    storage.communities(programme, &CommunityQuery::default(), today()).await.unwrap();
    counts[2] = storage.statements() - start;
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
    assert!(for_one.iter().zip([16, 18, 16]).all(|(count, most)| (1..=most).contains(count)), "{for_one:?}");
    let facts = storage.programme_facts(many.programme.id, today()).await.unwrap();
    assert_eq!(facts.communities.len(), 40);
    assert_eq!(storage.programme_facts(few.programme.id, today()).await.unwrap().communities.len(), 1);
    storage.close().await.unwrap();
}

async fn the_list_of_communities_is_filtered_and_paged(place: Arc<Place>) {
    let storage = place.open().await;
    let sample = programme_of(40);
    load(&storage, &sample).await.unwrap();
    let list = async |query: CommunityQuery| storage.communities(sample.programme.id, &query, today()).await.unwrap();
    let all = list(CommunityQuery::default()).await;
    assert_eq!((all.total, all.rows.len()), (40, 40));
    let order: Vec<_> = all.rows.iter().map(|row| (row.plan_year, row.code.clone())).collect();
    assert!(order.is_sorted());
    let page = list(CommunityQuery { offset: Some(38), limit: Some(10), ..CommunityQuery::default() }).await;
    assert_eq!((page.total, page.rows.as_slice()), (40, &all.rows[38..]));
    let reserve = list(CommunityQuery { stage: Some(Stage::Reserve), ..CommunityQuery::default() }).await;
    assert!(reserve.total < 40 && reserve.rows.iter().all(|row| row.stage == Stage::Reserve));
    let year = all.rows[0].plan_year;
    let of_year = list(CommunityQuery { year: Some(year), ..CommunityQuery::default() }).await;
    assert!(of_year.rows.iter().all(|row| row.plan_year == year));
    let found = list(CommunityQuery { search: Some("gt-0007".to_owned()), ..CommunityQuery::default() }).await;
    assert_eq!((found.total, found.rows[0].code.as_str()), (1, "GT-0007"));
    let none = list(CommunityQuery { search: Some("%".to_owned()), ..CommunityQuery::default() }).await;
    assert_eq!(none.total, 0);
    storage.close().await.unwrap();
}
