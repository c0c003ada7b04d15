//! The office corrects the figures of the last accepted report, with reason and document.

use super::entry::{Entry, stored};
use crate::{
    pages::duties::findings::Findings,
    preferences::{language, say},
};
use anju_domain::{
    acts::{ReportCorrection, corrections},
    api::PostReportCorrection,
    exact::{Money, Progress},
    finding::{Finding, Severity},
    language::Text,
    policy::{office::CorrectionReason, stages::ReportStatus},
    words::reports as words,
};
use leptos::prelude::*;

/// The fields of a correction.
#[derive(Clone, Copy)]
struct Fields {
    progress: RwSignal<String>,
    invest: RwSignal<String>,
    reason: RwSignal<CorrectionReason>,
    doc: RwSignal<String>,
}

impl Fields {
    fn request(self, entry: Entry) -> Result<ReportCorrection, Vec<Finding>> {
        let progress = self.progress.with(|text| Progress::parse(text));
        let invest = self.invest.with(|text| Money::parse_wan(text));
        match (progress, invest) {
            (Ok(cum_progress), Ok(cum_invest)) => Ok(ReportCorrection {
                period: entry.period,
                cum_progress,
                cum_invest,
                reason: self.reason.get(),
                doc: self.doc.get(),
            }),
            (progress, _) => {
                let path = if progress.is_err() { "cum_progress" } else { "cum_invest" };
                Err(vec![Finding::malformed(path, "wrong_type")])
            }
        }
    }

    /// The very findings of the server.
    fn findings(self, entry: Entry) -> Vec<Finding> {
        let (Some(view), Some(session)) = (entry.saved.get(), entry.client.session.view()) else { return Vec::new() };
        let Some(report) = stored(&view) else { return Vec::new() };
        match self.request(entry) {
            Ok(request) => corrections(&view.facts, report, &request, session.today),
            Err(unread) => unread,
        }
    }
}

/// The correction, behind a button; nothing for a report that is not the last accepted one.
#[component]
pub(super) fn Correct(entry: Entry) -> impl IntoView {
    let open = RwSignal::new(false);
    let fields = Fields {
        progress: RwSignal::new(String::new()),
        invest: RwSignal::new(String::new()),
        reason: RwSignal::new(CorrectionReason::Audit),
        doc: RwSignal::new(String::new()),
    };
    let fits = Memo::new(move |_| {
        let Some(view) = entry.saved.get() else { return false };
        let status = stored(&view).map(|report| report.status);
        status == Some(ReportStatus::Accepted) && view.facts.accepted_after(entry.period).is_none()
    });
    let begin = move |_| {
        if let Some(view) = entry.saved.get_untracked()
            && let Some(report) = stored(&view)
        {
            fields.progress.set(report.cum_progress.shown());
            fields.invest.set(report.cum_invest.wan_exact());
            open.set(true);
        }
    };
    view! {
        <Show when=move || fits.get() && !open.get()>
            <p class="bar"><button class="btn" type="button" on:click=begin>{say(words::CORRECT)}</button></p>
        </Show>
        <Show when=move || fits.get() && open.get()><Form entry fields open /></Show>
    }
    .into_any()
}

#[component]
fn Form(entry: Entry, fields: Fields, open: RwSignal<bool>) -> impl IntoView {
    let language = language();
    let tried = RwSignal::new(false);
    let found = Memo::new(move |_| fields.findings(entry));
    let send = move |_| {
        tried.set(true);
        let is_stopped = found.with_untracked(|found| found.iter().any(|one| one.severity == Severity::E));
        if let (false, Ok(request)) = (is_stopped, untrack(|| fields.request(entry))) {
            entry.perform::<PostReportCorrection>(request, words::CORRECTED_NOW, move || open.set(false));
        }
    };
    let field = |id: &'static str, name: Text, value: RwSignal<String>, mode: &'static str| {
        view! {
            <div class="field">
                <label for=id>{say(name)}</label>
                <input id=id type="text" inputmode=mode autocomplete="off" bind:value=value />
            </div>
        }
    };
    let reason = move |reason: CorrectionReason| {
        view! {
            <option value=reason.code() prop:selected=move || fields.reason.get() == reason>
                {move || reason.text().get(language.get())}
            </option>
        }
    };
    let choose = move |code: String| {
        if let Some(reason) = CorrectionReason::from_code(&code) {
            fields.reason.set(reason);
        }
    };
    view! {
        <section class="review-form waive">
            <h3>{say(words::CORRECT)}</h3>
            <p>{say(words::CORRECT_DETAIL)}</p>
            {field("correct-progress", words::PROGRESS, fields.progress, "decimal")}
            {field("correct-invest", words::CUM_INVEST, fields.invest, "decimal")}
            <label for="correct-reason">{say(words::CORRECT_REASON)}</label>
            <select id="correct-reason" on:change:target=move |event| choose(event.target().value())>
                {CorrectionReason::ALL.iter().copied().map(reason).collect_view()}
            </select>
            {field("correct-doc", words::CORRECT_DOC, fields.doc, "text")}
            <div role="alert">{move || tried.get().then(|| view! { <Findings found=found.get() /> })}</div>
            <div class="bar task-acts">
                <button
                    class="btn main"
                    type="button"
                    aria-disabled=move || entry.filling.busy.get().then_some("true")
                    on:click=send
                >
                    {say(words::CORRECT_SAVE)}
                </button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{say(words::CANCEL)}</button>
            </div>
        </section>
    }
    .into_any()
}
