//! No statement of a list or of the figures reads the whole table of tasks, and none asks more often when there is more.

use super::{
    on_each_database,
    support::{Place, is_postgres, now, office},
};
use crate::{
    Storage,
    duties::{page_statements, tally_statements},
};
use anju_domain::{
    api::{DutyQuery, DutyShow},
    sample::{self, SampleProgramme},
};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use std::sync::Arc;

on_each_database!(no_statement_reads_the_whole_table, a_list_asks_no_more_for_more_tasks);

async fn filled(place: &Place, communities: u16, months: u16) -> (Storage, SampleProgramme) {
    let storage = place.open().await;
    let sample = sample::over_months(communities, months, 1);
    super::support::load(&storage, &sample).await.unwrap();
    let tasks = sample::duty_tasks_over_months(&sample, 1);
    storage.load_tasks(sample.programme.id, tasks, &office(), now()).await.unwrap();
    (storage, sample)
}

/// The steps by which the database means to answer.
async fn plan(raw: &DatabaseConnection, statement: &Statement) -> Vec<String> {
    let (explain, column) = if is_postgres(raw) { ("EXPLAIN", "QUERY PLAN") } else { ("EXPLAIN QUERY PLAN", "detail") };
    let explained = Statement { sql: format!("{explain} {}", statement.sql), ..statement.clone() };
    let rows = raw.query_all_raw(explained).await.unwrap();
    rows.iter().map(|row| row.try_get("", column).unwrap()).collect()
}

async fn no_statement_reads_the_whole_table(place: Arc<Place>) {
    let (storage, sample) = filled(&place, 30, 24).await;
    let raw = place.raw().await;
    if is_postgres(&raw) {
        // A table as small as a test's is read whole whatever indexes there are; asked is whether it must be.
        raw.execute_unprepared("ANALYZE; SET enable_seqscan = off").await.unwrap();
    }
    let (programme, today) = (sample.programme.id, sample.programme.demonstration_date.unwrap());
    let community = Some(sample.dossiers[0].project_community.id);
    let unit = || Some("01".to_owned());
    let month = "2022-03".parse().ok();
    let queries = [
        DutyQuery { unit: unit(), ..DutyQuery::default() },
        DutyQuery { unit: unit(), show: DutyShow::Open, ..DutyQuery::default() },
        DutyQuery { unit: unit(), show: DutyShow::Overdue, offset: Some(50), ..DutyQuery::default() },
        DutyQuery { unit: unit(), show: DutyShow::Closed, ..DutyQuery::default() },
        DutyQuery { unit: unit(), month, ..DutyQuery::default() },
        DutyQuery { unit: unit(), year: Some(2022), ..DutyQuery::default() },
        DutyQuery { unit: unit(), community, ..DutyQuery::default() },
        DutyQuery { community, ..DutyQuery::default() },
        DutyQuery::default(),
        DutyQuery { show: DutyShow::Sent, ..DutyQuery::default() },
        DutyQuery { month, ..DutyQuery::default() },
    ];
    let backend = raw.get_database_backend();
    let mut statements = tally_statements(&sample.programme, today, backend);
    statements.extend(queries.iter().flat_map(|query| page_statements(programme, query, today, backend)));
    for (what, statement) in statements {
        let steps = plan(&raw, &statement).await;
        let told = format!("{what}: {}\n{}", statement.sql, steps.join("\n"));
        let reads_all = |step: &String| step.contains("SCAN duty_task") || step.contains("Seq Scan on duty_task");
        assert!(!steps.iter().any(reads_all), "{told}");
        // A day's tasks come from the index by date, not from the sums' index read to its end.
        let is_looked_up = |step: &String| step.contains("duty_task_status");
        assert!(what != "tasks of the day" || steps.iter().any(is_looked_up), "{told}");
    }
    // What a unit sees first comes in the order of an index; nothing is sorted.
    for query in &queries[..4] {
        let (_, rows) = page_statements(programme, query, today, backend).swap_remove(0);
        let steps = plan(&raw, &rows).await;
        let sorts = |step: &String| step.contains("TEMP B-TREE") || step.contains("Sort");
        assert!(!steps.iter().any(sorts), "{}\n{}", rows.sql, steps.join("\n"));
    }
    raw.close().await.unwrap();
    storage.close().await.unwrap();
}

async fn a_list_asks_no_more_for_more_tasks(place: Arc<Place>) {
    let (storage, sample) = filled(&place, 25, 20).await;
    let (programme, today) = (sample.programme.id, sample.programme.demonstration_date.unwrap());
    let asked = async |unit: &str, limit: u32| {
        let query = DutyQuery { unit: Some(unit.to_owned()), limit: Some(limit), ..DutyQuery::default() };
        let before = storage.statements();
        let page = storage.duties(programme, &query, today).await.unwrap();
        (page.numbers.all, storage.statements() - before)
    };
    let (few, of_few) = asked("08", 1).await;
    let (many, of_many) = asked("01", 200).await;
    assert!(few * 10 < many, "{few} {many}");
    assert_eq!(of_few, of_many);
    assert!(of_many <= 6, "{of_many}");
    storage.close().await.unwrap();
}
