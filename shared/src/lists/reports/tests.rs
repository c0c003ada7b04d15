//! What the list of reports shows, in which order, and how it is narrowed.

use super::*;
use crate::{
    api::ReportRowFigures,
    model::{Body, BodyName},
    reports::ReportStanding,
};
use uuid::Uuid;

fn row(code: &str, period: &str, standing: ReportStanding) -> ReportRow {
    let is_begun = standing != ReportStanding::NotYet && standing != ReportStanding::Overdue;
    let figures = ReportRowFigures {
        cum_progress: Progress::from_tenths(645),
        month_invest: Money::from_fen(120_000_000),
        cum_invest: Money::from_fen(740_000_000),
    };
    ReportRow {
        project_community: Uuid::from_u128(code.len() as u128),
        code: code.to_owned(),
        community: "样例小区".to_owned(),
        owner: "县住建局".to_owned(),
        period: period.parse().unwrap(),
        due: Some("2022-10-10".parse().unwrap()).filter(|_| period != "2022-07"),
        standing,
        late: period == "2022-08",
        version: i64::from(is_begun),
        figures: Some(figures).filter(|_| is_begun),
        submitted_at: Some("2022-09-03T16:30:00Z".parse().unwrap()).filter(|_| is_begun),
        readings: String::new(),
    }
}

fn rows() -> Vec<ReportRow> {
    let dictionary = |c: char| match c {
        '样' => vec!["yang".to_owned()],
        '例' => vec!["li".to_owned()],
        _ => Vec::new(),
    };
    let mut rows = vec![
        row("GT-2", "2022-07", ReportStanding::Accepted),
        row("GT-1", "2022-08", ReportStanding::Submitted),
        row("GT-10", "2022-09", ReportStanding::Overdue),
        row("GT-1", "2022-09", ReportStanding::Returned),
        row("GT-1", "2022-10", ReportStanding::NotYet),
    ];
    latest_first(&mut rows);
    let today = "2022-10-08".parse().unwrap();
    rows.into_iter().map(|row| ready(row, &Programme::default(), today, &dictionary)).collect()
}

fn shown_of(query: &ReportQuery) -> Vec<String> {
    assert_eq!(LIST.fault(&shown(query)), None);
    let rows = of_kind(&rows(), query);
    let places = LIST.select(&rows, &shown(query));
    places.into_iter().map(|place| format!("{} {}", rows[place].code, rows[place].period)).collect()
}

fn filtered(filter: &str) -> Vec<String> {
    shown_of(&ReportQuery { filter: Some(filter.to_owned()), ..ReportQuery::default() })
}

#[test]
fn what_waits_is_oldest_first_and_all_is_latest_first() {
    let of = |show| shown_of(&ReportQuery { show, ..ReportQuery::default() });
    assert_eq!(of(ReportShow::Waiting), ["GT-1 2022-09", "GT-10 2022-09"]);
    assert_eq!(of(ReportShow::Accepted), ["GT-2 2022-07"]);
    let all = ["GT-1 2022-10", "GT-1 2022-09", "GT-10 2022-09", "GT-1 2022-08", "GT-2 2022-07"];
    assert_eq!(of(ReportShow::All), all);
}

#[test]
fn rows_are_filtered_by_every_column_and_found_by_how_they_are_read() {
    for (filter, count) in [
        ("progress:64.5", 3),
        ("progress:≤64.4", 0),
        // A month that nobody has begun has no figures: it is in no range.
        ("progress:≤100", 3),
        ("month_invest:120", 3),
        ("cum_invest:≥740.000001", 0),
        ("standing:逾期", 1),
        ("period:2022-09", 2),
        ("due:-", 1),
        ("due:2022-10-10", 4),
        ("timely:late", 1),
        ("timely:timely", 1),
        ("timely:-", 3),
        ("community:yl", 5),
        ("community:ylq", 0),
        ("code:gt-10", 1),
        ("owner:县住建局", 5),
    ] {
        assert_eq!(filtered(filter).len(), count, "{filter}");
    }
    let query =
        ReportQuery { period: "2022-09".parse().ok(), search: Some("yangli gt-10".into()), ..Default::default() };
    assert_eq!(shown_of(&query), ["GT-10 2022-09"]);
    let sorted = ReportQuery { sort: Some("-timely".into()), ..ReportQuery::default() };
    assert_eq!(shown_of(&sorted).first().map(String::as_str), Some("GT-2 2022-07"));
}

#[test]
fn the_table_says_what_it_is_narrowed_to_and_days_are_days() {
    let query = ReportQuery { show: ReportShow::Sent, hide: Some("code".into()), ..ReportQuery::default() };
    let today: NaiveDate = "2022-10-08".parse().unwrap();
    for language in [Language::Zh, Language::En] {
        let table = table(&rows(), &query, &Programme::default(), today, language);
        assert_eq!((table.rows.len(), table.columns.len()), (1, LIST.columns.len() - 1));
        assert!(table.about[0].contains(words::SHOW_SENT.get(language)), "{:?}", table.about);
        // Half past midnight of the fourth in Beijing.
        assert!(table.rows[0].cells.contains(&Cell::Day("2022-09-04".parse().unwrap())));
    }
    let none = ReportQuery { show: ReportShow::Returned, period: "2020-01".parse().ok(), ..Default::default() };
    assert!(table(&rows(), &none, &Programme::default(), today, Language::Zh).empty.is_some());
}

#[test]
fn a_body_that_was_renamed_stands_under_its_name_of_the_day() {
    let renamed = BodyName { zh: "县住房城建局".into(), from: "2022-10-01".parse().ok(), ..BodyName::default() };
    let first = BodyName { zh: "县住建局".into(), ..BodyName::default() };
    let body = Body { code: "01".into(), names: vec![first, renamed], ..Body::default() };
    let programme = Programme { bodies: vec![body], ..Programme::default() };
    let on = |day: &str| {
        let row = row("GT-1", "2022-08", ReportStanding::Submitted);
        ready(row, &programme, day.parse().unwrap(), &|_| Vec::new()).owner
    };
    assert_eq!((on("2022-09-30"), on("2022-10-01")), ("县住建局".to_owned(), "县住房城建局".to_owned()));
}
