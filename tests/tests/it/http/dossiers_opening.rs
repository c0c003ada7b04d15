//! Taking over works that have begun (存量项目补录).

use super::{dossiers_consent_rounds::refused_at, dossiers_funding::read};
use anju_domain::{
    exact::Money,
    model::{Dossier, Role},
    policy::stages::Stage,
};
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

pub(super) fn save(actor: &Actor, dossier: &Dossier, key: &str) -> Call {
    let entry = &dossier.project_community;
    actor.call("PUT", &format!("/api/v1/dossiers/{}/opening-balance", entry.id)).write(entry.version, key)
}

pub(super) fn under_way() -> Value {
    json!({
        "cutoff": "2022-09", "stage": "在建", "actual_start": "2022-05-10", "cum_progress": 450,
        "cum_invest": 20_000_000, "received": 15_000_000, "paid": 12_000_000, "doc": "移交清单",
    })
}

#[test]
fn works_are_taken_over_and_corrected() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0004").await;
        let answer = save(&office, &dossier, "open").json(&under_way()).send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let after = read(&server, &office, "GT-0004").await;
        assert_eq!(after.project_community.stage, Stage::UnderWay);
        let mut corrected = under_way();
        corrected["paid"] = json!(11_000_000);
        assert_eq!(save(&office, &after, "correct").json(&corrected).send().await.status, 200);
        let opening = read(&server, &office, "GT-0004").await.project_community.opening.expect("it is there");
        assert_eq!(opening.paid, Money::from_fen(11_000_000));
        let works = read(&server, &office, "GT-0001").await;
        refused_at(&save(&office, &works, "late").json(&under_way()).send().await, "stage", "opening_too_late");
        save(&office, &dossier, "stale").json(&under_way()).send().await.problem(409, "stale_version");
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0004").await;
        let revision = server.revision().await;
        for (field, value, path, why) in [
            ("cutoff", json!("2022-11"), "cutoff", "month_to_come"),
            ("cutoff", json!("2022-13"), "cutoff", "bad_value"),
            ("actual_start", json!("2022-10-01"), "actual_start", "after_cutoff"),
            ("stage", json!("调出"), "stage", "no_opening_stage"),
            ("stage", json!("新开工"), "cum_progress", "progress_of_stage"),
            ("cum_progress", json!(1001), "cum_progress", "no_progress"),
            ("paid", json!(15_000_001), "paid", "paid_above_received"),
            ("cum_invest", json!(-1), "cum_invest", "below_zero"),
            ("cum_invest", json!("200万"), "cum_invest", "wrong_type"),
            ("doc", json!(""), "doc", "missing_field"),
        ] {
            let mut body = under_way();
            body[field] = value;
            refused_at(&save(&office, &dossier, "bad").json(&body).send().await, path, why);
        }
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
