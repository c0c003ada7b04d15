//! The files of a form: those that the server keeps and those on their way, each with how far it has come.

use crate::{
    client::{Client, Failure},
    ids::new_id,
    preferences::language,
    upload::{self, Sending},
};
use anju_domain::{
    language::{Language, Text},
    model::Evidence,
};
use leptos::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;
use web_sys::{File, FileList, XmlHttpRequest};

/// A file of a form.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FileItem {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) size: i64,
    pub(crate) state: FileState,
}

/// How a file stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum FileState {
    /// The server keeps it, or is being sent it, or did not get it.
    Sent(Sending),
    /// It is not sent at all.
    Unfit(Text),
}

impl FileItem {
    /// A file that the server keeps.
    pub(crate) fn kept(evidence: &Evidence) -> Self {
        Self {
            id: evidence.id,
            name: evidence.name.clone(),
            size: evidence.size,
            state: FileState::Sent(Sending::Here(evidence.clone())),
        }
    }

    /// What the server keeps of it.
    pub(crate) const fn here(&self) -> Option<&Evidence> {
        match &self.state {
            FileState::Sent(Sending::Here(evidence)) => Some(evidence),
            _ => None,
        }
    }

    /// Whether it is on its way.
    pub(crate) const fn is_under_way(&self) -> bool {
        matches!(self.state, FileState::Sent(Sending::Percent(_)))
    }

    /// Why it is not there.
    pub(crate) fn failure(&self) -> Option<Result<Failure, Text>> {
        match &self.state {
            FileState::Sent(Sending::Failed(failure)) => Some(Ok(failure.clone())),
            FileState::Unfit(why) => Some(Err(*why)),
            FileState::Sent(_) => None,
        }
    }
}

/// The contents and requests of files on their way; only the browser holds them.
type Outgoing = BTreeMap<Uuid, (File, Option<XmlHttpRequest>)>;
/// Told when a file has arrived or was left out.
type Told = Option<Box<dyn Fn()>>;

/// The files of a form, being brought to the server.
#[derive(Clone, Copy)]
pub(crate) struct Bringing {
    pub(crate) files: RwSignal<Vec<FileItem>>,
    client: Client,
    language: RwSignal<Language>,
    outgoing: StoredValue<Outgoing, LocalStorage>,
    told: StoredValue<Told, LocalStorage>,
}

impl Bringing {
    /// None yet. What the network has lost is sent again once it is back.
    pub(crate) fn new() -> Self {
        let bringing = Self {
            files: RwSignal::new(Vec::new()),
            client: expect_context(),
            language: language(),
            outgoing: StoredValue::new_local(Outgoing::new()),
            told: StoredValue::new_local(None),
        };
        let back = window_event_listener_untyped("online", move |_| bringing.send_lost());
        on_cleanup(move || back.remove());
        bringing
    }

    /// Whom to tell when a file has arrived or was left out.
    pub(crate) fn tell(self, told: impl Fn() + 'static) {
        self.told.set_value(Some(Box::new(told)));
    }

    /// Takes files that were dropped or picked and sends each.
    pub(crate) fn bring(self, files: Option<FileList>) {
        let Some(files) = files else { return };
        for file in (0..files.length()).filter_map(|index| files.item(index)) {
            let id = new_id();
            let unfit = upload::unfit(&file);
            let state = unfit.map_or(FileState::Sent(Sending::Percent(0)), FileState::Unfit);
            self.files.update(|all| {
                all.push(FileItem { id, name: file.name(), size: file.size() as i64, state });
            });
            if unfit.is_none() {
                self.outgoing.update_value(|all| {
                    all.insert(id, (file, None));
                });
                self.send_file(id);
            }
        }
    }

    /// Sends a file, anew under the same identity when it did not arrive.
    pub(crate) fn send_file(self, id: Uuid) {
        let Some(file) = self.outgoing.with_value(|all| all.get(&id).map(|(file, _)| file.clone())) else { return };
        self.came(id, Sending::Percent(0));
        let request = upload::send(id, &file, self.language.get_untracked(), move |state| self.came(id, state));
        match request {
            Ok(request) => self.outgoing.update_value(|all| {
                all.insert(id, (file, Some(request)));
            }),
            Err(failure) => self.came(id, Sending::Failed(failure)),
        }
    }

    /// Sends what the network has lost, once it is back.
    fn send_lost(self) {
        let is_lost = |file: &&FileItem| matches!(file.failure(), Some(Ok(Failure::Unreachable)));
        let lost: Vec<Uuid> = self
            .files
            .try_with_untracked(|files| files.iter().filter(is_lost).map(|file| file.id).collect())
            .unwrap_or_default();
        lost.into_iter().for_each(|id| self.send_file(id));
    }

    fn came(self, id: Uuid, state: Sending) {
        let arrived = matches!(state, Sending::Here(_));
        if let Sending::Failed(failure) = &state
            && failure.is_unauthenticated()
        {
            self.client.session.end(crate::session::Ending::Expired);
        }
        // The form may be gone while a file was on its way.
        self.files.try_update(|all| {
            if let Some(item) = all.iter_mut().find(|item| item.id == id) {
                item.state = FileState::Sent(state);
            }
        });
        if arrived {
            self.outgoing.try_update_value(|all| all.remove(&id));
            self.changed();
        }
    }

    /// Leaves a file out; one on its way is stopped.
    pub(crate) fn leave_out(self, id: Uuid) {
        if let Some((_, Some(request))) = self.outgoing.try_update_value(|all| all.remove(&id)).flatten() {
            let _ = request.abort();
        }
        self.files.update(|all| all.retain(|item| item.id != id));
        self.changed();
    }

    fn changed(self) {
        self.told.try_with_value(|told| {
            if let Some(told) = told {
                told();
            }
        });
    }

    /// The identities of the files that have arrived, in order.
    pub(crate) fn arrived(self) -> Vec<Uuid> {
        self.files.with_untracked(|files| files.iter().filter_map(FileItem::here).map(|file| file.id).collect())
    }

    /// How many are on their way.
    pub(crate) fn under_way(self) -> usize {
        self.files.with(|files| files.iter().filter(|file| file.is_under_way()).count())
    }
}
