//! Saving the bodies of the programme.

use anju_domain::{
    api::{AccountRow, NewAccount, SessionView},
    model::Role,
};
use anju_tests::{
    actor::{Actor, Call},
    programme::PATH,
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

fn save(actor: &Actor, body: &Value, version: i64) -> Call {
    let address = format!("{PATH}/bodies");
    actor.call("PUT", &address).write(version, &format!("bodies-{version}-{}", body.to_string().len())).json(body)
}

fn renamed() -> Value {
    json!({
        "bodies": [
            { "code": "11", "names": [{ "zh": "县应急管理局" }, { "zh": "县应急局", "en": "Emergency Bureau", "from": "2022-10-01", "doc": "样例" }], "ranked": true },
            { "code": "23", "names": [{ "zh": "工业园区管委会" }], "aliases": ["园区"], "ranked": false },
        ],
        "successions": [{ "unit": "09", "successor": "23", "date": "2022-10-01" }],
        "duty_transfers": [{ "duty": "07.1", "from_unit": "07", "to_unit": "23", "date": "2022-10-01", "basis": "样例" }],
    })
}

#[test]
fn names_successors_and_accounts_follow() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let answer = save(&office, &renamed(), 1).send().await;
        assert_eq!((answer.status, answer.header("etag")), (200, Some("\"2\"")), "{}", answer.text());
        let unit: SessionView = server.actor(Role::Unit).await.get("/api/v1/session").await.json();
        assert_eq!((unit.display.as_str(), unit.display_en.as_str()), ("县应急局", "Emergency Bureau"));
        let chart = office.get("/api/v1/indicators/L-09").await.text();
        assert!(chart.contains("县应急局") && !chart.contains("县应急管理局"), "{chart}");
        let administrator = server.actor(Role::SystemAdministrator).await;
        let made: Vec<NewAccount> = administrator.call("POST", "/api/v1/accounts/units").send().await.json();
        let made: Vec<&str> = made.iter().map(|account| account.user.as_str()).collect();
        assert!(made.contains(&"工业园区管委会") && !made.contains(&"县商务局"), "{made:?}");
        let rows: Vec<AccountRow> = administrator.get("/api/v1/accounts").await.json();
        assert!(rows.iter().any(|row| row.user == "县应急管理局" && row.display == "县应急局"));
        assert!(server.storage.verify().await.unwrap().faults.is_empty());
        server.stop().await;
    });
}

#[test]
fn a_list_that_makes_no_sense_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        for (path, value, place, why) in [
            ("/bodies/0/code", json!("1"), "bodies/0/code", "no_body_code"),
            ("/bodies/0/names", json!([]), "bodies/0/names", "missing_field"),
            ("/bodies/1/names/0/zh", json!(""), "bodies/1/names/0/zh", "missing_field"),
            ("/bodies/1/names/0/zh", json!("县应急局"), "bodies/1/names", "name_is_taken"),
            ("/bodies/0/names/1/from", json!(null), "bodies/0/names/1/from", "out_of_order"),
            ("/successions/0/successor", json!("99"), "successions/0/successor", "unknown_body"),
            ("/successions/0/successor", json!("09"), "successions/0/successor", "succeeds_itself"),
            ("/duty_transfers/0/duty", json!("77.7"), "duty_transfers/0/duty", "unknown_duty"),
            ("/duty_transfers/0/basis", json!(""), "duty_transfers/0/basis", "missing_field"),
        ] {
            let mut body = renamed();
            *body.pointer_mut(path).expect("it is there") = value;
            save(&office, &body, 1).send().await.refused_at(place, why);
        }
        let mut body = renamed();
        body["bodies"][0]["colour"] = json!(1);
        let problem = save(&office, &body, 1).send().await.problem(422, "malformed");
        assert_eq!(problem.findings[0].path, "bodies/0/colour");
        save(&office, &renamed(), 5).send().await.problem(409, "stale_version");
        server.stop().await;
    });
}

#[test]
fn a_body_that_was_added_stays() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        assert_eq!(save(&office, &renamed(), 1).send().await.status, 200);
        save(&office, &json!({ "bodies": [] }), 2).send().await.refused_at("bodies", "body_is_missing");
        server.stop().await;
    });
}
