//! 上报 of an annual plan.

use super::{
    dossiers_receipts::told,
    plans_save::{drawn_up, plan, write},
};
use anju_domain::{acts::PlanSubmission, api::Saved, exact::Money, model::Role, policy::stages::PlanStatus};
use anju_server::first_accounts::new_id;
use anju_tests::server::{Server, on_each_database};
use serde_json::json;

pub(super) const ACT: &str = "/submission";

pub(super) fn on(date: &str) -> PlanSubmission {
    PlanSubmission { date: date.parse().unwrap(), doc_no: String::new() }
}

#[test]
fn a_draft_is_submitted_once() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let draft = drawn_up(&office, 2024).await;
        let answer = write(&office, draft.id, "POST", ACT, draft.version, "one").json(&on("2022-10-08")).send().await;
        let saved: Saved = answer.json();
        let after = plan(&office, 2024).await;
        assert_eq!((after.status, after.version), (PlanStatus::Submitted, saved.version), "{}", answer.text());
        let again = write(&office, draft.id, "POST", ACT, after.version, "two").json(&on("2022-10-08")).send().await;
        assert_eq!(again.problem(422, "refused").findings[0].params.text("why"), Some("plan_not_draft"));
        let stale = write(&office, draft.id, "POST", ACT, draft.version, "three").json(&on("2022-10-08")).send().await;
        assert_eq!(stale.problem(409, "stale_version").version, Some(after.version));
        server.stop().await;
    });
}

#[test]
fn what_the_county_cannot_bear_is_not_asked_for() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let draft = drawn_up(&office, 2024).await;
        let capacity = json!({
            "year": 2024, "ceiling": Money::from_fen(1), "county_borne": 0, "conclusion": "不可承受", "doc": "评估报告"
        });
        let call = office.call("PUT", "/api/v1/fiscal-capacity").write(1, "capacity").json(&capacity);
        assert_eq!(call.send().await.status, 200);
        let answer = write(&office, draft.id, "POST", ACT, draft.version, "one").json(&on("2022-10-08")).send().await;
        let problem = answer.problem(422, "refused");
        assert_eq!((&*problem.findings[0].rule, problem.findings[0].params.text("why")), ("R-31", Some("assessment")));
        assert_eq!(told(&problem), "2024年度未完成财政承受能力评估或结论为不可承受");
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let nothing = plan(&office, 2025).await;
        let call = write(&office, nothing.id, "POST", ACT, nothing.version, "empty").json(&on("2022-10-08"));
        let problem = call.send().await.problem(422, "refused");
        assert_eq!(problem.findings[0].params.text("why"), Some("plan_is_empty"));
        let draft = drawn_up(&office, 2024).await;
        let revision = server.revision().await;
        let answer = write(&office, draft.id, "POST", ACT, draft.version, "late").json(&on("2022-10-09")).send().await;
        let problem = answer.problem(422, "refused");
        assert_eq!((&*problem.findings[0].path, problem.findings[0].params.text("why")), ("date", Some("day_to_come")));
        let call = write(&office, draft.id, "POST", ACT, draft.version, "date").text(r#"{"date":"2022-13-01"}"#);
        call.send().await.malformed_at(422, "date", "bad_value");
        let nowhere = new_id(1_665_187_400_200);
        write(&office, nowhere, "POST", ACT, 0, "gone").json(&on("2022-10-08")).send().await.problem(404, "not_found");
        let auditor = server.actor(Role::Auditor).await;
        let answer = write(&auditor, draft.id, "POST", ACT, draft.version, "no").json(&on("2022-10-08")).send().await;
        answer.problem(403, "forbidden");
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
