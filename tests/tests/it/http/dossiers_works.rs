//! Saving the works.

use anju_domain::{
    acts::WorksEntry,
    model::{Dossier, Role},
};
use anju_tests::{
    saving::{Saving, read, says},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

const SAVE: Saving = Saving { part: "works", version: |dossier| dossier.project_community.version };

fn entry_of(dossier: &Dossier) -> Value {
    let lines = dossier.project_community.lines.iter().map(Into::into).collect();
    serde_json::to_value(WorksEntry { lines }).unwrap()
}

fn with(entry: &Value, field: &str, value: Value) -> Value {
    let mut entry = entry.clone();
    entry["lines"][0][field] = value;
    entry
}

#[test]
fn what_is_saved_is_read_back_and_the_money_stays() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0002").await;
        let mut entry = entry_of(&before);
        let line = json!({
            "id": "C01", "item": "C01", "category": "其他费用", "quantity": "1", "unit": "项", "amount": 1, "buildings": []
        });
        entry["lines"].as_array_mut().unwrap().push(line);
        let after = SAVE.save(&server, &office, &before, &entry).await;
        assert_eq!(after.project_community.lines.len(), before.project_community.lines.len() + 1);
        assert_eq!(after.project_community.commitments, before.project_community.commitments);
        SAVE.save(&server, &office, &after, &entry_of(&before)).await;
        server.stop().await;
    });
}

#[test]
fn a_line_that_carries_money_is_not_removed() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        for (code, why) in [("GT-0002", "line_is_funded"), ("GT-0001", "line_was_paid")] {
            let dossier = read(&server, &office, code).await;
            let answer = SAVE.call(&office, &dossier, "none").json(&json!({ "lines": [] })).send().await;
            assert!(answer.text().contains(why) && says(&answer, "lines", why), "{}", answer.text());
            assert_eq!(read(&server, &office, code).await, dossier);
        }
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0002").await;
        let entry = entry_of(&dossier);
        let mut twice = entry.clone();
        twice["lines"][1]["id"] = twice["lines"][0]["id"].clone();
        let bodies = [
            (with(&entry, "item", json!("X99")), "lines/0/item", "unknown_item"),
            (with(&entry, "quantity", json!("0")), "lines/0/quantity", "quantity_not_above_zero"),
            (with(&entry, "quantity", json!("9".repeat(400))), "lines/0/quantity", "quantity_not_above_zero"),
            (with(&entry, "quantity", json!(5)), "lines/0/quantity", "wrong_type"),
            (with(&entry, "amount", json!(0)), "lines/0/amount", "not_above_zero"),
            (with(&entry, "amount", json!(i64::MAX)), "lines/0/amount", "too_large"),
            (with(&entry, "buildings", json!(["99#"])), "lines/0/buildings", "unknown_building"),
            (with(&entry, "category", json!("提升类")), "lines/0", "R-10"),
            (with(&entry, "operator_kind", json!("供暖")), "lines/0/operator_kind", "bad_value"),
            (with(&entry, "owner", json!("权".repeat(201))), "lines/0/owner", "name_too_long"),
            (
                with(&entry, "implementing_party", json!({ "kind": "企业", "who": 1 })),
                "lines/0/implementing_party/who",
                "unknown_field",
            ),
            (twice, "lines/1/id", "repeated_line"),
            (json!({ "lines": null }), "lines", "wrong_type"),
        ];
        SAVE.refuses(&server, &office, &dossier, &bodies).await;
        SAVE.is_guarded(&server, &office, &dossier, &entry).await;
        server.stop().await;
    });
}
