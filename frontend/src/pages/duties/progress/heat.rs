//! Unit × month: how many of the due tasks are done, as a table that says in words what its ground shows.

use super::{MONTH, PATH, UNIT, may_open};
use crate::{
    parts::pick::Pick,
    preferences::{language, say},
    remote::Remote,
    route::Query,
    session::session,
};
use anju_domain::{
    exact::Month,
    indicators::{DutyCounts, ProgrammeFacts},
    language::Language,
    lists::duty_standing::{MONTHS, face, in_month, units},
    words::{duties as words, fill, quantities},
};
use leptos::prelude::*;

pub(super) const YEAR: &str = "year";

/// The heat map.
#[component]
pub(super) fn Heat(facts: Remote<ProgrammeFacts>, query: Query) -> impl IntoView {
    let language = language();
    let years = Signal::derive(move || {
        let view = session().view();
        let head = view.as_ref().and_then(|view| view.programme.as_ref());
        let named = |year: i32| (year.to_string(), fill(words::YEAR_NAME, language.get(), &[("n", &year.to_string())]));
        head.map(|head| (head.year_from..=head.year_to).map(named).collect()).unwrap_or_default()
    });
    // Without a choice the year of the day is shown.
    let year = Memo::new(move |_| {
        query.read::<i32>(YEAR).or_else(|| facts.get().map(|facts| Month::of(facts.as_of).year())).unwrap_or_default()
    });
    let value = Signal::derive(move || year.get().to_string());
    let head = |month: u32| {
        view! { <th scope="col">{move || fill(words::MONTH, language.get(), &[("n", &month.to_string())])}</th> }
    };
    let rows = move || {
        let facts = facts.get()?;
        let (year, language) = (year.get(), language.get());
        let units = units(&facts, language).into_iter();
        Some(units.map(|(code, name)| row(&facts, &code, &name, year, language)).collect_view())
    };
    view! {
        <section class="sheet">
            <h2 id="heat">{say(words::HEAT)}</h2>
            <p class="bar">
                <Pick name=words::YEAR options=years value on_pick=move |to| query.set(&[(YEAR, &to)]) />
                <small>{say(words::HEAT_NOTE)}</small>
            </p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="heat">
                <table class="heat">
                    <thead><tr><th scope="col">{say(words::UNIT)}</th>{MONTHS.map(head).collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(facts: &ProgrammeFacts, unit: &str, name: &str, year: i32, language: Language) -> impl IntoView + use<> {
    let opens = may_open(unit);
    let cell = |month: u32| {
        let Some(month) = Month::new(year, month) else { return view! { <td></td> }.into_any() };
        shown(in_month(facts, unit, month), unit, name, month, opens, language)
    };
    view! { <tr><th scope="row">{name.to_owned()}</th>{MONTHS.map(cell).collect_view()}</tr> }
}

fn shown(counts: DutyCounts, unit: &str, name: &str, month: Month, opens: bool, language: Language) -> AnyView {
    if counts.due == 0 {
        return view! { <td></td> }.into_any();
    }
    let ground = match counts {
        DutyCounts { overdue: 1.., .. } => "late",
        DutyCounts { due, done, .. } if due == done => "full",
        _ => "part",
    };
    let text = face(counts);
    let numbers = [counts.due, counts.done, counts.overdue].map(|count| count.to_string());
    let month_name = quantities::month(language, month);
    let [due, done, overdue] = &numbers;
    let label = fill(
        words::HEAT_CELL,
        language,
        &[("unit", name), ("month", &month_name), ("due", due), ("done", done), ("overdue", overdue)],
    );
    if opens {
        let to = format!("{PATH}?{UNIT}={unit}&{MONTH}={month}");
        let face = view! { <span aria-hidden="true">{text}</span><span class="sr">{label.clone()}</span> };
        view! { <td><a class=ground href=to title=label>{face}</a></td> }.into_any()
    } else {
        let face = view! { <i aria-hidden="true">{text}</i><i class="sr">{label.clone()}</i> };
        view! { <td><span class=ground title=label>{face}</span></td> }.into_any()
    }
}
