//! 下达 of an annual plan.

use super::{
    plans_save::{drawn_up, plan, write},
    plans_submit::{self, on},
};
use anju_domain::{acts::PlanIssue, model::Role, policy::stages::PlanStatus};
use anju_tests::{
    actor::Actor,
    server::{Server, on_each_database},
};

fn issue(date: &str, doc_no: &str) -> PlanIssue {
    PlanIssue { date: date.parse().unwrap(), doc_no: doc_no.to_owned() }
}

async fn submitted(office: &Actor) -> anju_domain::model::AnnualPlan {
    let draft = drawn_up(office, 2024).await;
    let call = write(office, draft.id, "POST", plans_submit::ACT, draft.version, "submit").json(&on("2022-10-05"));
    assert_eq!(call.send().await.status, 200);
    plan(office, 2024).await
}

#[test]
fn what_was_submitted_is_issued_with_day_and_number() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let now = submitted(&office).await;
        let request = issue("2022-10-05", "高政发〔2022〕5号");
        let answer = write(&office, now.id, "POST", "/issue", now.version, "one").json(&request).send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let after = plan(&office, 2024).await;
        assert_eq!(
            (after.status, after.issued_on, after.doc_no.as_str()),
            (PlanStatus::Issued, "2022-10-05".parse().ok(), "高政发〔2022〕5号")
        );
        let again = write(&office, now.id, "POST", "/issue", after.version, "two").json(&request).send().await;
        assert_eq!(again.problem(422, "refused").findings[0].params.text("why"), Some("plan_not_submitted"));
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place_and_a_draft_is_not_issued() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let draft = plan(&office, 2025).await;
        let call = write(&office, draft.id, "POST", "/issue", draft.version, "draft");
        let problem = call.json(&issue("2022-10-08", "1号")).send().await.problem(422, "refused");
        assert_eq!(problem.findings[0].params.text("why"), Some("plan_not_submitted"));
        let now = submitted(&office).await;
        let revision = server.revision().await;
        for (number, (request, path, why)) in [
            (issue("2022-10-04", "1号"), "date", "before_submission"),
            (issue("2022-10-09", "1号"), "date", "day_to_come"),
            (issue("2022-10-08", " "), "doc_no", "missing_field"),
        ]
        .into_iter()
        .enumerate()
        {
            let call = write(&office, now.id, "POST", "/issue", now.version, &format!("bad-{number}"));
            let problem = call.json(&request).send().await.problem(422, "refused");
            assert_eq!((&*problem.findings[0].path, problem.findings[0].params.text("why")), (path, Some(why)));
        }
        let call = write(&office, now.id, "POST", "/issue", now.version - 1, "stale");
        call.json(&issue("2022-10-08", "1号")).send().await.problem(409, "stale_version");
        let leader = server.actor(Role::Leader).await;
        let call = write(&leader, now.id, "POST", "/issue", now.version, "no");
        call.json(&issue("2022-10-08", "1号")).send().await.problem(403, "forbidden");
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
