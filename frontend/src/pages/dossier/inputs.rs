//! The fields of the dossier's forms: each with its name, what is wrong with it, and what is typed.

use crate::preferences::{language, say};
use anju_domain::{
    exact::{Area, Money},
    finding::Finding,
    language::{Language, Text},
    rules,
};
use chrono::NaiveDate;
use leptos::prelude::*;

/// What was found wrong with what is typed, by the paths of the request.
pub(super) type Wrong = Memo<Vec<Finding>>;

/// What is wrong with the field at a path.
pub(super) fn why(found: &[Finding], path: &str, language: Language) -> Option<String> {
    found.iter().find(|finding| finding.path == path).map(|finding| rules::message(finding, language))
}

/// A field of one line: `kind` is the type of the browser's input. `path` is its place in the request.
#[component]
pub(super) fn Input(
    #[prop(into)] id: String,
    name: Text,
    kind: &'static str,
    value: RwSignal<String>,
    wrong: Wrong,
    #[prop(into)] path: String,
) -> impl IntoView {
    let language = language();
    let path = StoredValue::new(path);
    let why = Memo::new(move |_| wrong.with(|found| path.with_value(|path| why(found, path, language.get()))));
    let why_id = format!("{id}-why");
    let described = why_id.clone();
    // Amounts and counts come with the keys for numbers, and are typed as people write them.
    let (kind, mode) = if kind == "number" { ("text", Some("decimal")) } else { (kind, None) };
    view! {
        <div class="field" class:wrong=move || why.read().is_some()>
            <label for=id.clone()>{say(name)}</label>
            <p class="error" id=why_id>{move || why.get()}</p>
            <input id=id type=kind inputmode=mode autocomplete="off" prop:value=move || value.get()
                aria-invalid=move || why.read().is_some().then_some("true") aria-describedby=described
                on:input:target=move |event| value.set(event.target().value()) />
        </div>
    }
    .into_any()
}

/// A text of several lines.
#[component]
pub(super) fn TextArea(
    #[prop(into)] id: String,
    name: Text,
    value: RwSignal<String>,
    wrong: Wrong,
    #[prop(into)] path: String,
) -> impl IntoView {
    let language = language();
    let path = StoredValue::new(path);
    let why = Memo::new(move |_| wrong.with(|found| path.with_value(|path| why(found, path, language.get()))));
    let why_id = format!("{id}-why");
    let described = why_id.clone();
    view! {
        <div class="field" class:wrong=move || why.read().is_some()>
            <label for=id.clone()>{say(name)}</label>
            <p class="error" id=why_id>{move || why.get()}</p>
            <textarea id=id rows="2" maxlength="4000" prop:value=move || value.get()
                aria-invalid=move || why.read().is_some().then_some("true") aria-describedby=described
                on:input:target=move |event| value.set(event.target().value())></textarea>
        </div>
    }
    .into_any()
}

/// A list to choose from; options are values and their names.
#[component]
pub(super) fn Select(
    #[prop(into)] id: String,
    #[prop(into)] name: Signal<String>,
    #[prop(into)] options: Signal<Vec<(String, String)>>,
    value: RwSignal<String>,
    wrong: Wrong,
    #[prop(into)] path: String,
) -> impl IntoView {
    let language = language();
    let path = StoredValue::new(path);
    let why = Memo::new(move |_| wrong.with(|found| path.with_value(|path| why(found, path, language.get()))));
    let why_id = format!("{id}-why");
    let described = why_id.clone();
    let option = move |(code, name): (String, String)| {
        let own = code.clone();
        view! { <option value=code prop:selected=move || value.get() == own>{name}</option> }
    };
    view! {
        <div class="field" class:wrong=move || why.read().is_some()>
            <label for=id.clone()>{move || name.get()}</label>
            <p class="error" id=why_id>{move || why.get()}</p>
            <select id=id aria-invalid=move || why.read().is_some().then_some("true") aria-describedby=described
                on:change:target=move |event| value.set(event.target().value())>
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}

/// A yes or no.
#[component]
pub(super) fn Check(#[prop(into)] name: Signal<String>, value: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=move || value.get()
                on:change:target=move |event| value.set(event.target().checked()) />
            <span>{move || name.get()}</span>
        </label>
    }
    .into_any()
}

/// A day as it is typed; none when there is none, or none that can be read.
pub(super) fn day_of(text: &str) -> Option<NaiveDate> {
    text.trim().parse().ok()
}

/// A day as the browser's input shows it.
pub(super) fn day_text(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// An amount in 万元 as it is typed, none for what can't be read; an empty field is 0.
pub(super) fn amount_of(text: &str) -> Option<Money> {
    if text.trim().is_empty() { Some(Money::ZERO) } else { Money::parse_wan(text).ok() }
}

/// An area in ㎡ as it is typed, in hundredths.
pub(super) fn area_of(text: &str) -> Option<i64> {
    if text.trim().is_empty() { Some(0) } else { Area::parse(text).ok().map(Area::hundredths) }
}

/// A count as it is typed.
pub(super) fn count_of(text: &str) -> Option<i64> {
    let plain: String = text.chars().filter(|c| !matches!(c, ',' | '，' | ' ' | '　')).collect();
    if plain.is_empty() { Some(0) } else { plain.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read_as_people_write_it() {
        assert_eq!(count_of("1,312"), Some(1312));
        assert_eq!((count_of(""), count_of("十"), count_of("-1")), (Some(0), None, Some(-1)));
        assert_eq!(amount_of("93.00"), Some(Money::from_wan_hundredths(9300)));
        assert_eq!((amount_of(" "), amount_of("多")), (Some(Money::ZERO), None));
        assert_eq!((area_of("28,640.00"), area_of("x")), (Some(2_864_000), None));
        assert_eq!((day_of("2022-10-08").map(|day| day.to_string()), day_of("")), (Some("2022-10-08".into()), None));
    }
}
