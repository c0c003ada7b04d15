//! The dialog of an act on a plan: what it is about, its fields, what the rules say, and the page to check before sending.

use super::{
    acting::{Act, Acting},
    figures::Figures,
    sending::REFUSED,
};
use crate::{
    parts::{
        dialog::Dialog,
        entry_field::{EntryChoice, EntryField},
        stop_list::StopList,
    },
    preferences::{language, say},
    session::session,
};
use anju_domain::{
    exact::Money,
    finding::{Finding, Severity},
    language::Text,
    plans::PlanStanding,
    policy::stages::CapacityConclusion,
    rules,
    words::{fill, money, plans as words, quantities, shell},
};
use leptos::prelude::*;

/// The dialog.
#[component]
pub(super) fn ActDialog(acting: Acting) -> impl IntoView {
    let language = language();
    let title = Signal::derive(move || {
        let (act, language) = (acting.act.get(), language.get());
        let title = act.title().get(language);
        if act.lead().is_some() { format!("{title} · {}", words::CHECK.get(language)) } else { title.to_owned() }
    });
    view! { <Dialog open=acting.open title><Form acting /></Dialog> }.into_any()
}

#[component]
fn Form(acting: Acting) -> impl IntoView {
    let language = language();
    let found = Memo::new(move |_| acting.found());
    let wrong = move |path: &'static str| {
        Signal::derive(move || {
            let found = found.read();
            let at = found.iter().find(|finding| finding.path == path && finding.rule == "malformed")?;
            let at_once = at.params.text("why") != Some("missing_field");
            (at_once || acting.tried.get()).then(|| rules::message(at, language.get()))
        })
    };
    let is = move |of: fn(Act) -> bool| move || of(acting.act.get());
    view! {
        {move || acting.act.get().lead().map(|lead| view! { <p>{say(lead)}</p> })}
        <Failed acting />
        {move || acting.act.get().lead().is_some().then(|| view! { <About acting /> })}
        <div class="entry-fields">
            <Show when=is(|act| act == Act::New)><Year acting wrong=wrong("year") /></Show>
            <Show when=is(Act::has_figures)><Figures fields=acting.figures found /></Show>
            <Show when=is(Act::has_date)>
                <EntryField id="plan-date" name=words::DATE value=acting.date kind="date" wrong=wrong("date") />
                <EntryField id="plan-doc" name=words::DOC_NO value=acting.doc_no wrong=wrong("doc_no") />
            </Show>
            <Show when=is(Act::has_reason)>
                <EntryField id="plan-reason" name=words::REASON value=acting.reason wrong=wrong("reason") />
            </Show>
            <Show when=is(|act| act == Act::Assess)>
                <Assessment acting wrong_ceiling=wrong("ceiling") wrong_borne=wrong("county_borne") wrong_doc=wrong("doc") />
            </Show>
        </div>
        <Forecast acting found />
        <div class="bar">
            <button class="btn main" type="button" aria-disabled=move || acting.busy.get().then_some("true") on:click=move |_| acting.send()>
                {move || {
                    let checked = acting.act.get().lead().is_some();
                    let text = match (checked, acting.busy.get()) {
                        (true, false) => words::SEND,
                        (true, true) => words::SENDING,
                        (false, false) => words::SAVE,
                        (false, true) => words::SAVING,
                    };
                    text.get(language.get())
                }}
            </button>
            <button class="btn" type="button" on:click=move |_| acting.open.set(false)>{say(shell::CANCEL)}</button>
        </div>
    }
    .into_any()
}

/// The years of the programme that have no plan yet.
#[component]
fn Year(acting: Acting, wrong: Signal<Option<String>>) -> impl IntoView {
    let options = Signal::derive(move || {
        let view = session().view();
        let Some(head) = view.as_ref().and_then(|view| view.programme.as_ref()) else { return Vec::new() };
        let known = acting.facts.remote.get();
        let has_plan = |year: i32| known.as_ref().is_some_and(|facts| facts.plans.iter().any(|plan| plan.year == year));
        let free = (head.year_from..=head.year_to).filter(|year| !has_plan(*year));
        free.map(|year| (year.to_string(), year.to_string())).collect::<Vec<_>>()
    });
    view! { <EntryChoice id="plan-year" name=words::YEAR value=acting.year blank=money::CHOOSE options wrong /> }
}

