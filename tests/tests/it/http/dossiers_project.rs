//! Saving a project.

use anju_domain::{
    acts::ProjectEntry,
    model::{Dossier, Role},
};
use anju_tests::{
    saving::{Saving, read},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

const SAVE: Saving = Saving { part: "project", version: |dossier| dossier.project.version };

fn with(dossier: &Dossier, field: &str, value: Value) -> Value {
    let mut entry = serde_json::to_value(ProjectEntry::from(&dossier.project)).unwrap();
    entry[field] = value;
    entry
}

#[test]
fn what_is_saved_is_read_back_and_the_steps_stay() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0001").await;
        let mut entry = ProjectEntry::from(&before.project);
        (entry.manager_post, entry.pledge) = ("分管副局长".to_owned(), !entry.pledge);
        entry.approved = None;
        let after = SAVE.save(&server, &office, &before, &serde_json::to_value(&entry).unwrap()).await;
        assert_eq!(ProjectEntry::from(&after.project), entry);
        assert_eq!(
            (after.project.steps, after.project.bond_result),
            (before.project.steps, before.project.bond_result)
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
        let agreement = |kind: &str| json!({ "operator_kind": kind, "signed_on": "2022-03-01" });
        let bodies = [
            (with(&dossier, "name", json!("  ")), "name", "name_required"),
            (with(&dossier, "national_code", json!("2".repeat(201))), "national_code", "name_too_long"),
            (with(&dossier, "delivery_mode", json!("PPP")), "delivery_mode", "bad_value"),
            (with(&dossier, "revenue_source", json!("源".repeat(4001))), "revenue_source", "too_long"),
            (with(&dossier, "total_invest", json!(0)), "total_invest", "not_above_zero"),
            (with(&dossier, "total_invest", json!(i64::MAX)), "total_invest", "too_large"),
            (with(&dossier, "new_saleable_area", json!(-1)), "new_saleable_area", "below_zero"),
            (with(&dossier, "approved", json!({ "total": -1 })), "approved/total", "below_zero"),
            (with(&dossier, "approved", json!({})), "approved", "missing_field"),
            (with(&dossier, "approved", json!({ "total": 1, "sum": 1 })), "approved/sum", "unknown_field"),
            (
                with(&dossier, "balance_plan", json!({ "doc": "", "approved": true })),
                "balance_plan/doc",
                "document_required",
            ),
            (with(&dossier, "contract_date", json!("2022-10-09")), "contract_date", "day_to_come"),
            (with(&dossier, "agreements", json!([agreement("供冷")])), "agreements/0/operator_kind", "bad_value"),
            (
                with(&dossier, "agreements", json!([agreement("供热"), agreement("供热")])),
                "agreements/1/operator_kind",
                "repeated_agreement",
            ),
            (with(&dossier, "steps", json!([])), "steps", "unknown_field"),
            (with(&dossier, "bond_result", json!("通过")), "bond_result", "unknown_field"),
        ];
        SAVE.refuses(&server, &office, &dossier, &bodies).await;
        SAVE.is_guarded(&server, &office, &dossier, &with(&dossier, "pledge", json!(true))).await;
        server.stop().await;
    });
}
