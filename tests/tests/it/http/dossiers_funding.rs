//! Saving the funding (资金落实).

use anju_domain::{
    acts::{CommitmentEntry, FundingEntry},
    api::Saved,
    exact::Money,
    model::{Dossier, Role},
};
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

pub(super) const SAVE: &str = "/api/v1/dossiers/{id}/funding";

pub(super) async fn read(server: &Server, actor: &Actor, code: &str) -> Dossier {
    let id = server.community(code).await;
    actor.get(&format!("/api/v1/dossiers/{id}")).await.json()
}

pub(super) fn entry_of(dossier: &Dossier) -> FundingEntry {
    let commitments = dossier.project_community.commitments.iter().cloned().map(CommitmentEntry::from).collect();
    FundingEntry { commitments }
}

pub(super) fn save(actor: &Actor, dossier: &Dossier, key: &str) -> Call {
    let path = SAVE.replace("{id}", &dossier.project_community.id.to_string());
    actor.call("PUT", &path).write(dossier.project_community.version, key)
}

#[test]
fn what_is_saved_is_read_back_and_moves_the_version() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0002").await;
        let mut entry = entry_of(&before);
        entry.commitments[0].amount = entry.commitments[0].amount.minus(Money::from_wan_hundredths(1));
        let answer = save(&office, &before, "one").json(&entry).send().await;
        let saved: Saved = answer.json();
        assert_eq!(saved.version, before.project_community.version + 1);
        assert_eq!(answer.header("etag"), Some(format!("\"{}\"", saved.version).as_str()));
        let after = read(&server, &office, "GT-0002").await;
        assert_eq!(entry_of(&after), entry);
        server.stop().await;
    });
}

#[test]
fn a_repetition_is_answered_once_and_another_body_under_its_key_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0002").await;
        let mut entry = entry_of(&before);
        entry.commitments[0].provider = "甲".to_owned();
        let first = save(&office, &before, "same").json(&entry).send().await;
        assert_eq!(first.status, 200, "{}", first.text());
        let revision = server.revision().await;
        let again = save(&office, &before, "same").json(&entry).send().await;
        assert_eq!((again.status, again.body), (200, first.body));
        entry.commitments[0].provider = "乙".to_owned();
        save(&office, &before, "same").json(&entry).send().await.problem(409, "repeated_key");
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}

#[test]
fn a_stale_version_is_refused_with_the_one_that_stands() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0002").await;
        let mut entry = entry_of(&before);
        entry.commitments[0].provider = "甲".to_owned();
        let saved: Saved = save(&office, &before, "one").json(&entry).send().await.json();
        entry.commitments[0].provider = "乙".to_owned();
        let problem = save(&office, &before, "two").json(&entry).send().await.problem(409, "stale_version");
        assert_eq!(problem.version, Some(saved.version));
        let after = read(&server, &office, "GT-0002").await;
        assert_eq!(after.project_community.commitments[0].provider, "甲");
        server.stop().await;
    });
}

/// The entry of SB as JSON, with the first commitment changed.
fn changed(entry: &FundingEntry, change: impl FnOnce(&mut Value)) -> String {
    let mut value = serde_json::to_value(entry).unwrap();
    change(&mut value["commitments"][0]);
    value.to_string()
}

#[test]
fn bad_input_is_refused_at_its_place_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0002").await;
        let (entry, revision) = (entry_of(&dossier), server.revision().await);
        let unreadable = [
            (changed(&entry, |one| one["colour"] = json!("red")), "commitments/0/colour", "unknown_field"),
            (
                changed(&entry, |one| one["amount"] = json!(9_223_372_036_854_775_808_u64)),
                "commitments/0/amount",
                "bad_value",
            ),
            (changed(&entry, |one| one["amount"] = json!(1.5)), "commitments/0/amount", "wrong_type"),
            (changed(&entry, |one| one["amount"] = json!("6.51")), "commitments/0/amount", "wrong_type"),
            (changed(&entry, |one| one["status"] = json!("也许")), "commitments/0/status", "bad_value"),
            (changed(&entry, |one| one["id"] = json!("1")), "commitments/0/id", "bad_value"),
            (
                changed(&entry, |one| drop(one.as_object_mut().unwrap().remove("amount"))),
                "commitments/0",
                "missing_field",
            ),
            (r#"{"commitments":null}"#.to_owned(), "commitments", "wrong_type"),
            (r#"{"commitments":[],"version":1}"#.to_owned(), "version", "unknown_field"),
        ];
        for (number, (body, path, why)) in unreadable.iter().enumerate() {
            let answer =
                save(&office, &dossier, &format!("unreadable {number}").replace(' ', "-")).text(body).send().await;
            answer.malformed_at(422, path, why);
        }
        let refused = [
            (changed(&entry, |one| one["amount"] = json!(-1)), "commitments/0/amount", "not_above_zero"),
            (changed(&entry, |one| one["amount"] = json!(i64::MAX)), "commitments/0/amount", "too_large"),
            (changed(&entry, |one| one["line"] = json!("nowhere")), "commitments/0/line", "unknown_line"),
            (changed(&entry, |one| one["funding"] = json!("F99")), "commitments/0/funding", "unknown_funding"),
        ];
        for (number, (body, path, why)) in refused.iter().enumerate() {
            let answer = save(&office, &dossier, &format!("refused-{number}")).text(body).send().await;
            let problem = answer.problem(422, "refused");
            let finding = problem.findings.iter().find(|found| found.path == *path);
            assert_eq!(finding.and_then(|found| found.params.text("why")), Some(*why), "{}", answer.text());
        }
        save(&office, &dossier, "text").text("{").send().await.malformed_at(400, "", "not_json");
        save(&office, &dossier, "type")
            .text("{}")
            .header("content-type", "text/plain")
            .send()
            .await
            .problem(415, "malformed");
        assert_eq!(server.revision().await, revision, "nothing was stored");
        assert_eq!(read(&server, &office, "GT-0002").await, dossier);
        server.stop().await;
    });
}

#[test]
fn version_and_key_are_required() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0002").await;
        let entry = entry_of(&dossier);
        save(&office, &dossier, "k").without("if-match").json(&entry).send().await.problem(428, "malformed");
        for version in ["*", "W/\"1\"", "first", "-1", "9223372036854775808"] {
            let call = save(&office, &dossier, "k").header("if-match", version);
            call.json(&entry).send().await.problem(428, "malformed");
        }
        save(&office, &dossier, "k").without("idempotency-key").json(&entry).send().await.problem(400, "malformed");
        for key in ["", "two words", &"k".repeat(101)] {
            save(&office, &dossier, key).json(&entry).send().await.problem(400, "malformed");
        }
        server.stop().await;
    });
}

#[test]
fn a_body_too_large_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0002").await;
        let body = format!("{{\"commitments\":[],\"x\":\"{}\"}}", "x".repeat(1 << 20));
        save(&office, &dossier, "large").text(&body).send().await.problem(413, "too_large");
        server.stop().await;
    });
}

#[test]
fn a_session_that_is_gone_stores_nothing() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0002").await;
        let revision = server.revision().await;
        office.call("DELETE", "/api/v1/session").send().await;
        let answer = save(&office, &dossier, "late").json(&entry_of(&dossier)).send().await;
        answer.problem(401, "unauthenticated");
        assert_eq!(server.revision().await, revision);
        server.stop().await;
    });
}
