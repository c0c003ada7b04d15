//! Invariant 7: every route declares its roles, answers exactly as declared, has its file of tests, and shows a unit
//! nothing of another one.

use super::imports_bring;
use anju_domain::{
    model::{Evidence, Role},
    policy::units::UNITS,
    sample,
};
use anju_server::{
    clock::Clock,
    first_accounts::new_id,
    http::{access::Access, precondition::Takes},
    routes::{ROUTES, Route},
    unit_accounts,
};
use anju_storage::Account;
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
    tasks::{bringing, first},
};
use std::path::Path;
use uuid::Uuid;

/// A picture of one grey point.
const POINT: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\x80\x80\x80\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

#[test]
fn every_route_has_its_file_of_tests() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/http");
    let list = include_str!("mod.rs");
    for route in ROUTES {
        let file = folder.join(format!("{}.rs", route.name));
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(text.contains("#[test]"), "{} {} has no tests in {}.rs", route.method_name(), route.path, route.name);
        assert!(list.contains(&format!("mod {};", route.name)), "{}.rs is not run", route.name);
    }
}

/// What there is to be named in a path.
struct Objects {
    community: Uuid,
    /// A project community of the project owner, and a file that it has brought.
    reporting: (Uuid, Uuid),
    /// A project community of another project owner.
    foreign: Uuid,
    /// Task and file of the unit, then of the town.
    owned: [(Uuid, Uuid); 2],
    /// A file that the office brought for import.
    import: Uuid,
}

impl Objects {
    async fn of(server: &Server) -> Self {
        let mut owned = [(Uuid::nil(), Uuid::nil()); 2];
        for (objects, role) in owned.iter_mut().zip([Role::Unit, Role::Town]) {
            let actor = server.actor(role).await;
            let answer = bringing(&actor, new_id(1_665_187_200_000), "a.gif", POINT).send().await;
            *objects = (first(&actor, "show=open").await.id, answer.json::<Evidence>().id);
        }
        let school =
            Account { user: SOMEBODY.to_owned(), ..unit_accounts::account(&UNITS[4], String::new(), Clock::real()) };
        server.storage.accounts().create(&unit_accounts::at_the_server(), school, Clock::real()).await.unwrap();
        let owner = server.actor(Role::ProjectOwner).await;
        let photo = bringing(&owner, new_id(1_665_187_200_000), "b.gif", POINT).send().await.json::<Evidence>().id;
        let reporting = (server.community("GT-0001").await, photo);
        let (community, foreign) = (server.community("GT-0002").await, server.community("GT-0003").await);
        let import = imports_bring::id();
        let brought =
            imports_bring::bring(&server.actor(Role::Office).await, import, imports_bring::FAULTY.as_bytes()).await;
        assert_eq!(brought.status, 200, "{}", brought.text());
        Self { community, reporting, foreign, owned, import }
    }

    /// What somebody of this role names: what is the town's for the town, what is the unit's for the others.
    fn path(&self, route: &Route, role: Role) -> String {
        let (task, mut file) = self.owned[usize::from(role == Role::Town)];
        if role == Role::ProjectOwner {
            file = self.reporting.1;
        }
        let id = match route.path {
            path if path.contains("indicators") => "L-05".to_owned(),
            path if path.contains("duties") => task.to_string(),
            path if path.contains("evidence") => file.to_string(),
            path if path.contains("/report") => self.reporting.0.to_string(),
            path if path.contains("/imports/") => self.import.to_string(),
            _ => self.community.to_string(),
        };
        route.path.replace("{id}", &id).replace("{user}", SOMEBODY)
    }
}

/// An account that is not used for anything else.
const SOMEBODY: &str = "somebody";

/// A call of a route that passes the gate and then does as little as possible: a write comes without a body.
fn call(actor: &Actor, route: &Route, path: &str) -> Call {
    // As if through a proxy: what is free for programs on this machine only must ask everybody else who they are.
    actor.call(route.method_name(), path).header("x-forwarded-for", "10.1.2.3")
}

#[test]
fn every_route_answers_every_role_as_it_declares() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let objects = Objects::of(&server).await;
        let before = server.revision().await;
        for route in ROUTES {
            let declared = format!("{} {}", route.method_name(), route.path);
            let status = call(&server.anonymous(), route, &objects.path(route, Role::Leader)).status().await;
            let public = route.access == Access::Public;
            assert_eq!(status != 401, public, "{declared}: {status} for somebody who is not signed in");
            for role in Role::ALL {
                // Each call has its own session, since signing out ends one.
                let actor = server.actor(*role).await;
                let status = call(&actor, route, &objects.path(route, *role)).status().await.as_u16();
                if route.access.admits(*role) {
                    assert!(!matches!(status, 401 | 403 | 404), "{declared}: {status} for {role}, who may");
                    assert!(status < 500, "{declared}: {status} for {role}");
                } else {
                    assert_eq!(status, 403, "{declared}: {role} may not");
                }
            }
        }
        assert_eq!(server.revision().await, before, "the sweep stored something");
        server.stop().await;
    });
}

