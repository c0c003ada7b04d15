//! Entering a duty that has arisen.

use anju_domain::model::Role;
use anju_server::first_accounts::new_id;
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
    tasks::{LIST, read},
};
use serde_json::json;
use uuid::Uuid;

fn raise(actor: &Actor, id: Uuid, duty: &str, occasion: &str) -> Call {
    let body = json!({ "id": id, "duty": duty, "occasion": occasion });
    actor.call("POST", LIST).header("idempotency-key", &format!("raise-{id}")).json(&body)
}

#[test]
fn it_needs_no_version_and_is_entered_once() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let id = new_id(1_665_187_200_000);
        let first = raise(&office, id, "09.1", "引入便利店").send().await;
        assert_eq!((first.status, first.header("etag")), (200, Some("\"1\"")), "{}", first.text());
        let again = raise(&office, id, "09.1", "引入便利店").send().await;
        assert_eq!((again.status, again.body), (200, first.body));
        let task = read(&office, id).await.task;
        assert_eq!((task.owner.as_str(), task.occasion.as_str()), ("09", "引入便利店"));
        server.stop().await;
    });
}

#[test]
fn a_unit_enters_its_own_and_no_other_ones() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let id = || new_id(1_665_187_200_000);
        for (duty, occasion, path) in [("09.1", "x", "duty"), ("11.1", "x", "duty"), ("?", "x", "duty")] {
            let problem = raise(&unit, id(), duty, occasion).send().await.problem(422, "refused");
            assert_eq!(problem.findings[0].path, path, "{duty}");
        }
        let keyless = raise(&unit, id(), "09.1", "x").without("idempotency-key");
        keyless.send().await.problem(400, "malformed");
        let call = unit.call("POST", LIST).header("idempotency-key", "k").json(&json!({ "duty": "09.1", "due": 1 }));
        call.send().await.malformed_at(422, "due", "unknown_field");
        server.stop().await;
    });
}
