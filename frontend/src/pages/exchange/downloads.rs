//! What goes out: the ledger as a workbook, and the template for those who fill it in.

use crate::{download::Exporting, parts::export::Exported, preferences::say};
use anju_domain::{
    api::{TEMPLATE_FILE, WORKBOOK_FILE},
    language::Text,
    words::{export, imports as words},
};
use leptos::prelude::*;

/// The files to download; the template is for the office alone, who imports.
#[component]
pub(super) fn Downloads(is_office: bool) -> impl IntoView {
    view! {
        <section class="sheet">
            <div class="cell">
                <h2>{say(words::FILES)}</h2>
                {is_office.then(|| view! { <Download file=TEMPLATE_FILE name=words::TEMPLATE lead=words::TEMPLATE_LEAD /> })}
                <Download file=WORKBOOK_FILE name=words::EXPORT lead=words::EXPORT_LEAD />
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn Download(file: &'static str, name: Text, lead: Text) -> impl IntoView {
    let exporting = Exporting::new();
    let busy = exporting.busy;
    view! {
        <div class="download">
            <button
                class="btn"
                type="button"
                aria-disabled=move || busy.get().then_some("true")
                on:click=move |_| exporting.ask(Ok(file.to_owned()))
            >
                {move || if busy.get() { say(export::EXPORTING)() } else { say(name)() }}
            </button>
            <span>{say(lead)}</span>
            <Exported exporting />
        </div>
    }
    .into_any()
}
