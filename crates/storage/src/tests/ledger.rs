//! What the office keeps of communities, projects and works: stored whole, seen by every dossier that shares it.

use super::{
    on_each_database,
    support::{Place, assert_proved, key, new_id, now, office, today},
};
use crate::{Storage, StorageError, StoredAct, WriteKey};
use anju_domain::{
    acts::{
        BuildingsEntry, CommunityEntry, NewCommunity, NewProject, PriorSubsidiesEntry, PriorSubsidyEntry, ProjectEntry,
        Registration, SaveBuildings, SaveCommunity, SavePriorSubsidies, SaveProject, SaveSchedule, SaveWorks,
        ScheduleEntry, WorksEntry,
    },
    api::AuditQuery,
    exact::Money,
    finding::Finding,
    model::{BuildingSelection, Dossier},
    policy::funding::Level,
};
use std::sync::Arc;
use uuid::Uuid;

on_each_database!(
    each_act_is_stored_whole_with_one_entry,
    what_several_dossiers_share_reaches_all_of_them,
    another_plan_year_shows_its_plan,
    a_new_community_is_there_at_once,
    a_code_and_an_identity_are_given_once,
);

async fn act<A: StoredAct>(
    storage: &Storage,
    dossier: &Dossier,
    request: A::Request,
    version: i64,
) -> Result<Dossier, StorageError> {
    let (programme, id) = (dossier.programme.id, dossier.project_community.id);
    let key = key(&new_id().to_string(), Some(version));
    let done = storage.perform::<A>(programme, &office(), &key, id, request, today(), now()).await?;
    assert_eq!(done.version, version + 1);
    storage.dossier(programme, id).await
}

fn buildings(dossier: &Dossier) -> BuildingsEntry {
    BuildingsEntry { buildings: dossier.community.buildings.iter().map(Into::into).collect() }
}