/// The assessment of fiscal capacity.
#[component]
fn Assessment(
    acting: Acting,
    wrong_ceiling: Signal<Option<String>>,
    wrong_borne: Signal<Option<String>>,
    wrong_doc: Signal<Option<String>>,
) -> impl IntoView {
    let language = language();
    let options = Signal::derive(move || {
        let language = language.get();
        let all = CapacityConclusion::ALL.iter();
        all.map(|one| (one.code().to_owned(), one.text().get(language).to_owned())).collect::<Vec<_>>()
    });
    let number = move |field: RwSignal<String>, wrong: Signal<Option<String>>| {
        Signal::derive(move || {
            let text = field.read();
            let fault = Money::parse_wan(&text).err().filter(|_| !text.trim().is_empty());
            fault.map(|fault| fault.text(language.get()).to_owned()).or_else(|| wrong.get())
        })
    };
    view! {
        <EntryField id="capacity-ceiling" name=words::CAPACITY_CEILING value=acting.ceiling wrong=number(acting.ceiling, wrong_ceiling) />
        <EntryField id="capacity-borne" name=words::CAPACITY_BORNE value=acting.county_borne wrong=number(acting.county_borne, wrong_borne) />
        <EntryChoice id="capacity-conclusion" name=words::CAPACITY_CONCLUSION value=acting.conclusion options wrong=Signal::derive(|| None::<String>) />
        <EntryField id="capacity-doc" name=words::CAPACITY_DOC value=acting.doc_no wrong=wrong_doc />
    }
    .into_any()
}

/// What will be sent up, issued or adjusted.
#[component]
fn About(acting: Acting) -> impl IntoView {
    let language = language();
    move || {
        let (plan, facts, language) = (acting.standing()?, acting.facts.remote.get()?, language.get());
        let standing = PlanStanding::of(&facts, &plan);
        let row = |name: Text, value: String| view! { <dt>{name.get(language)}</dt><dd>{value}</dd> };
        let size = |communities: i64, households: i64| {
            let parts = [quantities::communities(language, communities), quantities::households(language, households)];
            quantities::listed(language, &parts)
        };
        let (starts, completions, entered) = (standing.planned_starts, standing.planned_completions, standing.entered);
        Some(view! {
            <dl class="facts">
                {row(words::YEAR, plan.year.to_string())}
                {row(words::STATUS, plan.status.text().get(language).to_owned())}
                {row(words::PLANNED_STARTS, size(starts.communities, starts.households))}
                {row(words::PLANNED_COMPLETIONS, size(completions.communities, completions.households))}
                {row(words::PLANNED_INVEST, quantities::money(language, plan.planned_invest))}
                {row(words::ENTERED_COMMUNITIES, size(entered.communities, entered.households))}
                {row(words::ENTERED_INVEST, quantities::money(language, standing.entered_invest))}
            </dl>
        })
    }
}

/// What the rules say, by the check of this browser.
#[component]
fn Forecast(acting: Acting, found: Memo<Vec<Finding>>) -> impl IntoView {
    let language = language();
    let stops = Signal::derive(move || {
        // What the server has just said is not said twice.
        let told = acting.failure.read().as_ref().is_some_and(|failure| !failure.findings().is_empty());
        let of_whole = |finding: &&Finding| {
            finding.severity == Severity::E
                && (finding.rule != "malformed" || matches!(&*finding.path, "status" | "figures" | "id"))
        };
        if told { Vec::new() } else { found.read().iter().filter(of_whole).cloned().collect() }
    });
    let said = move || {
        let n = stops.read().len();
        let language = language.get();
        match (n, found.read().is_empty(), acting.act.get().lead().is_some()) {
            (0, true, true) => {
                Some(view! { <p class="notice done">{words::FORECAST_CLEAR.get(language)}</p> }.into_any())
            }
            (0, ..) => None,
            (n, ..) => {
                let text = fill(words::FORECAST_STOPS, language, &[("n", &n.to_string())]);
                Some(view! { <p class="notice stop">{text}</p> }.into_any())
            }
        }
    };
    view! { <div class="said" role="status">{said}<StopList found=stops /></div> }.into_any()
}

/// Why it was not done: what the server said.
#[component]
fn Failed(acting: Acting) -> impl IntoView {
    let language = language();
    let found = Signal::derive(move || {
        acting.failure.read().as_ref().map(|failure| failure.findings().to_vec()).unwrap_or_default()
    });
    move || {
        let failure = acting.failure.get()?;
        let language = language.get();
        let stops = failure.findings().len();
        let (title, detail) = match failure.is_stale() {
            true => (words::STALE.get(language).to_owned(), words::STALE_DETAIL.get(language).to_owned()),
            _ if stops > 0 => (
                fill(words::REFUSED, language, &[("n", &stops.to_string())]),
                words::REFUSED_DETAIL.get(language).to_owned(),
            ),
            _ => (failure.title(language), failure.detail(language)),
        };
        Some(view! {
            <div class="errors" id=REFUSED tabindex="-1" role="alert">
                <h3>{title}</h3>
                <p>{detail}</p>
                <StopList found />
            </div>
        })
    }
}
