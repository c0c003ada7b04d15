//! The milestones of clause 5.4b: the days on which they were reached, one after the other.

use super::super::{
    context::{dossier, today},
    inputs::{Input, day_of, day_text},
    kept::{Field, Kept, KeptNote},
    sending::{Refusal, Sending},
};
use crate::preferences::{language, say};
use anju_domain::{
    acts::{ApprovalsEntry, MilestoneEntry, malformed_approvals},
    api::PutApprovals,
    finding::Finding,
    model::MilestoneDay,
    policy::stages::Milestone,
    words::{approvals as words, quantities},
};
use leptos::prelude::*;

/// The milestones, to read or to enter.
#[component]
pub(super) fn Milestones(can_edit: bool) -> impl IntoView {
    let context = dossier();
    let is_here = Memo::new(move |_| context.saved.is_here());
    let content = move || {
        is_here.get().then(|| if can_edit { view! { <Form /> }.into_any() } else { view! { <Reading /> }.into_any() })
    };
    view! {
        <section class="cell">
            <h2>{say(words::MILESTONES)}</h2>
            <p class="msg">{say(words::MILESTONES_LEAD)}</p>
            {content}
        </section>
    }
    .into_any()
}

fn day_on(stored: &[MilestoneDay], milestone: Milestone) -> Option<chrono::NaiveDate> {
    stored.iter().find(|one| one.milestone == milestone).map(|one| one.date)
}

#[component]
fn Reading() -> impl IntoView {
    let language = language();
    let context = dossier();
    let row = move |milestone: &Milestone| {
        let (name, milestone) = (milestone.text(), *milestone);
        let day = move || context.saved.get().and_then(|saved| day_on(&saved.project.milestones, milestone));
        let shown = move || match day() {
            Some(day) => quantities::date(language.get(), day),
            None => words::NOT_REACHED.get(language.get()).to_owned(),
        };
        view! { <dt>{say(name)}</dt><dd>{shown}</dd> }
    };
    view! { <dl class="facts">{Milestone::ALL.iter().map(row).collect_view()}</dl> }
}

/// The days as they stand in the fields, by milestone.
fn day_texts(stored: &[MilestoneDay]) -> Vec<String> {
    Milestone::ALL.iter().map(|milestone| day_text(day_on(stored, *milestone))).collect()
}

#[component]
fn Form() -> impl IntoView {
    let language = language();
    let context = dossier();
    let sending = Sending::new(context);
    let stored = context.saved.get_untracked().map(|saved| day_texts(&saved.project.milestones)).unwrap_or_default();
    let days: Vec<(Milestone, RwSignal<String>)> =
        Milestone::ALL.iter().copied().zip(stored.into_iter().map(RwSignal::new)).collect();
    let fields = days.iter().map(|(milestone, day)| Field::text(milestone.text(), *day)).collect();
    let kept = Kept::of("milestones", fields, |saved| (saved.project.version, day_texts(&saved.project.milestones)));
    let days = StoredValue::new(days);
    let tried = RwSignal::new(false);
    let request = move || {
        let entered = days.get_value().into_iter();
        let reached =
            entered.filter_map(|(milestone, day)| Some(MilestoneEntry { milestone, date: day_of(&day.get())? }));
        ApprovalsEntry { milestones: Some(reached.collect()), ..ApprovalsEntry::default() }
    };
    let found = move || -> Vec<Finding> {
        let Some(saved) = context.saved.get() else { return Vec::new() };
        let entered = request().milestones.unwrap_or_default();
        // A place in the list of those that are given is shown at its field.
        let at_field = |finding: Finding| {
            let mut parts = finding.path.split('/');
            let index = parts.nth(1).and_then(|text| text.parse::<usize>().ok());
            let milestone = index.and_then(|index| entered.get(index)).map(|entry| entry.milestone);
            match milestone {
                Some(milestone) => Finding { path: milestone.code().to_owned(), ..finding },
                None => finding,
            }
        };
        malformed_approvals(&saved, &request(), today()).into_iter().map(at_field).collect()
    };
    let wrong = Memo::new(move |_| if tried.get() { found() } else { Vec::new() });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if untrack(found).is_empty() {
            let (version, language) = (kept.version(), language.get_untracked());
            sending.send::<PutApprovals>(version, untrack(request), words::SAVED, language, move || kept.drop());
        }
    };
    let field = move |(index, (milestone, value)): (usize, (Milestone, RwSignal<String>))| {
        view! { <Input id=format!("milestone-{index}") name=milestone.text() kind="date" value wrong path=milestone.code() /> }
    };
    view! {
        <form class="source-form" novalidate on:submit=save>
            <Refusal sending title=words::REFUSED kept />
            <KeptNote kept busy=sending.busy />
            <div class="entry-grid">{days.get_value().into_iter().enumerate().map(field).collect_view()}</div>
            <div class="bar">
                <button class="btn" type="submit" aria-disabled=move || sending.busy.get().then_some("true")>{say(words::SAVE)}</button>
            </div>
        </form>
    }
    .into_any()
}
