//! A task as it was sent: text, files with what they look like, and where else the same file was given.

use super::{
    standing::{matter, owner, subject},
    viewing::{Viewed, Viewing, view_button},
};
use crate::{
    preferences::{language, say},
    session::session,
};
use anju_domain::{
    api::{DutyView, EvidenceView, SameContent},
    duties::period_text,
    language::Language,
    model::Role,
    policy::stages::TaskStatus,
    words::{duties as words, fill},
};
use leptos::prelude::*;
use std::sync::Arc;

/// What was sent; whoever may change it can ask for the form.
#[component]
pub(super) fn Reading(shown: Memo<Option<Arc<DutyView>>>, can_change: bool, changing: RwSignal<bool>) -> impl IntoView {
    let language = language();
    let viewing = Viewing::new();
    let may_change = move || {
        can_change && shown.with(|view| view.as_ref().is_some_and(|view| view.task.status != TaskStatus::Confirmed))
    };
    let text = move || {
        let view = shown.get()?;
        let language = language.get();
        let (name, said) = match view.task.status {
            TaskStatus::NotConcerned => (words::REASON, view.task.reason.clone()),
            _ => (words::REPORT, view.task.report.clone()),
        };
        let said = if said.is_empty() { words::NO_REPORT.get(language).to_owned() } else { said };
        Some(view! { <h3>{name.get(language)}</h3><p class="said-text">{said}</p> })
    };
    let files = move || {
        let view = shown.get()?;
        let language = language.get();
        let (now, before): (Vec<_>, Vec<_>) =
            view.evidence.iter().cloned().partition(|file| view.task.evidence.contains(&file.evidence.id));
        let none = now.is_empty().then(|| view! { <p class="empty">{words::NO_FILES.get(language)}</p> });
        let earlier = (!before.is_empty()).then(|| {
            view! {
                <details class="earlier">
                    <summary>{words::EARLIER.get(language)}</summary>
                    <ul class="pictures">{before.iter().map(|view| file(view, viewing, language)).collect_view()}</ul>
                </details>
            }
        });
        Some(view! {
            <h3>{words::EVIDENCE.get(language)}</h3>
            {none}
            <ul class="pictures">{now.iter().map(|view| file(view, viewing, language)).collect_view()}</ul>
            {earlier}
        })
    };
    view! {
        <div class="task-form">
            <div>{text}</div>
            <div>{files}</div>
        </div>
        <Viewed viewing />
        {move || may_change().then(|| view! {
            <p class="bar"><button class="btn" type="button" on:click=move |_| changing.set(true)>{say(words::CHANGE)}</button></p>
        })}
    }
    .into_any()
}

/// A file: a picture is seen, a PDF can be opened, any other is fetched.
pub(crate) fn file(view: &EvidenceView, viewing: Viewing, language: Language) -> impl IntoView + use<> {
    let file = &view.evidence;
    let address = format!("/api/v1/evidence/{}", file.id);
    let picture = view.preview.then(|| {
        let alt = fill(words::PREVIEW_OF, language, &[("name", &file.name)]);
        view! { <img src=format!("{address}/preview") alt=alt loading="lazy" /> }
    });
    let elsewhere = (!view.elsewhere.is_empty()).then(|| {
        let role = session().view_untracked().map(|view| view.role);
        let places = view.elsewhere.iter().map(|other| {
            view! { <li><a href=address_of(other, role)>{place(other, language)}</a></li> }
        });
        view! { <div class="notice warn">{words::ELSEWHERE.get(language)}<ul>{places.collect_view()}</ul></div> }
    });
    view! {
        <li>
            {picture}
            <a href=address.clone() download=file.name.clone()>{file.name.clone()}</a>
            " "
            {view_button(viewing, file)}
            {elsewhere}
        </li>
    }
}

/// Where who is signed in sees the other task.
fn address_of(other: &SameContent, role: Option<Role>) -> String {
    match role {
        Some(Role::Office) => format!("/duties/review?task={}", other.task),
        Some(Role::Unit | Role::Town) => format!("/duties/{}", other.task),
        _ => format!("/duties/progress?unit={}&task={}", other.owner, other.task),
    }
}

fn place(other: &SameContent, language: Language) -> String {
    let period = other.period.map(|period| period_text(period, language)).unwrap_or_default();
    let parts =
        [owner(&other.owner, language), subject(&other.community, language), period, matter(&other.duty, language)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
