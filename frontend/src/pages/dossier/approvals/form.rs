//! The form of one step, in its row: status, days and papers, and what the step brings besides.

use super::{
    super::{
        context::{dossier, today},
        inputs::{Check, Input, Select, TextArea},
        kept::{Kept, KeptNote, texts},
        sending::{Refusal, Sending},
    },
    parts::Parts,
    typed::Typed,
};
use crate::preferences::{language, say};
use anju_domain::{
    acts::malformed_approvals,
    api::PutApprovals,
    finding::Finding,
    policy::{approvals::Step, stages::StepStatus},
    words::{approvals as words, dossier as dossier_words, fill, shell},
};
use leptos::prelude::*;

/// The form of a step.
#[component]
pub(super) fn StepForm(step: Step, opened: RwSignal<Option<Step>>) -> impl IntoView {
    let context = dossier();
    context.saved.get_untracked().map(|saved| {
        let typed = Typed::of(&saved, step);
        view! { <Fields typed opened /> }
    })
}

#[component]
fn Fields(typed: Typed, opened: RwSignal<Option<Step>>) -> impl IntoView {
    let language = language();
    let context = dossier();
    let sending = Sending::new(context);
    let step = typed.step;
    let kept = Kept::of(&format!("step-{}", step.code()), typed.fields(), move |saved| {
        (saved.project.version, untrack(|| texts(&Typed::of(saved, step).fields())))
    });
    let tried = RwSignal::new(false);
    let found = move || -> Vec<Finding> {
        let Some(saved) = context.saved.get() else { return Vec::new() };
        let (request, mut found) = typed.request(&saved);
        found.extend(malformed_approvals(&saved, &request, today()));
        found
    };
    let wrong = Memo::new(move |_| if tried.get() { found() } else { Vec::new() });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let Some(saved) = context.saved.get_untracked() else { return };
        if !untrack(found).is_empty() {
            return;
        }
        let (request, _) = untrack(|| typed.request(&saved));
        sending.send::<PutApprovals>(kept.version(), request, words::SAVED, language.get_untracked(), move || {
            kept.drop();
            opened.set(None);
        });
    };
    let cancel = move |_| {
        kept.drop();
        opened.set(None);
    };
    let id = |field: &str| format!("step-{}-{field}", typed.step.code());
    let statuses = Signal::derive(move || {
        let language = language.get();
        StepStatus::ALL.iter().map(|one| (one.code().to_owned(), one.shown().get(language).to_owned())).collect()
    });
    let status_name = Signal::derive(move || dossier_words::STATUS.get(language.get()).to_owned());
    let joint_name = Signal::derive(move || words::JOINT.get(language.get()).to_owned());
    let merge = typed.planned.with_value(|planned| planned.merge_allowed).map(|into| {
        let name = Signal::derive(move || {
            fill(words::MERGED_HERE, language.get(), &[("step", into.text().get(language.get()))])
        });
        view! { <Check name value=typed.merged /> }
    });
    let can_be_joint = matches!(typed.step, Step::S02 | Step::S05 | Step::S06 | Step::S07 | Step::S09);
    let ids = StoredValue::new([id("status"), id("planned"), id("submitted"), id("limit"), id("remark")]);
    let own = move || {
        typed.is_done_itself().then(|| {
            let [status, planned, submitted, limit, remark] = ids.get_value();
            view! {
                <div class="entry-grid">
                    <Select id=status name=status_name options=statuses value=typed.status wrong path="steps/0/status" />
                    <Input id=planned name=dossier_words::PLANNED_ON kind="date" value=typed.planned_on wrong path="steps/0/planned_on" />
                    <Input id=submitted name=words::SUBMITTED_ON kind="date" value=typed.submitted_on wrong path="steps/0/submitted_on" />
                    <Input id=limit name=words::LIMIT kind="number" value=typed.limit_days wrong path="steps/0/limit_days" />
                </div>
                <TextArea id=remark name=words::REMARK value=typed.remark wrong path="steps/0/remark" />
            }
        })
    };
    let left_out = move || {
        let faults = wrong.get();
        let others = faults.iter().filter(|one| matches!(&*one.path, "steps/0/step" | "steps/0/merged"));
        let texts: Vec<String> = others.map(|one| anju_domain::rules::message(one, language.get())).collect();
        (!texts.is_empty()).then(|| view! { <p class="error" role="alert">{texts.join(" ")}</p> })
    };
    view! {
        <form class="source-form entry-form" novalidate on:submit=save>
            <Refusal sending title=words::REFUSED kept />
            <KeptNote kept busy=sending.busy />
            {left_out}
            {merge}
            {own}
            <div class="entry-grid">
                <Input id=id("date") name=words::DATE kind="date" value=typed.date wrong path="steps/0/date" />
                <Input id=id("doc") name=words::DOC_NO kind="text" value=typed.doc_no wrong path="steps/0/doc_no" />
            </div>
            {can_be_joint.then(|| view! { <Check name=joint_name value=typed.joint /> })}
            <Parts typed wrong />
            <div class="bar">
                <button class="btn main" type="submit" aria-disabled=move || sending.busy.get().then_some("true")>
                    {move || if sending.busy.get() { words::SAVING } else { words::SAVE }.get(language.get())}
                </button>
                <button class="btn" type="button" on:click=cancel>{say(shell::CANCEL)}</button>
            </div>
        </form>
    }
    .into_any()
}
