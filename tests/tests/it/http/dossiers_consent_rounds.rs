//! Saving the votes of the owners (居民表决).

use super::dossiers_funding::read;
use anju_domain::{
    api::{Problem, Saved},
    finding::Finding,
    model::{Dossier, Role},
};
use anju_tests::{
    actor::{Actor, Answer, Call},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

pub(super) fn save(actor: &Actor, dossier: &Dossier, key: &str) -> Call {
    let entry = &dossier.project_community;
    actor.call("PUT", &format!("/api/v1/dossiers/{}/consent-rounds", entry.id)).write(entry.version, key)
}

/// A vote of the whole community on the plan, by these figures for owners and area.
pub(super) fn vote(total: i64, participating: i64, agreeing: i64) -> Value {
    let tally = json!({ "total": total, "participating": participating, "agreeing": agreeing });
    json!({ "rounds": [{
        "id": "01890000-0000-7000-8000-000000000001", "kind": "改造方案", "scope": "小区",
        "owners": tally, "area": tally, "ended_on": "2022-10-01", "method": "入户",
    }] })
}

/// Asserts that one place was refused, whether it could not be read or can't be.
#[track_caller]
pub(super) fn refused_at(answer: &Answer, path: &str, why: &str) {
    assert_eq!(answer.status, 422, "{}", answer.text());
    let problem: Problem = answer.json();
    let told = |found: &Finding| (found.path.clone(), found.params.text("why").unwrap_or_default().to_owned());
    let places: Vec<_> = problem.findings.iter().map(told).collect();
    assert_eq!(places, [(path.to_owned(), why.to_owned())], "{}", answer.text());
}

#[test]
fn a_vote_is_saved_whatever_it_lacks_and_says_what() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0003").await;
        let short = save(&office, &before, "short").json(&vote(300, 199, 199)).send().await;
        let saved: Saved = short.json();
        assert_eq!(saved.version, before.project_community.version + 1);
        let lacking = saved.warnings.iter().find(|finding| finding.rule == "R-32").expect("it lacks something");
        assert_eq!(lacking.path, "rounds/0");
        let after = read(&server, &office, "GT-0003").await;
        assert_eq!(after.project_community.consent_rounds[0].owners.participating, 199);
        let enough: Saved = save(&office, &after, "enough").json(&vote(300, 200, 150)).send().await.json();
        assert_eq!(enough.warnings, []);
        save(&office, &after, "stale").json(&vote(300, 200, 150)).send().await.problem(409, "stale_version");
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0003").await;
        let revision = server.revision().await;
        let with = |change: &dyn Fn(&mut Value)| {
            let mut body = vote(300, 200, 150);
            change(&mut body["rounds"][0]);
            body
        };
        for (body, path, why) in [
            (json!({}), "", "missing_field"),
            (json!({ "rounds": 1 }), "rounds", "wrong_type"),
            (with(&|one| one["votes"] = json!([])), "rounds/0/votes", "unknown_field"),
            (with(&|one| one["ended_on"] = json!("2022-02-30")), "rounds/0/ended_on", "bad_value"),
            (with(&|one| one["ended_on"] = json!("2022-10-09")), "rounds/0/ended_on", "day_to_come"),
            (with(&|one| one["began_on"] = json!("2022-10-02")), "rounds/0/ended_on", "days_out_of_order"),
            (with(&|one| one["owners"]["agreeing"] = json!(201)), "rounds/0/owners/agreeing", "more_than_take_part"),
            (with(&|one| one["area"]["total"] = json!(1.5)), "rounds/0/area/total", "wrong_type"),
            (with(&|one| one["area"]["total"] = json!(-1)), "rounds/0/area/total", "no_count"),
            (with(&|one| one["kind"] = json!("别的")), "rounds/0/kind", "unknown_matter"),
            (with(&|one| one["scope"] = json!("楼栋")), "rounds/0/building", "unknown_building"),
        ] {
            refused_at(&save(&office, &dossier, "bad").json(&body).send().await, path, why);
        }
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
