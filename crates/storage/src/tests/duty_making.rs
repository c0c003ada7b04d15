//! Tasks are made in proportion to what changed, on each new day, once, and without holding the writer for long.

use super::{
    on_each_database,
    support::{Place, assert_proved, load, new_id, now, office, programme_of, today},
};
use crate::{Made, Storage, WriteKey};
use anju_domain::{
    acts::{EnterAnnualPlan, PlanEntry},
    api::{AuditQuery, DutyQuery, DutyShow},
    model::Dossier,
    sample::SampleProgramme,
};
use chrono::{Days, NaiveDate};
use std::sync::Arc;
use uuid::Uuid;

on_each_database!(
    after_a_change_only_its_community_is_looked_at,
    days_that_were_missed_are_caught_up,
    a_clock_that_jumps_back_removes_nothing,
    many_tasks_are_made_in_slices,
    an_unknown_entry_means_everything,
);

async fn make(storage: &Storage, programme: Uuid, since: Option<i64>, day: NaiveDate) -> Made {
    storage.make_duties(programme, &office(), since, day, now()).await.unwrap()
}

async fn count(storage: &Storage, programme: Uuid, query: DutyQuery) -> i64 {
    storage.duties(programme, &query, today()).await.unwrap().numbers.of(DutyShow::All)
}

async fn all(storage: &Storage, programme: Uuid) -> i64 {
    count(storage, programme, DutyQuery::default()).await
}

/// A programme in which the communities of 2023 wait to be entered into their issued plan.
fn waiting(communities: usize) -> SampleProgramme {
    let mut sample = programme_of(communities);
    sample.programme.sample = false;
    for dossier in sample.dossiers.iter_mut().filter(|dossier| is_of_2023(dossier)) {
        dossier.project_community.plan = None;
        dossier.project_community.entered_on = None;
    }
    sample
}

fn is_of_2023(dossier: &Dossier) -> bool {
    dossier.project_community.plan_year == 2023
}

async fn after_a_change_only_its_community_is_looked_at(place: Arc<Place>) {
    let storage = place.open().await;
    let mut asked = Vec::new();
    for communities in [8, 40] {
        let mut sample = waiting(communities);
        sample.programme.id = new_id();
        sample.programme.division_code = communities.to_string();
        for plan in &mut sample.plans {
            let old = std::mem::replace(&mut plan.id, new_id());
            let of_plan = sample.dossiers.iter_mut().map(|dossier| &mut dossier.project_community.plan);
            of_plan.filter(|known| **known == Some(old)).for_each(|known| *known = Some(plan.id));
        }
        load(&storage, &sample).await.unwrap();
        let programme = sample.programme.id;
        let first = make(&storage, programme, None, today()).await;
        assert!(first.tasks > 0);
        let again = make(&storage, programme, Some(first.up_to), today()).await;
        assert_eq!(again.tasks, 0, "what was made asks for nothing more");
        assert!(again.up_to > first.up_to);

        let entered = sample.dossiers.iter().find(|dossier| is_of_2023(dossier)).unwrap().project_community.id;
        let request = PlanEntry::default();
        storage
            .perform::<EnterAnnualPlan>(programme, &office(), &WriteKey::default(), entered, request, today(), now())
            .await
            .unwrap();
        let (before, statements) = (all(&storage, programme).await, storage.statements());
        let made = make(&storage, programme, Some(again.up_to), today()).await;
        asked.push(storage.statements() - statements);
        let own = DutyQuery { community: Some(entered), ..DutyQuery::default() };
        let own = count(&storage, programme, own).await;
        assert!(own > 5);
        assert_eq!((i64::try_from(made.tasks).unwrap(), all(&storage, programme).await), (own, before + own));
        assert_eq!(make(&storage, programme, None, today()).await.tasks, 0, "nothing else was missing");
    }
    assert_eq!(asked[0], asked[1], "more communities ask no more");
    assert!(asked[0] <= 20, "{asked:?}");
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn days_that_were_missed_are_caught_up(place: Arc<Place>) {
    let storage = place.open().await;
    let (daily, late) = (waiting(3), waiting(3));
    let day = |days| today() + Days::new(days);
    let mut counts = Vec::new();
    for (code, mut sample, days) in [("1", daily, (0..=40).collect::<Vec<u64>>()), ("2", late, vec![0, 40])] {
        sample.programme.id = new_id();
        sample.programme.division_code = code.to_owned();
        sample.plans.clear();
        sample.dossiers.iter_mut().for_each(|dossier| dossier.project_community.plan = None);
        load(&storage, &sample).await.unwrap();
        for days in days {
            make(&storage, sample.programme.id, None, day(days)).await;
        }
        counts.push(all(&storage, sample.programme.id).await);
    }
    assert_eq!(counts[0], counts[1], "a server that was off for forty days makes what one made daily");
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn a_clock_that_jumps_back_removes_nothing(place: Arc<Place>) {
    let storage = place.open().await;
    let sample = waiting(4);
    load(&storage, &sample).await.unwrap();
    let programme = sample.programme.id;
    make(&storage, programme, None, today() + Days::new(90)).await;
    let there = all(&storage, programme).await;
    assert_eq!(make(&storage, programme, None, today()).await.tasks, 0);
    assert_eq!(all(&storage, programme).await, there);
    storage.close().await.unwrap();
}

async fn many_tasks_are_made_in_slices(place: Arc<Place>) {
    let storage = place.open().await;
    let sample = waiting(30);
    load(&storage, &sample).await.unwrap();
    let programme = sample.programme.id;
    let made = make(&storage, programme, None, today()).await;
    let query = AuditQuery { act: Some("make_duties".to_owned()), ..AuditQuery::default() };
    let entries = storage.audit_page(programme, &query).await.unwrap().entries;
    let sizes: Vec<u64> = entries.iter().filter_map(|entry| entry.after["made"].as_u64()).collect();
    assert!(sizes.len() > 2 && sizes.iter().all(|size| (1..=200).contains(size)), "{sizes:?}");
    assert_eq!(sizes.iter().sum::<u64>(), made.tasks as u64);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn an_unknown_entry_means_everything(place: Arc<Place>) {
    let storage = place.open().await;
    let sample = waiting(4);
    load(&storage, &sample).await.unwrap();
    let programme = sample.programme.id;
    // The entry of the loading names the programme itself, on which every task depends.
    let made = make(&storage, programme, Some(0), today()).await;
    assert!(made.tasks > 200, "{made:?}");
    assert_eq!(make(&storage, programme, None, today()).await.tasks, 0);
    storage.close().await.unwrap();
}
