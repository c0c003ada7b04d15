//! The clients: each writes without pause until the server is gone, and some go away before they are answered.

use super::ledger::{Attempt, Ledger, version_of};
use anju_domain::{
    acts::{CommitmentEntry, FundingEntry},
    api::DutyView,
    model::{Dossier, Role},
    policy::stages::TaskStatus,
};
use anju_server::first_accounts::new_id;
use anju_tests::{
    actor::{Actor, Answer},
    dice::Dice,
    tasks::{LIST, pdf},
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::time::Duration;
use uuid::Uuid;

/// A picture of one dot; what follows its end makes no other picture of it.
const DOT: &[u8] = b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00\x3a\x7e\x9b\x55\x00\x00\x00\x0a\x49\x44\x41\x54\x78\x9c\x63\x68\x00\x00\x00\x82\x00\x81\x77\xcd\x72\xb6\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

/// What every client has.
#[derive(Clone, Debug)]
pub(super) struct Client {
    pub(super) ledger: Ledger,
    pub(super) office: Actor,
    pub(super) unit: Actor,
    pub(super) dice: Dice,
    /// What its marks begin with.
    pub(super) name: String,
    pub(super) count: u64,
    /// Whether it waits for every answer.
    pub(super) is_patient: bool,
}

impl Client {
    fn mark(&mut self) -> String {
        self.count += 1;
        format!("{}-{}", self.name, self.count)
    }

    fn actor(&self, role: Role) -> &Actor {
        if role == Role::Unit { &self.unit } else { &self.office }
    }

    /// Writes. Once in a while it does not wait for the answer; nothing is known then.
    async fn write(&mut self, attempt: Attempt) -> Option<Answer> {
        let actor = self.actor(attempt.role).clone();
        let patience = if !self.is_patient && self.dice.once_in(8) { self.dice.below(8) } else { 60_000 };
        tokio::time::timeout(Duration::from_millis(patience), self.ledger.send(&actor, attempt)).await.ok()?
    }

    /// Reads; nothing when the server is gone.
    async fn read<T: DeserializeOwned>(&self, path: &str) -> Option<T> {
        let answer = self.office.call("GET", path).try_send().await.ok()?;
        serde_json::from_slice(&answer.body).ok()
    }

    fn funding(&mut self, dossier: &Dossier, version: i64) -> Attempt {
        let mark = self.mark();
        let entries = dossier.project_community.commitments.iter().cloned().map(CommitmentEntry::from);
        let mut commitments: Vec<CommitmentEntry> = entries.collect();
        commitments[0].provider.clone_from(&mark);
        let object = dossier.project_community.id;
        let path = format!("/api/v1/dossiers/{object}/funding");
        let body = serde_json::to_vec(&FundingEntry { commitments }).unwrap();
        let role = Role::Office;
        let version = Some(version);
        Attempt {
            mark,
            act: "save_funding",
            object,
            role,
            method: "PUT",
            path,
            version,
            has_key: true,
            body,
            answer: None,
        }
    }

    /// Saves the funding of a project community, a few times with the version that the last answer gave; nothing when
    /// the server is gone.
    pub(super) async fn saves_some(&mut self, id: Uuid) -> Option<()> {
        let dossier: Dossier = self.read(&format!("/api/v1/dossiers/{id}")).await?;
        let mut version = Some(dossier.project_community.version);
        for _ in 0..=self.dice.below(4) {
            let Some(seen) = version else { break };
            let attempt = self.funding(&dossier, seen);
            version = self.write(attempt).await.as_ref().and_then(version_of);
        }
        Some(())
    }

    /// Saves the funding until the server is gone.
    pub(super) async fn saves_funding(mut self, id: Uuid) {
        while self.saves_some(id).await.is_some() {}
    }

    /// One save of the funding of a project community as it stands.
    pub(super) async fn one_save(&mut self, id: Uuid) -> Option<Attempt> {
        let dossier: Dossier = self.read(&format!("/api/v1/dossiers/{id}")).await?;
        Some(self.funding(&dossier, dossier.project_community.version))
    }

    /// Brings a file; gives its identity when it was kept.
    pub(super) async fn brings(&mut self) -> Option<Uuid> {
        let object = new_id(1_665_187_200_000);
        let mut body = if self.dice.once_in(3) { DOT.to_vec() } else { pdf("") };
        // Once in a while the content that somebody has brought before.
        let content = if self.dice.once_in(4) { "the same".to_owned() } else { self.mark() };
        body.extend(content.bytes());
        let longer = usize::try_from(self.dice.below(3) * self.dice.below(100_000)).unwrap_or_default();
        body.resize(body.len() + longer, b' ');
        let attempt = Attempt {
            mark: object.to_string(),
            act: "bring_evidence",
            object,
            role: Role::Unit,
            method: "PUT",
            path: format!("/api/v1/evidence/{object}?name=scan.pdf"),
            version: None,
            has_key: false,
            body,
            answer: None,
        };
        self.write(attempt).await.filter(|answer| answer.status == 200).map(|_| object)
    }

    /// Brings files.
    pub(super) async fn brings_files(mut self) {
        while self.read::<Value>("/api/v1/session").await.is_some() {
            for _ in 0..4 {
                self.brings().await;
            }
        }
    }

    fn on_task(&mut self, role: Role, act: &'static str, view: &DutyView, body: impl FnOnce(&str) -> Value) -> Attempt {
        let mark = self.mark();
        let body = serde_json::to_vec(&body(&mark)).unwrap();
        let (method, last) = match act {
            "save_duty" => ("PUT", ""),
            "submit_duty" => ("POST", "/submission"),
            _ => ("POST", "/review"),
        };
        let (object, version) = (view.task.id, Some(view.task.version));
        let path = format!("{LIST}/{object}{last}");
        Attempt { mark, act, object, role, method, path, version, has_key: true, body, answer: None }
    }

    /// Returns a task that was sent as the office, or saves or sends it with a file as its unit; nothing when the server
    /// is gone.
    pub(super) async fn works_once(&mut self, task: Uuid) -> Option<()> {
        let view: DutyView = self.read(&format!("{LIST}/{task}")).await?;
        let attempt = if view.task.status == TaskStatus::Submitted {
            let said = |mark: &str| json!({ "verdict": "退回", "said": mark });
            self.on_task(Role::Office, "review_duty", &view, said)
        } else {
            let Some(file) = self.brings().await else { return Some(()) };
            let act = if self.dice.once_in(2) { "save_duty" } else { "submit_duty" };
            let entry = |mark: &str| json!({ "report": mark, "evidence": [file] });
            self.on_task(Role::Unit, act, &view, entry)
        };
        self.write(attempt).await;
        Some(())
    }

    /// Works on a task until the server is gone.
    pub(super) async fn works_on(mut self, task: Uuid) {
        while self.works_once(task).await.is_some() {}
    }

    /// Enters duties that have arisen.
    pub(super) async fn raises_duties(mut self) {
        while self.read::<Value>("/api/v1/session").await.is_some() {
            let object = new_id(1_665_187_200_000);
            let body = serde_json::to_vec(&json!({ "id": object, "duty": "09.1", "occasion": self.mark() })).unwrap();
            let attempt = Attempt {
                mark: object.to_string(),
                act: "raise_duty",
                object,
                role: Role::Office,
                method: "POST",
                path: LIST.to_owned(),
                version: None,
                has_key: true,
                body,
                answer: None,
            };
            self.write(attempt).await;
        }
    }
}
