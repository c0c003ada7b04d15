//! Registering a community.

use anju_domain::{
    api::RegisterView,
    model::{Dossier, Role},
    policy::stages::Stage,
};
use anju_server::first_accounts::new_id;
use anju_tests::{
    actor::{Actor, Call},
    saving::{read, says},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

pub(super) const PATH: &str = "/api/v1/communities/register";

fn request(code: &str) -> Value {
    let id = || new_id(1_665_187_200_000);
    json!({
        "id": id(), "plan_year": 2023, "community": id(), "project": id(),
        "new_community": { "code": code, "name": "新小区", "division_code": "620724", "township": "城关镇" },
        "new_project": { "name": "新小区改造项目", "project_owner": "县住建局" }
    })
}

fn register(actor: &Actor, key: &str, body: &Value) -> Call {
    actor.call("POST", PATH).header("idempotency-key", key).json(body)
}

#[test]
fn a_new_community_begins_in_reserve_under_the_code_that_was_proposed() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let view: RegisterView = office.get(PATH).await.json();
        let code = view.next_code.expect("a code is free");
        let body = request(&code);
        let first = register(&office, "one", &body).send().await;
        assert_eq!((first.status, first.header("etag")), (200, Some("\"1\"")), "{}", first.text());
        let again = register(&office, "one", &body).send().await;
        assert_eq!((again.status, again.body), (200, first.body));
        let made: Dossier = read(&server, &office, &code).await;
        assert_eq!(made.project_community.stage, Stage::Reserve);
        assert_eq!(json!(made.project_community.id), body["id"]);
        assert_eq!((made.project.name.as_str(), made.community.buildings.len()), ("新小区改造项目", 0));
        server.stop().await;
    });
}

#[test]
fn a_known_community_joins_a_known_project() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let (one, other) = (read(&server, &office, "GT-0001").await, read(&server, &office, "GT-0002").await);
        let mut body = request("");
        for new in ["new_community", "new_project"] {
            body.as_object_mut().unwrap().remove(new);
        }
        (body["community"], body["project"]) = (json!(one.community.id), json!(other.project.id));
        body["plan_year"] = json!(2025);
        let answer = register(&office, "join", &body).send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let id = body["id"].as_str().unwrap().to_owned();
        let made: Dossier = office.get(&format!("/api/v1/dossiers/{id}")).await.json();
        assert_eq!((made.community, made.siblings.len()), (one.community, 1));
        body["id"] = json!(new_id(1_665_187_200_000));
        let twice = register(&office, "twice", &body).send().await;
        assert!(says(&twice, "project", "already_in_project"), "{}", twice.text());
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let revision = server.revision().await;
        let with = |change: &dyn Fn(&mut Value)| {
            let mut body = request("GT-0100");
            change(&mut body);
            body
        };
        let bodies = [
            (with(&|body| body["id"] = json!("1")), "id", "bad_value"),
            (with(&|body| body["plan_year"] = json!(20_230)), "plan_year", "no_such_year"),
            (with(&|body| body["stage"] = json!("竣工")), "stage", "unknown_field"),
            (with(&|body| body["new_community"]["code"] = json!("GT-0001")), "new_community/code", "repeated_code"),
            (with(&|body| body["new_community"]["code"] = json!("GT-１")), "new_community/code", "code_form"),
            (
                with(&|body| body["new_community"]["name"] = json!("名".repeat(201))),
                "new_community/name",
                "name_too_long",
            ),
            (
                with(&|body| body["new_community"]["address"] = json!("址".repeat(4001))),
                "new_community/address",
                "too_long",
            ),
            (with(&|body| body["new_community"]["division_code"] = json!("1")), "division_code", "R-07"),
            (with(&|body| body["new_project"]["name"] = json!("")), "new_project/name", "name_required"),
            (with(&|body| drop(body.as_object_mut().unwrap().remove("new_project"))), "project", "unknown_project"),
            (
                with(&|body| drop(body.as_object_mut().unwrap().remove("new_community"))),
                "community",
                "unknown_community",
            ),
            (json!({}), "", "missing_field"),
        ];
        for (number, (body, path, why)) in bodies.iter().enumerate() {
            let answer = register(&office, &format!("bad-{number}"), body).send().await;
            assert!(says(&answer, path, why), "{path} {why}: {}", answer.text());
        }
        register(&office, "k", &request("GT-0100")).without("idempotency-key").send().await.problem(400, "malformed");
        register(&office, "k", &request("GT-0100")).text("{").send().await.malformed_at(400, "", "not_json");
        for role in [Role::Leader, Role::Auditor, Role::Unit, Role::Town, Role::SecurityAdministrator] {
            let other = server.actor(role).await;
            register(&other, "r", &request("GT-0100")).send().await.problem(403, "forbidden");
        }
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
