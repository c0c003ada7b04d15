//! 开工 and 竣工: a day, and what the rules say of it.

use super::{
    super::{
        context::{dossier, today},
        inputs::{Input, day_of},
        sending::{Refusal, Sending, stopping},
        stops::Stops,
    },
    Foot, lead,
};
use crate::preferences::language;
use anju_domain::{
    acts::{CompletionEntry, StartEntry, completion_findings, start_findings},
    api::{PostCompletion, PostStart},
    finding::{Finding, Param},
    words::{fill, stage_acts as words},
};
use leptos::prelude::*;

/// 开工
#[component]
pub(super) fn Start(open: RwSignal<bool>) -> impl IntoView {
    let language = language();
    let context = dossier();
    let sending = Sending::new(context);
    let day = RwSignal::new(today().to_string());
    let found = Memo::new(move |_| {
        let saved = context.saved.get()?;
        start_findings(&saved, day_of(&day.get())?, today()).err()
    });
    let send = move |on| {
        let Some(saved) = context.saved.get_untracked() else { return };
        let version = saved.project_community.version;
        let request = StartEntry { actual_start: on };
        sending.send::<PostStart>(version, request, words::STARTED, language.get_untracked(), move || open.set(false));
    };
    let lead = lead(words::START_LEAD);
    view! {
        <p class="lead">{lead}</p>
        <DayForm open sending day name=words::ACTUAL_START path="actual_start" found send />
    }
    .into_any()
}

/// 竣工
#[component]
pub(super) fn Complete(open: RwSignal<bool>) -> impl IntoView {
    let language = language();
    let context = dossier();
    let sending = Sending::new(context);
    let day = RwSignal::new(today().to_string());
    let found = Memo::new(move |_| {
        let saved = context.saved.get()?;
        completion_findings(&saved, day_of(&day.get())?, today()).err()
    });
    let send = move |on| {
        let Some(saved) = context.saved.get_untracked() else { return };
        let (version, told) = (saved.project_community.version, words::COMPLETED);
        let request = CompletionEntry { completed_on: on };
        sending.send::<PostCompletion>(version, request, told, language.get_untracked(), move || open.set(false));
    };
    let lead = lead(words::COMPLETE_LEAD);
    view! {
        <p class="lead">{lead}</p>
        <DayForm open sending day name=words::COMPLETED_ON path="completed_on" found send />
    }
    .into_any()
}

#[component]
fn DayForm(
    open: RwSignal<bool>,
    sending: Sending,
    day: RwSignal<String>,
    name: anju_domain::language::Text,
    path: &'static str,
    found: Memo<Option<Vec<Finding>>>,
    send: impl Fn(chrono::NaiveDate) + Copy + 'static,
) -> impl IntoView {
    let language = language();
    let tried = RwSignal::new(false);
    let faults = move || match day_of(&day.get()) {
        None => vec![Finding::malformed(path, "missing_field")],
        Some(on) if on > today() => vec![Finding::malformed(path, "day_to_come")],
        Some(_) => Vec::new(),
    };
    // A completion before the start is a condition of the stage; it is said at the day as soon as it stands there.
    let is_before_start = move || {
        let missing = |finding: &Finding| match finding.params.get("missing") {
            Some(Param::List(missing)) => missing.iter().any(|one| one == "completed_after_start"),
            _ => false,
        };
        found.read().as_ref().is_some_and(|found| found.iter().any(missing))
    };
    let wrong = Memo::new(move |_| match is_before_start() {
        true => vec![Finding::malformed(path, "before_start")],
        false if tried.get() => faults(),
        false => Vec::new(),
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if let (true, Some(on)) = (untrack(faults).is_empty(), day_of(&day.get_untracked())) {
            send(on);
        }
    };
    let forecast = move || {
        // What the server has said is not foretold again.
        if sending.failure.read().is_some() {
            return None;
        }
        let stops = stopping(found.get().unwrap_or_default());
        let language = language.get();
        Some(if stops.is_empty() {
            view! { <p class="notice done">{words::CLEAR.get(language)}</p> }.into_any()
        } else {
            let count = stops.len().to_string();
            view! {
                <div class="notice stop">
                    <p>{fill(words::STOPS, language, &[("n", &count)])}</p>
                    <Stops found=stops />
                </div>
            }
            .into_any()
        })
    };
    let stops = Signal::derive(move || found.read().is_some());
    view! {
        <form class="source-form" novalidate on:submit=submit>
            <Refusal sending title=words::REFUSED />
            <Input id="stage-day" name kind="date" value=day wrong path />
            {forecast}
            <Foot open busy=sending.busy stops />
        </form>
    }
    .into_any()
}
