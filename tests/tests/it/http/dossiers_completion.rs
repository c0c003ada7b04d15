//! The completion of works (竣工).

use super::{
    dossiers_consent_rounds::refused_at,
    dossiers_funding::read,
    dossiers_opening::{save as take_over, under_way},
};
use anju_domain::model::{Dossier, Role};
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};
use serde_json::json;

fn complete(actor: &Actor, dossier: &Dossier, on: &str, key: &str) -> Call {
    let entry = &dossier.project_community;
    let call = actor.call("POST", &format!("/api/v1/dossiers/{}/completion", entry.id)).write(entry.version, key);
    call.json(&json!({ "completed_on": on }))
}

#[test]
fn what_is_missing_is_listed_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0004").await;
        assert_eq!(take_over(&office, &dossier, "open").json(&under_way()).send().await.status, 200);
        let works = read(&server, &office, "GT-0004").await;
        let revision = server.revision().await;
        let missing = async |on: &str, key: &str| {
            let problem = complete(&office, &works, on, key).send().await.problem(422, "refused");
            assert!(problem.findings.iter().any(|finding| finding.rule == "R-39"), "not accepted");
            let change = problem.findings.iter().find(|finding| finding.rule == "R-40").expect("R-40 says it");
            format!("{:?}", change.params.get("missing"))
        };
        let late = missing("2022-10-08", "late").await;
        assert!(late.contains("progress") && late.contains("lines_done"), "{late}");
        assert!(!late.contains("completed_after_start"), "{late}");
        let early = missing("2022-05-09", "early").await;
        assert!(early.contains("completed_after_start"), "before the start: {early}");
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}

#[test]
fn bad_input_and_a_wrong_stage_are_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let reserve = read(&server, &office, "GT-0003").await;
        let problem = complete(&office, &reserve, "2022-10-08", "reserve").send().await.problem(422, "refused");
        assert_eq!(problem.findings.len(), 1, "{:?}", problem.findings);
        for (body, path, why) in [
            ("{}", "", "missing_field"),
            (r#"{"completed_on":"2022-10-09"}"#, "completed_on", "day_to_come"),
            (r#"{"completed_on":"昨天"}"#, "completed_on", "bad_value"),
            (r#"{"completed_on":"2022-10-08","all":true}"#, "all", "unknown_field"),
        ] {
            refused_at(&complete(&office, &reserve, "", "bad").text(body).send().await, path, why);
        }
        server.stop().await;
    });
}
