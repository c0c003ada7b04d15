//! Invariant 7: every route declares its roles, answers exactly as declared, and has its file of tests.

use anju_domain::model::Role;
use anju_server::{
    first_accounts::new_id,
    http::access::Access,
    routes::{ROUTES, Route},
};
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};
use std::path::Path;
use uuid::Uuid;

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

/// A call of a route that passes the gate and then does as little as possible: a write comes without a body.
fn call(actor: &Actor, route: &Route, community: Uuid) -> Call {
    let id = if route.path.contains("indicators") { "L-05".to_owned() } else { community.to_string() };
    // As if through a proxy: what is free for programs on this machine only must ask everybody else who they are.
    actor.call(route.method_name(), &route.path.replace("{id}", &id)).header("x-forwarded-for", "10.1.2.3")
}

#[test]
fn every_route_answers_every_role_as_it_declares() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let community = server.community("GT-0002").await;
        let before = server.revision().await;
        for route in ROUTES {
            let declared = format!("{} {}", route.method_name(), route.path);
            let status = call(&server.anonymous(), route, community).status().await;
            let public = route.access == Access::Public;
            assert_eq!(status != 401, public, "{declared}: {status} for somebody who is not signed in");
            for role in Role::ALL {
                // Each call has its own session, since signing out ends one.
                let actor = server.actor(*role).await;
                let status = call(&actor, route, community).status().await.as_u16();
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

#[test]
fn an_object_of_nobody_is_not_found() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        for id in
            [new_id(1_665_187_200_000).to_string(), Uuid::nil().to_string(), "no-identity".to_owned(), "%00".to_owned()]
        {
            for route in ROUTES.iter().filter(|route| route.path.contains("/dossiers/{id}")) {
                let body = if route.name == "dossiers_funding" {
                    r#"{"commitments":[]}"#
                } else {
                    r#"{"new_plan":"01890000-0000-7000-8000-000000000001"}"#
                };
                let call = office.call(route.method_name(), &route.path.replace("{id}", &id)).write(1, "sweep");
                let call = if route.writes { call.text(body) } else { call };
                call.send().await.problem(404, "not_found");
            }
        }
        server.stop().await;
    });
}
