//! 手续补办: what recorded facts have left open, by whom and by when it is mended, and closing what can't be.

use super::super::{
    context::{dossier, today},
    inputs::{Input, TextArea},
    sending::{Refusal, Sending},
};
use crate::{
    parts::dialog::Dialog,
    preferences::{language, say},
};
use anju_domain::{
    acts::{ClosureEntry, open_findings_of},
    api::PostClosure,
    finding::{Finding, Gate},
    language::Language,
    model::{Dossier, OpenFinding},
    rules,
    words::{approvals as words, dossier as dossier_words, fill, quantities, shell, stage_acts},
};
use leptos::prelude::*;

/// What is open, mended and closed.
#[component]
pub(super) fn OpenFindings(can_edit: bool) -> impl IntoView {
    let language = language();
    let context = dossier();
    let closing = RwSignal::new(None::<(usize, usize)>);
    let open = RwSignal::new(false);
    let content = move || {
        let saved = context.saved.get()?;
        let language = language.get();
        Some(if saved.project_community.fact_records.is_empty() {
            view! { <p class="empty">{words::NO_OPEN.get(language)}</p> }.into_any()
        } else {
            records(&saved, can_edit, closing, open, language)
        })
    };
    let title = Signal::derive(move || words::CLOSE_TITLE.get(language.get()).to_owned());
    view! {
        <section class="cell open-findings">
            <h2>{say(words::OPEN)}</h2>
            <p class="msg">{say(words::OPEN_LEAD)}</p>
            {content}
        </section>
        <Dialog open title><Closing closing open /></Dialog>
    }
    .into_any()
}

fn records(
    saved: &Dossier,
    can_edit: bool,
    closing: RwSignal<Option<(usize, usize)>>,
    open: RwSignal<bool>,
    language: Language,
) -> AnyView {
    let still: Vec<(usize, usize)> =
        open_findings_of(saved, today()).into_iter().map(|(record, finding, _)| (record, finding)).collect();
    let records = saved.project_community.fact_records.iter().enumerate().map(|(at, record)| {
        let gate = if record.gate == Gate::G1 { stage_acts::FACT_PLAN } else { stage_acts::FACT_START };
        let date = quantities::date(language, record.date);
        let told = [("gate", gate.get(language)), ("date", &date), ("reason", &record.reason), ("doc", &record.doc)];
        let rows = record.open_findings.iter().enumerate().map(|(index, one)| {
            let is_open = still.contains(&(at, index));
            row(one, is_open, can_edit.then_some((at, index)), closing, open, language)
        });
        view! {
            <p class="msg">{fill(words::FACT, language, &told)}</p>
            <table class="list cards">
                <thead>
                    <tr>
                        <th scope="col" class="fill">{words::MATTER.get(language)}</th>
                        <th scope="col">{words::PERSON.get(language)}</th>
                        <th scope="col">{words::DUE.get(language)}</th>
                        <th scope="col">{dossier_words::STATUS.get(language)}</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
    });
    records.collect_view().into_any()
}

fn row(
    one: &OpenFinding,
    is_open: bool,
    place: Option<(usize, usize)>,
    closing: RwSignal<Option<(usize, usize)>>,
    open: RwSignal<bool>,
    language: Language,
) -> impl IntoView + use<> {
    let state = match &one.closed {
        Some(closure) => {
            let date = quantities::date(language, closure.on);
            fill(words::CLOSED, language, &[("date", &date), ("reason", &closure.reason), ("doc", &closure.doc)])
        }
        None => if is_open { words::STILL_OPEN } else { words::MENDED }.get(language).to_owned(),
    };
    let message = rules::message(&one.finding, language);
    let late =
        (is_open && one.due < today()).then(|| view! { <small class="bad">{words::OVERDUE.get(language)}</small> });
    let close = place.filter(|_| is_open).map(|place| {
        view! {
            <button class="btn" type="button" on:click=move |_| { closing.set(Some(place)); open.set(true); }>
                {words::CLOSE.get(language)}
            </button>
        }
    });
    view! {
        <tr>
            <td class="title fill">{message}</td>
            <td data-label=words::PERSON.get(language)>{one.person.clone()}</td>
            <td data-label=words::DUE.get(language)>{quantities::date(language, one.due)}{late}</td>
            <td class="closure" data-label=dossier_words::STATUS.get(language)>{state}</td>
            <td class="row-acts">{close}</td>
        </tr>
    }
}

#[component]
fn Closing(closing: RwSignal<Option<(usize, usize)>>, open: RwSignal<bool>) -> impl IntoView {
    let language = language();
    let context = dossier();
    let sending = Sending::new(context);
    let (reason, doc) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let tried = RwSignal::new(false);
    let found = move || -> Vec<Finding> {
        let blank =
            [("reason", reason.get()), ("doc", doc.get())].into_iter().filter(|(_, text)| text.trim().is_empty());
        blank.map(|(path, _)| Finding::malformed(path, "missing_field")).collect()
    };
    let wrong = Memo::new(move |_| if tried.get() { found() } else { Vec::new() });
    let what = move || {
        let (record, finding) = closing.get()?;
        let saved = context.saved.get()?;
        let one = saved.project_community.fact_records.get(record)?.open_findings.get(finding)?;
        Some(rules::message(&one.finding, language.get()))
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let (Some(saved), Some((record, finding))) = (context.saved.get_untracked(), closing.get_untracked()) else {
            return;
        };
        if untrack(found).is_empty() {
            let request = ClosureEntry { record, finding, reason: reason.get_untracked(), doc: doc.get_untracked() };
            let version = saved.project_community.version;
            let told = words::CLOSED_DONE;
            sending.send::<PostClosure>(version, request, told, language.get_untracked(), move || open.set(false));
        }
    };
    view! {
        <form class="source-form" novalidate on:submit=send>
            <p><b>{what}</b></p>
            <p class="lead">{say(words::CLOSE_LEAD)}</p>
            <Refusal sending title=words::REFUSED />
            <TextArea id="closure-reason" name=words::REASON value=reason wrong path="reason" />
            <Input id="closure-doc" name=words::DOC kind="text" value=doc wrong path="doc" />
            <div class="bar">
                <button class="btn main" type="submit" aria-disabled=move || sending.busy.get().then_some("true")>{say(words::CLOSE)}</button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{say(shell::CANCEL)}</button>
            </div>
        </form>
    }
    .into_any()
}
