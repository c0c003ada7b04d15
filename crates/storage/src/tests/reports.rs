//! Monthly reports: written, sent, returned, accepted and corrected, listed before anybody has begun them, and seen by their
//! own project owner alone.

use super::{
    duties::{photo, unit},
    on_each_database,
    support::{Place, assert_proved, key, load, new_id, now, office, programme_of, today},
};
use crate::{Performed, Storage, StorageError, StoredAct, WriteKey};
use anju_domain::{
    acts::{CorrectReport, ReportCorrection, ReportReview, ReviewReport, SaveReport, SubmitReport, Verdict},
    api::{ReportNumbers, ReportQuery, ReportShow},
    exact::{Money, Month, Progress},
    model::Dossier,
    policy::{
        office::CorrectionReason,
        stages::{ReportStatus, Stage},
    },
    reports::{ReportEntry, ReportStanding},
    sample::SampleProgramme,
};
use std::sync::Arc;
use uuid::Uuid;

on_each_database!(
    a_report_goes_its_way_and_every_step_is_proved,
    works_are_under_way_with_the_first_accepted_progress,
    reports_that_nobody_has_begun_are_listed,
    reports_of_another_project_owner_are_not_there,
    a_list_costs_no_statement_more_with_more_rows,
);

const OWNER: &str = "县住建局";

fn october() -> Month {
    Month::new(2022, 10).unwrap()
}

fn entry(period: Month, tenths: i64, fen: i64, photos: Vec<Uuid>) -> ReportEntry {
    ReportEntry {
        period,
        cum_progress: Progress::from_tenths(tenths),
        month_invest: Money::from_fen(fen),
        problems: "无".to_owned(),
        next_steps: String::new(),
        photos,
    }
}

/// The community under works.
fn under_works(sample: &SampleProgramme) -> &Dossier {
    sample.dossiers.iter().find(|dossier| !dossier.reports.is_empty()).unwrap()
}

async fn act<A: StoredAct>(
    storage: &Storage,
    dossier: &Dossier,
    request: A::Request,
    key: WriteKey,
) -> Result<Performed, StorageError> {
    let (programme, id) = (dossier.programme.id, dossier.project_community.id);
    storage.perform::<A>(programme, &office(), &key, id, request, today(), now()).await
}

/// The report of October, sent with a photo.
pub(super) async fn sent_with_photo(storage: &Storage, sample: &SampleProgramme) -> Uuid {
    let (dossier, file) = (under_works(sample), photo(OWNER, "ab"));
    storage.bring_evidence(sample.programme.id, &unit(OWNER), file.clone(), now()).await.unwrap();
    let request = entry(october(), 700, 100, vec![file.id]);
    act::<SubmitReport>(storage, dossier, request, WriteKey::default()).await.unwrap();
    file.id
}

async fn a_report_goes_its_way_and_every_step_is_proved(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = under_works(&sample);
    let (programme, id) = (sample.programme.id, dossier.project_community.id);
    let saved = act::<SaveReport>(&storage, dossier, entry(october(), 650, 5, Vec::new()), key("a", Some(0))).await;
    assert_eq!(saved.unwrap().version, 1);
    let again = act::<SaveReport>(&storage, dossier, entry(october(), 660, 5, Vec::new()), key("b", Some(0))).await;
    assert_eq!(again, Err(StorageError::StaleVersion { current: 1 }), "two begin the same month");

    let file = sent_with_photo(&storage, &sample).await;
    let view = storage.report(programme, Some(OWNER), id, Some(october()), today()).await.unwrap();
    assert_eq!((view.version, view.photos[0].evidence.id), (2, file));
    let sent = view.facts.report(october()).unwrap();
    assert_eq!((sent.status, sent.reporter.as_str()), (ReportStatus::Submitted, "领导小组办公室"));
    assert!(sent.submitted_at.is_some());

    let review = |verdict, said: &str| ReportReview { period: october(), verdict, said: said.to_owned() };
    let back = act::<ReviewReport>(&storage, dossier, review(Verdict::Return, "缺照片"), key("c", Some(2))).await;
    assert_eq!(back.unwrap().version, 3);
    // Without its photo, and under an act that was answered before.
    let request = entry(october(), 700, 100, Vec::new());
    let done = act::<SubmitReport>(&storage, dossier, request.clone(), key("d", Some(3))).await.unwrap();
    assert!(!done.replayed);
    assert!(act::<SubmitReport>(&storage, dossier, request, key("d", Some(3))).await.unwrap().replayed);
    act::<ReviewReport>(&storage, dossier, review(Verdict::Accept, ""), key("e", Some(4))).await.unwrap();
    let correction = ReportCorrection {
        period: october(),
        cum_progress: Progress::from_tenths(600),
        cum_invest: Money::from_wan_hundredths(60_000),
        reason: CorrectionReason::Audit,
        doc: "审〔2022〕3号".to_owned(),
    };
    let corrected = act::<CorrectReport>(&storage, dossier, correction, key("f", Some(5))).await.unwrap();
    assert_eq!((corrected.version, corrected.warnings.len()), (6, 2));

    assert_proved(&storage).await;
    storage.close().await.unwrap();
    let storage = place.open().await;
    let view = storage.report(programme, None, id, Some(october()), today()).await.unwrap();
    let report = view.facts.report(october()).unwrap();
    assert_eq!((report.status, report.cum_progress.tenths()), (ReportStatus::Accepted, 600));
    assert_eq!((report.record.history.len(), report.record.corrections.len()), (5, 1));
    assert!(view.photos.is_empty());
    assert_eq!(report.record.corrections[0].person, "领导小组办公室");
    storage.close().await.unwrap();
}

