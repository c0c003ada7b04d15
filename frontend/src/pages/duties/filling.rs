//! What forms share that are filled in over days, of tasks and of reports: a draft kept in the browser while one types, one key
//! for one content however often it is sent, and what is told above the form.

use super::versions::clock;
use crate::{
    client::{Client, Failure},
    one_key::OneKey,
    preferences::{language, say},
};
use anju_domain::{
    api::{Endpoint, Saved},
    language::Text,
};
use leptos::{prelude::*, task::spawn_local};
use serde::Serialize;
use std::time::Duration;
use uuid::Uuid;

/// A draft is written so long after the first key.
const KEEP_AFTER: Duration = Duration::from_millis(800);

/// What is told above the form.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Notice {
    Said(Text),
    Failed(Failure),
}

/// What came of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is done.
    Done,
    /// Somebody else has saved since.
    Stale,
}

/// A form that is filled in.
#[derive(Clone, Copy)]
pub(crate) struct Filling {
    /// Whether sending was tried with findings: then they are shown as errors.
    pub(crate) tried: RwSignal<bool>,
    pub(crate) notice: RwSignal<Option<Notice>>,
    pub(crate) busy: RwSignal<bool>,
    /// When the draft was written, on the clock of the device.
    pub(crate) kept_at: RwSignal<Option<String>>,
    key: OneKey,
    /// Whether a draft is to be written.
    waiting: StoredValue<bool>,
}

impl Filling {
    pub(crate) fn new() -> Self {
        Self {
            tried: RwSignal::new(false),
            notice: RwSignal::new(None),
            busy: RwSignal::new(false),
            kept_at: RwSignal::new(None),
            key: OneKey::new(),
            waiting: StoredValue::new(false),
        }
    }

    /// Something was typed or brought: what was told is over, and `keep` writes the draft in a while.
    pub(crate) fn touched(self, keep: impl FnOnce() + 'static) {
        if self.notice.try_with_untracked(|notice| matches!(notice, Some(Notice::Said(_)))) == Some(true) {
            self.notice.set(None);
        }
        if self.waiting.try_get_value() == Some(false) {
            self.waiting.set_value(true);
            set_timeout(keep, KEEP_AFTER);
        }
    }

    /// Whether a draft is to be written now; it is not any more afterwards.
    pub(crate) fn takes_turn(self) -> bool {
        let waits = self.waiting.try_get_value() == Some(true);
        if waits {
            self.waiting.set_value(false);
        }
        waits
    }

    /// The draft was written, or there is none any more.
    pub(crate) fn was_kept(self, is_kept: bool) {
        self.kept_at.set(is_kept.then(clock));
    }

    /// Sends an act on the version that was seen, and tells what came of it; `then` follows unless the form was left.
    pub(crate) fn send<E>(
        self,
        client: Client,
        (of, version): (Uuid, i64),
        request: E::Request,
        done: Text,
        then: impl FnOnce(Outcome) + 'static,
    ) where
        E: Endpoint<Query = (), Reply = Saved> + 'static,
        E::Request: Serialize,
    {
        self.notice.set(None);
        self.busy.set(true);
        let content = serde_json::to_string(&(E::PATH, &request)).unwrap_or_default();
        let options = self.key.options(version, &content);
        spawn_local(async move {
            let answer = client.send::<E>(&[&of.to_string()], &(), &request, options).await;
            // Left meanwhile: the form is gone, its draft is kept.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(_) => {
                    self.key.forget();
                    self.tried.set(false);
                    then(Outcome::Done);
                    self.notice.set(Some(Notice::Said(done)));
                }
                Err(failure) => {
                    if failure.is_stale() {
                        then(Outcome::Stale);
                    }
                    self.notice.set(Some(Notice::Failed(failure)));
                }
            }
        });
    }
}

/// What became of the last act.
#[component]
pub(crate) fn Told(filling: Filling) -> impl IntoView {
    let language = language();
    move || {
        filling.notice.get().map(|notice| match notice {
            Notice::Said(text) => view! { <p class="notice" role="status">{say(text)}</p> }.into_any(),
            Notice::Failed(failure) => {
                let found = failure.findings().to_vec();
                view! {
                    <div class="notice stop" role="alert">
                        <b>{failure.title(language.get())}</b>" "{failure.detail(language.get())}
                        <super::findings::Findings found />
                    </div>
                }
                .into_any()
            }
        })
    }
}
