//! One chart as a workbook.

use anju_domain::{chart::Chart, indicators::INDICATORS, model::Role, table::Table};
use anju_tests::{
    server::{Server, on_each_database},
    workbook::sheets,
};

#[test]
fn every_chart_is_the_rows_of_its_reading() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let owner = server.actor(Role::ProjectOwner).await;
        for indicator in INDICATORS {
            for query in ["", "year=2022&lang=en", "stage=%E5%82%A8%E5%A4%87"] {
                let path = format!("/api/v1/indicators/{}", indicator.id);
                let chart: Chart = owner.get(&format!("{path}?{query}")).await.json();
                let answer = owner.get(&format!("{path}/xlsx?{query}")).await;
                let book = sheets(&answer, &format!("{}_2022-10-08.xlsx", chart.title));
                book[0].assert_is(&Table::from(&chart));
            }
        }
        server.stop().await;
    });
}

#[test]
fn what_is_no_chart_has_no_file() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let leader = server.actor(Role::Leader).await;
        leader.get("/api/v1/indicators/L-99/xlsx").await.problem(404, "not_found");
        leader.get("/api/v1/indicators/L-05/xlsx?stage=x").await.malformed_at(400, "stage", "bad_value");
        let administrator = server.actor(Role::SystemAdministrator).await;
        administrator.get("/api/v1/indicators/L-05/xlsx").await.problem(403, "forbidden");
        server.stop().await;
    });
}
