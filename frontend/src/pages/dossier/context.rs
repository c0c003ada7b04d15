//! What the parts of a dossier's page share: what is saved, what is being typed, what the rules say of it.

use crate::{
    client::{Client, Failure, Options},
    findings::{self, Shown},
    live::Live,
    remote::Remote,
    session::session,
};
use anju_domain::{
    api::ReadDossier,
    facts::next_gate,
    finding::{Finding, Gate},
    model::Dossier,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// What the parts of a dossier's page share.
#[derive(Clone, Copy)]
pub(crate) struct DossierContext {
    id: Memo<String>,
    client: Client,
    /// What the server holds.
    pub(crate) saved: Remote<Dossier>,
    /// The dossier with what is being typed, while a tab is a form that was touched.
    pub(crate) typed: RwSignal<Option<Arc<Dossier>>>,
    /// What is shown: typed, else saved.
    pub(crate) current: Memo<Option<Arc<Dossier>>>,
    /// What the server said when it refused the latest act.
    pub(crate) refused: RwSignal<Vec<Finding>>,
    /// What was done, to be told above the rail.
    pub(crate) done: RwSignal<Option<String>>,
}

impl DossierContext {
    /// Reads the dossier of the address, and again whenever something has changed elsewhere.
    pub(super) fn provide(id: Memo<String>) -> Self {
        let saved = Remote::new();
        let typed = RwSignal::new(None::<Arc<Dossier>>);
        let context = Self {
            id,
            client: expect_context(),
            saved,
            typed,
            current: Memo::new(move |_| typed.get().or_else(|| saved.get())),
            refused: RwSignal::new(Vec::new()),
            done: RwSignal::new(None),
        };
        provide_context(context);
        let live: Live = expect_context();
        Effect::new(move |before: Option<String>| {
            live.changes.track();
            let id = id.get();
            if before.is_some_and(|before| before != id) {
                saved.clear();
                typed.set(None);
                context.refused.set(Vec::new());
                context.done.set(None);
            }
            context.ask();
            id
        });
        context
    }

    /// Reads the dossier again.
    pub(crate) fn ask(self) {
        let Self { client, .. } = self;
        let id = self.id.get_untracked();
        self.saved.ask(async move { client.send::<ReadDossier>(&[&id], &(), &(), Options::default()).await });
    }

    /// Reads it after an act, and waits for it: what is done next is done on the versions that the act has left, not on
    /// those before it.
    pub(crate) async fn read_after_act(self) {
        let Self { client, .. } = self;
        let Some(id) = self.id.try_get_untracked() else { return };
        let asked = id.clone();
        let answer = async move {
            let answer = client.send::<ReadDossier>(&[&asked], &(), &(), Options::default()).await;
            // Another community is open by now.
            if self.id.try_get_untracked() == Some(asked) { answer } else { Err(Failure::Unreachable) }
        };
        // What was asked for meanwhile has lost its turn: a connection that broke must not leave the page behind.
        if !self.saved.wait_for(answer).await && self.id.try_get_untracked().is_some_and(|now| now == id) {
            self.ask();
        }
    }

    /// The identity of the project community, as it stands in the address.
    pub(crate) fn id(self) -> String {
        self.id.get_untracked()
    }

    /// What the rules say of what is shown, now and at the next gate.
    pub(crate) fn findings(self) -> Vec<Shown> {
        self.current.get().map(|dossier| findings::of_dossier(&dossier, today())).unwrap_or_default()
    }

    /// The gate at which what is shown was judged: the next one, or saving when none is left.
    pub(crate) fn judged_at(self) -> Gate {
        let next = |dossier: Arc<Dossier>| {
            let entry = &dossier.project_community;
            next_gate(entry.stage, entry.plan.is_some())
        };
        self.current.get().and_then(next).unwrap_or(Gate::G0)
    }

    /// What the rules say of what is saved at a gate: the very list by which the server would refuse or allow.
    pub(crate) fn at_gate(self, gate: Gate) -> Vec<Shown> {
        self.saved.get().map(|dossier| findings::at_gate(&dossier, gate, today())).unwrap_or_default()
    }
}

/// The programme's day, as the server says it.
pub(crate) fn today() -> NaiveDate {
    session().view().map(|view| view.today).unwrap_or_default()
}

/// The dossier of the page, from any of its parts.
pub(crate) fn dossier() -> DossierContext {
    expect_context()
}
