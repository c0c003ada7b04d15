//! Annual plans and the money of communities, stored: versions, audit, proof, two at once.

use super::{
    on_each_database,
    support::{Place, assert_proved, key, new_id, now, office, programme_of, today},
};
use crate::{Storage, StorageError, WriteKey};
use anju_domain::{
    acts::{
        FiscalCapacityEntry, IssuePlan, MoneyTakenBack, PaymentEntry, PlanFigures, PlanIssue, PlanSheet,
        PlanSubmission, ReceiptEntry, SavePayment, SavePlan, SaveReceipt, SubmitPlan, TakeBackMoney,
    },
    api::AuditQuery,
    exact::Money,
    model::{AnnualPlan, Dossier, Source},
    policy::stages::{CapacityConclusion, PlanStatus},
};
use chrono::NaiveDate;
use std::sync::Arc;
use uuid::Uuid;

on_each_database!(
    a_plan_goes_from_its_making_to_its_issue,
    capacity_and_all_communities_of_the_year_are_seen,
    money_is_entered_corrected_and_taken_back,
    of_two_payments_at_once_one_stands,
);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn plan(storage: &Storage, programme: Uuid, id: Uuid) -> AnnualPlan {
    let facts = storage.programme_facts(programme, today()).await.unwrap();
    facts.plans.iter().find(|plan| plan.id == id).cloned().unwrap()
}

fn sheet(year: i32) -> PlanSheet {
    let figures = PlanFigures {
        starts: 3,
        start_buildings: 30,
        completions: 2,
        completion_households: 500,
        invest: Money::from_wan_hundredths(200_000),
        ..PlanFigures::default()
    };
    PlanSheet { year, figures }
}

async fn a_plan_goes_from_its_making_to_its_issue(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let (programme, id) = (sample.programme.id, new_id());
    let make = |key: WriteKey, sheet: PlanSheet| {
        let storage = &storage;
        async move { storage.perform_on_plan::<SavePlan>(programme, &office(), &key, id, sheet, today(), now()).await }
    };
    let early = PlanIssue { date: today(), doc_no: "1号".to_owned() };
    let gone = storage
        .perform_on_plan::<IssuePlan>(programme, &office(), &key("early", Some(0)), id, early, today(), now())
        .await;
    assert!(matches!(gone, Err(StorageError::NotFound)));
    assert!(matches!(make(key("stale", Some(1)), sheet(2021)).await, Err(StorageError::StaleVersion { current: 0 })));
    assert_eq!(make(key("make", Some(0)), sheet(2021)).await.unwrap().version, 1);
    let again = make(key("make", Some(0)), sheet(2021)).await.unwrap();
    assert!(again.replayed && again.version == 1);
    assert!(matches!(make(key("again", Some(0)), sheet(2021)).await, Err(StorageError::StaleVersion { current: 1 })));
    let stored = plan(&storage, programme, id).await;
    assert_eq!(PlanFigures::of(&stored), sheet(2021).figures);

    // No assessment says that 2021 can be borne.
    let submission = PlanSubmission { date: today(), doc_no: String::new() };
    let submit = |key: WriteKey| {
        let (storage, submission) = (&storage, submission.clone());
        async move {
            storage.perform_on_plan::<SubmitPlan>(programme, &office(), &key, id, submission, today(), now()).await
        }
    };
    let Err(StorageError::Refused(found)) = submit(key("no", Some(1))).await else { panic!("refused") };
    assert_eq!(&*found[0].rule, "R-31");
    let capacity = FiscalCapacityEntry {
        year: 2021,
        ceiling: Money::from_fen(1),
        county_borne: Money::ZERO,
        conclusion: CapacityConclusion::Bearable,
        doc: "评估报告".to_owned(),
    };
    let assess = |key: WriteKey| {
        let (storage, capacity) = (&storage, capacity.clone());
        async move { storage.save_fiscal_capacity(programme, &office(), &key, capacity, today(), now()).await }
    };
    assert!(matches!(assess(key("c0", Some(9))).await, Err(StorageError::StaleVersion { current: 1 })));
    assert_eq!(assess(key("c1", Some(1))).await.unwrap().version, 2);
    assert_eq!(submit(key("yes", Some(1))).await.unwrap().version, 2);
    let issue = PlanIssue { date: today(), doc_no: "高政发〔2022〕5号".to_owned() };
    let issued = storage
        .perform_on_plan::<IssuePlan>(programme, &office(), &key("issue", Some(2)), id, issue, today(), now())
        .await
        .unwrap();
    let stored = plan(&storage, programme, id).await;
    assert_eq!((stored.version, stored.status, stored.issued_on), (issued.version, PlanStatus::Issued, Some(today())));
    assert_eq!(stored.events.len(), 2);
    // What is in force is seen by the next act on a dossier, and everything stands as the chain says.
    assert_proved(&storage).await;
    let page = storage.audit_page(programme, &AuditQuery { limit: Some(10), ..AuditQuery::default() }).await.unwrap();
    let acts: Vec<_> = page.entries.iter().map(|entry| entry.act.as_str()).collect();
    assert_eq!(acts[..4], ["issue_plan", "submit_plan", "save_fiscal_capacity", "save_plan"]);
    storage.close().await.unwrap();
}

