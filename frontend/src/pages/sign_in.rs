//! 登录. It stands at the address of whatever page was asked for, which is shown once somebody is signed in.

use crate::{
    drafts,
    parts::{
        error_summary::FormError,
        field::Field,
        head::LanguagePick,
        submit_form::{Submission, SubmitForm},
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
use leptos::prelude::*;

const USER: &str = "user";
const PASSWORD: &str = "password";

/// 登录
#[component]
pub(crate) fn SignInPage(ending: Ending) -> impl IntoView {
    let language = language();
    let session = session();
    let user =
        RwSignal::new(if ending == Ending::Expired { drafts::owner().unwrap_or_default() } else { String::new() });
    let password = RwSignal::new(String::new());
    let submission = Submission::new();
    title::show(Signal::derive(move || words::TITLE.get(language.get()).to_owned()));
    let submit = move || {
        let request =
            SignInRequest { user: user.get_untracked().trim().to_owned(), password: password.get_untracked() };
        let missing = missing(&request);
        submission.send::<SignIn>(request, missing, move |answer| match answer {
            Ok(view) => session.begin(view),
            Err(failure) => match failure.code() {
                // A wrong account and a wrong password are the same answer, so that nobody can ask for accounts.
                "wrong_password" | "unauthenticated" => {
                    password.set(String::new());
                    submission.refuse(vec![(words::REFUSED, USER)]);
                }
                "too_many_attempts" => submission.refuse(vec![(words::TOO_MANY, USER)]),
                _ => submission.fail(failure),
            },
        });
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
            <SubmitForm submission lead=words::LEAD button=words::SUBMIT button_busy=words::BUSY submit>
                <Field id=USER name=words::USER kind="text" autocomplete="username" value=user error=submission.error_of(USER) />
                <Field
                    id=PASSWORD
                    name=words::PASSWORD
                    kind="password"
                    autocomplete="current-password"
                    value=password
                    error=submission.error_of(PASSWORD)
                />
            </SubmitForm>
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
