//! An act may leave more than its project community: the community, the project, reports. Each is stored whole, one version
//! on, named in the chain, and seen by the other dossiers that share it.

use super::{
    on_each_database,
    support::{Place, a_fen_more, assert_proved, key, load, new_id, now, office, programme_of, save, today},
};
use crate::{Changed, Stamp, StorageError, StoredAct, WriteKey};
use anju_domain::{
    acts::{Act, Decision},
    exact::{Money, Month, Progress},
    finding::Finding,
    language::Text,
    model::{Dossier, MonthlyReport, ReportRecord},
    policy::stages::ReportStatus,
};
use chrono::NaiveDate;
use std::sync::Arc;
use uuid::Uuid;

on_each_database!(
    every_part_is_stored_one_version_on,
    those_who_share_a_part_see_it,
    a_report_has_a_version_of_its_own,
);

/// Everything beside the project community, at once.
struct Everything;

impl Act for Everything {
    const NAME: &'static str = "everything";
    const TITLE: Text = Text::new("全部", "Everything");
    type Request = Uuid;
    type Facts = Dossier;
    type Changes = Dossier;

    fn decide(facts: &Dossier, report: &Uuid, _: NaiveDate) -> Result<Decision<Dossier>, Vec<Finding>> {
        let mut changes = facts.clone();
        changes.community.address = "新址".to_owned();
        changes.community.buildings.truncate(1);
        changes.project.manager_post = "副局长".to_owned();
        changes.project.steps.reverse();
        let mut made = report_of(facts, *report);
        if let Some(before) = facts.reports.iter().find(|before| before.id == *report) {
            made.problems = format!("{}又", before.problems);
        }
        changes.reports = vec![made];
        Ok(Decision { changes, warnings: Vec::new() })
    }
}

impl StoredAct for Everything {
    fn version(dossier: &Dossier, report: &Uuid) -> i64 {
        dossier.reports.iter().find(|known| known.id == *report).map_or(0, |known| known.version)
    }

    fn changed(changes: Dossier, stamp: &Stamp<'_>) -> Changed {
        let stamped =
            |report| MonthlyReport { reporter: stamp.display.to_owned(), submitted_at: Some(stamp.at), ..report };
        Changed {
            project: Some(changes.project),
            community: Some(changes.community),
            reports: changes.reports.into_iter().map(stamped).collect(),
            ..Changed::default()
        }
    }
}

fn report_of(dossier: &Dossier, id: Uuid) -> MonthlyReport {
    MonthlyReport {
        id,
        version: 0,
        project_community: dossier.project_community.id,
        period: Month::new(2020, 1).unwrap(),
        cum_progress: Progress::from_tenths(10),
        month_invest: Money::from_fen(100),
        cum_invest: Money::from_fen(100),
        problems: "有".to_owned(),
        next_steps: String::new(),
        reporter: String::new(),
        submitted_at: None,
        status: ReportStatus::Accepted,
        record: ReportRecord::default(),
    }
}

async fn every_part_is_stored_one_version_on(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let (before, report) = (&sample.dossiers[0], new_id());
    let (programme, id) = (sample.programme.id, before.project_community.id);
    let done = storage
        .perform::<Everything>(programme, &office(), &key("all", Some(0)), id, report, today(), now())
        .await
        .unwrap();
    assert_eq!(done.version, 1);
    let after = storage.dossier(programme, id).await.unwrap();
    assert_eq!(after.project_community, before.project_community, "which the act left as it was");
    assert_eq!((after.community.version, after.project.version), (1, before.project.version + 1));
    assert_eq!((after.community.address.as_str(), after.community.buildings.len()), ("新址", 1));
    let steps = |dossier: &Dossier| dossier.project.steps.iter().map(|step| step.step).collect::<Vec<_>>();
    assert_eq!(steps(&after), steps(before).into_iter().rev().collect::<Vec<_>>());
    let stored = after.reports.iter().find(|known| known.id == report).unwrap();
    assert_eq!((stored.reporter.as_str(), stored.version), ("领导小组办公室", 1));
    assert_eq!(after.reports.len(), before.reports.len() + 1);
    assert!(after.reports.is_sorted_by_key(|report| report.period));

    let page = storage.audit_page(programme, &Default::default()).await.unwrap();
    let (was, is) = (&page.entries[0].before, &page.entries[0].after);
    assert_eq!(is["community"]["address"], "新址");
    assert_eq!(was["buildings"].as_array().unwrap().len(), before.community.buildings.len() - 1);
    assert_eq!(is["project"]["manager_post"], "副局长");
    assert_eq!(is["reports"][0]["period"], "2020-01");
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn those_who_share_a_part_see_it(place: Arc<Place>) {
    let storage = place.open().await;
    let mut sample = programme_of(2);
    let project = sample.dossiers[0].project.clone();
    sample.dossiers[1].project = project.clone();
    sample.dossiers[1].project_community.project = project.id;
    load(&storage, &sample).await.unwrap();
    let (one, two) = (&sample.dossiers[0], &sample.dossiers[1]);
    // The writer holds both before the project changes.
    save(&storage, one, a_fen_more(one), WriteKey::default()).await.unwrap();
    save(&storage, two, a_fen_more(two), WriteKey::default()).await.unwrap();
    let (programme, id) = (sample.programme.id, one.project_community.id);
    let key = WriteKey::default();
    storage.perform::<Everything>(programme, &office(), &key, id, new_id(), today(), now()).await.unwrap();
    // An act on the other one decides on the project as it stands now: it reverses the steps back.
    let other = two.project_community.id;
    storage.perform::<Everything>(programme, &office(), &key, other, new_id(), today(), now()).await.unwrap();
    let after = storage.dossier(programme, other).await.unwrap();
    assert_eq!((after.project.version, &after.project.steps), (project.version + 2, &project.steps));
    let reports = storage.dossier(programme, id).await.unwrap().reports;
    let last = reports.iter().rfind(|report| report.status == ReportStatus::Accepted).unwrap();
    assert_eq!(after.siblings[0].cum_invest, last.cum_invest);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn a_report_has_a_version_of_its_own(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = &sample.dossiers[0];
    let (programme, id, report) = (sample.programme.id, dossier.project_community.id, new_id());
    let perform = async |version| {
        let key = WriteKey { idempotency: None, version: Some(version) };
        storage.perform::<Everything>(programme, &office(), &key, id, report, today(), now()).await
    };
    assert_eq!(perform(0).await.unwrap().version, 1);
    // What others do to the money meanwhile is no conflict; another writer of the same report is.
    save(&storage, dossier, a_fen_more(dossier), WriteKey::default()).await.unwrap();
    assert_eq!(perform(0).await, Err(StorageError::StaleVersion { current: 1 }));
    assert_eq!(perform(1).await.unwrap().version, 2);
    let reports = storage.dossier(programme, id).await.unwrap().reports;
    assert_eq!(reports.iter().filter(|known| known.id == report).map(|known| known.version).collect::<Vec<_>>(), [2]);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}