async fn capacity_and_all_communities_of_the_year_are_seen(place: Arc<Place>) {
    // More communities than one statement loads.
    let storage = place.open().await;
    let mut sample = programme_of(1_004);
    let draft = sample.plans.iter_mut().find(|plan| plan.year == 2022).unwrap();
    (draft.status, draft.issued_on) = (PlanStatus::Draft, None);
    let id = draft.id;
    super::support::load(&storage, &sample).await.unwrap();
    let programme = sample.programme.id;
    let borne: Money = sample
        .dossiers
        .iter()
        .filter(|dossier| dossier.project_community.plan == Some(id))
        .flat_map(|dossier| &dossier.project_community.commitments)
        .filter(|one| ["F12", "F13", "F14"].contains(&&*one.funding))
        .map(|one| one.amount)
        .sum();
    let ceiling = async |key: &'static str, version: i64, ceiling: Money| {
        let capacity = FiscalCapacityEntry {
            year: 2022,
            ceiling,
            county_borne: Money::ZERO,
            conclusion: CapacityConclusion::Bearable,
            doc: "评估报告".to_owned(),
        };
        let key = super::support::key(key, Some(version));
        storage.save_fiscal_capacity(programme, &office(), &key, capacity, today(), now()).await.unwrap();
    };
    let submit = async |name: &'static str| {
        let request = PlanSubmission { date: today(), doc_no: String::new() };
        let key = key(name, Some(1));
        storage.perform_on_plan::<SubmitPlan>(programme, &office(), &key, id, request, today(), now()).await
    };
    ceiling("short", 1, borne.minus(Money::from_fen(1))).await;
    let Err(StorageError::Refused(found)) = submit("one").await else { panic!("refused") };
    assert_eq!(found[0].params.text("why"), Some("ceiling"));
    ceiling("enough", 2, borne).await;
    submit("two").await.unwrap();
    storage.close().await.unwrap();
}

/// The first sample's central money.
fn central(dossier: &Dossier) -> (Source, String) {
    let commitments = &dossier.project_community.commitments;
    let first = commitments.iter().find(|one| one.funding == "F08").unwrap();
    (first.source(), first.line.clone())
}

fn receipt(dossier: &Dossier, id: Uuid, voucher: &str) -> ReceiptEntry {
    let (source, _) = central(dossier);
    ReceiptEntry {
        id,
        funding: source.funding,
        sub_kind: source.sub_kind,
        level: source.level,
        provider: source.provider,
        date: day("2022-10-01"),
        amount: Money::from_wan_hundredths(100),
        doc_no: "9号".to_owned(),
        voucher: voucher.to_owned(),
        reason: String::new(),
    }
}

fn payment(dossier: &Dossier, id: Uuid, wan: i64) -> PaymentEntry {
    let (source, line) = central(dossier);
    PaymentEntry {
        id,
        funding: source.funding,
        sub_kind: source.sub_kind,
        level: source.level,
        provider: source.provider,
        line,
        date: day("2022-10-02"),
        amount: Money::from_wan_hundredths(wan),
        doc_no: "付9号".to_owned(),
        voucher: String::new(),
        payee: "样例施工单位".to_owned(),
        purpose: "工程进度款".to_owned(),
        reason: String::new(),
    }
}

async fn money_is_entered_corrected_and_taken_back(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = &sample.dossiers[0];
    let (programme, object, id) = (sample.programme.id, dossier.project_community.id, new_id());
    let version = dossier.project_community.version;
    let enter = async |key: WriteKey, request: ReceiptEntry| {
        storage.perform::<SaveReceipt>(programme, &office(), &key, object, request, today(), now()).await
    };
    enter(key("r1", Some(version)), receipt(dossier, id, "记-1")).await.unwrap();
    let twice = enter(key("r2", Some(version + 1)), receipt(dossier, new_id(), "记-1")).await;
    let Err(StorageError::Refused(found)) = twice else { panic!("refused") };
    assert_eq!(found[0].params.text("why"), Some("repeated_voucher"));
    let right = ReceiptEntry { reason: "凭证号笔误".to_owned(), ..receipt(dossier, id, "记-2") };
    enter(key("r3", Some(version + 1)), right).await.unwrap();
    let back = MoneyTakenBack { id, reason: "重复登记".to_owned() };
    storage
        .perform::<TakeBackMoney>(programme, &office(), &key("r4", Some(version + 2)), object, back, today(), now())
        .await
        .unwrap();
    let stored = storage.dossier(programme, object).await.unwrap().project_community;
    assert_eq!(stored.receipts, dossier.project_community.receipts);
    let kept: Vec<_> = stored
        .money_corrections
        .iter()
        .map(|one| (one.reason.as_str(), one.receipt.as_ref().unwrap().voucher.as_str()))
        .collect();
    assert_eq!(kept, [("凭证号笔误", "记-1"), ("重复登记", "记-2")]);
    let page = storage.audit_page(programme, &AuditQuery { limit: Some(1), ..AuditQuery::default() }).await.unwrap();
    let (before, after) = (page.entries[0].before.to_string(), page.entries[0].after.to_string());
    assert!(before.contains("记-2") && after.contains("重复登记") && !after.contains("凭证号笔误"), "{before} {after}");
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn of_two_payments_at_once_one_stands(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let dossier = &sample.dossiers[0];
    let (programme, object) = (sample.programme.id, dossier.project_community.id);
    // 98.00 is left: each of the two fits alone, both together do not.
    let pay = |name: &'static str| {
        let request = payment(dossier, new_id(), 5_000);
        let storage = &storage;
        async move {
            let who = office();
            let key = key(name, None);
            storage.perform::<SavePayment>(programme, &who, &key, object, request, today(), now()).await
        }
    };
    let (one, two) = tokio::join!(pay("one"), pay("two"));
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    let Err(StorageError::Refused(found)) = one.and(two) else { panic!("one is refused") };
    assert_eq!(&*found[0].rule, "R-25");
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}