async fn each_act_is_stored_whole_with_one_entry(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let programme = sample.programme.id;
    let mut dossier = sample.dossiers[0].clone();

    let mut community = CommunityEntry::from(&dossier.community);
    community.address = "新址1号".to_owned();
    dossier.community = community.onto(dossier.community.clone());
    dossier.community.version += 1;
    let version = dossier.community.version;
    assert_eq!(act::<SaveCommunity>(&storage, &dossier, community.clone(), version - 1).await, Ok(dossier.clone()));
    let late = act::<SaveCommunity>(&storage, &dossier, community, version - 1).await;
    assert_eq!(late, Err(StorageError::StaleVersion { current: version }));

    let mut request = buildings(&dossier);
    request.buildings.reverse();
    let mut added = request.buildings[0].clone();
    added.no = "99#".to_owned();
    request.buildings.push(added);
    dossier.community.buildings = request.buildings.iter().map(|entry| entry.onto(Default::default())).collect();
    dossier.community.version += 1;
    assert_eq!(act::<SaveBuildings>(&storage, &dossier, request, version).await, Ok(dossier.clone()));

    let prior = PriorSubsidyEntry {
        item: "B07".to_owned(),
        buildings: BuildingSelection::All,
        level: Level::City,
        programme: "节能改造".to_owned(),
        year: Some(2015),
        amount: Money::from_fen(1),
        doc: None,
    };
    dossier.community.prior_subsidies = vec![prior.stored()];
    dossier.community.version += 1;
    let request = PriorSubsidiesEntry { prior_subsidies: vec![prior] };
    assert_eq!(act::<SavePriorSubsidies>(&storage, &dossier, request, version + 1).await, Ok(dossier.clone()));

    let mut project = ProjectEntry::from(&dossier.project);
    project.manager_post = "副局长".to_owned();
    project.pledge = !project.pledge;
    let version = dossier.project.version;
    dossier.project = project.onto(dossier.project.clone());
    dossier.project.version += 1;
    assert_eq!(act::<SaveProject>(&storage, &dossier, project, version).await, Ok(dossier.clone()));

    let mut schedule = ScheduleEntry::from(&dossier.project_community);
    schedule.scope_households += 1;
    let version = dossier.project_community.version;
    dossier.project_community = schedule.onto(dossier.project_community.clone());
    dossier.project_community.version += 1;
    assert_eq!(act::<SaveSchedule>(&storage, &dossier, schedule, version).await, Ok(dossier.clone()));

    let mut works = WorksEntry { lines: dossier.project_community.lines.iter().map(Into::into).collect() };
    works.lines[0].amount = works.lines[0].amount.plus(Money::from_fen(1));
    works.lines.reverse();
    dossier.project_community.lines = works.lines.iter().map(|line| line.stored()).collect();
    dossier.project_community.version += 1;
    assert_eq!(act::<SaveWorks>(&storage, &dossier, works, version + 1).await, Ok(dossier.clone()));

    let log = storage.audit_page(programme, &AuditQuery::default()).await.unwrap();
    let acts: Vec<&str> = log.entries.iter().rev().map(|entry| entry.act.as_str()).skip(1).collect();
    assert_eq!(
        acts,
        ["save_community", "save_buildings", "save_prior_subsidies", "save_project", "save_schedule", "save_works"]
    );
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

/// The community of the first sample once more, in the project of the second, for another year.
fn again(sample: &[Dossier]) -> Registration {
    Registration {
        id: new_id(),
        plan_year: 2025,
        community: sample[0].community.id,
        new_community: None,
        project: sample[1].project.id,
        new_project: None,
    }
}

async fn register(storage: &Storage, programme: Uuid, request: Registration) -> Result<Dossier, StorageError> {
    let id = request.id;
    let done = storage.register_community(programme, &office(), &WriteKey::default(), request, today(), now()).await?;
    assert_eq!(done.version, 1);
    storage.dossier(programme, id).await
}

async fn what_several_dossiers_share_reaches_all_of_them(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let programme = sample.programme.id;
    let (one, other) = (&sample.dossiers[0], &sample.dossiers[1]);
    let third = register(&storage, programme, again(&sample.dossiers)).await.unwrap();
    assert_eq!((&third.community, &third.project), (&one.community, &other.project));

    // Each is in the writer's memory before the shared part changes.
    for dossier in [one, other, &third] {
        let request = ScheduleEntry::from(&dossier.project_community);
        act::<SaveSchedule>(&storage, dossier, request, dossier.project_community.version).await.unwrap();
    }
    let mut community = CommunityEntry::from(&one.community);
    community.address = "共有的地址".to_owned();
    let changed = act::<SaveCommunity>(&storage, &third, community.clone(), one.community.version).await.unwrap();
    let seen = storage.dossier(programme, one.project_community.id).await.unwrap();
    assert_eq!((&seen.community, seen.community.address.as_str()), (&changed.community, "共有的地址"));
    let stale = act::<SaveCommunity>(&storage, one, community.clone(), one.community.version).await;
    assert_eq!(stale, Err(StorageError::StaleVersion { current: one.community.version + 1 }));
    act::<SaveCommunity>(&storage, one, community, one.community.version + 1).await.unwrap();

    let mut project = ProjectEntry::from(&other.project);
    project.name = "合并项目".to_owned();
    act::<SaveProject>(&storage, &third, project.clone(), other.project.version).await.unwrap();
    let seen = storage.dossier(programme, other.project_community.id).await.unwrap();
    assert_eq!((seen.project.name.as_str(), seen.siblings.len()), ("合并项目", 1));
    let stale = act::<SaveProject>(&storage, other, project, other.project.version).await;
    assert_eq!(stale, Err(StorageError::StaleVersion { current: other.project.version + 1 }));
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn another_plan_year_shows_its_plan(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = sample.dossiers.iter().find(|dossier| dossier.project_community.plan.is_none()).unwrap();
    let own = dossier.project_community.plan_year;
    let year = sample.plans.iter().map(|plan| plan.year).find(|year| *year != own).unwrap();
    let mut request = ScheduleEntry::from(&dossier.project_community);
    request.plan_year = year;
    let version = dossier.project_community.version;
    let moved = act::<SaveSchedule>(&storage, dossier, request.clone(), version).await.unwrap();
    assert_eq!(moved.plan.as_ref().map(|plan| plan.year), Some(year));
    // The act after it sees the same as the reading does.
    let again = act::<SaveSchedule>(&storage, dossier, request, version + 1).await.unwrap();
    assert_eq!(again.plan, moved.plan);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

fn new_one(code: &str) -> Registration {
    Registration {
        id: new_id(),
        plan_year: 2023,
        community: new_id(),
        new_community: Some(NewCommunity {
            code: code.to_owned(),
            name: "新小区".to_owned(),
            division_code: "620724".to_owned(),
            township: "城关镇".to_owned(),
            ..NewCommunity::default()
        }),
        project: new_id(),
        new_project: Some(NewProject {
            name: "新小区改造项目".to_owned(), project_owner: "县住建局".to_owned()
        }),
    }
}

async fn a_new_community_is_there_at_once(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let programme = sample.programme.id;
    let next = storage.register_view(programme, today()).await.unwrap().next_code.unwrap();
    let made = register(&storage, programme, new_one(&next)).await.unwrap();
    assert_eq!((made.community.code.as_str(), made.project_community.plan_year), (next.as_str(), 2023));
    let view = storage.register_view(programme, today()).await.unwrap();
    assert!(view.next_code > Some(next.clone()) && view.communities.iter().any(|known| known.code == next));
    let request = buildings(&sample.dossiers[0]);
    let built = act::<SaveBuildings>(&storage, &made, request, made.community.version).await.unwrap();
    assert_eq!(built.community.buildings, sample.dossiers[0].community.buildings);
    let log = storage.audit_page(programme, &AuditQuery::default()).await.unwrap();
    assert_eq!(log.entries.iter().filter(|entry| entry.act == "register_community").count(), 1);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn a_code_and_an_identity_are_given_once(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let programme = sample.programme.id;
    let refused = |path: &str, why| Err(StorageError::Refused(vec![Finding::malformed(path, why)]));
    let taken = sample.dossiers[0].community.code.clone();
    assert_eq!(register(&storage, programme, new_one(&taken)).await, refused("new_community/code", "repeated_code"));
    let mut request = new_one("GT-0100");
    request.id = sample.dossiers[0].project_community.id;
    assert_eq!(register(&storage, programme, request).await, refused("id", "repeated_id"));
    let mut request = new_one("GT-0100");
    request.project = sample.dossiers[0].project.id;
    assert_eq!(register(&storage, programme, request).await, refused("project", "repeated_id"));
    let mut request = new_one("GT-0100");
    request.new_community = None;
    assert_eq!(register(&storage, programme, request).await, refused("community", "unknown_community"));
    let request = new_one("GT-0100");
    let foreign = storage.register_community(new_id(), &office(), &WriteKey::default(), request, today(), now()).await;
    assert_eq!(foreign, Err(StorageError::NotFound));
    assert_eq!(storage.audit_page(programme, &AuditQuery::default()).await.unwrap().entries.len(), 1);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}
