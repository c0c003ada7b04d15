//! Approvals, votes, facts and openings are read back as they were stored, and the chain holds.

use super::{
    on_each_database,
    support::{Place, assert_proved, load, new_id, now, office, today},
};
use crate::{Performed, Storage, StorageError, StoredAct, WriteKey};
use anju_domain::{
    acts::{
        ApprovalsEntry, CloseOpenFinding, ClosureEntry, ConsentEntry, FactEntry, OpeningEntry, PapersEntry, RecordFact,
        ReviewEntry, SaveApprovals, SaveConsentRounds, SaveOpeningBalance, StepEntry, Withdraw, WithdrawalEntry,
        open_findings_of,
    },
    exact::{Money, Month, Progress},
    finding::Gate,
    model::{ApprovalStep, ConsentRound, Dossier, Tally},
    policy::{
        approvals::Step,
        stages::{Requirement, ReviewOpinion, Stage, StepStatus},
    },
    sample,
};
use std::sync::Arc;

on_each_database!(
    approvals_are_read_back_with_what_has_no_column,
    a_fact_is_stored_closed_and_withdrawn,
    an_opening_is_stored_with_the_plan_that_it_makes,
    the_new_year_finds_what_was_started_before,
);

async fn perform<A: StoredAct>(
    storage: &Storage,
    dossier: &Dossier,
    version: i64,
    request: A::Request,
) -> Result<Performed, StorageError> {
    let id = dossier.project_community.id;
    let key = WriteKey { idempotency: None, version: Some(version) };
    storage.perform::<A>(sample::PROGRAMME, &office(), &key, id, request, today(), now()).await
}

async fn read(storage: &Storage, code: &str) -> Dossier {
    let dossiers = storage.dossiers(sample::PROGRAMME).await.unwrap();
    dossiers.into_iter().find(|dossier| dossier.community.code == code).unwrap()
}

