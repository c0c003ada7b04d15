//! Sending what somebody has entered of the programme: once for one content, with the version that was seen.

use crate::{
    client::{Client, Failure, Options},
    ids::new_id,
    session::Session,
};
use anju_domain::{
    api::{Endpoint, ReadSession, Saved},
    finding::Finding,
};
use leptos::{prelude::*, task::spawn_local};

/// What is being sent, and what became of it.
#[derive(Clone, Copy)]
pub(super) struct Keeping {
    client: Client,
    pub(super) busy: RwSignal<bool>,
    pub(super) failure: RwSignal<Option<Failure>>,
    /// What was sent last, with its key: asked again after a lost answer, it is done once.
    sent: StoredValue<Option<(String, String)>>,
}

impl Keeping {
    pub(super) fn new() -> Self {
        Self {
            client: expect_context(),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            sent: StoredValue::new(None),
        }
    }

    /// What the server found wrong.
    pub(super) fn findings(self) -> Vec<Finding> {
        self.failure.get().map(|failure| failure.findings().to_vec()).unwrap_or_default()
    }

    /// Reads anew who is signed in: the head of every page and the names of bodies are as they were saved.
    pub(super) fn renew(self, session: Session) {
        spawn_local(async move {
            if let Ok(view) = self.client.send::<ReadSession>(&[], &(), &(), Options::default()).await {
                session.begin(view);
            }
        });
    }

    /// Sends a request; `saved` is called once it is stored, `refused` when it is not.
    pub(super) fn send<E: Endpoint<Query = (), Reply = Saved> + 'static>(
        self,
        request: E::Request,
        seen: Option<i64>,
        saved: impl FnOnce() + 'static,
        refused: impl FnOnce(&Failure) + 'static,
    ) where
        E::Request: 'static,
    {
        if self.busy.get_untracked() {
            return;
        }
        let content = format!("{seen:?} {}", serde_json::to_string(&request).unwrap_or_default());
        let key = match self.sent.get_value() {
            Some((before, key)) if before == content => key,
            _ => new_id().to_string(),
        };
        self.sent.set_value(Some((content, key.clone())));
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let options = Options { if_match: seen, idempotency_key: Some(key) };
            let answer = self.client.send::<E>(&[], &(), &request, options).await;
            // The page may have been left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(_) => saved(),
                Err(failure) => {
                    refused(&failure);
                    self.failure.set(Some(failure));
                }
            }
        });
    }
}
