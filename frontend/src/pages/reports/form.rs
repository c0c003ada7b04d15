//! The form of a report: two figures, two texts, photos; what follows from them and what the rules say stands beside it.

use super::{draft::Typed, entry::Entry};
use crate::{
    pages::duties::{
        drop_zone::Files,
        findings::Findings,
        viewing::{Viewed, Viewing},
    },
    parts::error_summary::ERROR_SUMMARY,
    preferences::{language, say},
    title,
};
use anju_domain::{
    exact::{Bound, Money, QuantityError, Ratio},
    finding::Severity,
    language::Text,
    policy::parameters::OVERRUN_STOP_ABOVE,
    rules,
    words::{fill, quantities, reports as words, shell},
};
use leptos::prelude::*;

/// The form.
#[component]
pub(super) fn ReportForm(entry: Entry) -> impl IntoView {
    let viewing = Viewing::new();
    let stops = Memo::new(move |_| entry.stops());
    let error_mark = title::error_mark();
    Effect::new(move || {
        let wrong = entry.filling.tried.get() && !stops.read().is_empty();
        error_mark.set(wrong);
        if !wrong && entry.filling.tried.get_untracked() {
            entry.filling.tried.set(false);
        }
    });
    on_cleanup(move || {
        error_mark.try_set(false);
    });
    let language = language();
    let last = move || {
        let base = entry.base.get()?;
        let steps = base.facts.last_before(entry.period)?.next_steps.clone();
        let text = fill(words::LAST_STEPS, language.get(), &[("text", &steps)]);
        (!steps.is_empty()).then(|| view! { <small class="said-text">{text}</small> })
    };
    view! {
        {move || entry.filling.tried.get().then(|| view! {
            <div class="errors" id=ERROR_SUMMARY tabindex="-1" role="alert">
                <h3>{say(shell::ERROR_SUMMARY)}</h3>
                <Findings found=stops.get() />
            </div>
        })}
        <div class="task-form report-form">
            <div>
                <Quantity
                    entry
                    id="report-progress"
                    name=words::PROGRESS
                    hint=words::PROGRESS_HINT
                    paths=&["cum_progress"]
                    value=|typed| &mut typed.progress
                    fault=|typed| typed.read_progress().err()
                />
                <Quantity
                    entry
                    id="report-invest"
                    name=words::MONTH_INVEST
                    hint=words::INVEST_HINT
                    paths=&["month_invest", "cum_invest"]
                    value=|typed| &mut typed.invest
                    fault=|typed| typed.read_invest().err()
                />
                <Words entry id="report-problems" name=words::PROBLEMS value=|typed| &mut typed.problems />
                <Words entry id="report-steps" name=words::NEXT_STEPS value=|typed| &mut typed.next_steps />
                {last}
            </div>
            <div>
                <Computed entry />
                <Files bringing=entry.bringing of=entry.id viewing name=words::PHOTOS />
                <Said entry />
            </div>
        </div>
        <Viewed viewing />
        <Acts entry />
    }
    .into_any()
}

/// A figure that is typed.
#[component]
fn Quantity(
    entry: Entry,
    id: &'static str,
    name: Text,
    hint: Text,
    /// Where findings say something of it.
    paths: &'static [&'static str],
    value: fn(&mut Typed) -> &mut String,
    fault: fn(&Typed) -> Option<QuantityError>,
) -> impl IntoView {
    let language = language();
    let text = move || entry.typed.with(|typed| value(&mut typed.clone()).clone());
    let typed = move |text: String| {
        entry.typed.update(|typed| *value(typed) = text);
        entry.touched();
    };
    // Nothing is wrong with an empty field before it is sent; what the rules stop is said here while it is typed.
    let error = Memo::new(move |_| match entry.typed.with(fault) {
        Some(why) => {
            (why != QuantityError::Empty || entry.filling.tried.get()).then(|| why.text(language.get()).to_owned())
        }
        None => {
            let stops = entry.stops();
            let at = stops.iter().find(|finding| paths.contains(&&*finding.path))?;
            Some(rules::message(at, language.get()))
        }
    });
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || if error.get().is_some() { format!("{error_id} {hint_id}") } else { hint_id.clone() }
    };
    view! {
        <div class="field" class:wrong=move || error.get().is_some()>
            <label for=id>{say(name)}</label>
            <small id=hint_id>{say(hint)}</small>
            {move || error.get().map(|why| view! { <p class="error" id=error_id.clone()>{why}</p> })}
            <input
                id=id
                class="n"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                prop:value=text
                readonly=move || entry.filling.busy.get()
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=described
                on:input:target=move |event| typed(event.target().value())
            />
        </div>
    }
    .into_any()
}

