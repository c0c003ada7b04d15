//! Changing parameters: the chosen ones, from one day on, with a reason. What does not fit is said while somebody types, by
//! the act of the server itself.

use super::{
    super::entry::{Entry, PROBLEMS, Problems, field_id, said},
    Settings,
};
use crate::{
    browser,
    preferences::{language, say},
};
use anju_domain::{
    acts::{Act, OwnValue, ParameterEntry, ProgrammeStanding, SetParameters},
    api::PutParameters,
    finding::Finding,
    policy::{
        items::Class,
        parameters::{Kind, Parameter, WindowReading, parameter},
    },
    words::{fill, programme as words, shell},
};
use leptos::{ev::SubmitEvent, prelude::*};

pub(super) const HEADING: &str = "parameter-entry";

/// The form; nothing while no parameter is chosen.
#[component]
pub(super) fn EntryForm(page: Settings) -> impl IntoView {
    let language = language();
    let from = RwSignal::new(page.today.to_string());
    let reason = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let request = move || ParameterEntry {
        valid_from: from.get().parse().unwrap_or_default(),
        reason: reason.get(),
        values: page
            .chosen
            .get()
            .into_iter()
            .map(|(name, value)| OwnValue { name: name.to_owned(), value: typed(name, &value.get()) })
            .collect(),
    };
    let judged = move || {
        let programme = page.programme.get()?;
        let facts = ProgrammeStanding { programme: (*programme).clone(), by: String::new() };
        SetParameters::decide(&facts, &request(), page.today).err()
    };
    // While somebody types, what is still empty is no fault yet.
    let found = Memo::new(move |_| {
        let mut found = judged().unwrap_or_default();
        if !tried.get() {
            found.retain(|finding| finding.path != "reason");
        }
        for finding in page.keeping.findings() {
            if !found.contains(&finding) {
                found.push(finding);
            }
        }
        found
    });
    let found = Signal::derive(move || found.get());
    let shown_above = Signal::derive(move || if tried.get() { found.get() } else { Vec::new() });
    let close = move || {
        page.chosen.set(Vec::new());
        reason.set(String::new());
        tried.set(false);
        page.keeping.failure.set(None);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if untrack(|| judged().is_some()) {
            browser::focus_soon(PROBLEMS);
            return;
        }
        let Some(seen) = page.programme.get_untracked().map(|programme| programme.version) else { return };
        let stored = move || {
            close();
            page.said.set(Some(words::SAVED));
            page.ask();
        };
        let refused = move |failure: &crate::client::Failure| {
            if failure.code() == "stale_version" {
                page.said.set(Some(words::STALE));
                page.ask();
            }
            browser::focus_soon(PROBLEMS);
        };
        page.keeping.send::<PutParameters>(untrack(request), Some(seen), stored, refused);
    };
    let chosen = page.chosen;
    let busy = page.keeping.busy;
    view! {
        <Show when=move || !chosen.read().is_empty()>
            <section class="sheet programme-sheet programme-form" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">{say(words::ENTRY)}</h2>
                <p>{say(words::ENTRY_LEAD)}</p>
                <Problems found=shown_above failure=page.keeping.failure />
                <form on:submit=submit novalidate>
                    <div class="form-grid">
                        <For each=move || chosen.get().into_iter().enumerate() key=|(_, (name, _))| *name let:item>
                            <Value page at=item.0 name=item.1.0 value=item.1.1 found />
                        </For>
                    </div>
                    <div class="form-grid">
                        <Entry
                            path="valid_from"
                            name=words::FROM_DAY
                            kind="date"
                            value=from
                            typed=move |text| from.set(text)
                            found
                        />
                        <Entry
                            path="reason"
                            name=words::REASON
                            hint=words::REASON_HINT
                            kind="text"
                            value=reason
                            typed=move |text| reason.set(text)
                            found
                        />
                    </div>
                    <div class="bar">
                        <button class="btn main" type="submit" aria-disabled=move || busy.get().then_some("true")>
                            {move || if busy.get() { words::BUSY } else { words::SAVE }.get(language.get())}
                        </button>
                        <button class="btn" type="button" on:click=move |_| close()>{say(shell::CANCEL)}</button>
                    </div>
                </form>
            </section>
        </Show>
    }
    .into_any()
}