/// A body that the route can read.
fn body(route: &Route) -> &'static str {
    match route.name {
        "dossiers_funding" => r#"{"commitments":[]}"#,
        "dossiers_plan_entry" => r#"{"new_plan":"01890000-0000-7000-8000-000000000001"}"#,
        "dossiers_receipts" => {
            r#"{"id":"01890000-0000-7000-8000-000000000002","funding":"F08","date":"2022-10-01","amount":1,"doc_no":"1"}"#
        }
        "dossiers_payments" => {
            r#"{"id":"01890000-0000-7000-8000-000000000003","funding":"F08","line":"L1","date":"2022-10-01","amount":1}"#
        }
        "dossiers_money_taken_back" => r#"{"id":"01890000-0000-7000-8000-000000000002","reason":"x"}"#,
        "dossiers_approvals" => "{}",
        "dossiers_community" => r#"{"name":"x","division_code":"620724","township":"x"}"#,
        "dossiers_buildings" => r#"{"buildings":[]}"#,
        "dossiers_prior_subsidies" => r#"{"prior_subsidies":[]}"#,
        "dossiers_project" => r#"{"name":"x"}"#,
        "dossiers_schedule" => r#"{"plan_year":2022,"scope_households":1,"scope_area":1}"#,
        "dossiers_works" => r#"{"lines":[]}"#,
        "dossiers_consent_rounds" => r#"{"rounds":[]}"#,
        "dossiers_start" => r#"{"actual_start":"2022-10-08"}"#,
        "dossiers_completion" => r#"{"completed_on":"2022-10-08"}"#,
        "dossiers_withdrawal" => r#"{"withdrawn_on":"2022-10-08","reason":"x"}"#,
        "dossiers_revocation" => r#"{"revoked_on":"2022-10-08","reason":"x","doc":"x","office_head":true}"#,
        "dossiers_fact" => {
            r#"{"gate":"G2","date":"2022-10-08","reason":"x","doc":"x","person":"x","due":"2022-10-08"}"#
        }
        "dossiers_closure" => r#"{"record":0,"finding":0,"reason":"x","doc":"x"}"#,
        "dossiers_opening" => {
            r#"{"cutoff":"2022-09","stage":"在建","actual_start":"2022-05-10","cum_progress":0,"cum_invest":0,"received":0,"paid":0,"doc":"x"}"#
        }
        "duties_save" | "duties_submit" => r#"{"report":"","evidence":[]}"#,
        "duties_waive" => r#"{"reason":"x"}"#,
        "reports_save" | "reports_submit" => r#"{"period":"2022-10","cum_progress":640,"month_invest":0}"#,
        "reports_review" => r#"{"period":"2022-10","verdict":"通过"}"#,
        "reports_correct" => r#"{"period":"2022-09","cum_progress":1,"cum_invest":1,"reason":"笔误","doc":"x"}"#,
        "duties_review" => r#"{"verdict":"通过"}"#,
        _ => "",
    }
}

/// A call that is whole.
fn whole(actor: &Actor, route: &Route, path: &str) -> Call {
    let call = actor.call(route.method_name(), path).write(1, "sweep");
    if route.takes == Takes::Nothing { call } else { call.text(body(route)) }
}

/// Routes that name one object of a programme which must be there.
fn of_an_object() -> impl Iterator<Item = &'static Route> {
    let names = |route: &&Route| {
        ["/dossiers/{id}", "/duties/{id}", "/evidence/{id}"].iter().any(|part| route.path.contains(part))
    };
    ROUTES.iter().filter(names).filter(|route| route.name != "evidence_bring")
}

#[test]
fn an_object_of_nobody_is_not_found() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let ids = [new_id(1_665_187_200_000), Uuid::nil(), sample::PROGRAMME].map(|id| id.to_string());
        for id in ids.into_iter().chain(["no-identity".to_owned(), "%00".to_owned()]) {
            for route in of_an_object() {
                let call = whole(&office, route, &route.path.replace("{id}", &id));
                call.send().await.problem(404, "not_found");
            }
        }
        server.stop().await;
    });
}

#[test]
fn an_object_of_another_unit_is_not_found() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let objects = Objects::of(&server).await;
        let before = server.revision().await;
        for (role, other) in [(Role::Unit, Role::Town), (Role::Town, Role::Unit), (Role::ProjectOwner, Role::Unit)] {
            let actor = server.actor(role).await;
            for route in of_an_object().filter(|route| route.access.admits(role)) {
                // A community of another project owner.
                let path = objects.path(route, other);
                let path = path.replace(&objects.reporting.0.to_string(), &objects.foreign.to_string());
                whole(&actor, route, &path).send().await.problem(404, "not_found");
            }
        }
        assert_eq!(server.revision().await, before, "the sweep stored something");
        server.stop().await;
    });
}
