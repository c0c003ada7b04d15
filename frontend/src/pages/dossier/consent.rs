//! 居民意愿: the votes of the owners in totals, what each still lacks, and a form in which it is reckoned while typing.

mod form;
mod typed;

use super::{
    context::{dossier, today},
    sending::{Refusal, Sending},
};
use crate::{
    preferences::{language, say},
    session::session,
};
use anju_domain::{
    acts::ConsentEntry,
    api::PutConsentRounds,
    exact::{Area, grouped},
    language::Language,
    model::{ConsentRound, ConsentScope, Dossier, Role},
    policy::{consents::kind_text, parameters::Settings},
    rules::{self, r32_residents_consent},
    words::{consent as words, fill, quantities},
};
use form::RoundForm;
use leptos::prelude::*;
use uuid::Uuid;

/// Which vote is open in the form: a known one, or a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opened {
    Nothing,
    Known(Uuid),
    New,
}

/// 居民意愿
#[component]
pub(crate) fn Consent() -> impl IntoView {
    let language = language();
    let context = dossier();
    let can_edit = session().role() == Some(Role::Office);
    let opened = RwSignal::new(Opened::Nothing);
    let sending = Sending::new(context);
    let cards = move || {
        let saved = context.saved.get()?;
        let language = language.get();
        let rounds = &saved.project_community.consent_rounds;
        if rounds.is_empty() {
            return Some(view! { <p class="empty">{words::NONE.get(language)}</p> }.into_any());
        }
        let card = |round: &ConsentRound| card(round, &saved, can_edit.then_some((opened, sending)), language);
        Some(rounds.iter().map(card).collect_view().into_any())
    };
    let done = move || opened.set(Opened::Nothing);
    let form = move || match opened.get() {
        Opened::Nothing => None,
        Opened::Known(id) => Some(view! { <RoundForm id=Some(id) done /> }),
        Opened::New => Some(view! { <RoundForm id=None done /> }),
    };
    let add = move || {
        (can_edit && opened.get() == Opened::Nothing).then(|| {
            view! {
                <div class="bar">
                    <button class="btn" type="button" on:click=move |_| opened.set(Opened::New)>{say(words::ADD)}</button>
                </div>
            }
        })
    };
    view! {
        <div class="sheet consent">
            <div class="row">
                <section class="cell">
                    <h2>{say(words::TITLE)}</h2>
                    <p class="msg">{say(words::LEAD)}</p>
                    <Refusal sending title=anju_domain::words::approvals::REFUSED />
                    {cards}
                    {form}
                    {add}
                </section>
            </div>
        </div>
    }
    .into_any()
}

/// What people read for a matter.
fn kind_name(kind: &str, language: Language) -> String {
    kind_text(kind).map_or_else(|| kind.to_owned(), |text| text.get(language).to_owned())
}

/// Whether a vote suffices, and if not what it lacks.
fn verdict(round: &ConsentRound, settings: &Settings, language: Language) -> (bool, String) {
    let found = r32_residents_consent::check(&round.into(), settings, round.ended_on.unwrap_or_else(today));
    match found.first() {
        Some(finding) => (false, rules::message(finding, language)),
        None if round.ended_on.is_some() => (true, words::PASSED.get(language).to_owned()),
        None => (true, words::GOES_ON.get(language).to_owned()),
    }
}

fn card(
    round: &ConsentRound,
    saved: &Dossier,
    edit: Option<(RwSignal<Opened>, Sending)>,
    language: Language,
) -> impl IntoView + use<> {
    let (passes, says) = verdict(round, &saved.programme.settings, language);
    let place = match round.scope {
        ConsentScope::Community => round.scope.text().get(language).to_owned(),
        ConsentScope::Building | ConsentScope::Entrance => format!("{} {}", round.building, round.entrance),
    };
    let method = round.method.map(|method| method.text().get(language).to_owned()).unwrap_or_default();
    let day = |day| quantities::date_or_none(language, day);
    let voted = match (round.began_on, round.ended_on) {
        (Some(began), Some(ended)) if began != ended => {
            let span = [("from", &*quantities::date(language, began)), ("to", &quantities::date(language, ended))];
            fill(words::SPAN, language, &span)
        }
        (Some(began), None) => fill(words::SINCE, language, &[("from", &quantities::date(language, began))]),
        (_, ended) => day(ended),
    };
    let dates =
        format!("{} {} · {} {voted}", words::NOTICED.get(language), day(round.noticed_on), words::VOTED.get(language));
    let about = quantities::listed(language, &[place.trim().to_owned(), method, round.doc.clone()]);
    let area = |hundredths: i64| Area::from_hundredths(hundredths).shown();
    let tallies = |owners: [i64; 3], areas: [i64; 3]| {
        view! {
            <tr>
                <th scope="row">{words::OWNERS.get(language)}</th>
                {owners.map(|count| view! { <td class="n">{grouped(count)}</td> }).collect_view()}
            </tr>
            <tr>
                <th scope="row">{words::AREA.get(language)}</th>
                {areas.map(|one| view! { <td class="n">{area(one)}</td> }).collect_view()}
            </tr>
        }
    };
    let counts = |tally: anju_domain::model::Tally| [tally.total, tally.participating, tally.agreeing];
    let id = round.id;
    let name = kind_name(&round.kind, language);
    let acts = edit.map(|(opened, sending)| {
        let others: Vec<_> =
            saved.project_community.consent_rounds.iter().filter(|other| other.id != id).cloned().map(Into::into).collect();
        let version = saved.project_community.version;
        let ask = fill(words::REMOVE_ASK, language, &[("kind", &name)]);
        let remove = move |_| {
            let sure = web_sys::window().and_then(|window| window.confirm_with_message(&ask).ok()).unwrap_or(false);
            if sure {
                let request = ConsentEntry { rounds: others.clone() };
                sending.send::<PutConsentRounds>(version, request, words::SAVED, language, || ());
            }
        };
        view! {
            <div class="bar">
                <button class="btn" type="button" on:click=move |_| opened.set(Opened::Known(id))>{words::EDIT.get(language)}</button>
                <button class="btn" type="button" on:click=remove>{words::REMOVE.get(language)}</button>
            </div>
        }
    });
    view! {
        <article class="vote">
            <h3>{name.clone()}" "<small>{about}</small></h3>
            <p class="msg">{dates}</p>
            <table class="tallies">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col" class="n">{words::TOTAL.get(language)}</th>
                        <th scope="col" class="n">{words::PARTICIPATING.get(language)}</th>
                        <th scope="col" class="n">{words::AGREEING.get(language)}</th>
                    </tr>
                </thead>
                <tbody>{tallies(counts(round.owners), counts(round.area))}</tbody>
            </table>
            <p class="notice" class:done=passes class:warn=!passes>{says}</p>
            {acts}
        </article>
    }
}
