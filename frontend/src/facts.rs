//! The facts of the programme, fetched once: every chart is computed from them in the browser, so that a filter costs
//! no request. They are fetched again when something has changed elsewhere.

use crate::{
    client::{Client, Options},
    live::Live,
    remote::Remote,
};
use anju_domain::{api::ReadFacts, indicators::ProgrammeFacts};
use leptos::prelude::*;

/// The facts of the programme.
#[derive(Clone, Copy)]
pub(crate) struct Facts {
    pub(crate) remote: Remote<ProgrammeFacts>,
    client: Client,
}

impl Facts {
    /// They outlive a page, so that coming back shows the figures at once.
    pub(crate) fn provide() {
        provide_context(Self { remote: Remote::new(), client: expect_context() });
    }

    /// Fetches them now and after every change, as long as the page that asks is open.
    pub(crate) fn follow() -> Self {
        let facts: Self = expect_context();
        let live: Live = expect_context();
        Effect::new(move || {
            live.changes.track();
            facts.ask();
        });
        facts
    }

    /// Fetches them.
    pub(crate) fn ask(self) {
        let Self { remote, client } = self;
        remote.ask(async move { client.send::<ReadFacts>(&[], &(), &(), Options::default()).await });
    }

    /// Forgets them when another user signs in.
    pub(crate) fn forget() {
        let facts: Self = expect_context();
        facts.remote.clear();
    }
}
