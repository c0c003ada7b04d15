//! Who is signed in. A session that ends anywhere shows the sign-in page at the same address, so that nobody loses
//! the page that was open; what was typed is in the drafts.

use crate::{
    browser,
    client::{Client, Failure, Options},
    drafts,
    preferences::preferences,
};
use anju_domain::{
    api::{ReadSession, SessionView, SignOut},
    model::Role,
};
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;

/// Tells whether to ask for the session at all: a stranger is shown the sign-in page without a request that fails.
const HINT: &str = "anju.signed-in";

/// Where the session stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Standing {
    /// Not asked yet.
    #[default]
    Unknown,
    /// Nobody is signed in.
    Out(Ending),
    /// Somebody is.
    In(Arc<SessionView>),
    /// It could not be found out.
    Failed(Failure),
}

/// How the last session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    Never,
    Expired,
    SignedOut,
}

/// The session of this browser.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    pub(crate) standing: RwSignal<Standing>,
}

impl Session {
    /// Asks who is signed in.
    pub(crate) fn provide() -> Self {
        let session = Self { standing: RwSignal::new(Standing::Unknown) };
        provide_context(session);
        provide_context(Client { language: preferences().language, session });
        session.ask();
        session
    }

    /// Asks the server who is signed in.
    pub(crate) fn ask(self) {
        if browser::remembered(HINT).is_none() {
            self.standing.set(Standing::Out(Ending::Never));
            return;
        }
        let client: Client = expect_context();
        spawn_local(async move {
            match client.send::<ReadSession>(&[], &(), &(), Options::default()).await {
                Ok(view) => self.begin(view),
                Err(failure) if failure.is_unauthenticated() => self.end(Ending::Expired),
                Err(failure) => self.standing.set(Standing::Failed(failure)),
            }
        });
    }

    /// Somebody has signed in.
    pub(crate) fn begin(self, view: SessionView) {
        browser::remember(HINT, Some("yes"));
        drafts::belong_to(&view.user);
        self.standing.set(Standing::In(Arc::new(view)));
    }

    /// The session has ended.
    pub(crate) fn end(self, how: Ending) {
        browser::remember(HINT, None);
        self.standing.set(Standing::Out(how));
    }

    /// Signs out.
    pub(crate) fn sign_out(self) {
        let client: Client = expect_context();
        spawn_local(async move {
            // Also when the request fails the page forgets; the server's session then ends by itself.
            let _ = client.send::<SignOut>(&[], &(), &(), Options::default()).await;
            self.end(Ending::SignedOut);
        });
    }

    /// Who is signed in.
    pub(crate) fn view(self) -> Option<Arc<SessionView>> {
        self.standing.with(|standing| match standing {
            Standing::In(view) => Some(Arc::clone(view)),
            _ => None,
        })
    }

    /// The role of who is signed in.
    pub(crate) fn role(self) -> Option<Role> {
        self.view().map(|view| view.role)
    }

    /// Who is signed in, where a page is made for them: another user gets new pages.
    pub(crate) fn view_untracked(self) -> Option<Arc<SessionView>> {
        untrack(|| self.view())
    }
}

/// The session, from anywhere inside the application.
pub(crate) fn session() -> Session {
    expect_context()
}
