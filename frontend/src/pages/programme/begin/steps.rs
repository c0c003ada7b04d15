//! The steps before the check, each with its fields.

use super::{
    super::entry::{Entry, field_id, said},
    Form,
    draft::{Draft, TypedBody, TypedWindow},
};
use crate::preferences::{language, say};
use anju_domain::{
    language::Text,
    words::{fill, programme as words},
};
use leptos::prelude::*;

/// A field of the draft.
fn field(
    form: Form,
    path: &'static str,
    name: Text,
    hint: Option<Text>,
    kind: &'static str,
    of: fn(&mut Draft) -> &mut String,
) -> AnyView {
    // Reading goes through a copy of the draft: a place is named once, for reading and for writing.
    let value = Signal::derive(move || of(&mut form.draft.get()).clone());
    let typed = move |text: String| form.draft.update(|draft| *of(draft) = text);
    match hint {
        Some(hint) => view! { <Entry path name hint kind value typed found=form.found /> }.into_any(),
        None => view! { <Entry path name kind value typed found=form.found /> }.into_any(),
    }
}

/// County, name and paper.
#[component]
pub(super) fn County(form: Form) -> impl IntoView {
    view! {
        {field(form, "division_code", words::DIVISION, Some(words::DIVISION_HINT), "text", |draft| &mut draft.division_code)}
        {field(form, "terms/name", words::NAME, None, "text", |draft| &mut draft.name)}
        {field(form, "terms/name_en", words::NAME_EN, Some(words::NAME_EN_HINT), "text", |draft| &mut draft.name_en)}
        {field(form, "terms/basis", words::BASIS, Some(words::BASIS_HINT), "text", |draft| &mut draft.basis)}
        {field(form, "terms/township", words::TOWNSHIP, Some(words::TOWNSHIP_HINT), "text", |draft| &mut draft.township)}
    }
    .into_any()
}

/// Years, the first month, targets.
#[component]
pub(super) fn Years(form: Form) -> impl IntoView {
    view! {
        {field(form, "terms/year_from", words::YEAR_FROM, None, "text", |draft| &mut draft.year_from)}
        {field(form, "terms/year_to", words::YEAR_TO, None, "text", |draft| &mut draft.year_to)}
        {field(form, "active_from", words::ACTIVE_FROM, Some(words::ACTIVE_FROM_HINT), "month", |draft| &mut draft.active_from)}
        {field(form, "terms/targets/communities", words::COMMUNITIES, None, "text", |draft| &mut draft.communities)}
        {field(form, "terms/targets/area", words::AREA, None, "text", |draft| &mut draft.area)}
        {field(form, "terms/targets/households", words::HOUSEHOLDS, None, "text", |draft| &mut draft.households)}
    }
    .into_any()
}

/// Windows by plan year, and what else a county's paper may set.
#[component]
pub(super) fn Windows(form: Form) -> impl IntoView {
    let rows = move || form.draft.with(|draft| draft.windows.len());
    let add = move |_| form.draft.update(|draft| draft.windows.push(TypedWindow::default()));
    view! {
        <fieldset class="rows">
            <legend>{say(words::WINDOWS)}</legend>
            <p>{say(words::WINDOWS_LEAD)}</p>
            <For each=move || 0..rows() key=|at| *at let:at><WindowRow form at /></For>
            <button class="btn" type="button" on:click=add>{say(words::ADD_WINDOW)}</button>
        </fieldset>
        {field(form, "terms/backlog_cutoff", words::BACKLOG, Some(words::NAME_EN_HINT), "date", |draft| &mut draft.backlog_cutoff)}
        {field(form, "own/0/value", words::OPERATOR_SHARE, Some(words::OPERATOR_SHARE_HINT), "text", |draft| &mut draft.operator_share)}
    }
    .into_any()
}

