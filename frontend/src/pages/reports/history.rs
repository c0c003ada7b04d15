//! 办理记录: what happened to a report, the newest first.

use super::entry::{Entry, stored};
use crate::{
    naming,
    preferences::{language, say},
};
use anju_domain::{
    language::Language,
    model::ReportEvent,
    words::{fill, quantities, reports as words},
};
use leptos::prelude::*;

/// What happened to a report; nothing before anything has.
#[component]
pub(super) fn History(entry: Entry) -> impl IntoView {
    let language = language();
    move || {
        let view = entry.saved.get()?;
        let history = &stored(&view)?.record.history;
        (!history.is_empty()).then(|| {
            let list = history.iter().rev().map(|event| line(event, language.get())).collect_view();
            view! { <section class="history"><h3>{say(words::HISTORY)}</h3><ol>{list}</ol></section> }
        })
    }
}

fn line(event: &ReportEvent, language: Language) -> impl IntoView + use<> {
    let by = naming::post(&event.by, language);
    let text = if event.said.is_empty() { words::EVENT } else { words::EVENT_SAID };
    let status = event.status.shown().get(language);
    let said = fill(text, language, &[("by", &by), ("status", status), ("said", &event.said)]);
    view! { <li><small>{quantities::date(language, event.on)}</small><span>{said}</span></li> }
}
