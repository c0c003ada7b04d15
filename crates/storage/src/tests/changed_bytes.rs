//! Any byte that is changed outside the acts is found: every column of every audited table, one by one.

use super::{
    accounts::account,
    duties::{first_open, photo, unit, with_tasks},
    on_each_database, reports,
    support::{Place, a_fen_more, assert_proved, is_postgres, now, office, save, today},
};
use crate::{Storage, WriteKey, rows::Row};
use anju_domain::acts::{DutyEntry, SubmitDuty};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use std::sync::Arc;

on_each_database!(a_changed_column_is_found, a_removed_or_added_row_is_found, a_cut_off_tail_is_found);

fn tables() -> impl Iterator<Item = &'static str> {
    Row::TABLES.iter().copied().chain(["audit_entry", "revision"])
}

async fn filled(place: &Place) -> (Storage, DatabaseConnection) {
    let (storage, sample) = with_tasks(place).await;
    storage.accounts().create(&office(), account("yingji"), now()).await.unwrap();
    // A task with evidence, so that every table has a row.
    let (programme, file) = (sample.programme.id, photo("11", "aa"));
    storage.bring_evidence(programme, &unit("11"), file.clone(), now()).await.unwrap();
    let task = first_open(&storage, programme, "11").await;
    let entry = DutyEntry { report: String::new(), evidence: vec![file.id] };
    let key = WriteKey::default();
    storage.perform_on_task::<SubmitDuty>(programme, &unit("11"), &key, task, entry, today(), now()).await.unwrap();
    reports::sent_with_photo(&storage, &sample).await;
    let dossier = &sample.dossiers[0];
    save(&storage, dossier, a_fen_more(dossier), WriteKey::default()).await.unwrap();
    assert_proved(&storage).await;
    (storage, place.raw().await)
}

async fn texts(raw: &DatabaseConnection, sql: &str) -> Vec<(String, String)> {
    let rows = raw.query_all_raw(Statement::from_string(raw.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap())).collect()
}

/// Names and types of a table's columns, from the schema itself.
async fn columns(raw: &DatabaseConnection, table: &str) -> Vec<(String, String)> {
    let sql = if is_postgres(raw) {
        format!(
            "SELECT column_name::text, data_type::text FROM information_schema.columns WHERE table_name = '{table}'"
        )
    } else {
        format!("SELECT name, lower(type) FROM pragma_table_info('{table}')")
    };
    texts(raw, &sql).await
}

async fn run(raw: &DatabaseConnection, sql: &str) {
    raw.execute_unprepared(sql).await.unwrap_or_else(|why| panic!("{sql}: {why}"));
}

async fn back_up(raw: &DatabaseConnection) {
    for table in tables() {
        run(raw, &format!("CREATE TABLE kept_{table} AS SELECT * FROM {table}")).await;
    }
}

async fn restore(raw: &DatabaseConnection, table: &str) {
    run(raw, &format!("DELETE FROM {table}")).await;
    run(raw, &format!("INSERT INTO {table} SELECT * FROM kept_{table}")).await;
}

/// The condition that holds for one row of a table.
fn one_row(raw: &DatabaseConnection, table: &str) -> String {
    let row = if is_postgres(raw) { "ctid" } else { "rowid" };
    format!("{row} = (SELECT {row} FROM {table} LIMIT 1)")
}

async fn a_changed_column_is_found(place: Arc<Place>) {
    let (storage, raw) = filled(&place).await;
    back_up(&raw).await;
    let mut tried = 0;
    for table in tables() {
        let columns = columns(&raw, table).await;
        assert!(columns.len() > 2, "{table} has its columns");
        for (column, kind) in columns {
            let changed: &[String] = &if kind.contains("int") {
                vec![format!("coalesce(\"{column}\", 0) + 1000000"), format!("coalesce(\"{column}\", 0) + 4294967296")]
            } else if kind.contains("uuid") && is_postgres(&raw) {
                vec!["'00000000-0000-0000-0000-0000000000ff'".to_owned()]
            } else if kind.contains("uuid") {
                vec!["x'000000000000000000000000000000ff'".to_owned()]
            } else {
                vec![format!("coalesce(\"{column}\", '') || ' '"), format!("coalesce(\"{column}\", '') || '0'")]
            };
            for value in changed {
                let one = one_row(&raw, table);
                run(&raw, &format!("UPDATE {table} SET \"{column}\" = {value} WHERE {one}")).await;
                let report = storage.verify().await.unwrap();
                assert!(!report.faults.is_empty(), "{table}.{column} was changed by {value}, and nobody noticed");
                restore(&raw, table).await;
                tried += 1;
            }
        }
    }
    assert!(tried > 200, "{tried}");
    assert_proved(&storage).await;
    raw.close().await.unwrap();
    storage.close().await.unwrap();
}

async fn a_removed_or_added_row_is_found(place: Arc<Place>) {
    let (storage, raw) = filled(&place).await;
    back_up(&raw).await;
    for table in tables() {
        let one = one_row(&raw, table);
        run(&raw, &format!("DELETE FROM {table} WHERE {one}")).await;
        let report = storage.verify().await.unwrap();
        assert!(!report.faults.is_empty(), "a row of {table} was removed, and nobody noticed");
        restore(&raw, table).await;
    }
    for (table, key) in [("commitment", "id"), ("monthly_report", "id"), ("account", "id"), ("building", "community")] {
        let columns = columns(&raw, table).await;
        let other = if is_postgres(&raw) {
            "'00000000-0000-0000-0000-0000000000ff'"
        } else {
            "x'000000000000000000000000000000ff'"
        };
        let value = |name: &String| match name.as_str() {
            name if name == key => other.to_owned(),
            "user_name" => "'other'".to_owned(),
            name => format!("\"{name}\""),
        };
        let values: Vec<String> = columns.iter().map(|(name, _)| value(name)).collect();
        let names: Vec<String> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        let (names, values) = (names.join(", "), values.join(", "));
        run(&raw, &format!("INSERT INTO {table} ({names}) SELECT {values} FROM {table} LIMIT 1")).await;
        let report = storage.verify().await.unwrap();
        assert!(!report.faults.is_empty(), "a row of {table} was added, and nobody noticed");
        restore(&raw, table).await;
    }
    assert_proved(&storage).await;
    raw.close().await.unwrap();
    storage.close().await.unwrap();
}

async fn a_cut_off_tail_is_found(place: Arc<Place>) {
    let (storage, raw) = filled(&place).await;
    run(&raw, "DELETE FROM audit_entry WHERE act = 'save_funding'").await;
    let report = storage.verify().await.unwrap();
    assert!(report.faults.iter().any(|fault| fault.kind == "revision"), "{report:?}");
    assert!(report.faults.iter().any(|fault| fault.kind == "project_community"), "{report:?}");
    raw.close().await.unwrap();
    storage.close().await.unwrap();
}
