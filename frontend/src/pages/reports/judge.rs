//! The office judges a report: it passes, or goes back with what is missing.

use super::entry::{Entry, stored};
use crate::{pages::duties::findings::Findings, preferences::say};
use anju_domain::{
    acts::{ReportReview, Verdict},
    api::PostReportReview,
    finding::Finding,
    policy::stages::ReportStatus,
    words::reports as words,
};
use leptos::prelude::*;

/// The verdict on a report that was sent, or on the last one that was accepted.
#[component]
pub(super) fn Judge(entry: Entry) -> impl IntoView {
    let status = Memo::new(move |_| {
        let view = entry.saved.get()?;
        let is_last = view.facts.accepted_after(entry.period).is_none();
        stored(&view).map(|report| report.status).filter(|status| *status != ReportStatus::Accepted || is_last)
    });
    let said = RwSignal::new(String::new());
    let silent = RwSignal::new(false);
    let judge = move |verdict: Verdict| {
        silent.set(verdict == Verdict::Return && said.with_untracked(|said| said.trim().is_empty()));
        if silent.get_untracked() {
            return;
        }
        let done = if verdict == Verdict::Accept { words::ACCEPTED_NOW } else { words::RETURNED_NOW };
        let request = ReportReview { period: entry.period, verdict, said: said.get_untracked() };
        entry.perform::<PostReportReview>(request, done, move || said.set(String::new()));
    };
    let can_judge = move || matches!(status.get(), Some(ReportStatus::Submitted | ReportStatus::Accepted));
    let blocked = move || entry.filling.busy.get().then_some("true");
    view! {
        <Show when=can_judge>
            <div class="review-form">
                <label for="report-said">{say(words::SAID)}</label>
                <textarea
                    id="report-said"
                    rows="2"
                    maxlength="4000"
                    prop:value=move || said.get()
                    on:input:target=move |event| said.set(event.target().value())
                ></textarea>
                <div role="alert">
                    {move || silent.get().then(|| {
                        view! { <Findings found=vec![Finding::malformed("said", "what_is_missing")] /> }
                    })}
                </div>
                <div class="bar task-acts">
                    {move || (status.get() == Some(ReportStatus::Submitted)).then(|| view! {
                        <button class="btn main" type="button" aria-disabled=blocked on:click=move |_| judge(Verdict::Accept)>
                            {say(words::ACCEPT)}
                        </button>
                    })}
                    <button class="btn" type="button" aria-disabled=blocked on:click=move |_| judge(Verdict::Return)>
                        {say(words::RETURN)}
                    </button>
                </div>
            </div>
        </Show>
    }
    .into_any()
}
