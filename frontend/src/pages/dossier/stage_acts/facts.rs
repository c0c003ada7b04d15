//! 据实登记: what has happened, who mends what stood against it, and what will be listed as 手续补办.

use super::{
    super::{
        context::{dossier, today},
        inputs::{Input, Select, TextArea, day_of},
        kept::{Field, Kept, KeptNote},
        sending::{Refusal, Sending, stopping},
        stops::Stops,
    },
    Foot,
};
use crate::{
    ids::new_id,
    preferences::{language, say},
};
use anju_domain::{
    acts::{Act, FactEntry, RecordFact, fact_findings},
    api::PostFact,
    finding::{Finding, Gate},
    rules,
    words::{fill, stage_acts as words},
};
use chrono::Days;
use leptos::prelude::*;

/// So many days are proposed for mending.
const PROPOSED: Days = Days::new(30);

/// 据实登记
#[component]
pub(super) fn Fact(open: RwSignal<bool>) -> impl IntoView {
    let language = language();
    let context = dossier();
    let sending = Sending::new(context);
    let saved = context.saved.get_untracked();
    let manager = saved.as_ref().map(|saved| saved.project.manager_post.clone()).unwrap_or_default();
    let is_planned = saved.is_some_and(|saved| saved.project_community.plan.is_some());
    let gate = if is_planned { Gate::G2 } else { Gate::G1 };
    let day = RwSignal::new(today().to_string());
    let due = RwSignal::new(today().checked_add_days(PROPOSED).unwrap_or_else(today).to_string());
    let (reason, doc, person) = (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(manager));
    let fields = vec![
        Field::text(words::DATE, day),
        Field::text(words::DOC, doc),
        Field::text(words::REASON, reason),
        Field::text(words::PERSON, person),
        Field::text(words::DUE, due),
    ];
    let kept = Kept::of_new("fact", fields, |saved| saved.project_community.version);
    let new_plan = new_id();
    let tried = RwSignal::new(false);
    let request = move || {
        Some(FactEntry {
            gate,
            date: day_of(&day.get())?,
            reason: reason.get(),
            doc: doc.get(),
            person: person.get(),
            due: day_of(&due.get())?,
            new_plan: (gate == Gate::G1).then_some(new_plan),
        })
    };
    let faults = move || -> Vec<Finding> {
        match (context.saved.get(), request()) {
            (Some(saved), Some(request)) => {
                let found = RecordFact::decide(&saved, &request, today()).err().unwrap_or_default();
                found.into_iter().filter(|one| one.rule == "malformed").collect()
            }
            _ if day_of(&day.get()).is_none() => vec![Finding::malformed("date", "missing_field")],
            _ => vec![Finding::malformed("due", "missing_field")],
        }
    };
    let wrong = Memo::new(move |_| if tried.get() { faults() } else { Vec::new() });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if let (true, Some(request)) = (untrack(faults).is_empty(), untrack(request)) {
            let (version, told) = (kept.version(), words::FACT_DONE);
            sending.send::<PostFact>(version, request, told, language.get_untracked(), move || {
                kept.drop();
                open.set(false);
            });
        }
    };
    let later = move || {
        let saved = context.saved.get()?;
        let stops = stopping(fact_findings(&saved, gate, day_of(&day.get())?, today()));
        let count = stops.len().to_string();
        (!stops.is_empty()).then(|| {
            view! {
                <div class="notice warn">
                    <p>{fill(words::OPEN_LATER, language.get(), &[("n", &count)])}</p>
                    <Stops found=stops />
                </div>
            }
        })
    };
    let other = move || {
        let faults = wrong.get();
        let at_gate = faults.iter().find(|one| matches!(&*one.path, "gate" | "stage" | "plan"));
        at_gate.map(|one| view! { <p class="error" role="alert">{rules::message(one, language.get())}</p> })
    };
    let what = if gate == Gate::G1 { words::FACT_PLAN } else { words::FACT_START };
    let choices = Signal::derive(move || vec![("fact".to_owned(), what.get(language.get()).to_owned())]);
    let chosen = RwSignal::new("fact".to_owned());
    let what_name = Signal::derive(move || words::WHAT.get(language.get()).to_owned());
    view! {
        <form class="source-form" novalidate on:submit=send>
            <p class="lead">{say(words::FACT_LEAD)}</p>
            <Refusal sending title=words::REFUSED />
            <KeptNote kept busy=sending.busy />
            {other}
            <Select id="fact-what" name=what_name options=choices value=chosen wrong path="what" />
            <div class="entry-grid">
                <Input id="fact-day" name=words::DATE kind="date" value=day wrong path="date" />
                <Input id="fact-doc" name=words::DOC kind="text" value=doc wrong path="doc" />
            </div>
            <TextArea id="fact-reason" name=words::REASON value=reason wrong path="reason" />
            <div class="entry-grid">
                <Input id="fact-person" name=words::PERSON kind="text" value=person wrong path="person" />
                <Input id="fact-due" name=words::DUE kind="date" value=due wrong path="due" />
            </div>
            {later}
            <Foot open busy=sending.busy stops=false kept />
        </form>
    }
    .into_any()
}
