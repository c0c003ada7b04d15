//! Beginning the county's own programme.

use anju_domain::{
    api::{DutyPage, SessionView},
    model::{Programme, Role},
};
use anju_tests::{
    actor::{Actor, Call},
    database::Kind,
    programme::{PATH, entry},
    server::{Server, Setting, on_each_database},
};
use serde_json::{Value, json};

fn create(actor: &Actor, body: &Value, key: &str) -> Call {
    actor.call("POST", PATH).header("idempotency-key", key).json(body)
}

async fn empty(kind: Kind) -> Server {
    Server::start_with(kind, Setting { empty: true, ..Setting::default() }).await
}

#[test]
fn the_office_begins_it_once_and_everything_follows() {
    on_each_database(|kind| async move {
        let server = empty(kind).await;
        let office = server.actor(Role::Office).await;
        let before: SessionView = office.get("/api/v1/session").await.json();
        assert!(before.programme.is_none());
        office.get("/api/v1/overview").await.problem(404, "not_found");
        let answer = create(&office, &entry(1), "a").send().await;
        assert_eq!((answer.status, answer.header("etag")), (200, Some("\"1\"")), "{}", answer.text());
        let again = create(&office, &entry(1), "a").send().await;
        assert_eq!((again.status, again.body), (200, answer.body));
        create(&office, &entry(2), "b").send().await.refused_at("", "programme_is_there");
        let view: SessionView = office.get("/api/v1/session").await.json();
        let head = view.programme.expect("the programme");
        assert_eq!((head.year_from, head.year_to, head.sample), (2026, 2099, false));
        assert_eq!(head.name, "民乐县城镇老旧小区改造规划");
        let stored: Programme = office.get(PATH).await.json();
        assert_eq!((stored.version, stored.division_code.as_str()), (1, "620722"));
        let charts = office.get("/api/v1/overview").await;
        assert_eq!(charts.status, 200, "{}", charts.text());
        let page: DutyPage = office.get("/api/v1/duties?show=overdue").await.json();
        assert_eq!(page.numbers.overdue, 0, "nothing is overdue on the first day");
        assert!(server.storage.verify().await.unwrap().faults.is_empty());
        server.stop().await;
    });
}

#[test]
fn what_is_wrong_is_said_at_its_place_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = empty(kind).await;
        let office = server.actor(Role::Office).await;
        let with = |path: &[&str], value: Value| {
            let mut body = entry(1);
            let (last, first) = path.split_last().expect("a path");
            let at = first.iter().fold(&mut body, |at, part| &mut at[*part]);
            at[*last] = value;
            body
        };
        for (path, value, place, why) in [
            (vec!["division_code"], json!("62072"), "division_code", "no_county_code"),
            (vec!["division_code"], json!("000000"), "division_code", "no_county_code"),
            (vec!["terms", "name"], json!(" "), "terms/name", "missing_field"),
            (vec!["terms", "year_from"], json!(1900), "terms/year_from", "implausible_year"),
            (vec!["terms", "year_to"], json!(9999), "terms/year_to", "implausible_year"),
            (vec!["terms", "year_to"], json!(2025), "terms/year_to", "years_reversed"),
            (vec!["terms", "targets", "communities"], json!(-1), "terms/targets/communities", "below_zero"),
            (vec!["active_from"], json!("2000-01"), "active_from", "month_has_passed"),
            (vec!["own"], json!([{ "name": "x", "value": "1" }]), "own/0/name", "unknown_parameter"),
            (vec!["own"], json!([{ "name": "operator_share_min", "value": "101" }]), "own/0/value", "out_of_range"),
        ] {
            create(&office, &with(&path, value), place).send().await.refused_at(place, why);
        }
        for (path, value, place) in [
            (vec!["active_from"], json!("2026-13"), "active_from"),
            (vec!["terms", "year_from"], json!("2026"), "terms/year_from"),
            (vec!["colour"], json!(1), "colour"),
            (vec!["terms", "targets", "colour"], json!(1), "terms/targets/colour"),
        ] {
            let problem = create(&office, &with(&path, value), "k").send().await.problem(422, "malformed");
            assert_eq!(problem.findings[0].path, place);
        }
        create(&office, &entry(1), "k").without("idempotency-key").send().await.problem(400, "malformed");
        assert!(server.storage.programmes().await.unwrap().is_empty());
        server.stop().await;
    });
}

#[test]
fn samples_and_a_countys_own_programme_never_mix() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        create(&office, &entry(1), "a").send().await.refused_at("", "folder_of_samples");
        assert_eq!(server.storage.programmes().await.unwrap().len(), 1);
        server.stop().await;
    });
}

#[test]
fn nobody_but_the_office_begins_it() {
    on_each_database(|kind| async move {
        let server = empty(kind).await;
        for role in Role::ALL.iter().filter(|role| **role != Role::Office) {
            create(&server.actor(*role).await, &entry(1), "a").send().await.problem(403, "forbidden");
        }
        create(&server.anonymous(), &entry(1), "a").send().await.problem(401, "unauthenticated");
        server.stop().await;
    });
}
