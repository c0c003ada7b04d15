//! 调整 of an annual plan that is in force.

use super::plans_save::{plan, sheet, write};
use anju_domain::{acts::PlanAdjustment, model::Role, policy::stages::PlanStatus};
use anju_tests::server::{Server, on_each_database};

fn adjustment(date: &str, doc_no: &str, reason: &str) -> PlanAdjustment {
    PlanAdjustment {
        figures: sheet(2022).figures,
        date: date.parse().unwrap(),
        doc_no: doc_no.to_owned(),
        reason: reason.to_owned(),
    }
}

#[test]
fn what_is_in_force_is_adjusted_with_its_paper() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        for round in 1..=2 {
            let now = plan(&office, 2022).await;
            let request = adjustment("2022-10-08", "高政发〔2022〕8号", "上级追加任务");
            let call = write(&office, now.id, "POST", "/adjustment", now.version, &format!("round-{round}"));
            let answer = call.json(&request).send().await;
            assert_eq!(answer.status, 200, "{}", answer.text());
            let after = plan(&office, 2022).await;
            assert_eq!((after.status, after.planned_starts, after.events.len()), (PlanStatus::Adjusted, 2, round));
            assert_eq!((after.issued_on, &after.doc_no), (now.issued_on, &now.doc_no), "下达 stays what it was");
        }
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place_and_a_draft_is_not_adjusted() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let (now, draft, revision) = (plan(&office, 2022).await, plan(&office, 2024).await, server.revision().await);
        for (number, (request, path, why)) in [
            (adjustment("2021-12-19", "1号", "因"), "date", "before_issue"),
            (adjustment("2022-10-09", "1号", "因"), "date", "day_to_come"),
            (adjustment("2022-10-08", "", "因"), "doc_no", "missing_field"),
            (adjustment("2022-10-08", "1号", " "), "reason", "missing_field"),
        ]
        .into_iter()
        .enumerate()
        {
            let call = write(&office, now.id, "POST", "/adjustment", now.version, &format!("bad-{number}"));
            let problem = call.json(&request).send().await.problem(422, "refused");
            assert_eq!((&*problem.findings[0].path, problem.findings[0].params.text("why")), (path, Some(why)));
        }
        let good = adjustment("2022-10-08", "1号", "因");
        let call = write(&office, draft.id, "POST", "/adjustment", draft.version, "draft").json(&good);
        let problem = call.send().await.problem(422, "refused");
        assert_eq!(problem.findings[0].params.text("why"), Some("plan_not_issued"));
        let call = write(&office, now.id, "POST", "/adjustment", now.version + 1, "stale").json(&good);
        call.send().await.problem(409, "stale_version");
        let leader = server.actor(Role::Leader).await;
        let call = write(&leader, now.id, "POST", "/adjustment", now.version, "no").json(&good);
        call.send().await.problem(403, "forbidden");
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