#[component]
fn WindowRow(form: Form, at: usize) -> impl IntoView {
    let language = language();
    let of = move |part: fn(&TypedWindow) -> &String| {
        Signal::derive(move || {
            form.draft.with(|draft| draft.windows.get(at).map(|row| part(row).clone()).unwrap_or_default())
        })
    };
    let typed = move |part: fn(&mut TypedWindow) -> &mut String| {
        move |text: String| {
            form.draft.update(|draft| {
                if let Some(row) = draft.windows.get_mut(at) {
                    *part(row) = text;
                }
            });
        }
    };
    let remove = move |_| {
        form.draft.update(|draft| {
            if at < draft.windows.len() {
                draft.windows.remove(at);
            }
        });
    };
    let (year, cutoff) = (of(|row| &row.plan_year), of(|row| &row.cutoff));
    let label = move || fill(words::REMOVE_OF, language.get(), &[("name", &year.get())]);
    view! {
        <div class="row-fields">
            <Entry
                path=format!("terms/windows/{at}/plan_year")
                name=words::PLAN_YEAR
                kind="text"
                value=year
                typed=typed(|row| &mut row.plan_year)
                found=form.found
            />
            <Entry
                path=format!("terms/windows/{at}/cutoff")
                name=words::CUTOFF
                kind="date"
                value=cutoff
                typed=typed(|row| &mut row.cutoff)
                found=form.found
            />
            <button class="btn" type="button" aria-label=label on:click=remove>{say(words::REMOVE)}</button>
        </div>
    }
    .into_any()
}

/// The bodies: names of the own county, further ones.
#[component]
pub(super) fn Bodies(form: Form) -> impl IntoView {
    let rows = move || form.draft.with(|draft| draft.bodies.len());
    let add = move |_| {
        form.draft.update(|draft| {
            let code = draft.next_code();
            draft.bodies.push(TypedBody { code, ranked: true, ..TypedBody::default() });
        });
    };
    view! {
        <p>{say(words::BODIES_BEGIN)}</p>
        <table class="list cards bodies-form">
            <thead>
                <tr>
                    <th scope="col">{say(words::CODE)}</th>
                    <th scope="col">{say(words::BODY_NAME)}</th>
                    <th scope="col">{say(words::BODY_NAME_EN)}</th>
                    <th scope="col">{say(words::RANKED)}</th>
                </tr>
            </thead>
            <tbody><For each=move || 0..rows() key=|at| *at let:at><BodyRow form at /></For></tbody>
        </table>
        <p><button class="btn" type="button" on:click=add>{say(words::ADD_BODY)}</button></p>
    }
    .into_any()
}

#[component]
fn BodyRow(form: Form, at: usize) -> impl IntoView {
    let language = language();
    let read = move |part: fn(&TypedBody) -> String| {
        move || form.draft.with(|draft| draft.bodies.get(at).map(part).unwrap_or_default())
    };
    let write = move |change: Box<dyn FnOnce(&mut TypedBody)>| {
        form.draft.update(|draft| {
            if let Some(row) = draft.bodies.get_mut(at) {
                change(row);
            }
        });
    };
    let code = read(|body| body.code.clone());
    let label = move |text: Text| fill(text, language.get(), &[("code", &code())]);
    let place = format!("bodies/{at}/");
    let wrong = Memo::new(move |_| {
        let found = form.found.read();
        let here: Vec<_> = found.iter().filter(|finding| finding.path.starts_with(&place)).cloned().collect();
        here.first().and_then(|finding| said(&here, &finding.path, language.get()))
    });
    let checked = move || form.draft.with(|draft| draft.bodies.get(at).is_some_and(|body| body.ranked));
    view! {
        <tr class:wrong=move || wrong.read().is_some()>
            <th scope="row" data-label=say(words::CODE)>{code}</th>
            <td data-label=say(words::BODY_NAME)>
                <input
                    id=field_id(&format!("bodies/{at}/name"))
                    type="text"
                    autocomplete="off"
                    aria-label=move || label(words::NAME_OF)
                    aria-invalid=move || wrong.read().is_some().then_some("true")
                    prop:value=read(|body| body.zh.clone())
                    on:input:target=move |event| {
                        let text = event.target().value();
                        write(Box::new(move |row| row.zh = text));
                    }
                />
                {move || wrong.get().map(|wrong| view! { <small class="bad">{wrong}</small> })}
            </td>
            <td data-label=say(words::BODY_NAME_EN)>
                <input
                    type="text"
                    autocomplete="off"
                    aria-label=move || label(words::NAME_EN_OF)
                    prop:value=read(|body| body.en.clone())
                    on:input:target=move |event| {
                        let text = event.target().value();
                        write(Box::new(move |row| row.en = text));
                    }
                />
            </td>
            <td data-label=say(words::RANKED)>
                <input
                    type="checkbox"
                    aria-label=move || label(words::RANKED_OF)
                    prop:checked=checked
                    on:change:target=move |event| {
                        let ranked = event.target().checked();
                        write(Box::new(move |row| row.ranked = ranked));
                    }
                />
            </td>
        </tr>
    }
    .into_any()
}
