//! Gives a file to each of the chosen tasks: one act a task, with what the task has already, so that one that fails leaves
//! the others done.

use super::super::{
    draft::{self, Draft},
    files::Bringing,
};
use crate::{
    client::{Client, Failure, Options},
    ids::new_id,
};
use anju_domain::{
    acts::DutyEntry,
    api::{Endpoint, PostSubmission, ReadDuty, Saved},
    language::Text,
    model::DutyTask,
    policy::stages::TaskStatus,
    words::duties as words,
};
use leptos::{prelude::*, task::spawn_local};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What became of a task: what was done, or why not.
pub(super) type Outcome = Result<Text, Failure>;

/// What was chosen and brought, and what became of it.
#[derive(Clone, Copy)]
pub(super) struct Sender {
    pub(super) bringing: Bringing,
    pub(super) chosen: RwSignal<BTreeSet<Uuid>>,
    /// For tasks that have no text yet.
    pub(super) report: RwSignal<String>,
    pub(super) outcomes: RwSignal<Vec<(Uuid, Outcome)>>,
    pub(super) busy: RwSignal<bool>,
    /// The key of each content that was sent: sending it again makes no second one.
    keys: StoredValue<BTreeMap<String, Uuid>>,
    client: Client,
}

impl Sender {
    pub(super) fn new() -> Self {
        Self {
            bringing: Bringing::new(),
            chosen: RwSignal::new(BTreeSet::new()),
            report: RwSignal::new(String::new()),
            outcomes: RwSignal::new(Vec::new()),
            busy: RwSignal::new(false),
            keys: StoredValue::new(BTreeMap::new()),
            client: expect_context(),
        }
    }

    /// Chooses a task, or leaves it out.
    pub(super) fn choose(self, id: Uuid) {
        self.chosen.update(|chosen| {
            if !chosen.remove(&id) {
                chosen.insert(id);
            }
        });
    }

    pub(super) fn has_told(self) -> bool {
        self.outcomes.with(|outcomes| !outcomes.is_empty())
    }

    /// What is missing before it can be sent; `open` are the tasks that may be chosen.
    pub(super) fn lacking(self, open: Vec<Uuid>) -> Option<Text> {
        let has_task = self.chosen.with(|chosen| open.iter().any(|id| chosen.contains(id)));
        let has_file = self.bringing.files.with(|files| files.iter().any(|file| file.here().is_some()));
        match () {
            () if !has_task => Some(words::FILE_ONCE_NO_TASK),
            () if self.bringing.under_way() > 0 => Some(words::FILE_ONCE_WAITING),
            () if !has_file => Some(words::FILE_ONCE_NO_FILE),
            () => None,
        }
    }

    /// Sends or saves every chosen task, one after the other.
    pub(super) fn send<E>(self, done: Text)
    where
        E: Endpoint<Query = (), Request = DutyEntry, Reply = Saved> + 'static,
    {
        let (tasks, files) = (self.chosen.get_untracked(), self.bringing.arrived());
        self.outcomes.set(Vec::new());
        self.busy.set(true);
        spawn_local(async move {
            let mut all = true;
            for id in tasks {
                let outcome = self.send_one::<E>(id, &files).await.map(|()| done);
                all &= outcome.is_ok();
                if outcome.is_ok() {
                    self.chosen.try_update(|chosen| chosen.remove(&id));
                }
                self.outcomes.try_update(|outcomes| outcomes.push((id, outcome)));
            }
            if all {
                self.bringing.files.try_set(Vec::new());
                self.report.try_set(String::new());
            }
            self.busy.try_set(false);
        });
    }

    async fn send_one<E>(self, id: Uuid, files: &[Uuid]) -> Result<(), Failure>
    where
        E: Endpoint<Query = (), Request = DutyEntry, Reply = Saved> + 'static,
    {
        let place = id.to_string();
        let task = self.client.send::<ReadDuty>(&[&place], &(), &(), Options::default()).await?.task;
        let was_sent = task.status == TaskStatus::Submitted && files.iter().all(|file| task.evidence.contains(file));
        if was_sent && E::PATH == PostSubmission::PATH {
            // The answer of the time before was lost.
            return Ok(());
        }
        let typed = self.report.try_get_untracked().unwrap_or_default();
        let kept = draft::kept(id).filter(|draft| draft.version == task.version);
        let entry = with_files(&task, kept.as_ref(), &typed, files);
        let content = serde_json::to_string(&(E::PATH, id, task.version, &entry)).unwrap_or_default();
        let key = self.keys.try_update_value(|keys| *keys.entry(content).or_insert_with(new_id));
        let options = Options { if_match: Some(task.version), idempotency_key: key.map(|key| key.to_string()) };
        self.client.send::<E>(&[&place], &(), &entry, options).await?;
        draft::drop(id);
        Ok(())
    }
}

/// The task as it stands here, a draft of this device before what is saved, with the files beside its own. The typed text
/// stands only where there is none.
fn with_files(task: &DutyTask, draft: Option<&Draft>, typed: &str, files: &[Uuid]) -> DutyEntry {
    let (report, mut evidence) = match draft {
        Some(draft) => (&draft.report, draft.files.iter().map(|file| file.id).collect()),
        None => (&task.report, task.evidence.clone()),
    };
    let new: Vec<Uuid> = files.iter().filter(|file| !evidence.contains(file)).copied().collect();
    evidence.extend(new);
    let report = if report.trim().is_empty() { typed } else { report };
    DutyEntry { report: report.to_owned(), evidence }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_domain::model::Evidence;

    #[test]
    fn a_task_keeps_what_it_has_and_gets_the_file_once() {
        let id = Uuid::from_u128;
        let task = DutyTask { report: "已查".to_owned(), evidence: vec![id(1)], ..DutyTask::default() };
        let entry = with_files(&task, None, "新写", &[id(1), id(2)]);
        assert_eq!((entry.report.as_str(), entry.evidence), ("已查", vec![id(1), id(2)]));
        let bare = with_files(&DutyTask::default(), None, "新写", &[id(2)]);
        assert_eq!((bare.report.as_str(), bare.evidence), ("新写", vec![id(2)]));
        let file = Evidence { id: id(3), ..Evidence::default() };
        let draft = Draft { version: 1, report: "草稿".to_owned(), files: vec![file] };
        let drafted = with_files(&task, Some(&draft), "新写", &[id(2)]);
        assert_eq!((drafted.report.as_str(), drafted.evidence), ("草稿", vec![id(3), id(2)]));
    }
}
