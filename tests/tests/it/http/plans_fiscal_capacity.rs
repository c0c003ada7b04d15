//! What the county can bear in a year (财政承受能力评估).

use super::dossiers_receipts::changed;
use anju_domain::{
    acts::FiscalCapacityEntry, api::Saved, exact::Money, indicators::ProgrammeFacts, model::Role,
    policy::stages::CapacityConclusion,
};
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};
use serde_json::json;

fn entry() -> FiscalCapacityEntry {
    FiscalCapacityEntry {
        year: 2023,
        ceiling: Money::from_wan_hundredths(180_000),
        county_borne: Money::from_wan_hundredths(90_000),
        conclusion: CapacityConclusion::Bearable,
        doc: "高财评〔2022〕3号".to_owned(),
    }
}

fn save(actor: &Actor, version: i64, key: &str) -> Call {
    actor.call("PUT", "/api/v1/fiscal-capacity").write(version, key)
}

#[test]
fn an_assessment_is_entered_and_replaces_that_of_its_year() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before: ProgrammeFacts = office.get("/api/v1/facts").await.json();
        let version = before.programme.version;
        let answer = save(&office, version, "one").json(&entry()).send().await;
        let saved: Saved = answer.json();
        assert_eq!(saved.version, version + 1, "{}", answer.text());
        let after: ProgrammeFacts = office.get("/api/v1/facts").await.json();
        assert_eq!(after.programme.fiscal_capacities.len(), before.programme.fiscal_capacities.len());
        assert_eq!(after.programme.fiscal_capacity(2023).unwrap().ceiling, entry().ceiling);
        let stale = save(&office, version, "two").json(&entry()).send().await.problem(409, "stale_version");
        assert_eq!(stale.version, Some(saved.version));
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let revision = server.revision().await;
        let refused = [
            (changed(&entry(), |one| one["year"] = json!(2030)), "year", "year_outside"),
            (changed(&entry(), |one| one["ceiling"] = json!(0)), "ceiling", "not_above_zero"),
            (changed(&entry(), |one| one["ceiling"] = json!(i64::MAX)), "ceiling", "too_large"),
            (changed(&entry(), |one| one["county_borne"] = json!(-1)), "county_borne", "below_zero"),
            (changed(&entry(), |one| one["doc"] = json!(" ")), "doc", "missing_field"),
        ];
        for (number, (body, path, why)) in refused.iter().enumerate() {
            let problem =
                save(&office, 1, &format!("refused-{number}")).text(body).send().await.problem(422, "refused");
            assert_eq!((&*problem.findings[0].path, problem.findings[0].params.text("why")), (*path, Some(*why)));
        }
        let body = changed(&entry(), |one| one["conclusion"] = json!("也许"));
        save(&office, 1, "type").text(&body).send().await.malformed_at(422, "conclusion", "bad_value");
        let leader = server.actor(Role::Leader).await;
        save(&leader, 1, "no").json(&entry()).send().await.problem(403, "forbidden");
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
