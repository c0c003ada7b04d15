//! A part of a dossier that can be edited: read until the office opens it for typing, and again when it is saved.

use super::{
    differences::{state, status},
    faults::{FaultList, FaultSummary},
    fields::Fields,
    form::{Form, Notice},
    notices::Notices,
    paste_dialog::PasteDialog,
    sheet::SheetForm,
    spec::Spec,
    told,
};
use crate::{
    client::Client,
    preferences::{language, say},
};
use anju_domain::words::{editing as words, funding};
use leptos::prelude::*;

/// A part that can be edited; `children` is what everybody reads. One part of a page is open at a time: `busy` names it.
#[component]
pub(crate) fn Editable(
    spec: &'static Spec,
    #[prop(optional)] busy: Option<RwSignal<Option<&'static str>>>,
    children: ChildrenFn,
) -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let form = Form::new(spec);
    let pasting = RwSignal::new(None::<String>);
    if let Some(busy) = busy {
        Effect::new(move || match (form.open.get(), busy.get_untracked()) {
            (true, None) => busy.set(Some(spec.name)),
            (false, Some(name)) if name == spec.name => busy.set(None),
            // What is open elsewhere goes first; the draft of this one stays.
            (true, Some(name)) if name != spec.name => form.open.set(false),
            _ => {}
        });
    }
    let may_open = move || form.can_edit && !form.open.get() && busy.is_none_or(|busy| busy.get().is_none());
    let open = move |_| {
        form.notice.set(None);
        form.open.set(true);
    };
    let close = move |_| form.open.set(false);
    let told_saved = move || {
        let saved = !form.open.get() && form.notice.get() == Some(Notice::Saved);
        saved.then(|| view! { <p class="notice done">{say(funding::SAVED)}</p> })
    };
    let dirty = move || form.is_dirty();
    let take = move |rows: Vec<Vec<Option<String>>>| form.take_in(&rows);
    let block = move |text: String| pasting.set(Some(text));
    view! {
        <div class="bar edit-bar">
            <h2>{say(spec.title)}</h2>
            <div role="status">{told_saved}</div>
            <Show when=move || form.open.get() && spec.is_list>
                <button class="btn end" type="button" on:click=move |_| pasting.set(Some(String::new()))>{say(words::PASTE)}</button>
            </Show>
            <Show when=move || form.open.get() && !dirty()>
                <button class="btn" class:end=!spec.is_list type="button" on:click=close>{say(words::CLOSE)}</button>
            </Show>
            <Show when=may_open>
                <button class="btn end" type="button" on:click=open>{say(words::EDIT)}</button>
            </Show>
        </div>
        <Show when=move || form.open.get() fallback=move || children()>
            <FaultSummary form />
            {if spec.is_list {
                view! { <SheetForm form block /> }.into_any()
            } else {
                view! { <Fields form /> }.into_any()
            }}
            <FaultListOfSheet form />
            <Notices form />
            {told::bar(
                form.busy,
                move || !form.is_dirty(),
                move || form.save(client),
                move || form.discard(),
                move || status(form, language.get()),
                move || state(form, language.get()),
            )}
        </Show>
        {spec.is_list.then(|| view! { <PasteDialog text=pasting heads=spec.heads read=spec.paste take /> })}
    }
    .into_any()
}

/// Fields say what is wrong with them where they stand; a sheet does below.
#[component]
fn FaultListOfSheet(form: Form) -> impl IntoView {
    form.spec.is_list.then(|| view! { <FaultList form /> })
}
