//! 修改密码: the own password.

use crate::{
    client::Failure,
    parts::{
        error_summary::FormError,
        field::Field,
        page_head::PageHead,
        submit_form::{Submission, SubmitForm},
    },
    preferences::{language, say},
    session::session,
};
use anju_domain::{
    api::{ChangePassword, NewPassword},
    words::sign_in as words,
};
use leptos::prelude::*;

const CURRENT: &str = "current-password";
const NEW: &str = "new-password";
/// As the server asks.
const LEAST_LENGTH: usize = 12;
const REPEAT: &str = "repeat-password";

/// 修改密码
#[component]
pub(crate) fn Password() -> impl IntoView {
    let language = language();
    let user = session().view_untracked().map(|view| view.user.clone()).unwrap_or_default();
    let (current, new, repeat) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let submission = Submission::new();
    let done = RwSignal::new(false);
    let submit = move || {
        done.set(false);
        let request = NewPassword { current: current.get_untracked(), new: new.get_untracked() };
        let found = found(&request, &repeat.get_untracked());
        submission.send::<ChangePassword>(request, found, move |answer| match answer {
            Ok(()) => {
                done.try_set(true);
                for field in [current, new, repeat] {
                    field.try_set(String::new());
                }
            }
            Err(failure) => match refused(&failure) {
                found if found.is_empty() => submission.fail(failure),
                found => submission.refuse(found),
            },
        });
    };
    view! {
        <PageHead title=Signal::derive(move || words::CHANGE_TITLE.get(language.get()).to_owned()) />
        <section class="form-page">
            {move || done.get().then(|| view! { <p class="notice done" role="status">{say(words::CHANGED)}</p> })}
            <SubmitForm
                submission
                lead=words::CHANGE_LEAD
                button=words::CHANGE_SUBMIT
                button_busy=words::CHANGE_BUSY
                submit
            >
                // Password managers want to know whose password changes.
                <input class="sr" type="text" autocomplete="username" value=user tabindex="-1" aria-hidden="true" readonly />
                <Field
                    id=CURRENT
                    name=words::CURRENT
                    kind="password"
                    autocomplete="current-password"
                    value=current
                    error=submission.error_of(CURRENT)
                />
                <Field
                    id=NEW
                    name=words::NEW
                    hint=words::NEW_HINT
                    kind="password"
                    autocomplete="new-password"
                    value=new
                    error=submission.error_of(NEW)
                />
                <Field
                    id=REPEAT
                    name=words::REPEAT
                    kind="password"
                    autocomplete="new-password"
                    value=repeat
                    error=submission.error_of(REPEAT)
                />
            </SubmitForm>
        </section>
    }
    .into_any()
}

/// What is wrong before it is sent.
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

/// What the server finds wrong with what was typed; nothing when it is something else that failed.
fn refused(failure: &Failure) -> Vec<FormError> {
    if failure.code() == "wrong_password" {
        return vec![(words::CURRENT_WRONG, CURRENT)];
    }
    let reasons = failure.findings().iter().filter_map(|finding| finding.params.text("why"));
    reasons.filter_map(words::password_refused).map(|text| (text, NEW)).collect()
}
