//! Setting parameters from a day on.

use anju_domain::model::{Programme, Role};
use anju_tests::{
    actor::{Actor, Call},
    programme::PATH,
    server::{Server, on_each_database},
};
use serde_json::json;

fn set(actor: &Actor, name: &str, value: &str, from: &str, version: i64) -> Call {
    let body = json!({ "valid_from": from, "reason": "会议纪要", "values": [{ "name": name, "value": value }] });
    let address = format!("{PATH}/parameters");
    actor.call("PUT", &address).write(version, &format!("{name}-{}-{from}-{version}", value.len())).json(&body)
}

#[test]
fn a_value_holds_from_its_day_on_and_says_who_set_it() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = server.revision().await;
        let answer = set(&office, "report_due_day", "8", "2022-11-01", 1).send().await;
        assert_eq!((answer.status, answer.header("etag")), (200, Some("\"2\"")), "{}", answer.text());
        let again = set(&office, "report_due_day", "8", "2022-11-01", 1).send().await;
        assert_eq!((again.status, again.body), (200, answer.body));
        assert_eq!(server.revision().await, before + 1, "one entry");
        let programme: Programme = office.get(PATH).await.json();
        let on = |day: &str| programme.settings.text("report_due_day", day.parse().unwrap()).unwrap().to_owned();
        assert_eq!((on("2022-10-31"), on("2022-11-01")), ("5".to_owned(), "8".to_owned()));
        let change = &programme.parameter_changes[0];
        assert_eq!((change.by.as_str(), change.reason.as_str()), (Role::Office.code(), "会议纪要"));
        server.stop().await;
    });
}

#[test]
fn bad_values_days_and_names_are_refused_at_their_places() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        for (name, value, from, place, why) in [
            ("nothing", "1", "2022-10-08", "values/0/name", "unknown_parameter"),
            ("operator_share_min", "35", "2022-10-08", "values/0/name", "fixed_by_clause"),
            ("report_due_day", "29", "2022-10-08", "values/0/value", "out_of_range"),
            ("report_due_day", "八", "2022-10-08", "values/0/value", "wrong_type"),
            ("report_due_day", "8", "2022-10-07", "valid_from", "day_has_passed"),
            ("unit_w_done", "41", "2022-10-08", "values/0/value", "weights_must_add_up"),
        ] {
            set(&office, name, value, from, 1).send().await.refused_at(place, why);
        }
        set(&office, "report_due_day", "8", "2022-13-01", 1).send().await.problem(422, "malformed");
        set(&office, "report_due_day", "8", "2022-11-01", 3).send().await.problem(409, "stale_version");
        assert_eq!(server.storage.programme(server.programme).await.unwrap().version, 1);
        server.stop().await;
    });
}

#[test]
fn the_system_administrator_sets_none() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for role in [Role::SystemAdministrator, Role::Leader, Role::Unit] {
            let actor = server.actor(role).await;
            set(&actor, "report_due_day", "8", "2022-11-01", 1).send().await.problem(403, "forbidden");
        }
        server.stop().await;
    });
}
