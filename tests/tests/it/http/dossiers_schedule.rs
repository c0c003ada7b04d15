//! Saving scope and schedule.

use anju_domain::{
    acts::ScheduleEntry,
    model::{Dossier, Role},
};
use anju_tests::{
    saving::{Saving, read},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

const SAVE: Saving = Saving { part: "schedule", version: |dossier| dossier.project_community.version };

fn with(dossier: &Dossier, field: &str, value: Value) -> Value {
    let mut entry = serde_json::to_value(ScheduleEntry::from(&dossier.project_community)).unwrap();
    entry[field] = value;
    entry
}

#[test]
fn what_is_saved_is_read_back_and_stage_and_money_stay() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0002").await;
        let mut body = with(&before, "planned_start", json!("2024-04-01"));
        body["planned_finish"] = json!("2024-10-31");
        body["baseline"] =
            json!([{ "period": "2024-04", "cum_progress": 0 }, { "period": "2024-10", "cum_progress": 1000 }]);
        let after = SAVE.save(&server, &office, &before, &body).await;
        assert_eq!(serde_json::to_value(ScheduleEntry::from(&after.project_community)).unwrap(), body);
        let (was, is) = (&before.project_community, &after.project_community);
        assert_eq!((was.stage, &was.commitments, was.actual_start), (is.stage, &is.commitments, is.actual_start));
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0002").await;
        let months = |list: Value| with(&dossier, "baseline", list);
        let mut turned = with(&dossier, "planned_start", json!("2024-04-02"));
        turned["planned_finish"] = json!("2024-04-01");
        let bodies = [
            (with(&dossier, "plan_year", json!(0)), "plan_year", "no_such_year"),
            (with(&dossier, "plan_year", json!(99_999_999_999_i64)), "plan_year", "bad_value"),
            (with(&dossier, "scope_households", json!(-1)), "scope_households", "below_zero"),
            (with(&dossier, "scope_area", json!(i64::MAX)), "scope_area", "count_too_large"),
            (with(&dossier, "scope_count", json!(-1)), "scope_count", "below_zero"),
            (with(&dossier, "total_invest", json!(-1)), "total_invest", "not_above_zero"),
            (turned, "planned_finish", "finish_before_start"),
            (with(&dossier, "actual_start", json!("2024-04-02")), "actual_start", "unknown_field"),
            (months(json!([{ "period": "2024-13", "cum_progress": 0 }])), "baseline/0/period", "bad_value"),
            (months(json!([{ "period": "2024-04", "cum_progress": 1001 }])), "baseline/0", "progress_out_of_range"),
            (
                months(json!([{ "period": "2024-05", "cum_progress": 0 }, { "period": "2024-04", "cum_progress": 9 }])),
                "baseline/1",
                "months_out_of_order",
            ),
        ];
        SAVE.refuses(&server, &office, &dossier, &bodies).await;
        SAVE.is_guarded(&server, &office, &dossier, &with(&dossier, "scope_count", json!(1))).await;
        server.stop().await;
    });
}