async fn works_are_under_way_with_the_first_accepted_progress(place: Arc<Place>) {
    let storage = place.open().await;
    let mut sample = anju_domain::sample::programme();
    let at = sample.dossiers.iter().position(|dossier| !dossier.reports.is_empty()).unwrap();
    sample.dossiers[at].reports.clear();
    sample.dossiers[at].project_community.stage = Stage::NewStart;
    load(&storage, &sample).await.unwrap();
    let dossier = &sample.dossiers[at];
    let april = Month::new(2022, 4).unwrap();
    act::<SubmitReport>(&storage, dossier, entry(april, 1, 0, Vec::new()), WriteKey::default()).await.unwrap();
    let accept = ReportReview { period: april, verdict: Verdict::Accept, said: String::new() };
    act::<ReviewReport>(&storage, dossier, accept, WriteKey::default()).await.unwrap();
    let after = storage.dossier(sample.programme.id, dossier.project_community.id).await.unwrap();
    assert_eq!(after.project_community.stage, Stage::UnderWay);
    assert_eq!(after.project_community.version, dossier.project_community.version + 1);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn reports_that_nobody_has_begun_are_listed(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let programme = sample.programme.id;
    let list = async |query: ReportQuery| storage.reports(programme, &query, today()).await.unwrap();
    let all = list(ReportQuery::default()).await;
    let expected = ReportNumbers { all: 7, not_yet: 1, accepted: 6, ..ReportNumbers::default() };
    assert_eq!((all.numbers, all.total), (expected, 7));
    let first = &all.rows[0];
    assert_eq!((first.period, first.standing, first.version), (october(), ReportStanding::NotYet, 0));
    assert_eq!((first.figures, first.due.map(|due| due.to_string())), (None, Some("2022-11-05".to_owned())));
    assert_eq!((all.owners.as_slice(), all.communities.len()), ([OWNER.to_owned()].as_slice(), 1));
    let late: Vec<String> = all.rows.iter().filter(|row| row.late).map(|row| row.period.to_string()).collect();
    assert_eq!(late, ["2022-06"], "sent on 8 July");

    let page = list(ReportQuery { offset: Some(1), limit: Some(2), ..ReportQuery::default() }).await;
    assert_eq!((page.total, page.rows.len(), page.rows[0].period.month()), (7, 2, 9));
    let june = list(ReportQuery { period: Month::new(2022, 6), ..ReportQuery::default() }).await;
    assert_eq!((june.numbers.all, june.rows.len()), (1, 1));
    let none = list(ReportQuery { owner: Some("某单位".to_owned()), ..ReportQuery::default() }).await;
    assert_eq!((none.numbers.all, none.rows.len()), (0, 0));
    sent_with_photo(&storage, &sample).await;
    let sent = list(ReportQuery { show: ReportShow::Sent, ..ReportQuery::default() }).await;
    assert_eq!((sent.numbers.sent, sent.rows[0].version), (1, 1));
    storage.close().await.unwrap();
}

async fn reports_of_another_project_owner_are_not_there(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let (programme, id) = (sample.programme.id, under_works(&sample).project_community.id);
    let file = sent_with_photo(&storage, &sample).await;
    let foreign = photo("某单位", "cd");
    storage.bring_evidence(programme, &unit("某单位"), foreign.clone(), now()).await.unwrap();
    for owner in ["某单位", ""] {
        let read = storage.report(programme, Some(owner), id, None, today()).await;
        assert_eq!(read.map(|_| ()), Err(StorageError::NotFound));
        assert_eq!(storage.may_report(programme, Some(owner), id).await, Err(StorageError::NotFound));
        assert_eq!(storage.report_photo(programme, owner, file).await.map(|_| ()), Err(StorageError::NotFound));
    }
    assert_eq!(storage.may_report(programme, Some(OWNER), id).await, Ok(()));
    assert_eq!(storage.may_report(programme, None, new_id()).await, Err(StorageError::NotFound));
    assert!(storage.report_photo(programme, OWNER, file).await.is_ok());
    assert!(storage.report_photo(programme, OWNER, foreign.id).await.is_err());
    let asked = [file, foreign.id, new_id()];
    let known = storage.report_files(programme, Some(OWNER), id, &asked).await.unwrap();
    assert_eq!(known, [file]);
    assert_eq!(storage.report_files(programme, None, id, &asked).await.unwrap().len(), 2, "the office may show both");
    assert_eq!(storage.project_owners(programme).await.unwrap(), [OWNER, "城关镇人民政府"]);
    storage.close().await.unwrap();
}

async fn a_list_costs_no_statement_more_with_more_rows(place: Arc<Place>) {
    let storage = place.open().await;
    let sample = programme_of(12);
    load(&storage, &sample).await.unwrap();
    let cost = async |limit| {
        let before = storage.statements();
        let query = ReportQuery { limit: Some(limit), ..ReportQuery::default() };
        let page = storage.reports(sample.programme.id, &query, today()).await.unwrap();
        (page.rows.len(), storage.statements() - before)
    };
    let ((few, one), (many, other)) = (cost(1).await, cost(200).await);
    assert_eq!((few, many, one), (1, 21, other));
    storage.close().await.unwrap();
}
