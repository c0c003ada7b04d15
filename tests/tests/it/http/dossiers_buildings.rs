//! Saving the buildings of a community.

use anju_domain::{
    acts::{BuildingsEntry, LineEntry, WorksEntry},
    model::{BuildingSelection, Dossier, Role},
};
use anju_tests::{
    saving::{Saving, read, says},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

const SAVE: Saving = Saving { part: "buildings", version: |dossier| dossier.community.version };

fn entry_of(dossier: &Dossier) -> Value {
    let buildings = dossier.community.buildings.iter().map(Into::into).collect();
    serde_json::to_value(BuildingsEntry { buildings }).unwrap()
}

fn with(entry: &Value, field: &str, value: Value) -> Value {
    let mut entry = entry.clone();
    entry["buildings"][0][field] = value;
    entry
}

#[test]
fn what_is_saved_is_read_back() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0002").await;
        let mut entry = entry_of(&before);
        let mut added = entry["buildings"][0].clone();
        (added["no"], added["households"]) = (json!("2#"), json!(1));
        entry["buildings"].as_array_mut().unwrap().push(added);
        let after = SAVE.save(&server, &office, &before, &entry).await;
        assert_eq!(entry_of(&after), entry);
        let emptied = SAVE.save(&server, &office, &after, &entry_of(&before)).await;
        assert_eq!(emptied.community.buildings, before.community.buildings, "one that nothing names can go");
        server.stop().await;
    });
}

#[test]
fn a_building_that_a_line_names_is_not_removed() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0001").await;
        let mut lines: Vec<LineEntry> = before.project_community.lines.iter().map(Into::into).collect();
        lines[0].buildings = BuildingSelection::These(vec![before.community.buildings[0].no.clone()]);
        let works = Saving { part: "works", version: |dossier| dossier.project_community.version };
        let works_entry = serde_json::to_value(WorksEntry { lines }).unwrap();
        let dossier = works.save(&server, &office, &before, &works_entry).await;
        let mut entry = entry_of(&dossier);
        entry["buildings"].as_array_mut().unwrap().remove(0);
        let answer = SAVE.call(&office, &dossier, "remove").json(&entry).send().await;
        assert!(says(&answer, "buildings", "building_in_use"), "{}", answer.text());
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
        let place = |field: &str| format!("buildings/0/{field}");
        let mut twice = entry.clone();
        let again = twice["buildings"][0].clone();
        twice["buildings"].as_array_mut().unwrap().push(again.clone());
        let bodies = [
            (with(&entry, "no", json!(" ")), place("no"), "building_no_required"),
            (with(&entry, "no", json!("长".repeat(201))), place("no"), "name_too_long"),
            (with(&entry, "storeys", json!(41)), place("storeys"), "storeys_out_of_range"),
            (with(&entry, "storeys", json!(-1)), place("storeys"), "storeys_out_of_range"),
            (with(&entry, "households", json!(0)), place("households"), "below_one"),
            (with(&entry, "households", json!(9_007_199_254_740_992_i64)), place("households"), "count_too_large"),
            (with(&entry, "households", json!(1.5)), place("households"), "wrong_type"),
            (with(&entry, "floor_area", json!(0)), place("floor_area"), "area_not_above_zero"),
            (with(&entry, "floor_area", json!(i64::MIN)), place("floor_area"), "area_not_above_zero"),
            (with(&entry, "heritage", json!("古迹")), place("heritage"), "bad_value"),
            (with(&entry, "completed_on", json!("1998-02-29")), place("completed_on"), "bad_value"),
            (with(&entry, "colour", json!("red")), place("colour"), "unknown_field"),
            (twice, "buildings/1/no".to_owned(), "repeated_building"),
            (json!({ "buildings": null }), "buildings".to_owned(), "wrong_type"),
            (json!({ "buildings": vec![again; 2001] }), "buildings".to_owned(), "too_many_rows"),
        ];
        let bodies: Vec<(Value, &str, &str)> =
            bodies.iter().map(|(body, path, why)| (body.clone(), path.as_str(), *why)).collect();
        SAVE.refuses(&server, &office, &dossier, &bodies).await;
        SAVE.is_guarded(&server, &office, &dossier, &entry).await;
        server.stop().await;
    });
}
