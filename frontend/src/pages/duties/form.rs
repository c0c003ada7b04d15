//! The form of a task: what was done, the files, and the acts.

use super::{
    drop_zone::Files,
    entry::Entry,
    files::FileItem,
    findings::Findings,
    viewing::{Viewed, Viewing},
    waive::WaiveDialog,
};
use crate::{
    parts::error_summary::ERROR_SUMMARY,
    preferences::{language, say},
    title,
};
use anju_domain::{
    policy::stages::TaskStatus,
    words::{duties as words, fill, shell},
};
use leptos::prelude::*;

/// The form.
#[component]
pub(super) fn TaskForm(entry: Entry) -> impl IntoView {
    let field = format!("report-{}", entry.id);
    let viewing = Viewing::new();
    let findings = Memo::new(move |_| entry.findings());
    let error_mark = title::error_mark();
    Effect::new(move || {
        let wrong = entry.filling.tried.get() && !findings.read().is_empty();
        error_mark.set(wrong);
        if !wrong && entry.filling.tried.get_untracked() {
            entry.filling.tried.set(false);
        }
    });
    on_cleanup(move || {
        error_mark.try_set(false);
    });
    let typed = move |text: String| {
        entry.report.set(text);
        entry.touched();
    };
    view! {
        {move || entry.filling.tried.get().then(|| view! {
            <div class="errors" id=ERROR_SUMMARY tabindex="-1" role="alert">
                <h3>{say(shell::ERROR_SUMMARY)}</h3>
                <Findings found=findings.get() />
            </div>
        })}
        <div class="task-form">
            <div>
                <label for=field.clone()>{say(words::REPORT)}</label>
                <textarea
                    id=field
                    rows="5"
                    maxlength="4000"
                    prop:value=move || entry.report.get()
                    readonly=move || entry.filling.busy.get()
                    on:input:target=move |event| typed(event.target().value())
                ></textarea>
            </div>
            <Files bringing=entry.bringing of=entry.id viewing />
        </div>
        <Viewed viewing />
        <Acts entry />
        {move || (!entry.filling.tried.get() && !findings.read().is_empty()).then(|| view! {
            <div class="hints"><small>{say(words::BEFORE_SENDING)}</small><Findings found=findings.get() /></div>
        })}
    }
    .into_any()
}

#[component]
fn Acts(entry: Entry) -> impl IntoView {
    let language = language();
    let waiving = RwSignal::new(false);
    let was_sent = move || {
        entry.base.with(|base| {
            base.as_ref().is_some_and(|base| matches!(base.task.status, TaskStatus::Submitted | TaskStatus::Returned))
        })
    };
    let can_report_nothing = Memo::new(move |_| entry.facts().is_some_and(|facts| facts.may_report_nothing()));
    let under_way = move || entry.bringing.under_way();
    let lost = move || entry.files.with(|files| files.iter().filter(|file| file.failure().is_some()).count());
    let state = move || {
        let language = language.get();
        let draft = entry.filling.kept_at.get().map(|time| fill(words::DRAFT_AT, language, &[("time", &time)]));
        let said = |text, n: usize| (n > 0).then(|| fill(text, language, &[("n", &n.to_string())]));
        [draft, said(words::UNDER_WAY, under_way()), said(words::NOT_HERE, lost())]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(if language == anju_domain::language::Language::Zh { "；" } else { "; " })
    };
    let blocked = move || (entry.filling.busy.get() || under_way() + lost() > 0).then_some("true");
    view! {
        <div class="bar task-acts">
            <button class="btn main" type="button" aria-disabled=blocked on:click=move |_| entry.submit()>
                {move || if was_sent() { words::SUBMIT_AGAIN } else { words::SUBMIT }.get(language.get())}
            </button>
            {move || can_report_nothing.get().then(|| view! {
                <button class="btn" type="button" on:click=move |_| entry.report_nothing()>{say(words::NOTHING)}</button>
            })}
            <button class="btn" type="button" on:click=move |_| waiving.set(true)>{say(words::WAIVE)}</button>
            <button class="btn plain" type="button" on:click=move |_| entry.save()>{say(words::SAVE)}</button>
            <small role="status">{state}</small>
        </div>
        <WaiveDialog entry open=waiving />
    }
    .into_any()
}

/// Bytes as people read them: 1.2 MB, 340 kB.
pub(super) fn size_text(item: &FileItem) -> String {
    const KILO: i64 = 1024;
    if item.size >= KILO * KILO {
        let tenths = item.size * 10 / (KILO * KILO);
        format!("{}.{} MB", tenths / 10, tenths % 10)
    } else {
        format!("{} kB", (item.size + KILO - 1) / KILO)
    }
}
