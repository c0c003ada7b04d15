//! A report as it was sent: figures, texts, photos, corrections.

use super::entry::{Entry, stored};
use crate::{
    naming,
    pages::duties::{
        reading::file,
        viewing::{Viewed, Viewing},
    },
    preferences::language,
};
use anju_domain::{
    api::ReportView,
    language::{Language, Text},
    model::Correction,
    words::{fill, quantities, reports as words},
};
use leptos::prelude::*;

/// What was sent; nothing of a month that nobody has begun.
#[component]
pub(super) fn Reading(entry: Entry) -> impl IntoView {
    let language = language();
    let viewing = Viewing::new();
    let shown = move || {
        let view = entry.saved.get()?;
        Some(content(&view, viewing, language.get()))
    };
    view! { {shown} <Viewed viewing /> }.into_any()
}

fn content(view: &ReportView, viewing: Viewing, language: Language) -> Option<AnyView> {
    let report = stored(view)?;
    let text = |name: Text, said: &str| {
        let said = if said.is_empty() { words::NOTHING_SAID.get(language).to_owned() } else { said.to_owned() };
        view! { <h3>{name.get(language)}</h3><p class="said-text">{said}</p> }
    };
    let planned = view.planned.map(|planned| {
        view! { <dt>{words::PLANNED.get(language)}</dt><dd>{format!("{}%", planned.shown())}</dd> }
    });
    let photos = match view.photos.is_empty() {
        true => view! { <p class="empty">{words::NO_PHOTOS.get(language)}</p> }.into_any(),
        false => {
            let list = view.photos.iter().map(|photo| file(photo, viewing, language)).collect_view();
            view! { <ul class="pictures">{list}</ul> }.into_any()
        }
    };
    let corrections = report.record.corrections.iter().map(|one| corrected(one, language)).collect_view();
    Some(
        view! {
            <div class="task-form">
                <div>
                    <dl class="computed">
                        <dt>{words::PROGRESS.get(language)}</dt>
                        <dd>{report.cum_progress.shown()}</dd>
                        {planned}
                        <dt>{words::MONTH_INVEST.get(language)}</dt>
                        <dd>{report.month_invest.wan()}</dd>
                        <dt>{words::CUM_INVEST.get(language)}</dt>
                        <dd>{report.cum_invest.wan()}</dd>
                    </dl>
                    {corrections}
                    {text(words::PROBLEMS, &report.problems)}
                    {text(words::NEXT_STEPS, &report.next_steps)}
                </div>
                <div><h3>{words::PHOTOS.get(language)}</h3>{photos}</div>
            </div>
        }
        .into_any(),
    )
}

fn corrected(one: &Correction, language: Language) -> impl IntoView + use<> {
    let values = [
        ("date", quantities::date(language, one.on)),
        ("person", naming::post(&one.person, language)),
        ("reason", one.reason.text().get(language).to_owned()),
        ("doc", one.doc.clone()),
        ("progress", one.cum_progress.shown()),
        ("invest", one.cum_invest.wan()),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    view! { <p class="notice">{fill(words::CORRECTED, language, &values)}</p> }
}
