//! A form that is a page of its own: what is typed is checked, sent once, and what is wrong is said and led to.

use super::error_summary::{ERROR_SUMMARY, ErrorSummary, FormError};
use crate::{
    browser,
    client::{Client, Failure, Options},
    preferences::{language, say},
    title,
};
use anju_domain::{api::Endpoint, language::Text};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// What a form knows of its own sending.
#[derive(Clone, Copy)]
pub(crate) struct Submission {
    client: Client,
    errors: RwSignal<Vec<FormError>>,
    failure: RwSignal<Option<Failure>>,
    busy: RwSignal<bool>,
    error_mark: RwSignal<bool>,
}

impl Submission {
    /// Of a form that was not sent yet.
    pub(crate) fn new() -> Self {
        Self {
            client: expect_context(),
            errors: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
            error_mark: title::error_mark(),
        }
    }

    /// What is wrong with a field.
    pub(crate) fn error_of(self, field: &'static str) -> Signal<Option<Text>> {
        let errors = self.errors;
        Signal::derive(move || errors.read().iter().find(|(_, about)| *about == field).map(|(text, _)| *text))
    }

    /// Says what is wrong, and leads there.
    pub(crate) fn refuse(self, found: Vec<FormError>) {
        self.errors.try_set(found);
        self.error_mark.set(true);
        browser::focus_soon(ERROR_SUMMARY);
    }

    /// Says why it could not be done.
    pub(crate) fn fail(self, failure: Failure) {
        self.failure.try_set(Some(failure));
    }

    /// Sends the request when nothing was found wrong with it; `answered` says what the answer means. The page may
    /// have been left meanwhile.
    pub(crate) fn send<E: Endpoint<Query = ()> + 'static>(
        self,
        request: E::Request,
        found: Vec<FormError>,
        answered: impl FnOnce(Result<E::Reply, Failure>) + 'static,
    ) {
        self.failure.set(None);
        if !found.is_empty() {
            return self.refuse(found);
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = self.client.send::<E>(&[], &(), &request, Options::default()).await;
            self.busy.try_set(false);
            self.errors.try_set(Vec::new());
            self.error_mark.set(false);
            answered(answer);
        });
    }
}

/// The form with its fields: what is wrong above, its button below. `submit` is not called while it is being sent.
#[component]
pub(crate) fn SubmitForm(
    submission: Submission,
    lead: Text,
    button: Text,
    button_busy: Text,
    submit: impl Fn() + 'static,
    children: Children,
) -> impl IntoView {
    let Submission { errors, failure, busy, .. } = submission;
    let language = language();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            submit();
        }
    };
    view! {
        <ErrorSummary errors />
        {move || failure.get().map(|failure| view! {
            <p class="errors" role="alert">
                <b>{failure.title(language.get())}</b> " " {failure.detail(language.get())}
            </p>
        })}
        <p class="lead">{say(lead)}</p>
        <form on:submit=submit novalidate>
            {children()}
            <button class="btn main" type="submit" aria-disabled=move || busy.get().then_some("true")>
                {move || if busy.get() { button_busy } else { button }.get(language.get())}
            </button>
        </form>
    }
    .into_any()
}
