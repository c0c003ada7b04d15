//! 办理记录: what happened to a task, the newest first.

use crate::{
    naming,
    preferences::{language, say},
};
use anju_domain::{
    api::DutyView,
    language::Language,
    model::DutyEvent,
    words::{duties as words, fill, quantities},
};
use leptos::prelude::*;
use std::sync::Arc;

/// What happened to a task.
#[component]
pub(super) fn History(shown: Memo<Option<Arc<DutyView>>>) -> impl IntoView {
    let language = language();
    let list = move || {
        let view = shown.get()?;
        let language = language.get();
        let made = view
            .task
            .created_on
            .map(|on| entry(quantities::date(language, on), words::CREATED.get(language).to_owned()));
        let events = view
            .task
            .history
            .iter()
            .rev()
            .map(|event| entry(quantities::date(language, event.on), event_text(event, language)));
        Some(events.chain(made).collect_view())
    };
    view! { <section class="history"><h3>{say(words::HISTORY)}</h3><ol>{list}</ol></section> }.into_any()
}

fn entry(day: String, what: String) -> impl IntoView {
    view! { <li><small>{day}</small><span>{what}</span></li> }
}

fn event_text(event: &DutyEvent, language: Language) -> String {
    let by = naming::post(&event.by, language);
    let status = event.status.shown().get(language);
    let text = if event.said.is_empty() { words::EVENT } else { words::EVENT_SAID };
    let said = fill(text, language, &[("by", &by), ("status", status), ("said", &event.said)]);
    match event.evidence.len() {
        0 => said,
        n => fill(words::EVENT_FILES, language, &[("event", &said), ("n", &n.to_string())]),
    }
}
