//! 单位: the bodies of the programme with their names over time, who took over from whom, and duties that moved. The office
//! changes one body at a time; what is stored is always the whole.

mod form;

use super::keeping::Keeping;
use crate::{
    client::{Client, Options},
    live::Live,
    parts::{
        failure::{FailureNote, Waiting},
        page_head::PageHead,
    },
    preferences::{language, say},
    remote::Remote,
    session::session,
};
use anju_domain::{
    acts::BodiesEntry,
    api::ReadProgramme,
    duties::listed,
    language::{Language, Text},
    model::{Body, BodyName, Programme, Role},
    words::{fill, programme as words, quantities, shell},
};
use chrono::NaiveDate;
use form::BodyForm;
use leptos::prelude::*;

/// The page.
#[derive(Clone, Copy)]
struct Bodies {
    client: Client,
    programme: Remote<Programme>,
    today: NaiveDate,
    may_set: bool,
    /// The body that is being changed, by code.
    open: RwSignal<Option<String>>,
    said: RwSignal<Option<Text>>,
    keeping: Keeping,
}

impl Bodies {
    fn ask(self) {
        let client = self.client;
        self.programme.ask(async move { client.send::<ReadProgramme>(&[], &(), &(), Options::default()).await });
    }

    /// Opens the form of a body.
    fn change(self, code: String) {
        self.said.set(None);
        self.keeping.failure.set(None);
        self.open.set(Some(code));
        crate::browser::focus_soon(form::HEADING);
    }
}

/// What the programme holds of its bodies.
fn entry_of(programme: &Programme) -> BodiesEntry {
    BodiesEntry {
        bodies: programme.bodies.clone(),
        successions: programme.successions.iter().cloned().map(Into::into).collect(),
        duty_transfers: programme.duty_transfers.iter().cloned().map(Into::into).collect(),
    }
}

/// 单位
#[component]
pub(crate) fn BodiesPage() -> impl IntoView {
    let language = language();
    let live: Live = expect_context();
    let view = session().view_untracked();
    let page = Bodies {
        client: expect_context(),
        programme: Remote::new(),
        today: view.as_ref().map(|view| view.today).unwrap_or_default(),
        may_set: view.is_some_and(|view| view.role == Role::Office),
        open: RwSignal::new(None),
        said: RwSignal::new(None),
        keeping: Keeping::new(),
    };
    Effect::new(move || {
        live.changes.track();
        page.ask();
    });
    let programme = page.programme;
    let rows = move || {
        let (programme, language) = (programme.get()?, language.get());
        let rows = programme.every_body().into_iter().map(|body| row(&programme, &body, page, language));
        Some(rows.collect_view())
    };
    let add = move |_| {
        let Some(programme) = programme.get_untracked() else { return };
        let last = programme.every_body().last().and_then(|body| body.code.parse::<u32>().ok()).unwrap_or_default();
        page.change(format!("{:02}", last + 1));
    };
    view! {
        <PageHead title=Signal::derive(move || words::BODIES.get(language.get()).to_owned())>
            <p>{say(words::BODIES_LEAD)}</p>
        </PageHead>
        <p role="status" class="saved">{move || page.said.get().map(|text| text.get(language.get()))}</p>
        {page.may_set.then(|| view! {
            <div class="bar"><button class="btn main" type="button" on:click=add>{say(words::ADD_BODY)}</button></div>
        })}
        {move || programme.failure().map(|failure| view! { <FailureNote failure retry=move || page.ask() /> })}
        <Show when=move || programme.is_here() fallback=move || programme.failure().is_none().then(Waiting)>
            {move || page.open.get().map(|code| view! { <BodyForm page code /> })}
            <div class="sheet">
                <table class="list cards bodies">
                    <thead>
                        <tr>
                            <th scope="col">{say(words::CODE)}</th>
                            <th scope="col">{say(words::BODY_NAME)}</th>
                            <th scope="col">{say(words::FORMER)}</th>
                            <th scope="col">{say(words::RANKED)}</th>
                            <th scope="col">{say(words::SUCCESSOR)}</th>
                            <th scope="col"><span class="sr">{say(words::CHANGE)}</span></th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <section class="sheet programme-sheet" aria-labelledby="moved">
                <h2 id="moved">{say(words::MOVED)}</h2>
                {move || programme.get().map(|programme| moved(&programme, page.today, language.get()))}
            </section>
        </Show>
    }
    .into_any()
}

/// A name with the day from which it holds.
fn dated(name: &BodyName, language: Language) -> String {
    let shown = if language == Language::En && !name.en.is_empty() { &name.en } else { &name.zh };
    match name.from {
        Some(from) => fill(words::SINCE, language, &[("name", shown), ("date", &quantities::date(language, from))]),
        None => fill(words::FIRST_NAME, language, &[("name", shown)]),
    }
}

fn row(programme: &Programme, body: &Body, page: Bodies, language: Language) -> impl IntoView + use<> {
    let names = programme.names_on(page.today);
    let name = names.body(&body.code, language);
    let former: Vec<String> =
        if body.names.len() > 1 { body.names.iter().map(|name| dated(name, language)).collect() } else { Vec::new() };
    let taken = programme.successions.iter().find(|taken| taken.unit == body.code).map(|taken| {
        let (date, name) = (quantities::date(language, taken.date), names.body(&taken.successor, language));
        fill(words::SUCCESSOR_SINCE, language, &[("date", &date), ("name", &name)])
    });
    let ended = programme.successions.iter().any(|taken| taken.unit == body.code && taken.date <= page.today);
    let ranked = if body.ranked { shell::YES } else { shell::NO };
    let label = fill(words::CHANGE_OF, language, &[("name", &name)]);
    let aliases = body.aliases.join("、");
    let code = body.code.clone();
    view! {
        <tr class:out=ended>
            <td data-label=words::CODE.get(language)>{body.code.clone()}</td>
            <th scope="row" class="title">{name}" "<small>{aliases}</small></th>
            <td data-label=words::FORMER.get(language)>
                {former.into_iter().map(|name| view! { <small class="line">{name}</small> }).collect_view()}
            </td>
            <td data-label=words::RANKED.get(language)>{ranked.get(language)}</td>
            <td data-label=words::SUCCESSOR.get(language)>{taken}</td>
            <td class="row-acts">
                {page.may_set.then(|| view! {
                    <button class="link" type="button" aria-label=label on:click=move |_| page.change(code.clone())>
                        {words::CHANGE.get(language)}
                    </button>
                })}
            </td>
        </tr>
    }
}

/// Duties that moved, in words.
fn moved(programme: &Programme, today: NaiveDate, language: Language) -> AnyView {
    if programme.duty_transfers.is_empty() {
        return view! { <p class="empty">{words::NO_MOVED.get(language)}</p> }.into_any();
    }
    let names = programme.names_on(today);
    let line = |moved: &anju_domain::model::DutyTransfer| {
        let title = listed(&moved.duty).map_or("", |duty| duty.title().get(language));
        let places = [
            ("duty", moved.duty.clone()),
            ("title", title.to_owned()),
            ("date", quantities::date(language, moved.date)),
            ("from", names.body(&moved.from_unit, language)),
            ("to", names.body(&moved.to_unit, language)),
            ("basis", moved.basis.clone()),
        ];
        let places: Vec<(&str, &str)> = places.iter().map(|(name, text)| (*name, text.as_str())).collect();
        view! { <li>{fill(words::MOVED_LINE, language, &places)}</li> }
    };
    view! { <ul class="moved">{programme.duty_transfers.iter().map(line).collect_view()}</ul> }.into_any()
}
