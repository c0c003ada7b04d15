//! What every saving of a part of a dossier refuses, whatever the part is.

use crate::{
    actor::{Actor, Answer, Call},
    server::Server,
};
use anju_domain::{
    api::Saved,
    model::{Dossier, Role},
};
use serde_json::{Value, json};

/// A saving: the end of its path below a dossier, and the version that it names.
#[derive(Clone, Copy, Debug)]
pub struct Saving {
    /// `works`, `buildings`, …
    pub part: &'static str,
    /// The version of what it is about.
    pub version: fn(&Dossier) -> i64,
}

/// The dossier of the community with this code.
pub async fn read(server: &Server, actor: &Actor, code: &str) -> Dossier {
    let id = server.community(code).await;
    actor.get(&format!("/api/v1/dossiers/{id}")).await.json()
}

impl Saving {
    /// A call with the version that is seen.
    pub fn call(self, actor: &Actor, dossier: &Dossier, key: &str) -> Call {
        let path = format!("/api/v1/dossiers/{}/{}", dossier.project_community.id, self.part);
        actor.call("PUT", &path).write((self.version)(dossier), key)
    }

    /// Saves, and reads the dossier again.
    pub async fn save(self, server: &Server, actor: &Actor, dossier: &Dossier, body: &Value) -> Dossier {
        let key = format!("save-{}-{}", self.part, (self.version)(dossier));
        let answer = self.call(actor, dossier, &key).json(body).send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let saved: Saved = answer.json();
        assert_eq!(saved.version, (self.version)(dossier) + 1);
        let after = read(server, actor, &dossier.community.code).await;
        assert_eq!((self.version)(&after), saved.version);
        after
    }

    /// Sends bodies that are refused at a place, and sees that nothing was stored.
    pub async fn refuses(self, server: &Server, actor: &Actor, dossier: &Dossier, bodies: &[(Value, &str, &str)]) {
        let revision = server.revision().await;
        for (number, (body, path, why)) in bodies.iter().enumerate() {
            let answer = self.call(actor, dossier, &format!("refused-{number}")).json(body).send().await;
            assert!(says(&answer, path, why), "{path} {why}: {}", answer.text());
        }
        assert_eq!(server.revision().await, revision, "nothing was stored");
        assert_eq!(read(server, actor, &dossier.community.code).await, *dossier);
    }

    /// What is refused of every saving, with a body that would be saved: other forms, other versions, other people.
    pub async fn is_guarded(self, server: &Server, office: &Actor, dossier: &Dossier, body: &Value) {
        let revision = server.revision().await;
        let mut coloured = body.clone();
        coloured["colour"] = json!("red");
        self.call(office, dossier, "a").json(&coloured).send().await.malformed_at(422, "colour", "unknown_field");
        self.call(office, dossier, "b").text("{").send().await.malformed_at(400, "", "not_json");
        self.call(office, dossier, "c").text("[]").send().await.malformed_at(422, "", "wrong_type");
        let long = format!("{{\"x\":\"{}\"}}", "长".repeat(1 << 20));
        self.call(office, dossier, "d").text(&long).send().await.problem(413, "too_large");

        let mut stale = dossier.clone();
        stale.project_community.version += 7;
        stale.community.version += 7;
        stale.project.version += 7;
        let problem = self.call(office, &stale, "e").json(body).send().await.problem(409, "stale_version");
        assert_eq!(problem.version, Some((self.version)(dossier)));
        self.call(office, dossier, "f").without("if-match").json(body).send().await.problem(428, "malformed");
        self.call(office, dossier, "g").without("idempotency-key").json(body).send().await.problem(400, "malformed");

        let mut foreign = dossier.clone();
        foreign.project_community.id = foreign.community.id;
        self.call(office, &foreign, "h").json(body).send().await.problem(404, "not_found");
        for role in [Role::Leader, Role::Auditor, Role::Unit, Role::Town, Role::SystemAdministrator] {
            let other = server.actor(role).await;
            self.call(&other, dossier, "i").json(body).send().await.problem(403, "forbidden");
        }
        self.call(&server.anonymous(), dossier, "j").json(body).send().await.problem(401, "unauthenticated");
        assert_eq!(server.revision().await, revision, "nothing was stored");

        let first = self.call(office, dossier, "once").json(body).send().await;
        assert_eq!(first.status, 200, "{}", first.text());
        let stored = server.revision().await;
        let again = self.call(office, dossier, "once").json(body).send().await;
        assert_eq!((again.status, again.body), (200, first.body), "a repetition is answered from the first answer");
        assert_eq!(server.revision().await, stored, "and stored once");
    }
}

/// Whether an answer refuses at a place, for this reason: a `why`, or a rule.
pub fn says(answer: &Answer, path: &str, why: &str) -> bool {
    let problem = answer.problem(422, if answer.text().contains("\"refused\"") { "refused" } else { "malformed" });
    let found = problem.findings.iter().find(|finding| finding.path == path);
    found.is_some_and(|finding| finding.params.text("why") == Some(why) || finding.rule == why)
}
