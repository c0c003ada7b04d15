//! Making the plan of a year, and changing its figures.

use super::dossiers_receipts::changed;
use anju_domain::{
    acts::{PlanFigures, PlanSheet},
    api::Saved,
    exact::Money,
    indicators::ProgrammeFacts,
    model::{AnnualPlan, Role},
};
use anju_server::first_accounts::new_id;
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};
use serde_json::json;
use uuid::Uuid;

pub(super) fn sheet(year: i32) -> PlanSheet {
    let figures = PlanFigures {
        starts: 2,
        start_households: 600,
        completions: 1,
        invest: Money::from_wan_hundredths(150_000),
        ..PlanFigures::default()
    };
    PlanSheet { year, figures }
}

/// The plan of a year.
pub(super) async fn plan(actor: &Actor, year: i32) -> AnnualPlan {
    let facts: ProgrammeFacts = actor.get("/api/v1/facts").await.json();
    facts.plans.into_iter().find(|plan| plan.year == year).unwrap()
}

/// The draft of a year with figures.
pub(super) async fn drawn_up(office: &Actor, year: i32) -> AnnualPlan {
    let draft = plan(office, year).await;
    let call = write(office, draft.id, "PUT", "", draft.version, "figures").json(&sheet(year));
    assert_eq!(call.send().await.status, 200);
    plan(office, year).await
}

/// A write on a plan.
pub(super) fn write(actor: &Actor, id: Uuid, method: &str, act: &str, version: i64, key: &str) -> Call {
    actor.call(method, &format!("/api/v1/plans/{id}{act}")).write(version, key)
}

#[test]
fn a_plan_is_made_changed_and_read_back() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let id = new_id(1_665_187_400_000);
        let answer = write(&office, id, "PUT", "", 0, "make").json(&sheet(2021)).send().await;
        let saved: Saved = answer.json();
        assert_eq!(saved.version, 1, "{}", answer.text());
        assert_eq!(&*saved.warnings[0].rule, "R-31", "nobody has said that 2021 can be borne");
        assert_eq!(PlanFigures::of(&plan(&office, 2021).await), sheet(2021).figures);
        let stale = write(&office, id, "PUT", "", 0, "stale").json(&sheet(2021)).send().await;
        assert_eq!(stale.problem(409, "stale_version").version, Some(1));
        let more = PlanSheet { figures: PlanFigures { starts: 3, ..sheet(2021).figures }, year: 2021 };
        let saved: Saved = write(&office, id, "PUT", "", 1, "more").json(&more).send().await.json();
        assert_eq!((saved.version, plan(&office, 2021).await.planned_starts), (2, 3));
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let (id, revision) = (new_id(1_665_187_400_001), server.revision().await);
        let one = sheet(2021);
        let refused = [
            (changed(&one, |one| one["year"] = json!(2026)), "year", "year_outside"),
            (changed(&one, |one| one["year"] = json!(2022)), "year", "plan_of_year_exists"),
            (changed(&one, |one| one["figures"]["starts"] = json!(-1)), "figures/starts", "below_zero"),
            (changed(&one, |one| one["figures"]["invest"] = json!(i64::MAX)), "figures/invest", "figure_too_large"),
        ];
        for (number, (body, path, why)) in refused.iter().enumerate() {
            let answer = write(&office, id, "PUT", "", 0, &format!("refused-{number}")).text(body).send().await;
            let problem = answer.problem(422, "refused");
            let found = &problem.findings[0];
            assert_eq!((found.path.as_str(), found.params.text("why")), (*path, Some(*why)), "{}", answer.text());
        }
        let unreadable = [
            (changed(&one, |one| one["figures"]["starts"] = json!(1.5)), "figures/starts", "wrong_type"),
            (changed(&one, |one| one["figures"]["x"] = json!(1)), "figures/x", "unknown_field"),
            (changed(&one, |one| one["status"] = json!("下达")), "status", "unknown_field"),
        ];
        for (number, (body, path, why)) in unreadable.iter().enumerate() {
            let call = write(&office, id, "PUT", "", 0, &format!("unreadable-{number}"));
            call.text(body).send().await.malformed_at(422, path, why);
        }
        // What is in force is adjusted, not changed.
        let issued = plan(&office, 2022).await;
        let answer = write(&office, issued.id, "PUT", "", issued.version, "issued").json(&sheet(2022)).send().await;
        assert_eq!(answer.problem(422, "refused").findings[0].params.text("why"), Some("plan_not_draft"));
        write(&office, id, "PUT", "", 0, "k").without("if-match").json(&one).send().await.problem(428, "malformed");
        let leader = server.actor(Role::Leader).await;
        write(&leader, id, "PUT", "", 0, "no").json(&one).send().await.problem(403, "forbidden");
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}

#[test]
fn of_two_who_make_the_plan_of_a_year_at_once_one_does() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let make = |number: i64| {
            let id = new_id(1_665_187_400_100 + number);
            write(&office, id, "PUT", "", 0, &format!("make-{number}")).json(&sheet(2021)).send()
        };
        let (one, two) = tokio::join!(make(1), make(2));
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 422], "{} {}", one.text(), two.text());
        server.stop().await;
    });
}
