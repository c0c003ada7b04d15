//! An annual plan that was 上报 goes back to 拟定.

use super::{
    plans_save::{drawn_up, plan, write},
    plans_submit::{self, on},
};
use anju_domain::{acts::PlanReturn, model::Role, policy::stages::PlanStatus};
use anju_tests::server::{Server, on_each_database};

#[test]
fn what_was_submitted_goes_back_with_a_reason_and_nothing_else_does() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let draft = drawn_up(&office, 2024).await;
        let back = |version: i64, key: &str, reason: &str| {
            let request = PlanReturn { reason: reason.to_owned() };
            write(&office, draft.id, "POST", "/return", version, key).json(&request).send()
        };
        let early = back(draft.version, "early", "有误").await.problem(422, "refused");
        assert_eq!(early.findings[0].params.text("why"), Some("plan_not_submitted"));
        let call = write(&office, draft.id, "POST", plans_submit::ACT, draft.version, "one").json(&on("2022-10-08"));
        assert_eq!(call.send().await.status, 200);
        let now = plan(&office, 2024).await;
        let blank = back(now.version, "blank", " ").await.problem(422, "refused");
        assert_eq!((&*blank.findings[0].path, blank.findings[0].params.text("why")), ("reason", Some("missing_field")));
        back(draft.version, "stale", "有误").await.problem(409, "stale_version");
        assert_eq!(back(now.version, "two", "任务数有误").await.status, 200);
        let after = plan(&office, 2024).await;
        assert_eq!((after.status, after.events.len()), (PlanStatus::Draft, 2));
        let leader = server.actor(Role::Leader).await;
        let call = write(&leader, draft.id, "POST", "/return", after.version, "no");
        call.json(&PlanReturn { reason: "x".to_owned() }).send().await.problem(403, "forbidden");
        server.stop().await;
    });
}
