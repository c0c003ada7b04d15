//! Saving the aid that a community has received before.

use anju_domain::model::Role;
use anju_tests::{
    saving::{Saving, read},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

const SAVE: Saving = Saving { part: "prior-subsidies", version: |dossier| dossier.community.version };

fn one(field: &str, value: Value) -> Value {
    let mut prior = json!({
        "item": "B07", "buildings": "all", "level": "中央", "programme": "节能改造", "year": 2015, "amount": 1_000_000,
        "doc": "建城〔2015〕1号"
    });
    prior[field] = value;
    json!({ "prior_subsidies": [prior] })
}

#[test]
fn what_is_saved_is_read_back() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0002").await;
        let after = SAVE.save(&server, &office, &before, &one("year", json!(2022))).await;
        assert_eq!(after.community.prior_subsidies.len(), before.community.prior_subsidies.len().max(1));
        assert_eq!(after.community.prior_subsidies[0].year, Some(2022));
        let emptied = SAVE.save(&server, &office, &after, &json!({ "prior_subsidies": [] })).await;
        assert!(emptied.community.prior_subsidies.is_empty());
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0002").await;
        let bodies = [
            (one("item", json!("X1")), "prior_subsidies/0/item", "unknown_item"),
            (one("buildings", json!(["99#"])), "prior_subsidies/0/buildings", "unknown_building"),
            (one("buildings", json!([])), "prior_subsidies/0/buildings", "buildings_required"),
            (one("buildings", json!("some")), "prior_subsidies/0/buildings", "bad_value"),
            (one("level", json!("乡")), "prior_subsidies/0/level", "bad_value"),
            (one("year", json!(2023)), "prior_subsidies/0/year", "day_to_come"),
            (one("year", json!(15)), "prior_subsidies/0/year", "no_such_year"),
            (one("amount", json!(-1)), "prior_subsidies/0/amount", "below_zero"),
            (one("amount", json!(i64::MAX)), "prior_subsidies/0/amount", "too_large"),
            (one("doc", json!("文".repeat(201))), "prior_subsidies/0/doc", "name_too_long"),
            (one("colour", json!("red")), "prior_subsidies/0/colour", "unknown_field"),
        ];
        SAVE.refuses(&server, &office, &dossier, &bodies).await;
        SAVE.is_guarded(&server, &office, &dossier, &one("year", json!(2015))).await;
        server.stop().await;
    });
}
