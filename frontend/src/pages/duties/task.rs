//! A task opened in place: what the office said, the form or what was sent, what happened to it.

use super::{
    conflict::Conflict,
    entry::Entry,
    filling::Told,
    form::TaskForm,
    history::History,
    judge::Judge,
    reading::Reading,
    standing::{basis, deadline, matter, state, subject, wanted},
};
use crate::{
    parts::failure::{FailureNote, Waiting},
    preferences::{language, say},
    route::address,
    session::session,
};
use anju_domain::{
    api::{DutyRow, DutyView},
    duties::period_text,
    language::Language,
    model::Role,
    policy::stages::TaskStatus,
    words::{duties as words, fill},
};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// A task; `back` is the address of its list.
#[component]
pub(super) fn Task(id: Uuid, #[prop(into)] back: Signal<String>) -> impl IntoView {
    let entry = Entry::open(id);
    let language = language();
    let role = session().view_untracked().map(|view| view.role);
    let works = matches!(role, Some(Role::Unit | Role::Town));
    let judges = role == Some(Role::Office);
    let shown = Memo::new(move |_| entry.base.get().or_else(|| entry.saved.get()));
    let has_form = Memo::new(move |_| {
        let Some(status) = shown.with(|view| view.as_ref().map(|view| view.task.status)) else { return false };
        let open = matches!(status, TaskStatus::Open | TaskStatus::InHand | TaskStatus::Returned);
        works && status != TaskStatus::Confirmed && (open || entry.changing.get())
    });
    let body = move || {
        if has_form.get() {
            view! { <TaskForm entry /> }.into_any()
        } else {
            view! { <Reading shown can_change=works changing=entry.changing /> }.into_any()
        }
    };
    view! {
        <div class="task">
            <a class="task-back" href=move || back.get()>"‹ "{say(words::BACK)}</a>
            {move || entry.saved.failure().map(|failure| view! { <FailureNote failure retry=move || entry.ask() /> })}
            <Show when=move || shown.read().is_some() fallback=move || entry.saved.failure().is_none().then(Waiting)>
                {move || shown.get().map(|view| head(&view, language.get()))}
                <Told filling=entry.filling />
                {move || entry.is_stale().then(|| view! { <Conflict entry /> })}
                {move || shown.get().and_then(|view| returned(&view, language.get()))}
                {body}
                {judges.then(|| view! { <Judge entry /> })}
                <History shown />
                {move || shown.get().and_then(|view| together(&view, works, language.get()))}
            </Show>
        </div>
    }
    .into_any()
}

/// What the row says, for a narrow screen and for a task that stands alone.
fn head(view: &DutyView, language: Language) -> impl IntoView + use<> {
    let task = &view.task;
    let row = DutyRow { due: task.due, status: task.status, submitted_on: task.submitted_on, ..DutyRow::default() };
    let period = task.period.map_or_else(|| task.occasion.clone(), |period| period_text(period, language));
    view! {
        <div class="task-head">
            <h2>{matter(&task.duty, language)}</h2>
            <p>
                <small>{subject(&view.community, language)}</small>
                {(!period.is_empty()).then(|| view! { <small>{period}</small> })}
                <small>{wanted(&task.duty, language)}</small>
                <small>{basis(&task.duty, language)}</small>
            </p>
            <p>{deadline(&row, language)}{state(task.status, language)}</p>
        </div>
    }
}

/// What the office said when it returned the task last.
fn returned(view: &Arc<DutyView>, language: Language) -> Option<AnyView> {
    if view.task.status != TaskStatus::Returned {
        return None;
    }
    let said = view.task.history.iter().rfind(|event| event.status == TaskStatus::Returned)?.said.clone();
    Some(
        view! {
            <p class="notice warn">
                <b>{fill(words::RETURNED, language, &[("said", said.trim_end_matches(['。', '.']))])}</b>" "
                {words::RETURNED_DETAIL.get(language)}
            </p>
        }
        .into_any(),
    )
}

/// The way to the other tasks of its community, where they are not shown already.
fn together(view: &DutyView, works: bool, language: Language) -> Option<AnyView> {
    let id = view.task.project_community?;
    let to = if works { format!("/duties/community/{id}") } else { format!("/communities/{id}/duties") };
    let is_there = address().path.with(|path| *path == to);
    let name = fill(words::TOGETHER_OTHERS, language, &[("name", &view.community)]);
    (!is_there).then(|| view! { <p><a href=to>{name}</a></p> }.into_any())
}
