//! What is persisted, as the audit chain, the objects and the folder of the files show it, compared with the ledger.

use super::ledger::Attempt;
use anju_domain::{
    acts::Actor,
    api::{AuditQuery, AuditRecord},
    model::Role,
};
use anju_storage::{Storage, TaskActor};
use anju_tests::database::Database;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use uuid::Uuid;

/// A write that is persisted.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    act: String,
    object: Uuid,
    /// The version that the object has from this entry on.
    pub(super) version: i64,
}

/// What the audit chain says, read on from where it was read before.
#[derive(Debug, Default)]
pub(super) struct Book {
    programme: Uuid,
    /// Sequence number and hash of the last entry that was read.
    head: (i64, String),
    /// The writes of clients by their marks.
    pub(super) entries: BTreeMap<String, Entry>,
    versions: BTreeMap<Uuid, i64>,
    /// Digests of the files that have a row.
    digests: BTreeSet<String>,
    attempted: BTreeMap<String, (&'static str, Uuid)>,
}

impl Book {
    /// The book of a programme as it stands before anybody writes.
    pub(super) async fn open(storage: &Storage, programme: Uuid) -> Self {
        let mut book = Self { programme, ..Self::default() };
        for dossier in storage.dossiers(programme).await.unwrap() {
            book.versions.insert(dossier.project_community.id, dossier.project_community.version);
        }
        book.read_on(storage).await;
        book
    }

    /// Reads what came since.
    async fn read_on(&mut self, storage: &Storage) -> BTreeSet<Uuid> {
        let mut new: Vec<AuditRecord> = Vec::new();
        let mut before = None;
        'pages: loop {
            let query = AuditQuery { before, limit: Some(200), ..AuditQuery::default() };
            let page = storage.audit_page(self.programme, &query).await.unwrap();
            for record in page.entries {
                before = Some(record.sequence);
                if record.sequence <= self.head.0 {
                    assert_eq!((record.sequence, &record.hash), (self.head.0, &self.head.1), "the chain goes on");
                    break 'pages;
                }
                new.push(record);
            }
            if !page.more {
                assert_eq!(self.head.0, 0, "the entries that were read before are there");
                break;
            }
        }
        let mut touched = BTreeSet::new();
        for record in new.into_iter().rev() {
            self.head = (record.sequence, record.hash.clone());
            if record.user != "anju" {
                touched.insert(self.enter(&record));
            }
        }
        touched
    }

    /// Enters a write of a client; gives its object.
    fn enter(&mut self, record: &AuditRecord) -> Uuid {
        let mark = mark_of(record).unwrap_or_else(|| panic!("an entry that nobody attempted: {record:?}"));
        let object: Uuid = record.object.parse().unwrap();
        if let Some(digest) = record.after["sha256"].as_str() {
            self.digests.insert(digest.to_owned());
        }
        // Tasks that were loaded begin with version 1, as do those that are raised.
        let before = if record.act == "raise_duty" { 0 } else { 1 };
        let version = self.versions.entry(object).or_insert(before);
        *version += 1;
        let entry = Entry { act: record.act.clone(), object, version: *version };
        let twice = self.entries.insert(mark, entry);
        assert!(twice.is_none(), "a write was done twice: {record:?}");
        object
    }

    /// Compares with what was attempted since the last time.
    pub(super) async fn compare(&mut self, storage: &Storage, attempts: &[Attempt]) {
        for attempt in attempts {
            self.attempted.insert(attempt.mark.clone(), (attempt.act, attempt.object));
        }
        let touched = self.read_on(storage).await;
        for (mark, entry) in &self.entries {
            let attempted = self.attempted.get(mark).map(|(act, object)| (*act, *object));
            assert_eq!(attempted, Some((entry.act.as_str(), entry.object)), "persisted ⊆ attempted: {mark}");
        }
        for attempt in attempts {
            let entry = self.entries.get(&attempt.mark);
            if attempt.is_acknowledged() {
                let entry = entry.unwrap_or_else(|| panic!("acknowledged ⊆ persisted: {attempt:?}"));
                let version = attempt.acknowledged_version().unwrap_or(entry.version);
                assert_eq!(version, entry.version, "the answer named the version: {attempt:?}");
            } else if let Some(answer) = &attempt.answer
                && answer.status != 503
            {
                assert_eq!(answer.status, 409, "{}", answer.text());
                assert!(entry.is_none(), "what was refused is not there: {attempt:?}");
            }
        }
        self.compare_versions(storage, &touched).await;
    }

    /// Every object stands where its entries say.
    async fn compare_versions(&self, storage: &Storage, touched: &BTreeSet<Uuid>) {
        let dossiers = storage.dossiers(self.programme).await.unwrap();
        let office = TaskActor { actor: Actor { role: Role::Office, ..Actor::default() }, unit: None };
        for object in touched {
            let dossier = dossiers.iter().find(|dossier| dossier.project_community.id == *object);
            let version = match (dossier, storage.duty(self.programme, &office, *object).await) {
                (Some(dossier), _) => dossier.project_community.version,
                (None, Ok(view)) => view.task.version,
                // A file has no versions.
                (None, Err(_)) => continue,
            };
            assert_eq!(Some(&version), self.versions.get(object), "no half act: {object}");
        }
    }

    /// Every row has its file and every file its content; after a start in a folder of its own there is no file without
    /// a row. (Beside PostgreSQL another server may be receiving: young files stay.)
    pub(super) fn compare_files(&self, database: &Database, is_alone: bool) {
        let lying = files(&database.evidence.join("content"));
        for name in &self.digests {
            assert!(lying.contains(name), "a row without its file: {name}");
        }
        for name in &lying {
            let content = fs::read(database.evidence.join("content").join(name)).unwrap();
            let digest: String = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(digest, *name, "a file is what its name says");
        }
        if is_alone {
            assert_eq!(lying, self.digests, "a file without a row");
            assert_eq!(files(&database.evidence.join("incoming")), BTreeSet::new(), "a file on its way");
            assert!(files(&database.evidence.join("preview")).is_subset(&self.digests), "a preview without a file");
        }
    }
}

fn files(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

/// What only the write of this entry has.
fn mark_of(record: &AuditRecord) -> Option<String> {
    match record.act.as_str() {
        "bring_evidence" | "raise_duty" => Some(record.object.clone()),
        "save_duty" | "submit_duty" => record.after["report"].as_str().map(str::to_owned),
        "review_duty" => record.after["history"].as_array()?.last()?["said"].as_str().map(str::to_owned),
        "save_funding" => provider(&record.after),
        _ => None,
    }
}

/// The value of the first field `provider` at any depth.
fn provider(value: &Value) -> Option<String> {
    match value {
        Value::Object(fields) => match fields.get("provider") {
            Some(Value::String(text)) => Some(text.clone()),
            _ => fields.values().find_map(provider),
        },
        Value::Array(list) => list.iter().find_map(provider),
        _ => None,
    }
}
