//! The list of tasks as a workbook.

use anju_domain::{
    api::{DUTIES_FILE, DutyPage, DutyQuery, DutyShow},
    language::Language,
    lists::duties::Listing,
    model::Role,
    sample,
    table::Table,
};
use anju_server::first_accounts::new_id;
use anju_tests::{
    actor::Actor,
    server::{Server, on_each_database},
    tasks::LIST,
    workbook::sheets,
};
use calamine::Data;
use serde_json::json;

/// What the list gives page by page, as the table of it.
async fn listed(actor: &Actor, query: &DutyQuery, own: Option<&str>, filter: &str) -> Table {
    let mut all = DutyPage::default();
    loop {
        let page: DutyPage = actor.get(&format!("{LIST}?limit=200&offset={}&{filter}", all.rows.len())).await.json();
        let is_last = page.rows.len() < 200;
        let rows = [std::mem::take(&mut all.rows), page.rows].concat();
        all = DutyPage { rows, ..page };
        if is_last {
            break;
        }
    }
    assert_eq!(i64::try_from(all.rows.len()).unwrap(), all.numbers.of(query.show), "{filter}");
    let query = DutyQuery { unit: own.map(str::to_owned).or(query.unit.clone()), ..query.clone() };
    let programme = sample::programme().programme;
    let today = programme.demonstration_date.unwrap();
    let own = own.is_some();
    Listing { query: &query, own, programme: &programme, today, language: Language::Zh }.table(&all)
}

#[test]
fn the_workbook_holds_the_rows_of_the_list_and_all_of_them() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = |show| DutyQuery { show, unit: Some("11".into()), ..DutyQuery::default() };
        let all = DutyQuery::default();
        let sent = DutyQuery { show: DutyShow::Sent, ..DutyQuery::default() };
        let year = DutyQuery { show: DutyShow::Closed, year: Some(2022), ..DutyQuery::default() };
        for (role, own, query, filter, file) in [
            (Role::Unit, Some("11"), &all, "", "本单位职责"),
            (Role::Unit, Some("11"), &unit(DutyShow::Overdue), "show=overdue", "本单位职责"),
            (Role::Town, Some("16"), &all, "", "本单位职责"),
            (Role::Office, None, &sent, "show=sent", "待审核"),
            (Role::Office, None, &all, "", "各单位职责事项"),
            (Role::Leader, None, &unit(DutyShow::All), "unit=11", "县应急管理局的职责事项"),
            (Role::Auditor, None, &year, "show=closed&year=2022", "各单位职责事项"),
        ] {
            let actor = server.actor(role).await;
            let table = listed(&actor, query, own, filter).await;
            // A page of the list narrows nothing here.
            let answer = actor.get(&format!("{DUTIES_FILE}?limit=1&offset=1&{filter}")).await;
            let sheets = sheets(&answer, &format!("{file}_2022-10-08.xlsx"));
            assert_eq!(sheets.len(), 1);
            sheets[0].assert_is(&table);
            assert_eq!(sheets[0].name, file);
            assert!(!table.rows.is_empty(), "{filter}");
            assert_eq!(actor.get(&format!("{DUTIES_FILE}?{filter}")).await.body, answer.body, "the same bytes");
        }
        let unit = server.actor(Role::Unit).await;
        let page: DutyPage = unit.get(LIST).await.json();
        let book = sheets(&unit.get(DUTIES_FILE).await, "本单位职责_2022-10-08.xlsx");
        let rows = &book[0].rows[book[0].rows.len() - page.rows.len()..];
        for (row, listed) in rows.iter().zip(&page.rows) {
            assert!(row[0].to_string().starts_with(&format!("{} ", listed.duty)), "{row:?}");
            assert!(matches!(row[5], Data::DateTime(_)) == listed.due.is_some(), "{row:?}");
            assert_eq!(row[7].to_string(), listed.status.shown().zh);
        }
        server.stop().await;
    });
}

#[test]
fn it_speaks_the_language_that_is_asked_for_and_says_why_it_is_empty() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let path = format!("{DUTIES_FILE}?month=1999-01");
        let book = sheets(&unit.get(&path).await, "本单位职责_2022-10-08.xlsx");
        assert_eq!(book[0].text(2, 0), "筛选条件：办理时限为1999年1月");
        assert!(book[0].text(5, 0).starts_with("没有这样的职责事项"), "{:?}", book[0]);
        let english = unit.call("GET", &path).header("accept-language", "en").send().await;
        let book = sheets(&english, "Our duties_2022-10-08.xlsx");
        assert_eq!(book[0].name, "Our duties");
        assert!(book[0].text(5, 0).starts_with("There are no such duties. "), "{:?}", book[0]);
        server.stop().await;
    });
}

#[test]
fn what_a_spreadsheet_would_run_stays_text() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let typed = ["=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-1+1", "@SUM(1)", "=1\t2"];
        for (number, occasion) in typed.iter().enumerate() {
            let body = json!({ "id": new_id(1_665_187_200_000), "duty": "09.1", "occasion": occasion });
            let call = office.call("POST", LIST).header("idempotency-key", &format!("raise-{number}"));
            let answer = call.json(&body).send().await;
            assert_eq!(answer.status, 200, "{}", answer.text());
        }
        let book = sheets(&office.get(&format!("{DUTIES_FILE}?unit=09")).await, "县商务局的职责事项_2022-10-08.xlsx");
        let occasions: Vec<&Data> = book[0].rows.iter().filter_map(|row| row.get(2)).collect();
        for occasion in typed {
            assert!(occasions.contains(&&Data::String(occasion.to_owned())), "{occasion}: {occasions:?}");
        }
        server.stop().await;
    });
}

#[test]
fn another_unit_has_no_file_and_a_bad_query_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        unit.get(&format!("{DUTIES_FILE}?unit=03")).await.problem(404, "not_found");
        for (query, path, why) in [
            ("show=some", "show", "bad_value"),
            ("month=2022-13", "month", "bad_value"),
            ("format=csv", "format", "unknown_field"),
        ] {
            unit.get(&format!("{DUTIES_FILE}?{query}")).await.malformed_at(400, path, why);
        }
        server.anonymous().get(DUTIES_FILE).await.problem(401, "unauthenticated");
        server.actor(Role::Operator).await.get(DUTIES_FILE).await.problem(403, "forbidden");
        server.stop().await;
    });
}
