//! The application: who is signed in decides whether the pages or the sign-in page are shown.

use crate::{
    facts::Facts,
    live::Live,
    pages::{OpenPage, sign_in::SignInPage},
    parts::{failure::FailureNote, shell::Shell},
    preferences::{Preferences, say},
    route::Address,
    session::{Session, Standing, session},
    title,
};
use anju_domain::words::shell as words;
use leptos::prelude::*;

/// The application.
#[component]
pub(crate) fn App() -> impl IntoView {
    Address::provide();
    Preferences::provide();
    title::provide();
    Session::provide();
    Live::provide();
    Facts::provide();
    view! { <Gate /> }
}

/// The pages for somebody who is signed in, the sign-in page for anybody else, at the same address.
#[component]
fn Gate() -> impl IntoView {
    let session = session();
    let live: Live = expect_context();
    // Only who is signed in to which programme matters here: a page must not be built anew because the session was read
    // again.
    let user =
        Memo::new(move |_| session.view().map(|view| (view.user.clone(), view.programme.as_ref().map(|head| head.id))));
    Effect::new(move || match user.get() {
        Some(_) => live.listen(),
        None => {
            live.stop();
            Facts::forget();
        }
    });
    let standing = Memo::new(move |_| match (user.get(), session.standing.get()) {
        (Some(user), _) => Ok(user),
        (None, standing) => Err(standing),
    });
    move || match standing.get() {
        Ok(_) => view! { <Shell><OpenPage /></Shell> }.into_any(),
        Err(Standing::Out(ending)) => view! { <SignInPage ending /> }.into_any(),
        Err(Standing::Failed(failure)) => view! {
            <main class="gate" id="main">
                <FailureNote failure retry=move || session.ask() />
            </main>
        }
        .into_any(),
        Err(_) => view! { <main class="gate" id="main"><p role="status">{say(words::OPENING)}</p></main> }.into_any(),
    }
}