async fn approvals_are_read_back_with_what_has_no_column(place: Arc<Place>) {
    let (storage, _) = place.with_sample().await;
    let before = read(&storage, "GT-0003").await;
    let tally = Tally { total: 300, participating: 200, agreeing: 150 };
    let round = ConsentRound {
        id: new_id(),
        kind: "改造方案".to_owned(),
        owners: tally,
        area: tally,
        ended_on: Some(today()),
        ..ConsentRound::default()
    };
    let rounds = ConsentEntry { rounds: vec![round.clone().into()] };
    perform::<SaveConsentRounds>(&storage, &before, before.project_community.version, rounds).await.unwrap();

    let passed = |step| StepEntry {
        status: StepStatus::Passed,
        date: Some(today()),
        ..ApprovalStep::new(step, Requirement::Needed).into()
    };
    let study = StepEntry {
        status: StepStatus::Returned,
        submitted_on: Some(today()),
        limit_days: Some(20),
        depth_confirmed: true,
        remark: "缺概算".to_owned(),
        ..ApprovalStep::new(Step::S03, Requirement::Needed).into()
    };
    let opinions =
        ["县住建局", "县发改局", "县财政局", "县自然资源局"].map(|unit| (unit.to_owned(), ReviewOpinion::Agreed));
    let request = ApprovalsEntry {
        steps: vec![passed(Step::S01), passed(Step::S02), study],
        joint_review: Some(ReviewEntry { opinions: opinions.into(), date: Some(today()) }),
        papers: Some(PapersEntry { land_paper: Some("已有用地手续".to_owned()), ..PapersEntry::default() }),
        ..ApprovalsEntry::default()
    };
    let version = before.project.version;
    let done = perform::<SaveApprovals>(&storage, &before, version, request.clone()).await.unwrap();
    assert_eq!(done.version, version + 1, "the version is the project's");
    let stale = perform::<SaveApprovals>(&storage, &before, version, request).await.unwrap_err();
    assert!(matches!(stale, StorageError::StaleVersion { current } if current == version + 1));
    storage.close().await.unwrap();

    // What another server reads, from the disk alone.
    let storage = place.open().await;
    let after = read(&storage, "GT-0003").await;
    assert_eq!(after.project_community.consent_rounds, [round]);
    let study = after.project.step(Step::S03).unwrap();
    assert_eq!((study.submitted_on, study.depth_confirmed, &*study.remark), (Some(today()), true, "缺概算"));
    assert_eq!(study.limit_days, Some(20));
    assert_eq!(after.project.joint_review.as_ref().map(|review| review.opinions.len()), Some(4));
    assert_eq!(after.project.land_paper.as_deref(), Some("已有用地手续"));
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn a_fact_is_stored_closed_and_withdrawn(place: Arc<Place>) {
    let (storage, _) = place.with_sample().await;
    let before = read(&storage, "GT-0003").await;
    let fact = FactEntry {
        gate: Gate::G2,
        date: today(),
        reason: "已进场施工".to_owned(),
        doc: "样例〔2022〕7号".to_owned(),
        person: "项目经理".to_owned(),
        due: today(),
        new_plan: None,
    };
    perform::<RecordFact>(&storage, &before, before.project_community.version, fact).await.unwrap();
    let begun = read(&storage, "GT-0003").await;
    let open = open_findings_of(&begun, today());
    let closure = ClosureEntry {
        record: open[0].0,
        finding: open[0].1,
        reason: "无法补正".to_owned(),
        doc: "县住建局说明".to_owned(),
    };
    let version = begun.project_community.version;
    perform::<CloseOpenFinding>(&storage, &begun, version, closure.clone()).await.unwrap();
    let again = perform::<CloseOpenFinding>(&storage, &begun, version + 1, closure).await.unwrap_err();
    assert!(matches!(again, StorageError::Refused(found) if found[0].params.text("why") == Some("already_closed")));
    let closed = read(&storage, "GT-0003").await;
    assert_eq!(open_findings_of(&closed, today()).len(), open.len() - 1);

    let out = WithdrawalEntry {
        withdrawn_on: today(),
        reason: "列入征收计划".to_owned(),
        doc: "样例〔2022〕8号".to_owned(),
        consented_by: Some(anju_domain::model::Consenter::Leader),
    };
    perform::<Withdraw>(&storage, &closed, closed.project_community.version, out).await.unwrap();
    let gone = read(&storage, "GT-0003").await.project_community;
    assert_eq!((gone.stage, gone.stage_records.len(), gone.withdrawn_on), (Stage::Withdrawn, 1, Some(today())));
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn an_opening_is_stored_with_the_plan_that_it_makes(place: Arc<Place>) {
    let storage = place.open().await;
    let mut programme = sample::programme();
    programme.plans.retain(|plan| plan.year != 2025);
    for dossier in &mut programme.dossiers {
        dossier.plan = dossier.plan.take().filter(|plan| plan.year != 2025);
    }
    load(&storage, &programme).await.unwrap();
    let before = read(&storage, "GT-0004").await;
    let plan = new_id();
    let opening = OpeningEntry {
        cutoff: Month::new(2022, 9).unwrap(),
        stage: Stage::UnderWay,
        actual_start: "2022-05-10".parse().unwrap(),
        completed_on: None,
        cum_progress: Progress::from_tenths(450),
        cum_invest: Money::from_fen(100),
        received: Money::from_fen(90),
        paid: Money::from_fen(80),
        doc: "移交清单".to_owned(),
        new_plan: Some(plan),
    };
    perform::<SaveOpeningBalance>(&storage, &before, before.project_community.version, opening).await.unwrap();
    let after = read(&storage, "GT-0004").await;
    assert_eq!(after.plan.map(|plan| plan.id), Some(plan));
    let entry = after.project_community;
    assert_eq!((entry.stage, entry.opening.map(|opening| opening.doc)), (Stage::UnderWay, Some("移交清单".to_owned())));
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn the_new_year_finds_what_was_started_before(place: Arc<Place>) {
    let storage = place.open().await;
    let mut programme = sample::programme();
    programme.dossiers[0].project_community.stage = Stage::NewStart;
    let id = programme.dossiers[0].project_community.id;
    load(&storage, &programme).await.unwrap();
    let started = async |day: &str| storage.started_before(sample::PROGRAMME, day.parse().unwrap()).await.unwrap();
    assert!(started("2022-04-10").await.is_empty(), "the day of its start");
    assert_eq!(started("2023-01-01").await, [id]);
    storage.close().await.unwrap();
}
