//! Tasks of the units: listed, worked on by their unit alone, reviewed by the office, made once.

use super::{
    on_each_database,
    support::{Place, assert_proved, key, new_id, now, office, today},
};
use crate::{Storage, StorageError, TaskActor, WriteKey};
use anju_domain::{
    acts::{Actor, ArisenDuty, DutyEntry, DutyReview, ReviewDuty, SubmitDuty, Verdict},
    api::{AuditQuery, DutyNumbers, DutyQuery, DutyShow},
    indicators::DutyFacts,
    model::{Evidence, Role},
    policy::stages::TaskStatus,
    sample::{self, SampleProgramme},
};
use std::sync::Arc;
use uuid::Uuid;

on_each_database!(
    a_unit_s_list_and_the_figures_are_those_of_the_sample,
    a_task_goes_to_the_office_and_back,
    a_task_of_another_unit_is_not_there,
    tasks_are_made_once_and_follow_a_date,
    the_same_content_elsewhere_is_pointed_out,
    a_duty_that_arises_and_a_reminder_are_entered,
);

pub(super) async fn with_tasks(place: &Place) -> (Storage, SampleProgramme) {
    let (storage, sample) = place.with_sample().await;
    let tasks = sample::duty_tasks(&sample);
    let count = storage.load_tasks(sample.programme.id, tasks.clone(), &office(), now()).await.unwrap();
    assert_eq!(count, tasks.len());
    assert_eq!(storage.load_tasks(sample.programme.id, tasks, &office(), now()).await.unwrap(), 0, "once");
    (storage, sample)
}

pub(super) fn unit(code: &str) -> TaskActor {
    let actor = Actor { user: format!("unit {code}"), display: format!("单位{code}"), role: Role::Unit };
    TaskActor { actor, unit: Some(code.to_owned()) }
}

fn the_office() -> TaskActor {
    let actor = Actor { user: "office".to_owned(), display: "领导小组办公室".to_owned(), role: Role::Office };
    TaskActor { actor, unit: None }
}

pub(super) fn photo(owner: &str, sha256: &str) -> Evidence {
    Evidence {
        id: new_id(),
        name: "照片.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
        size: 3,
        sha256: sha256.to_owned(),
        owner: owner.to_owned(),
        uploaded_by: format!("unit {owner}"),
        uploaded_on: Some(today()),
    }
}

async fn list(storage: &Storage, programme: Uuid, code: &str, show: DutyShow) -> anju_domain::api::DutyPage {
    let query = DutyQuery { unit: Some(code.to_owned()), show, ..DutyQuery::default() };
    storage.duties(programme, &query, today()).await.unwrap()
}

