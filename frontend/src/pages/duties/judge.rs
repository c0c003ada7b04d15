//! The office judges a task: it passes, or goes back with what is missing.

use super::{entry::Entry, findings::Findings};
use crate::preferences::say;
use anju_domain::{
    acts::{Act, DutyReview, ReviewDuty, Verdict},
    api::PostReview,
    finding::Finding,
    policy::stages::TaskStatus,
    words::duties as words,
};
use leptos::prelude::*;

/// The verdict on a task; nothing for one that was not sent.
#[component]
pub(super) fn Judge(entry: Entry) -> impl IntoView {
    let status = Memo::new(move |_| entry.base.with(|base| base.as_ref().map(|base| base.task.status)));
    let said = RwSignal::new(String::new());
    let tried = RwSignal::new(None::<Verdict>);
    let found = move |verdict: Verdict| -> Vec<Finding> {
        let (Some(facts), Some(view)) = (entry.facts(), entry.client.session.view()) else { return Vec::new() };
        let request = DutyReview { verdict, said: said.get() };
        ReviewDuty::decide(&facts, &request, view.today).err().unwrap_or_default()
    };
    let judge = move |verdict: Verdict| {
        tried.set(Some(verdict));
        if untrack(|| found(verdict)).is_empty() {
            let done = if verdict == Verdict::Accept { words::ACCEPTED_NOW } else { words::RETURNED_NOW };
            entry.perform::<PostReview>(DutyReview { verdict, said: said.get_untracked() }, done);
            tried.set(None);
        }
    };
    // What was missing is said once.
    Effect::new(move || {
        status.track();
        said.set(String::new());
        tried.set(None);
    });
    let field = format!("missing-{}", entry.id);
    let can_judge =
        move || matches!(status.get(), Some(TaskStatus::Submitted | TaskStatus::Confirmed | TaskStatus::NotConcerned));
    view! {
        <Show when=can_judge>
            <div class="review-form">
                <label for=field.clone()>{say(words::MISSING)}</label>
                <textarea
                    id=field.clone()
                    rows="2"
                    maxlength="4000"
                    prop:value=move || said.get()
                    on:input:target=move |event| said.set(event.target().value())
                ></textarea>
                <div role="alert">
                    {move || tried.get().map(|verdict| view! { <Findings found=found(verdict) /> })}
                </div>
                <div class="bar task-acts">
                    {move || (status.get() == Some(TaskStatus::Submitted)).then(|| view! {
                        <button
                            class="btn main"
                            type="button"
                            aria-disabled=move || entry.filling.busy.get().then_some("true")
                            on:click=move |_| judge(Verdict::Accept)
                        >
                            {say(words::ACCEPT)}
                        </button>
                    })}
                    <button
                        class="btn"
                        type="button"
                        aria-disabled=move || entry.filling.busy.get().then_some("true")
                        on:click=move |_| judge(Verdict::Return)
                    >
                        {say(words::RETURN)}
                    </button>
                </div>
            </div>
        </Show>
    }
    .into_any()
}
