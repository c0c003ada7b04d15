//! Revoking the acceptance of completed works (撤销验收).

use super::{
    dossiers_consent_rounds::refused_at,
    dossiers_funding::read,
    dossiers_opening::{save as take_over, under_way},
};
use anju_domain::{
    model::{Dossier, Role},
    policy::stages::Stage,
};
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

fn revoke(actor: &Actor, dossier: &Dossier, key: &str) -> Call {
    let entry = &dossier.project_community;
    actor.call("POST", &format!("/api/v1/dossiers/{}/revocation", entry.id)).write(entry.version, key)
}

fn revocation() -> Value {
    json!({ "revoked_on": "2022-10-08", "reason": "外墙返工", "doc": "样例〔2022〕9号", "office_head": true })
}

/// SD, taken over as completed.
async fn completed(server: &Server, office: &Actor) -> Dossier {
    let dossier = read(server, office, "GT-0004").await;
    let mut body = under_way();
    (body["stage"], body["cum_progress"], body["completed_on"]) = (json!("竣工"), json!(1000), json!("2022-09-20"));
    assert_eq!(take_over(office, &dossier, "open").json(&body).send().await.status, 200);
    read(server, office, "GT-0004").await
}

#[test]
fn what_was_completed_goes_back_with_paper_and_consent() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = completed(&server, &office).await;
        let mut bare = revocation();
        (bare["doc"], bare["office_head"]) = (json!(" "), json!(false));
        let problem = revoke(&office, &dossier, "bare").json(&bare).send().await.problem(422, "refused");
        let missing = format!("{:?}", problem.findings[0].params.get("missing"));
        assert!(missing.contains("revocation") && missing.contains("office_head"), "{missing}");
        assert_eq!(revoke(&office, &dossier, "revoke").json(&revocation()).send().await.status, 200);
        let after = read(&server, &office, "GT-0004").await;
        let entry = &after.project_community;
        assert_eq!((entry.stage, entry.completed_on, entry.stage_records.len()), (Stage::UnderWay, None, 1));
        refused_at(&revoke(&office, &after, "again").json(&revocation()).send().await, "stage", "not_completed");
        revoke(&office, &dossier, "stale").json(&revocation()).send().await.problem(409, "stale_version");
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = completed(&server, &office).await;
        let revision = server.revision().await;
        for (field, value, path, why) in [
            ("revoked_on", json!("2022-10-09"), "revoked_on", "day_to_come"),
            ("revoked_on", json!("2022-09-19"), "revoked_on", "before_start"),
            ("office_head", json!("是"), "office_head", "wrong_type"),
            ("stage", json!("在建"), "stage", "unknown_field"),
        ] {
            let mut body = revocation();
            body[field] = value;
            refused_at(&revoke(&office, &dossier, "bad").json(&body).send().await, path, why);
        }
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
