//! 审批手续: every step of the plan with what is required and why, what was entered of it, and a form in its place; the
//! milestones; what recorded facts have left open.

mod form;
mod milestones;
mod open;
mod parts;
mod typed;

use super::context::{dossier, today};
use crate::{
    naming,
    preferences::{language, say},
    session::session,
};
use anju_domain::{
    facts::{ProjectFacts, is_step_overdue, recomputed, step_due},
    language::Language,
    model::{ApprovalStep, Dossier, Role},
    policy::{
        approval_plan::{PlannedStep, approval_plan},
        approvals::Step,
        clauses,
        stages::{Requirement, StepStatus},
    },
    words::{approvals as words, dossier as dossier_words, fill, quantities},
};
use chrono::NaiveDate;
use form::StepForm;
use leptos::prelude::*;
use milestones::Milestones;
use open::OpenFindings;

/// 审批手续
#[component]
pub(crate) fn Approvals() -> impl IntoView {
    let language = language();
    let context = dossier();
    let can_edit = session().role() == Some(Role::Office);
    let opened = RwSignal::new(None::<Step>);
    let rows = Memo::new(move |_| context.saved.get().map(|dossier| rows(&dossier)).unwrap_or_default());
    let row = move |step: Step| {
        let now = Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.planned.step == step).cloned()));
        view! {
            {move || now.get().map(|row| shown(&row, can_edit, opened, language.get()))}
            <Show when=move || opened.get() == Some(step)>
                <tr class="opened">
                    <td colspan="6"><StepForm step opened /></td>
                </tr>
            </Show>
        }
    };
    view! {
        <div class="sheet approvals">
            <div class="row">
                <section class="cell">
                    <h2>{say(words::TITLE)}</h2>
                    <p class="msg">{say(words::LEAD)}</p>
                    <table class="list cards">
                        <thead>
                            <tr>
                                <th scope="col">{say(dossier_words::STEP)}</th>
                                <th scope="col">{say(dossier_words::REQUIREMENT)}</th>
                                <th scope="col">{say(dossier_words::STATUS)}</th>
                                <th scope="col">{say(words::SUBMITTED_ON)}</th>
                                <th scope="col">{say(words::DATE)}</th>
                                <td></td>
                            </tr>
                        </thead>
                        <tbody>{Step::ALL.iter().copied().map(row).collect_view()}</tbody>
                    </table>
                </section>
            </div>
            <div class="row"><Milestones can_edit /></div>
            <div class="row"><OpenFindings can_edit /></div>
        </div>
    }
    .into_any()
}

/// A step: as the plan has it, and as it stands.
#[derive(Clone, PartialEq)]
struct StepRow {
    planned: PlannedStep,
    entered: Option<ApprovalStep>,
    /// By when it is to be decided, and whether that day has passed.
    due: Option<(NaiveDate, bool)>,
}

fn rows(dossier: &Dossier) -> Vec<StepRow> {
    let flags = ProjectFacts::of(dossier, today()).approval_flags();
    let steps = recomputed(flags, &dossier.project.steps);
    let entered = |step| steps.iter().find(|known| known.step == step).cloned();
    let row = |planned: PlannedStep| {
        let entered = entered(planned.step);
        let undecided = entered.as_ref().filter(|entry| entry.status == StepStatus::Submitted);
        let late = undecided.is_some_and(|entry| is_step_overdue(&dossier.programme, entry, today()));
        let due = undecided.and_then(|entry| step_due(&dossier.programme, entry)).map(|due| (due, late));
        StepRow { planned, entered, due }
    };
    approval_plan(flags).into_iter().map(row).collect()
}

fn shown(row: &StepRow, can_edit: bool, opened: RwSignal<Option<Step>>, language: Language) -> impl IntoView + use<> {
    let step = row.planned.step;
    let title = step.text().get(language);
    let unit = fill(words::BY, language, &[("unit", &unit(step, language))]);
    let requirement = row.entered.as_ref().map(|entry| entry.requirement).or(row.planned.requirement);
    let required = requirement.map_or(words::NO_SUCH_STEP, Requirement::shown).get(language);
    let is_done_here = !matches!(requirement, None | Some(Requirement::Waived | Requirement::Merged));
    let entry = row.entered.clone().unwrap_or_else(|| ApprovalStep::new(step, Requirement::Needed));
    let has_passed = entry.status == StepStatus::Passed;
    let status = if is_done_here || has_passed { entry.status.shown() } else { quantities::NO_VALUE };
    let doc_no = (!entry.doc_no.is_empty()).then(|| view! { <small>{entry.doc_no.clone()}</small> });
    let remark = (!entry.remark.is_empty()).then(|| view! { <small>{entry.remark.clone()}</small> });
    let due = row.due.map(|(due, late)| {
        let by = fill(words::DUE_BY, language, &[("date", &quantities::date(language, due))]);
        let overdue = if late { words::OVERDUE.get(language) } else { "" };
        view! { <small class:bad=late>{quantities::listed(language, &[by, overdue.to_owned()])}</small> }
    });
    let edit = (can_edit && requirement.is_some()).then(|| {
        let name = fill(words::EDIT_STEP, language, &[("step", title)]);
        view! {
            <button class="btn" type="button" aria-label=name aria-expanded=move || (opened.get() == Some(step)).to_string()
                on:click=move |_| opened.update(|open| *open = if *open == Some(step) { None } else { Some(step) })>
                {words::EDIT.get(language)}
            </button>
        }
    });
    view! {
        <tr class:out=requirement.is_none()>
            <td class="title">{format!("{} {title}", step.code())}<small>{unit}</small></td>
            <td data-label=dossier_words::REQUIREMENT.get(language)>{required}<small>{reason(row, language)}</small></td>
            <td data-label=dossier_words::STATUS.get(language)>{status.get(language)}{remark}</td>
            <td data-label=words::SUBMITTED_ON.get(language)>{quantities::date_or_none(language, entry.submitted_on)}{due}</td>
            <td data-label=words::DATE.get(language)>{quantities::date_or_none(language, entry.date)}{doc_no}</td>
            <td class="row-acts">{edit}</td>
        </tr>
    }
}

/// Who decides on a step; names of units are shown in their own language.
fn unit(step: Step, language: Language) -> String {
    let unit = step.row().unit.text.get(language);
    naming::unit(unit, language)
}

/// Why it stands so, with the clause, the form in which it is done and the step that it goes with.
fn reason(row: &StepRow, language: Language) -> String {
    let planned = &row.planned;
    let clause = clauses::citations(&[planned.clause], language);
    let why = [("reason", planned.reason.text().get(language)), ("clause", &clause)];
    let mut parts = vec![fill(words::CLAUSE_AND_REASON, language, &why)];
    let merged_here = row.entered.as_ref().is_some_and(|entry| entry.requirement == Requirement::Merged);
    if let Some(into) = planned.merged_into {
        parts.push(fill(words::MERGED_INTO, language, &[("step", into.text().get(language))]));
    } else if let Some(into) = planned.merge_allowed.filter(|_| merged_here) {
        parts.push(fill(words::MERGED_HERE, language, &[("step", into.text().get(language))]));
    }
    if let Some(variant) = planned.variant {
        parts.push(fill(words::FORM, language, &[("variant", variant.text().get(language))]));
    }
    quantities::listed(language, &parts)
}
