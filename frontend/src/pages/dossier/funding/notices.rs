//! Between sheet and acts: what went wrong when saving, and what somebody else has saved meanwhile.

use super::{edits::Edit, form::Form, labels, state::Notice};
use crate::{findings, pages::dossier::editing::told, preferences::language};
use anju_domain::{
    language::Language,
    model::Dossier,
    rules,
    words::{funding as words, quantities},
};
use leptos::prelude::*;

/// The id under which a finding is worded for screen readers; marked cells point to it.
pub(super) fn finding_id(number: usize) -> String {
    format!("funding-finding-{number}")
}

/// What went wrong, and what somebody else has saved.
#[component]
pub(super) fn Notices(form: Form) -> impl IntoView {
    view! {
        <Failed form />
        <Stale form />
        <Findings form />
    }
    .into_any()
}

#[component]
fn Failed(form: Form) -> impl IntoView {
    let language = language();
    move || {
        let Some(Notice::Failed(failure)) = form.notice.get() else { return None };
        if failure.is_stale() && form.stale.get() {
            return None;
        }
        let language = language.get();
        Some(told::failed(&failure, language))
    }
}

#[component]
fn Stale(form: Form) -> impl IntoView {
    let language = language();
    let shown = Memo::new(move |_| form.stale.get() && form.dirty.get());
    let versions = move || {
        let conflicts = form.conflicts();
        let saved = form.context.saved.get()?;
        (!conflicts.is_empty()).then(|| side_by_side(&conflicts, &saved, language.get()))
    };
    view! {
        <Show when=move || shown.get()>{told::stale(versions, move || form.rebase())}</Show>
    }
}

/// The cells in which both have changed something, with both versions.
fn side_by_side(conflicts: &[(Edit, String)], saved: &Dossier, language: Language) -> AnyView {
    let lines = &saved.project_community.lines;
    let names = labels::lines(lines, language);
    let or_none =
        |text: &str| if text.is_empty() { quantities::NO_VALUE.get(language).to_owned() } else { text.to_owned() };
    let row = |(edit, theirs): &(Edit, String)| {
        let line = lines.iter().position(|line| line.id == edit.line).and_then(|row| names.get(row));
        let line = line.map_or_else(|| edit.line.clone(), |label| label.name.clone());
        let source =
            labels::sources(std::slice::from_ref(&edit.column), language).into_iter().next().map(|label| label.name);
        let name = labels::cell(&line, &source.unwrap_or_default(), language);
        [name, or_none(&edit.before), or_none(theirs), or_none(&edit.after)]
    };
    told::versions(words::CELL_HEAD, conflicts.iter().map(row).collect(), language)
}

/// The findings once more, for the descriptions of the marked cells; sighted people have the rail.
#[component]
fn Findings(form: Form) -> impl IntoView {
    let language = language();
    move || {
        let language = language.get();
        let marked: std::collections::BTreeSet<usize> =
            form.marks.with(|marks| marks.cells.values().copied().collect());
        let found = form.context.findings();
        let entry = |(number, shown): (usize, &findings::Shown)| {
            let text = rules::message(&shown.finding, language);
            view! { <li id=finding_id(number)>{findings::urgency(shown).get(language)}" "{text}</li> }
        };
        let entries = found.iter().enumerate().filter(|(number, _)| marked.contains(number)).map(entry).collect_view();
        view! { <ul class="sr" aria-hidden="true">{entries}</ul> }
    }
}
