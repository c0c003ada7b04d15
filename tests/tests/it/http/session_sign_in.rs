//! Signing in.

use anju_domain::{api::SessionView, model::Role};
use anju_tests::{
    database::Kind,
    server::{PASSWORD, Server, Setting, on_each_database},
};
use serde_json::json;

const PATH: &str = "/api/v1/session";

#[test]
fn the_right_password_opens_a_session_with_a_guarded_cookie() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let mut office = server.anonymous();
        let answer = office.sign_in("office", PASSWORD).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let cookie = answer.header("set-cookie").unwrap();
        assert!(cookie.starts_with("anju=") && cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let view: SessionView = answer.json();
        assert_eq!(
            (view.role, view.user.as_str(), view.today.to_string().as_str()),
            (Role::Office, "office", "2022-10-08")
        );
        let programme = view.programme.unwrap();
        assert!(programme.sample);
        assert_eq!((programme.year_from, programme.year_to), (2021, 2025));
        assert_eq!(office.get(PATH).await.json::<SessionView>().user, "office");
        server.stop().await;
    });
}

#[test]
fn behind_https_the_cookie_is_bound_to_the_host() {
    on_each_database(|kind| async move {
        let setting = Setting { origin: Some("https://anju.example".to_owned()), ..Setting::default() };
        let server = Server::start_with(kind, setting).await;
        let answer = server.anonymous().sign_in("office", PASSWORD).await;
        let cookie = answer.header("set-cookie").unwrap();
        assert!(cookie.starts_with("__Host-anju=") && cookie.ends_with("; Secure"), "{cookie}");
        assert_eq!(answer.header("strict-transport-security"), Some("max-age=31536000"));
        server.stop().await;
    });
}

#[test]
fn a_wrong_name_and_a_wrong_password_are_the_same_answer() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let wrong = server.anonymous().sign_in("office", "wrong-password").await;
        let unknown = server.anonymous().sign_in("nobody", "wrong-password").await;
        wrong.problem(401, "wrong_password");
        assert_eq!(wrong.body, unknown.body);
        assert_eq!(wrong.cookies() + unknown.cookies(), 0);
        let long = "x".repeat(400_000);
        server.anonymous().sign_in(&long, &long).await.problem(401, "wrong_password");
        server.stop().await;
    });
}

#[test]
fn signing_in_again_makes_a_new_session_and_ends_the_old_one() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let old = server.actor(Role::Leader).await;
        let mut new = old.clone();
        assert_eq!(new.sign_in("leader", PASSWORD).await.status, 200);
        assert_ne!(old.cookie, new.cookie);
        assert_eq!(new.get(PATH).await.status, 200);
        old.get(PATH).await.problem(401, "unauthenticated");
        server.stop().await;
    });
}

#[test]
fn too_many_wrong_passwords_lock_the_account_for_a_while_and_no_other() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for _ in 0..5 {
            server.anonymous().sign_in("office", "wrong-password").await.problem(401, "wrong_password");
        }
        let locked = server.anonymous().sign_in("Office ", PASSWORD).await;
        let problem = locked.problem(429, "too_many_attempts");
        let seconds: u64 = locked.header("retry-after").unwrap().parse().unwrap();
        assert!((1..=301).contains(&seconds) && problem.detail.contains(&seconds.to_string()), "{}", problem.detail);
        assert_eq!(server.anonymous().sign_in("leader", PASSWORD).await.status, 200);
        server.stop().await;
    });
}

#[test]
fn a_trusted_proxy_names_the_address() {
    on_each_database(|kind| async move {
        let setting = Setting { trusted_proxy: Some("127.0.0.1".parse().unwrap()), ..Setting::default() };
        let server = Server::start_with(kind, setting).await;
        let attempt = |number: usize, address: &'static str| {
            let call = server.anonymous().call("POST", PATH).header("x-forwarded-for", address);
            call.json(&json!({ "user": format!("user {number}"), "password": "wrong-password" })).send()
        };
        for number in 0..100 {
            attempt(number, "10.0.0.1").await.problem(401, "wrong_password");
        }
        attempt(100, "10.0.0.1").await.problem(429, "too_many_attempts");
        attempt(101, "10.0.0.2").await.problem(401, "wrong_password");
        server.stop().await;
    });
}

#[test]
fn a_body_that_is_none_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let call = || server.anonymous().call("POST", PATH);
        call().text("").send().await.malformed_at(400, "", "not_json");
        call().text("{").send().await.malformed_at(400, "", "not_json");
        call().text(r#"{"user":"office"}"#).send().await.malformed_at(422, "", "missing_field");
        call().text(r#"{"user":1,"password":"x"}"#).send().await.malformed_at(422, "user", "wrong_type");
        call().text(r#"{"user":"a","password":"b","role":"领导"}"#).send().await.malformed_at(
            422,
            "role",
            "unknown_field",
        );
        let form = call().text("user=office").header("content-type", "application/x-www-form-urlencoded");
        form.send().await.problem(415, "malformed");
        server.stop().await;
    });
}

#[test]
fn a_folder_without_programme_can_be_signed_into() {
    on_each_database(|kind: Kind| async move {
        let server = Server::start_with(kind, Setting { empty: true, ..Setting::default() }).await;
        let mut office = server.anonymous();
        let view: SessionView = office.sign_in("office", PASSWORD).await.json();
        assert_eq!(view.programme, None);
        office.get("/api/v1/overview").await.problem(404, "not_found");
        server.stop().await;
    });
}
