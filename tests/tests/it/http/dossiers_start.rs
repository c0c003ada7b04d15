//! The start of works (开工).

use super::{
    dossiers_approvals::{all_agree, passed, save as save_approvals},
    dossiers_consent_rounds::{refused_at, save as save_vote, vote},
    dossiers_funding::read,
};
use anju_domain::{
    facts::ProjectFacts,
    finding::Finding,
    model::{Dossier, Role},
    policy::stages::Stage,
    rules::r11_approval_by_class::sums_by_class,
};
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};
use serde_json::json;

pub(super) fn start(actor: &Actor, dossier: &Dossier, on: &str, key: &str) -> Call {
    let entry = &dossier.project_community;
    let call = actor.call("POST", &format!("/api/v1/dossiers/{}/start", entry.id)).write(entry.version, key);
    call.json(&json!({ "actual_start": on }))
}

/// SC with everything that its start asks for.
async fn ready(server: &Server, office: &Actor) -> Dossier {
    let dossier = read(server, office, "GT-0003").await;
    assert_eq!(save_vote(office, &dossier, "vote").json(&vote(300, 200, 150)).send().await.status, 200);
    let study = json!({ "step": "S03", "status": "通过", "date": "2022-10-03", "depth_confirmed": true });
    let approved = sums_by_class(&ProjectFacts::of(&dossier, "2022-10-08".parse().unwrap()));
    let entry = json!({
        "steps": [
            passed("S01", "2022-10-02"), passed("S02", "2022-10-02"), study, passed("S07", "2022-10-05"),
            passed("S08", "2022-10-05"), passed("S13", "2022-10-04"),
        ],
        "joint_review": all_agree("2022-10-02"),
        "papers": {
            "national_code": "2209-620724-04-01-123456", "approved": approved, "land_paper": "已有用地手续",
            "contract_date": "2022-10-05",
        },
    });
    let answer = save_approvals(office, &dossier, "papers").json(&entry).send().await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    read(server, office, "GT-0003").await
}

fn has(found: &[Finding], rule: &str) -> bool {
    found.iter().any(|finding| finding.rule == rule)
}

#[test]
fn with_its_papers_a_community_starts_and_without_it_says_what_is_missing() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let bare = read(&server, &office, "GT-0003").await;
        let problem = start(&office, &bare, "2022-10-06", "bare").send().await.problem(422, "refused");
        assert!(has(&problem.findings, "R-40") && has(&problem.findings, "R-38"), "{:?}", problem.findings);
        let dossier = ready(&server, &office).await;
        let early = start(&office, &dossier, "2022-10-04", "early").send().await.problem(422, "refused");
        assert!(has(&early.findings, "R-38"), "a permit dated after the start: {:?}", early.findings);
        let answer = start(&office, &dossier, "2022-10-05", "start").send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let after = read(&server, &office, "GT-0003").await;
        assert_eq!(after.project_community.stage, Stage::NewStart);
        start(&office, &dossier, "2022-10-05", "stale").send().await.problem(409, "stale_version");
        let again = start(&office, &after, "2022-10-05", "again").send().await.problem(422, "refused");
        assert_eq!(again.findings.len(), 1, "no change of stage: {:?}", again.findings);
        server.stop().await;
    });
}

#[test]
fn a_plan_that_is_not_issued_starts_nothing() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0002").await;
        let problem = start(&office, &dossier, "2022-10-06", "start").send().await.problem(422, "refused");
        let change = problem.findings.iter().find(|finding| finding.rule == "R-40").expect("R-40 says it");
        let missing = format!("{:?}", change.params.get("missing"));
        assert!(missing.contains("issued_plan"), "{missing}");
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
        for (body, path, why) in [
            ("{}", "", "missing_field"),
            (r#"{"actual_start":"2022-10-09"}"#, "actual_start", "day_to_come"),
            (r#"{"actual_start":"2022-02-30"}"#, "actual_start", "bad_value"),
            (r#"{"actual_start":20221006}"#, "actual_start", "wrong_type"),
            (r#"{"actual_start":"2022-10-06","stage":"在建"}"#, "stage", "unknown_field"),
        ] {
            refused_at(&start(&office, &dossier, "", "bad").text(body).send().await, path, why);
        }
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
