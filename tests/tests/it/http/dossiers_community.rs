//! Saving the basic data of a community.

use anju_domain::{acts::CommunityEntry, model::Role};
use anju_tests::{
    saving::{Saving, read},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

const SAVE: Saving = Saving { part: "community", version: |dossier| dossier.community.version };

fn with(entry: &Value, field: &str, value: Value) -> Value {
    let mut entry = entry.clone();
    entry[field] = value;
    entry
}

#[test]
fn what_is_saved_is_read_back() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0002").await;
        let mut entry = CommunityEntry::from(&before.community);
        (entry.address, entry.neglected) = ("样例路22号".to_owned(), true);
        let body = serde_json::to_value(&entry).unwrap();
        let after = SAVE.save(&server, &office, &before, &body).await;
        assert_eq!(CommunityEntry::from(&after.community), entry);
        assert_eq!(
            (after.community.code, after.community.buildings),
            (before.community.code, before.community.buildings)
        );
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0002").await;
        let entry = serde_json::to_value(CommunityEntry::from(&dossier.community)).unwrap();
        let bodies = [
            (with(&entry, "name", json!("")), "name", "name_required"),
            (with(&entry, "name", json!("名".repeat(201))), "name", "name_too_long"),
            (with(&entry, "name", json!(7)), "name", "wrong_type"),
            (with(&entry, "code", json!("GT-0009")), "code", "unknown_field"),
            (with(&entry, "address", json!("址".repeat(4001))), "address", "too_long"),
            (with(&entry, "tenure", json!("私房")), "tenure", "bad_value"),
            (with(&entry, "survey_date", json!("2022-02-30")), "survey_date", "bad_value"),
            (with(&entry, "survey_date", json!("2022-10-09")), "survey_date", "day_to_come"),
            (with(&entry, "neglected", json!("是")), "neglected", "wrong_type"),
            (with(&entry, "division_code", json!("620723")), "division_code", "R-07"),
            (json!({}), "", "missing_field"),
        ];
        SAVE.refuses(&server, &office, &dossier, &bodies).await;
        SAVE.is_guarded(&server, &office, &dossier, &entry).await;
        server.stop().await;
    });
}
