//! The list of project communities.

use super::about;
use crate::{
    api::{CommunityPage, CommunityQuery, CommunityRow},
    chart,
    language::{Language, Text},
    model::Programme,
    naming,
    table::{Cell, Row, Table, column},
    words::{communities as words, export, fill},
};
use chrono::NaiveDate;

/// What is open at the next gate, in words.
pub fn findings(row: &CommunityRow, language: Language) -> String {
    let count = |text: Text, n: i64| fill(text, language, &[("n", &n.to_string())]);
    match (row.stops, row.warnings) {
        (0, 0) => words::CLEAR.get(language).to_owned(),
        (0, n) => count(words::WARNINGS, n),
        (n, _) => count(words::STOPS, n),
    }
}

/// The table of these communities.
pub fn table(
    page: &CommunityPage,
    query: &CommunityQuery,
    programme: &Programme,
    today: NaiveDate,
    language: Language,
) -> Table {
    let rows: Vec<Row> = page.rows.iter().map(|row| cells(row, language)).collect();
    let search = query.search.as_deref().map(str::trim).filter(|search| !search.is_empty());
    let filter: Vec<String> = [
        query.year.map(|year| about::is(language, words::YEAR, &year.to_string())),
        query.stage.map(|stage| about::is(language, words::STAGE, stage.text().get(language))),
        search.map(|search| fill(export::HOLDS, language, &[("value", search)])),
    ]
    .into_iter()
    .flatten()
    .collect();
    let heads = [
        ("name", words::NAME),
        ("code", words::CODE),
        ("neighbourhood", words::NEIGHBOURHOOD),
        ("stage", words::STAGE),
        ("year", words::YEAR),
        ("households", words::HOUSEHOLDS),
        ("area", words::AREA),
        ("investment", words::INVESTMENT),
        ("findings", words::FINDINGS),
        ("owner", words::PROJECT_OWNER),
        ("manager", words::MANAGER),
    ];
    let none = format!("{}{}", words::EMPTY.get(language), language.stop());
    Table {
        language,
        title: words::TITLE.get(language).to_owned(),
        about: about::lines(language, programme, String::new(), &filter, rows.len(), today),
        as_of: today,
        columns: heads.map(|(key, name)| column(key, name.get(language), "")).into(),
        empty: rows.is_empty().then(|| format!("{none}{}", words::EMPTY_DETAIL.get(language))),
        rows,
    }
}

fn cells(row: &CommunityRow, language: Language) -> Row {
    Row::plain([
        Cell::text(&row.name),
        Cell::text(&row.code),
        Cell::text(&row.neighbourhood),
        Cell::text(row.stage.text().get(language)),
        Cell::Year(row.plan_year),
        Cell::count(row.households),
        Cell::Figure(chart::Cell::Area(row.area)),
        Cell::Figure(chart::Cell::Money(row.total)),
        Cell::text(findings(row, language)),
        Cell::text(naming::unit(&row.project_owner, language)),
        Cell::text(&row.manager),
    ])
}
