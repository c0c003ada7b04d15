//! Taking a community out of the programme (调出).

use super::{dossiers_consent_rounds::refused_at, dossiers_funding::read};
use anju_domain::{
    model::{Dossier, Role},
    policy::stages::Stage,
};
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

fn withdraw(actor: &Actor, dossier: &Dossier, key: &str) -> Call {
    let entry = &dossier.project_community;
    actor.call("POST", &format!("/api/v1/dossiers/{}/withdrawal", entry.id)).write(entry.version, key)
}

fn out() -> Value {
    json!({ "withdrawn_on": "2022-10-08", "reason": "列入征收计划" })
}

#[test]
fn in_reserve_a_reason_is_enough_and_after_the_start_it_is_not() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let reserve = read(&server, &office, "GT-0004").await;
        assert_eq!(withdraw(&office, &reserve, "out").json(&out()).send().await.status, 200);
        let gone = read(&server, &office, "GT-0004").await;
        assert_eq!(gone.project_community.stage, Stage::Withdrawn);
        withdraw(&office, &gone, "again").json(&out()).send().await.problem(422, "refused");
        withdraw(&office, &reserve, "stale").json(&out()).send().await.problem(409, "stale_version");

        let works = read(&server, &office, "GT-0001").await;
        let problem = withdraw(&office, &works, "bare").json(&out()).send().await.problem(422, "refused");
        let missing = format!("{:?}", problem.findings[0].params.get("missing"));
        assert!(missing.contains("plan_adjustment") && missing.contains("leaders_consent"), "{missing}");
        let mut given = out();
        (given["doc"], given["consented_by"]) = (json!("样例〔2022〕3号"), json!("副组长"));
        assert_eq!(withdraw(&office, &works, "given").json(&given).send().await.status, 200);
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let works = read(&server, &office, "GT-0001").await;
        let revision = server.revision().await;
        for (field, value, path, why) in [
            ("withdrawn_on", json!("2022-10-09"), "withdrawn_on", "day_to_come"),
            ("withdrawn_on", json!("2022-04-09"), "withdrawn_on", "before_start"),
            ("consented_by", json!("局长"), "consented_by", "bad_value"),
            ("reason", json!("因".repeat(4001)), "reason", "too_long"),
            ("stage", json!("储备"), "stage", "unknown_field"),
        ] {
            let mut body = out();
            body[field] = value;
            refused_at(&withdraw(&office, &works, "bad").json(&body).send().await, path, why);
        }
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