/// A text that is typed.
#[component]
fn Words(entry: Entry, id: &'static str, name: Text, value: fn(&mut Typed) -> &mut String) -> impl IntoView {
    let typed = move |text: String| {
        entry.typed.update(|typed| *value(typed) = text);
        entry.touched();
    };
    view! {
        <label for=id>{say(name)}</label>
        <textarea
            id=id
            rows="3"
            maxlength="4000"
            prop:value=move || entry.typed.with(|typed| value(&mut typed.clone()).clone())
            readonly=move || entry.filling.busy.get()
            on:input:target=move |event| typed(event.target().value())
        ></textarea>
    }
    .into_any()
}

/// What follows from the figures: 累计, the plan, the share of what was approved.
#[component]
fn Computed(entry: Entry) -> impl IntoView {
    let language = language();
    let rows = move || {
        let base = entry.base.get()?;
        let language = language.get();
        let before = base.facts.before(entry.period);
        let none = || quantities::NO_VALUE.get(language).to_owned();
        let after = entry.typed.with(|typed| typed.read_invest().ok()).map(|own| before.cum_invest.plus(own));
        let wan = |amount: Money| format!("{} {}", amount.wan(), quantities::WAN_SHORT.get(language));
        let planned = base.planned.map(|planned| format!("{}%", planned.shown()));
        let share = after.and_then(|after| {
            let limit = base.facts.settings.get(OVERRUN_STOP_ABOVE, entry.client.session.view()?.today);
            let share = Ratio::new(base.facts.others_invest.plus(after).fen(), base.facts.approved_total.fen());
            share.percent(Bound::AtMost(limit)).map(|percent| format!("{percent}%"))
        });
        let approved = (!base.facts.approved_total.is_zero()).then(|| wan(base.facts.approved_total));
        Some(view! {
            <dl class="computed">
                <dt>{words::BEFORE.get(language)}</dt>
                <dd>{format!("{}%", before.cum_progress.shown())}" · "{wan(before.cum_invest)}</dd>
                <dt>{words::AFTER.get(language)}</dt>
                <dd><b>{after.map_or_else(none, wan)}</b></dd>
                {planned.map(|planned| view! { <dt>{words::PLANNED.get(language)}</dt><dd>{planned}</dd> })}
                {approved.map(|approved| view! {
                    <dt>{words::APPROVED.get(language)}</dt>
                    <dd>{approved}{share.map(|share| view! { " · "{share}<small>{words::SHARE_HINT.get(language)}</small> })}</dd>
                })}
            </dl>
        })
    };
    view! { <section aria-live="polite">{rows}</section> }.into_any()
}

/// What the rules say of what is typed: what stops sending, then remarks.
#[component]
fn Said(entry: Entry) -> impl IntoView {
    let found = Memo::new(move |_| entry.findings());
    let of = move |severity: Severity| {
        found.with(|found| found.iter().filter(|one| one.severity == severity).cloned().collect::<Vec<_>>())
    };
    let block = move |severity: Severity, name: Text| {
        let found = of(severity);
        (!found.is_empty()).then(|| view! { <div class="hints"><small>{say(name)}</small><Findings found /></div> })
    };
    view! {
        <div aria-live="polite">
            {move || (!entry.filling.tried.get()).then(|| block(Severity::E, words::BEFORE_SENDING))}
            {move || block(Severity::W, words::REMARKS)}
        </div>
    }
    .into_any()
}

#[component]
fn Acts(entry: Entry) -> impl IntoView {
    let language = language();
    let under_way = move || entry.bringing.under_way();
    let lost = move || entry.bringing.files.with(|files| files.iter().any(|file| file.failure().is_some()));
    let blocked = move || (entry.filling.busy.get() || under_way() > 0 || lost()).then_some("true");
    let kept = move || {
        let time = entry.filling.kept_at.get()?;
        Some(fill(words::DRAFT_AT, language.get(), &[("time", &time)]))
    };
    view! {
        <div class="bar task-acts">
            <button class="btn main" type="button" aria-disabled=blocked on:click=move |_| entry.submit()>
                {say(words::SUBMIT)}
            </button>
            <button class="btn" type="button" on:click=move |_| entry.save()>{say(words::SAVE)}</button>
            <small role="status">{kept}</small>
        </div>
    }
    .into_any()
}