/// A value with a field of its kind.
#[component]
fn Value(
    page: Settings,
    at: usize,
    name: &'static str,
    value: RwSignal<String>,
    found: Signal<Vec<Finding>>,
) -> impl IntoView {
    let language = language();
    let row = parameter(name).next()?;
    let drop = move |_| page.chosen.update(|chosen| chosen.retain(|(known, _)| *known != name));
    let drop_label = move || fill(words::REMOVE_OF, language.get(), &[("name", row.title.get(language.get()))]);
    let place = move || page.chosen.read().iter().position(|(known, _)| *known == name).unwrap_or(at);
    let own = Signal::derive(move || {
        let path = format!("values/{}/value", place());
        let here = found.get().into_iter().filter(|finding| finding.path == path);
        here.map(|finding| Finding { path: format!("values/{at}/value"), ..finding }).collect::<Vec<_>>()
    });
    let path = format!("values/{at}/value");
    let field = if choices(row).is_empty() {
        let kind = if row.kind == Kind::Date { "date" } else { "text" };
        let typed = move |text: String| value.set(text);
        view! { <Entry path name=row.title hint=row.unit kind value typed found=own /> }.into_any()
    } else {
        let id = field_id(&path);
        let options = move || {
            let codes = choices(row).into_iter();
            codes
                .map(|code| (code, row.kind.value_shown(code, language.get())))
                .map(|(code, name)| {
                    view! {
                        <option value=code prop:selected=move || value.get() == code>{name}</option>
                    }
                })
                .collect_view()
        };
        view! {
            <div class="field">
                <label for=id.clone()>{say(row.title)}</label>
                {move || said(&own.read(), &path, language.get()).map(|error| view! { <p class="error">{error}</p> })}
                <select id=id on:change:target=move |event| value.set(event.target().value())>{options}</select>
            </div>
        }
        .into_any()
    };
    let words = move || {
        let text = typed(name, &value.get());
        let shown = row.value_with_unit(&text, language.get());
        (row.kind.accepts(&text) && row.kind.value_shown(&text, language.get()) != text).then_some(shown)
    };
    Some(view! {
        <div class="value-field">
            {field}
            <small>{words}</small>
            <button class="link" type="button" aria-label=drop_label on:click=drop>{say(words::REMOVE)}</button>
        </div>
    })
}

/// What a parameter may be, where it is one of a few.
fn choices(row: &Parameter) -> Vec<&'static str> {
    match row.kind {
        Kind::Switch => vec!["on", "off"],
        Kind::Class => vec![Class::Basic.code(), Class::Improvement.code()],
        Kind::Reading => WindowReading::ALL.iter().map(|reading| reading.code()).collect(),
        Kind::Text if row.name == "withdraw_started_consent" => vec!["组长 or 副组长", "组长", "副组长"],
        _ => Vec::new(),
    }
}

/// A value as people type it, in the form of the table: full-width digits and points, no spaces in numbers.
fn typed(name: &str, text: &str) -> String {
    let kind = parameter(name).next().map(|row| row.kind);
    let is_number = matches!(
        kind,
        Some(Kind::Integer | Kind::Area | Kind::Price | Kind::Points | Kind::Fraction | Kind::MonthDay | Kind::Years)
    );
    let half_width = text.trim().chars().filter(|c| !is_number || !(c.is_whitespace() || *c == ',' || *c == '，'));
    half_width
        .map(|c| match c {
            '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
            '．' => '.',
            '／' => '/',
            '，' => '、',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_understood_as_people_type_them() {
        assert_eq!(typed("report_due_day", " ８ "), "8");
        assert_eq!(typed("cost_per_area_max", "2，０00.００"), "2000.00");
        assert_eq!(typed("consent_qualified_min", "３／4"), "3/4");
        assert_eq!(typed("fund_items_F07", "B05，B08"), "B05、B08");
        assert_eq!(typed("report_due_day", "八"), "八");
    }
}