async fn a_unit_s_list_and_the_figures_are_those_of_the_sample(place: Arc<Place>) {
    let (storage, sample) = with_tasks(&place).await;
    let programme = sample.programme.id;
    let page = list(&storage, programme, "11", DutyShow::All).await;
    assert_eq!(page.numbers, DutyNumbers { all: 8, open: 4, overdue: 1, sent: 0, closed: 4 });
    let shown: Vec<(&str, &str, TaskStatus)> =
        page.rows.iter().map(|row| (row.duty.as_str(), row.community.as_str(), row.status)).collect();
    assert_eq!(
        shown[..4],
        [
            ("11.2", "样例甲小区", TaskStatus::Returned),
            ("11.1", "样例丙家属院", TaskStatus::Open),
            ("11.2", "样例丙家属院", TaskStatus::Open),
            ("D7", "", TaskStatus::Open)
        ]
    );
    assert_eq!(list(&storage, programme, "11", DutyShow::Overdue).await.rows.len(), 1);
    assert_eq!(list(&storage, programme, "03", DutyShow::Sent).await.rows.len(), 1);
    let of_community = DutyQuery { community: page.rows[0].project_community, ..DutyQuery::default() };
    let page = storage.duties(programme, &of_community, today()).await.unwrap();
    assert!(page.rows.iter().all(|row| row.community == "样例甲小区"));

    let facts = storage.programme_facts(programme, today()).await.unwrap();
    let recounted = DutyFacts::of(&sample::duty_tasks(&sample), &sample.programme, today());
    assert_eq!(facts.duties, recounted);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

pub(super) async fn first_open(storage: &Storage, programme: Uuid, code: &str) -> Uuid {
    list(storage, programme, code, DutyShow::Open).await.rows[0].id
}

async fn a_task_goes_to_the_office_and_back(place: Arc<Place>) {
    let (storage, sample) = with_tasks(&place).await;
    let programme = sample.programme.id;
    let id = first_open(&storage, programme, "11").await;
    let file = photo("11", "aa");
    let brought = storage.bring_evidence(programme, &unit("11"), file.clone(), now()).await.unwrap();
    assert_eq!(brought, file);
    assert_eq!(storage.bring_evidence(programme, &unit("11"), file.clone(), now()).await.unwrap(), file, "again");
    let other = Evidence { sha256: "bb".to_owned(), ..file.clone() };
    assert_eq!(storage.bring_evidence(programme, &unit("11"), other, now()).await, Err(StorageError::RepeatedKey));

    let entry = DutyEntry { report: "已重拍".to_owned(), evidence: vec![file.id] };
    let submit = async |key: &WriteKey| {
        storage.perform_on_task::<SubmitDuty>(programme, &unit("11"), key, id, entry.clone(), today(), now()).await
    };
    let sent = submit(&key("s1", Some(1))).await.unwrap();
    assert_eq!((sent.version, sent.replayed), (2, false));
    assert!(submit(&key("s1", Some(1))).await.unwrap().replayed, "a double submit is answered once");
    assert_eq!(submit(&key("s2", Some(1))).await, Err(StorageError::StaleVersion { current: 2 }));

    let accept = DutyReview { verdict: Verdict::Accept, said: String::new() };
    let review = async |key: &WriteKey| {
        storage.perform_on_task::<ReviewDuty>(programme, &the_office(), key, id, accept.clone(), today(), now()).await
    };
    assert_eq!(review(&key("r1", Some(2))).await.unwrap().version, 3);
    assert_eq!(review(&key("r2", Some(2))).await, Err(StorageError::StaleVersion { current: 3 }), "two reviewers");
    let view = storage.duty(programme, &unit("11"), id).await.unwrap();
    assert_eq!((view.task.status, view.task.evidence.as_slice()), (TaskStatus::Confirmed, &[file.id][..]));
    assert_eq!(view.evidence.len(), 1);
    assert_eq!(view.task.history.len(), 4);
    let log = storage.audit_page(programme, &AuditQuery::default()).await.unwrap();
    let acts: Vec<&str> = log.entries.iter().map(|entry| entry.act.as_str()).collect();
    assert_eq!(acts, ["review_duty", "submit_duty", "bring_evidence", "make_duties", "load_sample"]);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn a_task_of_another_unit_is_not_there(place: Arc<Place>) {
    let (storage, sample) = with_tasks(&place).await;
    let programme = sample.programme.id;
    let id = first_open(&storage, programme, "11").await;
    assert_eq!(storage.duty(programme, &unit("12"), id).await, Err(StorageError::NotFound));
    let foreign = photo("12", "cc");
    storage.bring_evidence(programme, &unit("12"), foreign.clone(), now()).await.unwrap();
    assert_eq!(storage.evidence(programme, &unit("11"), foreign.id).await, Err(StorageError::NotFound));
    assert!(storage.evidence(programme, &the_office(), foreign.id).await.is_ok());
    let entry = DutyEntry { report: String::new(), evidence: vec![foreign.id] };
    let submit = async |by: TaskActor| {
        let key = WriteKey::default();
        storage.perform_on_task::<SubmitDuty>(programme, &by, &key, id, entry.clone(), today(), now()).await
    };
    assert_eq!(submit(unit("12")).await, Err(StorageError::NotFound));
    assert!(matches!(submit(unit("11")).await, Err(StorageError::Refused(_))), "a file of another unit");
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn tasks_are_made_once_and_follow_a_date(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let programme = sample.programme.id;
    let make = async |day| storage.make_duties(programme, &office(), None, day, now()).await.unwrap().tasks;
    let made = make(today()).await;
    assert!(made > 200, "{made}");
    assert_eq!(make(today()).await, 0);
    assert!(make(today() + chrono::Days::new(30)).await > 0);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn the_same_content_elsewhere_is_pointed_out(place: Arc<Place>) {
    let (storage, sample) = with_tasks(&place).await;
    let programme = sample.programme.id;
    let rows = list(&storage, programme, "11", DutyShow::Open).await.rows;
    let (first, second) = (photo("11", "dd"), photo("11", "dd"));
    for file in [&first, &second] {
        storage.bring_evidence(programme, &unit("11"), file.clone(), now()).await.unwrap();
    }
    for (row, file) in [(&rows[0], &first), (&rows[1], &second), (&rows[2], &second)] {
        let entry = DutyEntry { report: String::new(), evidence: vec![file.id] };
        let key = WriteKey::default();
        storage
            .perform_on_task::<SubmitDuty>(programme, &unit("11"), &key, row.id, entry, today(), now())
            .await
            .unwrap();
    }
    let elsewhere = async |id: Uuid| {
        let view = storage.duty(programme, &the_office(), id).await.unwrap();
        view.evidence[0].elsewhere.iter().map(|same| same.task).collect::<Vec<_>>()
    };
    let mut of_first = elsewhere(rows[0].id).await;
    of_first.sort();
    let mut expected = vec![rows[1].id, rows[2].id];
    expected.sort();
    assert_eq!(of_first, expected);
    assert_eq!(elsewhere(rows[1].id).await, [rows[0].id], "one file may serve two tasks of one community");
    storage.close().await.unwrap();
}

async fn a_duty_that_arises_and_a_reminder_are_entered(place: Arc<Place>) {
    let (storage, sample) = with_tasks(&place).await;
    let programme = sample.programme.id;
    let arisen = ArisenDuty { id: new_id(), duty: "09.1".to_owned(), occasion: "引入便利店".to_owned() };
    let raise = async |by: TaskActor, key: &str| {
        storage.raise_duty(programme, &by, &super::support::key(key, None), arisen.clone(), today(), now()).await
    };
    assert!(matches!(raise(unit("11"), "a").await, Err(StorageError::Refused(_))));
    assert_eq!(raise(unit("09"), "b").await.unwrap().version, 1);
    assert!(raise(unit("09"), "b").await.unwrap().replayed);
    assert!(matches!(raise(unit("09"), "c").await, Err(StorageError::Refused(_))), "the identity is taken");
    let overdue = list(&storage, programme, "11", DutyShow::Overdue).await.rows[0].id;
    let remind =
        async |tasks: Vec<Uuid>| storage.remind(programme, &the_office(), &key("m", None), tasks, today(), now()).await;
    remind(vec![overdue]).await.unwrap();
    assert!(matches!(remind(Vec::new()).await, Err(StorageError::Refused(_))));
    let log = storage.audit_page(programme, &AuditQuery::default()).await.unwrap();
    assert_eq!(log.entries[0].act, "remind_duties");
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}
