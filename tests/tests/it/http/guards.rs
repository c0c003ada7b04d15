//! The guards around every request: other sites, wrong hosts, the headers of every answer.

use anju_domain::model::Role;
use anju_server::http::rim::CONTENT_SECURITY_POLICY;
use anju_tests::server::{PASSWORD, Server, Setting, on_each_database};
use serde_json::json;

#[test]
fn a_write_from_another_site_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let out = |name: &'static str, value: &str| office.call("DELETE", "/api/v1/session").header(name, value).send();
        for site in ["cross-site", "same-site", "nonsense"] {
            out("sec-fetch-site", site).await.problem(403, "cross_site");
        }
        let near = format!("http://{}:1", server.address.ip());
        for origin in ["https://evil.example", "null", near.as_str()] {
            out("origin", origin).await.problem(403, "cross_site");
        }
        assert_eq!(office.get("/api/v1/session").await.status, 200, "still signed in");
        let read = office.call("GET", "/api/v1/session").header("sec-fetch-site", "cross-site").send().await;
        assert_eq!(read.status, 200, "a reading changes nothing");
        assert_eq!(out("origin", &format!("http://{}", server.address)).await.status, 204);
        let office = server.actor(Role::Office).await;
        let own = office.call("DELETE", "/api/v1/session").header("sec-fetch-site", "same-origin").send().await;
        assert_eq!(own.status, 204);
        server.stop().await;
    });
}

#[test]
fn behind_https_only_the_named_origin_is_ones_own() {
    on_each_database(|kind| async move {
        let setting = Setting { origin: Some("https://anju.example".to_owned()), ..Setting::default() };
        let server = Server::start_with(kind, setting).await;
        let sign_in = |origin: &'static str| {
            let call = server.anonymous().call("POST", "/api/v1/session").header("host", "anju.example");
            call.header("origin", origin).json(&json!({ "user": "office", "password": PASSWORD })).send()
        };
        sign_in("http://anju.example").await.problem(403, "cross_site");
        assert_eq!(sign_in("https://anju.example").await.status, 200);
        server.stop().await;
    });
}

#[test]
fn a_strangers_name_for_this_address_is_not_answered() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for host in ["evil.example", "evil.example:8080", "localhost.evil.example"] {
            let answer = server.anonymous().call("GET", "/health").header("host", host).send().await;
            answer.problem(421, "cross_site");
        }
        assert_eq!(server.anonymous().call("GET", "/health").header("host", "localhost:1").send().await.status, 200);
        server.stop().await;
    });
}

#[test]
fn every_answer_carries_the_security_headers() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for path in ["/", "/health", "/unsupported", "/api/v1/session", "/api/v1/nothing", "/x.js"] {
            let answer = server.anonymous().get(path).await;
            assert_eq!(answer.header("content-security-policy"), Some(CONTENT_SECURITY_POLICY), "{path}");
            for (name, value) in [
                ("x-content-type-options", "nosniff"),
                ("referrer-policy", "no-referrer"),
                ("x-frame-options", "DENY"),
                ("cross-origin-opener-policy", "same-origin"),
            ] {
                assert_eq!(answer.header(name), Some(value), "{path}");
            }
            assert!(answer.header("permissions-policy").is_some() && answer.header("x-request-id").is_some());
            assert_eq!(answer.header("strict-transport-security"), None, "plain http promises nothing");
        }
        server.stop().await;
    });
}
