//! 修改密码: the own password.

use crate::{
    browser,
    client::{Client, Failure, Options},
    parts::{
        error_summary::{ERROR_SUMMARY, ErrorSummary, FormError},
        field::Field,
        page_head::PageHead,
    },
    preferences::{language, say},
    session::session,
    title,
};
use anju_domain::{
    api::{ChangePassword, NewPassword},
    words::sign_in as words,
};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

const CURRENT: &str = "current-password";
const NEW: &str = "new-password";
/// As the server asks.
const LEAST_LENGTH: usize = 12;
const REPEAT: &str = "repeat-password";

/// 修改密码
#[component]
pub(crate) fn Password() -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let user = session().view_untracked().map(|view| view.user.clone()).unwrap_or_default();
    let (current, new, repeat) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let errors = RwSignal::new(Vec::<FormError>::new());
    let failure = RwSignal::new(None::<Failure>);
    let busy = RwSignal::new(false);
    let done = RwSignal::new(false);
    let refuse = move |found: Vec<FormError>| {
        errors.set(found);
        title::mark_errors(true);
        browser::focus_soon(ERROR_SUMMARY);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        done.set(false);
        let request = NewPassword { current: current.get_untracked(), new: new.get_untracked() };
        let found = found(&request, &repeat.get_untracked());
        if !found.is_empty() {
            return refuse(found);
        }
        busy.set(true);
        spawn_local(async move {
            let answer = client.send::<ChangePassword>(&[], &(), &request, Options::default()).await;
            busy.try_set(false);
            errors.try_set(Vec::new());
            match answer {
                Ok(()) => {
                    title::mark_errors(false);
                    done.try_set(true);
                    for field in [current, new, repeat] {
                        field.try_set(String::new());
                    }
                }
                Err(other) if other.code() == "wrong_password" => refuse(vec![(words::CURRENT_WRONG, CURRENT)]),
                Err(other) if !other.findings().is_empty() => {
                    let why = other
                        .findings()
                        .iter()
                        .filter_map(|finding| words::password_refused(finding.params.text("why")?));
                    refuse(why.map(|text| (text, NEW)).collect());
                }
                Err(other) => {
                    failure.try_set(Some(other));
                }
            }
        });
    };
    let error_of = move |field: &'static str| {
        Signal::derive(move || errors.read().iter().find(|(_, about)| *about == field).map(|(text, _)| *text))
    };
    view! {
        <PageHead title=Signal::derive(move || words::CHANGE_TITLE.get(language.get()).to_owned()) />
        <section class="form-page">
            <ErrorSummary errors />
            {move || done.get().then(|| view! { <p class="notice done" role="status">{say(words::CHANGED)}</p> })}
            {move || failure.get().map(|failure| view! {
                <p class="errors" role="alert">
                    <b>{failure.title(language.get())}</b> " " {failure.detail(language.get())}
                </p>
            })}
            <p class="lead">{say(words::CHANGE_LEAD)}</p>
            <form on:submit=submit novalidate>
                // Password managers want to know whose password changes.
                <input class="sr" type="text" autocomplete="username" value=user tabindex="-1" aria-hidden="true" readonly />
                <Field
                    id=CURRENT
                    name=words::CURRENT
                    kind="password"
                    autocomplete="current-password"
                    value=current
                    error=error_of(CURRENT)
                />
                <Field
                    id=NEW
                    name=words::NEW
                    hint=words::NEW_HINT
                    kind="password"
                    autocomplete="new-password"
                    value=new
                    error=error_of(NEW)
                />
                <Field
                    id=REPEAT
                    name=words::REPEAT
                    kind="password"
                    autocomplete="new-password"
                    value=repeat
                    error=error_of(REPEAT)
                />
                <button class="btn main" type="submit">{say(words::CHANGE_SUBMIT)}</button>
            </form>
        </section>
    }
    .into_any()
}

fn found(request: &NewPassword, repeat: &str) -> Vec<FormError> {
    let mut found = Vec::new();
    if request.current.is_empty() {
        found.push((words::CURRENT_MISSING, CURRENT));
    }
    if request.new.chars().count() < LEAST_LENGTH {
        found.push((words::NEW_SHORT, NEW));
    } else if request.new == request.current {
        found.push((words::NEW_SAME, NEW));
    }
    if request.new != repeat {
        found.push((words::REPEAT_DIFFERS, REPEAT));
    }
    found
}
