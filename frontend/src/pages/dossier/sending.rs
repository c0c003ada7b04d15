//! Sending an act on the dossier: once, with the version that was seen, and what the answer means.

use super::{context::DossierContext, kept::Kept, stops::Stops};
use crate::{
    client::{Client, Failure},
    one_key::OneKey,
    preferences::language,
};
use anju_domain::{
    api::{Endpoint, Saved},
    finding::{Finding, Severity},
    language::{Language, Text},
    words::fill,
};
use leptos::{prelude::*, task::spawn_local};

/// An act on its way, and what became of it.
#[derive(Clone, Copy)]
pub(super) struct Sending {
    context: DossierContext,
    client: Client,
    pub(super) busy: RwSignal<bool>,
    pub(super) failure: RwSignal<Option<Failure>>,
    key: OneKey,
}

impl Sending {
    /// Of an act that was not sent yet.
    pub(super) fn new(context: DossierContext) -> Self {
        Self {
            context,
            client: expect_context(),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            key: OneKey::new(),
        }
    }

    /// Sends it; `told` is what is said above the rail when it was done.
    pub(super) fn send<E: Endpoint<Query = (), Reply = Saved> + 'static>(
        self,
        version: i64,
        request: E::Request,
        told: Text,
        language: Language,
        done: impl FnOnce() + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        let options = self.key.options(version, &serde_json::to_string(&request).unwrap_or_default());
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = self.client.send::<E>(&[&self.context.id()], &(), &request, options).await;
            // The form stays until what it has left is here: whoever goes on at once goes on from there.
            if answer.is_ok() {
                self.context.read_after_act().await;
            }
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(_) => {
                    self.key.forget();
                    self.context.done.set(Some(told.get(language).to_owned()));
                    self.context.refused.set(Vec::new());
                    done();
                }
                Err(failure) => {
                    // Whoever has saved meanwhile is seen at once; what is typed here stays.
                    if failure.is_stale() {
                        self.context.ask();
                    }
                    self.failure.set(Some(failure));
                }
            }
        });
    }
}

/// Why it was not done: what stops it, each with the place where it is mended.
#[component]
pub(super) fn Refusal(
    sending: Sending,
    title: Text,
    /// What the form keeps: where it shows both versions, nothing else is said of somebody else's.
    #[prop(optional)]
    kept: Option<Kept>,
) -> impl IntoView {
    let language = language();
    move || {
        let failure = sending.failure.get()?;
        if failure.is_stale() && kept.is_some_and(Kept::is_stale) {
            return None;
        }
        let language = language.get();
        let found = failure.findings().to_vec();
        let stops = found.iter().filter(|one| one.severity == Severity::E).count();
        Some(if stops == 0 {
            view! {
                <p class="errors" role="alert"><b>{failure.title(language)}</b>" "{failure.detail(language)}</p>
            }
            .into_any()
        } else {
            view! {
                <div class="errors" role="alert">
                    <h3>{fill(title, language, &[("n", &stops.to_string())])}</h3>
                    <Stops found />
                </div>
            }
            .into_any()
        })
    }
}

/// Only what stops.
pub(super) fn stopping(found: Vec<Finding>) -> Vec<Finding> {
    found.into_iter().filter(|one| one.severity == Severity::E).collect()
}
