//! 存量项目补录: where a community stood when the ledger took it over.

use super::{
    super::{
        context::{dossier, today},
        inputs::{Input, Select, amount_of, day_of, day_text},
        kept::{Field, Kept, KeptNote},
        sending::{Refusal, Sending},
    },
    Foot,
};
use crate::{
    ids::new_id,
    preferences::{language, say},
};
use anju_domain::{
    acts::{OpeningEntry, malformed_opening},
    api::PutOpening,
    exact::{Area, Money, Month, Progress},
    finding::Finding,
    policy::stages::Stage,
    words::stage_acts as words,
};
use leptos::prelude::*;

/// 存量项目补录
#[component]
pub(super) fn Opening(open: RwSignal<bool>) -> impl IntoView {
    let language = language();
    let context = dossier();
    let sending = Sending::new(context);
    let entry = context.saved.get_untracked().map(|saved| saved.project_community.clone()).unwrap_or_default();
    let known = entry.opening.as_ref();
    let amount = |amount: Option<Money>| RwSignal::new(amount.map(Money::wan_exact).unwrap_or_default());
    let cutoff = RwSignal::new(known.map_or_else(|| Month::of(today()).previous(), |one| one.cutoff).to_string());
    let stage = RwSignal::new(known.map_or(Stage::UnderWay, |one| one.stage).code().to_owned());
    let progress = RwSignal::new(known.map(|one| one.cum_progress.shown()).unwrap_or_default());
    let invested = amount(known.map(|one| one.cum_invest));
    let received = amount(known.map(|one| one.received));
    let paid = amount(known.map(|one| one.paid));
    let doc = RwSignal::new(known.map(|one| one.doc.clone()).unwrap_or_default());
    let started = RwSignal::new(day_text(entry.actual_start));
    let completed = RwSignal::new(day_text(entry.completed_on));
    let fields = vec![
        Field::text(words::CUTOFF, cutoff),
        Field::text(words::STAGE, stage),
        Field::text(words::ACTUAL_START, started),
        Field::text(words::COMPLETED_ON, completed),
        Field::text(words::PROGRESS, progress),
        Field::text(words::INVESTED, invested),
        Field::text(words::RECEIVED, received),
        Field::text(words::PAID, paid),
        Field::text(words::DOC, doc),
    ];
    let kept = Kept::of_new("opening", fields, |saved| saved.project_community.version);
    let new_plan = new_id();
    let tried = RwSignal::new(false);
    let is_completed = move || stage.get() == Stage::Completed.code();
    let request = move || -> Result<OpeningEntry, Vec<Finding>> {
        let mut unread = Vec::new();
        let mut read = |path: &'static str, text: String| {
            amount_of(&text).unwrap_or_else(|| {
                unread.push(Finding::malformed(path, "wrong_type"));
                Money::ZERO
            })
        };
        let (cum_invest, received, paid) =
            (read("cum_invest", invested.get()), read("received", received.get()), read("paid", paid.get()));
        let cum_progress = tenths_of(&progress.get()).unwrap_or_else(|| {
            unread.push(Finding::malformed("cum_progress", "no_progress"));
            Progress::default()
        });
        let month = cutoff.get().parse::<Month>().ok();
        let day = day_of(&started.get());
        if month.is_none() {
            unread.push(Finding::malformed("cutoff", "missing_field"));
        }
        if day.is_none() {
            unread.push(Finding::malformed("actual_start", "missing_field"));
        }
        let (Some(cutoff), Some(actual_start), true) = (month, day, unread.is_empty()) else { return Err(unread) };
        Ok(OpeningEntry {
            cutoff,
            stage: Stage::from_code(&stage.get()).unwrap_or_default(),
            actual_start,
            completed_on: day_of(&completed.get()).filter(|_| is_completed()),
            cum_progress,
            cum_invest,
            received,
            paid,
            doc: doc.get(),
            new_plan: Some(new_plan),
        })
    };
    let faults = move || match request() {
        Ok(request) => malformed_opening(&request, today()),
        Err(unread) => unread,
    };
    let wrong = Memo::new(move |_| if tried.get() { faults() } else { Vec::new() });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if let (true, Ok(request)) = (untrack(faults).is_empty(), untrack(request)) {
            let (version, told) = (kept.version(), words::OPENING_DONE);
            sending.send::<PutOpening>(version, request, told, language.get_untracked(), move || {
                kept.drop();
                open.set(false);
            });
        }
    };
    let stages = Signal::derive(move || {
        let name = |one: Stage| (one.code().to_owned(), one.text().get(language.get()).to_owned());
        [Stage::NewStart, Stage::UnderWay, Stage::Completed].map(name).to_vec()
    });
    let stage_name = Signal::derive(move || words::STAGE.get(language.get()).to_owned());
    let end = move || {
        is_completed().then(|| {
            view! { <Input id="opening-end" name=words::COMPLETED_ON kind="date" value=completed wrong path="completed_on" /> }
        })
    };
    view! {
        <form class="source-form" novalidate on:submit=send>
            <p class="lead">{say(words::OPENING_LEAD)}</p>
            <Refusal sending title=words::REFUSED />
            <KeptNote kept busy=sending.busy />
            <div class="entry-grid">
                <Input id="opening-cutoff" name=words::CUTOFF kind="month" value=cutoff wrong path="cutoff" />
                <Select id="opening-stage" name=stage_name options=stages value=stage wrong path="stage" />
                <Input id="opening-start" name=words::ACTUAL_START kind="date" value=started wrong path="actual_start" />
                {end}
                <Input id="opening-progress" name=words::PROGRESS kind="number" value=progress wrong path="cum_progress" />
                <Input id="opening-invested" name=words::INVESTED kind="number" value=invested wrong path="cum_invest" />
                <Input id="opening-received" name=words::RECEIVED kind="number" value=received wrong path="received" />
                <Input id="opening-paid" name=words::PAID kind="number" value=paid wrong path="paid" />
                <Input id="opening-doc" name=words::DOC kind="text" value=doc wrong path="doc" />
            </div>
            <Foot open busy=sending.busy stops=false kept />
        </form>
    }
    .into_any()
}

/// Progress in percent as it is typed: at most one decimal.
fn tenths_of(text: &str) -> Option<Progress> {
    if text.trim().is_empty() {
        return Some(Progress::default());
    }
    let hundredths = Area::parse(text.trim().trim_end_matches(['%', '％'])).ok()?.hundredths();
    (hundredths % 10 == 0).then(|| Progress::from_tenths(hundredths / 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_typed_in_percent() {
        assert_eq!(tenths_of("45"), Some(Progress::from_tenths(450)));
        assert_eq!(tenths_of("45.5%"), Some(Progress::from_tenths(455)));
        assert_eq!((tenths_of("45.55"), tenths_of("一半")), (None, None));
        assert_eq!(tenths_of(""), Some(Progress::default()));
    }
}
