//! Entering the annual plan (列入年度计划).

use super::dossiers_funding::{entry_of, read, save};
use anju_domain::{
    api::Saved,
    exact::Money,
    facts::ProjectFacts,
    finding::Gate,
    model::{Dossier, Role},
    rules,
};
use anju_server::first_accounts::new_id;
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};
use chrono::NaiveDate;
use serde_json::json;

fn enter(actor: &Actor, dossier: &Dossier, key: &str) -> Call {
    let entry = &dossier.project_community;
    let call = actor.call("POST", &format!("/api/v1/dossiers/{}/plan-entry", entry.id)).write(entry.version, key);
    call.json(&json!({ "new_plan": new_id(1_665_187_200_000) }))
}

/// SB with 0.01 万元 of its heating taken from the operator and given to the county's fund.
async fn with_too_little_of_the_operator(server: &Server, office: &Actor) -> Dossier {
    let dossier = read(server, office, "GT-0002").await;
    let cent = Money::from_wan_hundredths(1);
    let mut entry = entry_of(&dossier);
    let heating = dossier.project_community.lines.iter().find(|line| line.item == "B07").unwrap().id.clone();
    let operator = entry.commitments.iter_mut().find(|one| one.line == heating && one.funding == "F15").unwrap();
    operator.amount = operator.amount.minus(cent);
    let mut county = entry.commitments.iter().find(|one| one.funding == "F13").unwrap().clone();
    county.id = new_id(1_665_187_200_001);
    county.line = heating;
    county.amount = cent;
    entry.commitments.push(county);
    assert_eq!(save(office, &dossier, "cent").json(&entry).send().await.status, 200);
    read(server, office, "GT-0002").await
}

#[test]
fn the_findings_of_a_refusal_are_those_of_the_gate_byte_for_byte() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = with_too_little_of_the_operator(&server, &office).await;
        let revision = server.revision().await;
        let answer = enter(&office, &dossier, "enter").send().await;
        let problem = answer.problem(422, "refused");
        assert!(problem.findings.iter().any(|found| found.rule == "R-18"), "{}", answer.text());
        let today = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
        let own = serde_json::to_string(&rules::gate_findings(&ProjectFacts::of(&dossier, today), Gate::G1)).unwrap();
        assert!(answer.text().contains(&own), "{}\n{own}", answer.text());
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}

#[test]
fn a_community_without_stopping_findings_enters_once() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0002").await;
        let answer = enter(&office, &dossier, "enter").send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let saved: Saved = answer.json();
        let after = read(&server, &office, "GT-0002").await;
        assert_eq!(after.project_community.version, saved.version);
        assert!(after.project_community.plan.is_some());
        enter(&office, &after, "again").send().await.problem(422, "refused");
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0002").await;
        let revision = server.revision().await;
        for (body, path, why) in [
            ("{}", "", "missing_field"),
            (r#"{"new_plan":1}"#, "new_plan", "wrong_type"),
            (r#"{"new_plan":"x"}"#, "new_plan", "bad_value"),
            (
                r#"{"new_plan":"01890000-0000-7000-8000-000000000001","entered_on":"2022-02-30"}"#,
                "entered_on",
                "unknown_field",
            ),
        ] {
            enter(&office, &dossier, "bad").text(body).send().await.malformed_at(422, path, why);
        }
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
