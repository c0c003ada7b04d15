//! A file on its way into the ledger: sent and checked, then imported as it was checked.

use crate::{
    browser,
    client::{Client, Failure},
    ids::new_id,
    one_key::OneKey,
    preferences::language,
    session::Ending,
    upload::{self, Sending, unfit},
};
use anju_domain::{
    api::{ImportCommit, ImportQuery, ImportView, Imported, PostImport, PutImport},
    language::{Language, Text},
};
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;
use web_sys::{File, FileList, XmlHttpRequest};

/// What takes the focus when something has come of a file.
pub(super) const RESULT: &str = "import-result";

/// How the file stands.
#[derive(Clone, PartialEq)]
pub(super) enum Standing {
    /// There is none yet.
    None,
    /// It is not sent at all.
    Unfit(Text),
    /// So many percent have gone; at 100 the server checks it.
    Sending(u8),
    /// It did not arrive, or the server does not take it.
    NotTaken(Failure),
    /// What it would change.
    Checked(Arc<ImportView>),
    /// What has come of it.
    Done(Imported),
}

/// A file on its way into the ledger.
#[derive(Clone, Copy)]
pub(super) struct Importing {
    pub(super) name: RwSignal<String>,
    pub(super) standing: RwSignal<Standing>,
    /// Whether it is being imported.
    pub(super) busy: RwSignal<bool>,
    /// Why it was not imported.
    pub(super) failure: RwSignal<Option<Failure>>,
    client: Client,
    language: RwSignal<Language>,
    /// The file itself; only the browser holds it.
    file: StoredValue<Option<File>, LocalStorage>,
    request: StoredValue<Option<XmlHttpRequest>, LocalStorage>,
    key: OneKey,
}

impl Importing {
    /// No file yet. What was said of one is said anew in another language.
    pub(super) fn new() -> Self {
        let importing = Self {
            name: RwSignal::new(String::new()),
            standing: RwSignal::new(Standing::None),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            client: expect_context(),
            language: language(),
            file: StoredValue::new_local(None),
            request: StoredValue::new_local(None),
            key: OneKey::new(),
        };
        on_cleanup(move || importing.stop());
        Effect::new(move |before: Option<Language>| {
            let now = importing.language.get();
            let is_told = importing.standing.with_untracked(|standing| matches!(standing, Standing::Checked(_)));
            if before.is_some_and(|before| before != now) && is_told && !importing.busy.get_untracked() {
                importing.check();
            }
            now
        });
        importing
    }

    /// Takes the first of the files that were dropped or chosen.
    pub(super) fn take(self, files: Option<FileList>) {
        let Some(file) = files.and_then(|files| files.item(0)) else { return };
        if self.busy.get_untracked() {
            return;
        }
        self.stop();
        self.name.set(file.name());
        self.file.set_value(Some(file));
        self.check();
    }

    /// Sends the file to be checked; nothing is stored by that.
    pub(super) fn check(self) {
        self.failure.set(None);
        let Some(file) = self.file.get_value() else { return };
        if let Some(why) = unfit(&file) {
            self.standing.set(Standing::Unfit(why));
            browser::focus_soon(RESULT);
            return;
        }
        self.standing.set(Standing::Sending(0));
        let query = ImportQuery { name: file.name() };
        let language = self.language.get_untracked();
        match upload::send_to::<PutImport>(new_id(), &query, &file, language, move |how| self.came(how)) {
            Ok(request) => self.request.set_value(Some(request)),
            Err(failure) => self.came(Sending::Failed(failure)),
        }
    }

    fn came(self, how: Sending<ImportView>) {
        let standing = match how {
            Sending::Percent(percent) => Standing::Sending(percent),
            Sending::Here(view) => Standing::Checked(Arc::new(view)),
            Sending::Failed(failure) if failure.is_unauthenticated() => {
                self.client.session.end(Ending::Expired);
                return;
            }
            Sending::Failed(failure) => Standing::NotTaken(failure),
        };
        let is_told = !matches!(standing, Standing::Sending(_));
        // The page may have been left meanwhile.
        if self.standing.try_set(standing).is_none() && is_told {
            browser::focus_soon(RESULT);
        }
    }

    /// Stops sending and forgets the file.
    pub(super) fn stop(self) {
        if let Some(request) = self.request.try_update_value(Option::take).flatten() {
            let _ = request.abort();
        }
        self.file.try_set_value(None);
        self.failure.try_set(None);
        self.standing.try_set(Standing::None);
    }

    /// Imports what was checked: all of it, or the rows without faults.
    pub(super) fn import(self, good_rows_only: bool) {
        let Standing::Checked(view) = self.standing.get_untracked() else { return };
        if self.busy.get_untracked() {
            return;
        }
        let options = self.key.options(view.revision, &format!("{} {good_rows_only}", view.id));
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let request = ImportCommit { good_rows_only };
            let answer = self.client.send::<PostImport>(&[&view.id.to_string()], &(), &request, options).await;
            // The page was left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(done) => {
                    self.file.set_value(None);
                    self.standing.set(Standing::Done(done));
                }
                Err(failure) => self.failure.set(Some(failure)),
            }
            browser::focus_soon(RESULT);
        });
    }
}
