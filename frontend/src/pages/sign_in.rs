//! 登录. It stands at the address of whatever page was asked for, which is shown once somebody is signed in.

use crate::{
    browser,
    client::{Client, Failure, Options},
    drafts,
    parts::{
        error_summary::{ERROR_SUMMARY, ErrorSummary, FormError},
        field::Field,
        head::LanguagePick,
    },
    preferences::{language, say},
    session::{Ending, session},
    title,
};
use anju_domain::{
    api::{SignIn, SignInRequest},
    language::Text,
    words::{shell, sign_in as words},
};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

const USER: &str = "user";
const PASSWORD: &str = "password";

/// 登录
#[component]
pub(crate) fn SignInPage(ending: Ending) -> impl IntoView {
    let language = language();
    let session = session();
    let client: Client = expect_context();
    let user =
        RwSignal::new(if ending == Ending::Expired { drafts::owner().unwrap_or_default() } else { String::new() });
    let password = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::<FormError>::new());
    let failure = RwSignal::new(None::<Failure>);
    let busy = RwSignal::new(false);
    title::show(Signal::derive(move || words::TITLE.get(language.get()).to_owned()));
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
        let request =
            SignInRequest { user: user.get_untracked().trim().to_owned(), password: password.get_untracked() };
        let missing = missing(&request);
        if !missing.is_empty() {
            return refuse(missing);
        }
        busy.set(true);
        spawn_local(async move {
            let answer = client.send::<SignIn>(&[], &(), &request, Options::default()).await;
            busy.try_set(false);
            match answer {
                Ok(view) => session.begin(view),
                Err(other) => match other.code() {
                    // A wrong account and a wrong password are the same answer, so that nobody can ask for accounts.
                    "wrong_password" | "unauthenticated" => {
                        password.set(String::new());
                        refuse(vec![(words::REFUSED, USER)]);
                    }
                    "too_many_attempts" => refuse(vec![(words::TOO_MANY, USER)]),
                    _ => {
                        errors.set(Vec::new());
                        failure.set(Some(other));
                    }
                },
            }
        });
    };
    let error_of = move |field: &'static str| {
        Signal::derive(move || errors.read().iter().find(|(_, about)| *about == field).map(|(text, _)| *text))
    };
    let notice = match ending {
        Ending::Never => None,
        Ending::Expired => Some(words::EXPIRED),
        Ending::SignedOut => Some(words::SIGNED_OUT),
    };
    view! {
        <main class="gate" id="main">
            <div class="gate-head">
                <p class="brand">{say(shell::BRAND)}</p>
                <LanguagePick />
            </div>
            <h1>{say(words::TITLE)}</h1>
            {notice.map(|notice: Text| view! { <p class="notice" role="status">{say(notice)}</p> })}
            <ErrorSummary errors />
            {move || failure.get().map(|failure| view! {
                <p class="errors" role="alert">
                    <b>{failure.title(language.get())}</b> " " {failure.detail(language.get())}
                </p>
            })}
            <p class="lead">{say(words::LEAD)}</p>
            <form on:submit=submit novalidate>
                <Field id=USER name=words::USER kind="text" autocomplete="username" value=user error=error_of(USER) />
                <Field
                    id=PASSWORD
                    name=words::PASSWORD
                    kind="password"
                    autocomplete="current-password"
                    value=password
                    error=error_of(PASSWORD)
                />
                <button class="btn main" type="submit" aria-disabled=move || busy.get().then_some("true")>
                    {move || if busy.get() { say(words::BUSY)() } else { say(words::SUBMIT)() }}
                </button>
            </form>
        </main>
    }
}

fn missing(request: &SignInRequest) -> Vec<FormError> {
    let mut found = Vec::new();
    if request.user.is_empty() {
        found.push((words::USER_MISSING, USER));
    }
    if request.password.is_empty() {
        found.push((words::PASSWORD_MISSING, PASSWORD));
    }
    found
}
