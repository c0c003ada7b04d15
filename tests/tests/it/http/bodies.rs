//! Bodies that no honest client sends, at every route that reads one.

use super::dossiers_funding::read;
use anju_domain::model::Role;
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};

/// A call of each route that reads a body, with the name of its first field.
fn calls(actor: &Actor, dossier: &str, version: i64, key: &str) -> Vec<(Call, &'static str)> {
    let write = |method: &str, path: &str| actor.call(method, path).write(version, key);
    vec![
        (write("POST", "/api/v1/session"), "user"),
        (write("PUT", "/api/v1/session/password"), "current"),
        (write("PUT", &format!("{dossier}/funding")), "commitments"),
        (write("POST", &format!("{dossier}/plan-entry")), "new_plan"),
    ]
}

#[test]
fn only_an_object_of_the_fields_asked_for_is_read() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let before = read(&server, &office, "GT-0002").await;
        let (dossier, version) =
            (format!("/api/v1/dossiers/{}", before.project_community.id), before.project_community.version);
        let revision = server.revision().await;
        let deep = format!("{}{}", "[".repeat(1_000), "]".repeat(1_000));
        let deep_objects = format!("{}1{}", r#"{"a":"#.repeat(1_000), "}".repeat(1_000));
        // `$` stands for the name of a field that the route reads.
        for (number, (body, status, path, why)) in [
            (&b"[]"[..], 422, "", "wrong_type"),
            (br#"["office","correct-horse-42"]"#, 422, "", "wrong_type"),
            (b"[[]]", 422, "", "wrong_type"),
            (b"1", 422, "", "wrong_type"),
            (b"9223372036854775808", 422, "", "wrong_type"),
            (b"1e400", 400, "", "not_json"),
            (b"null", 422, "", "wrong_type"),
            (b"true", 422, "", "wrong_type"),
            (br#""office""#, 422, "", "wrong_type"),
            (deep.as_bytes(), 422, "", "wrong_type"),
            (deep_objects.as_bytes(), 422, "a", "unknown_field"),
            (br#"{"$":9223372036854775808}"#, 422, "$", "wrong_type"),
            (format!(r#"{{"$":{deep_objects}}}"#).as_bytes(), 422, "$", "wrong_type"),
            (b"{\"$\":\"\xff\"}", 400, "$", "not_json"),
            (b"\xff", 400, "", "not_json"),
            (b"\xef\xbb\xbf{}", 400, "", "not_json"),
            (b"{}x", 422, "", "missing_field"),
            (b"{", 400, "", "not_json"),
            (b"", 400, "", "not_json"),
        ]
        .into_iter()
        .enumerate()
        {
            for (call, field) in calls(&office, &dossier, version, &format!("body-{number}")) {
                let sent =
                    body.iter().flat_map(|byte| if *byte == b'$' { field.as_bytes().to_vec() } else { vec![*byte] });
                let answer = call.bytes(&sent.collect::<Vec<_>>()).send().await;
                answer.malformed_at(status, &path.replace('$', field), why);
            }
        }
        assert_eq!(server.revision().await, revision, "nothing was stored");
        assert_eq!(read(&server, &office, "GT-0002").await, before);
        server.stop().await;
    });
}

#[test]
fn a_field_given_twice_and_what_follows_the_object_are_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let sign_in = |body: &'static str| server.anonymous().call("POST", "/api/v1/session").text(body).send();
        let twice = r#"{"user":"office","user":"office","password":"correct-horse-42"}"#;
        sign_in(twice).await.malformed_at(422, "", "repeated_field");
        for after in ["x", "{}", ",", "]", "\u{0}"] {
            let body = format!("{{\"user\":\"office\",\"password\":\"correct-horse-42\"}}{after}");
            let answer = server.anonymous().call("POST", "/api/v1/session").text(&body).send().await;
            answer.malformed_at(400, "", "not_json");
            assert_eq!(answer.cookies(), 0, "nobody was signed in");
        }
        server.stop().await;
    });
}
