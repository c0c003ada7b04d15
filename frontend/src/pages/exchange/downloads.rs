//! What goes out: the ledger as a workbook, and the template for those who fill it in.

use crate::{parts::export::Export, preferences::say};
use anju_domain::{
    api::{TEMPLATE_FILE, WORKBOOK_FILE},
    language::Text,
    words::imports as words,
};
use leptos::prelude::*;

/// The files to download; the template is for the office alone, who imports.
#[component]
pub(super) fn Downloads(is_office: bool) -> impl IntoView {
    let download = |file: &'static str, name: Text, lead: Text| {
        view! {
            <div class="download">
                <Export address=move || Ok(file.to_owned()) name />
                <span>{say(lead)}</span>
            </div>
        }
    };
    view! {
        <section class="sheet">
            <div class="cell">
                <h2>{say(words::FILES)}</h2>
                {is_office.then(|| download(TEMPLATE_FILE, words::TEMPLATE, words::TEMPLATE_LEAD))}
                {download(WORKBOOK_FILE, words::EXPORT, words::EXPORT_LEAD)}
            </div>
        </section>
    }
    .into_any()
}
