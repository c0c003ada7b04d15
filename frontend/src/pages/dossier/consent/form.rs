//! The form of a vote: while it is typed it says what is still missing, to the last household and square metre.

use super::{
    super::{
        context::{dossier, today},
        inputs::{Input, Select, Wrong},
        kept::{Kept, KeptNote, texts},
        sending::{Refusal, Sending},
    },
    kind_name,
    typed::{COUNTS, Typed},
    verdict,
};
use crate::{
    ids::new_id,
    preferences::{language, say},
};
use anju_domain::{
    acts::{ConsentEntry, malformed_rounds},
    api::PutConsentRounds,
    exact::grouped,
    finding::Finding,
    language::Text,
    model::{ConsentMethod, ConsentRound, ConsentScope, Dossier},
    policy::consents::{ConsentKind, kinds},
    words::{approvals, consent as words, shell},
};
use leptos::prelude::*;
use uuid::Uuid;

/// The form of a known vote, or of a new one.
#[component]
pub(super) fn RoundForm(id: Option<Uuid>, done: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let context = dossier();
    context.saved.get_untracked().map(|saved| {
        let known = saved.project_community.consent_rounds.iter().find(|round| Some(round.id) == id).cloned();
        let new = || ConsentRound {
            id: new_id(),
            kind: ConsentKind::RenovationPlan.code().to_owned(),
            ..ConsentRound::default()
        };
        let round = known.unwrap_or_else(new);
        view! { <Fields round is_new=id.is_none() done /> }
    })
}

#[component]
fn Fields(round: ConsentRound, is_new: bool, done: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let language = language();
    let context = dossier();
    let sending = Sending::new(context);
    let (typed, round_id) = (Typed::of(&round), round.id);
    let kept = if is_new {
        Kept::of_new("vote", typed.fields(), |saved| saved.project_community.version)
    } else {
        Kept::of(&format!("vote-{round_id}"), typed.fields(), move |saved| {
            let entry = &saved.project_community;
            let known = entry.consent_rounds.iter().find(|known| known.id == round_id).unwrap_or(&round);
            (entry.version, untrack(|| texts(&Typed::of(known).fields())))
        })
    };
    let tried = RwSignal::new(false);
    let found = move || -> Vec<Finding> {
        let Some(saved) = context.saved.get() else { return Vec::new() };
        let (round, mut found) = typed.round();
        found.extend(malformed_rounds(&saved.community, &saved.programme.settings, &[round], today()));
        found
    };
    let wrong = Memo::new(move |_| if tried.get() { found() } else { Vec::new() });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let Some(saved) = context.saved.get_untracked() else { return };
        if !untrack(found).is_empty() {
            return;
        }
        let (round, _) = untrack(|| typed.round());
        let rounds = with_round(&saved, round, round_id).into_iter().map(Into::into).collect();
        let (version, language) = (kept.version(), language.get_untracked());
        sending.send::<PutConsentRounds>(version, ConsentEntry { rounds }, words::SAVED, language, move || {
            kept.drop();
            done();
        });
    };
    let cancel = move |_| {
        kept.drop();
        done();
    };
    let result = move || {
        let saved = context.saved.get()?;
        let (round, unread) = typed.round();
        let typed_something = round.owners.total > 0 || round.area.total > 0;
        (unread.is_empty() && typed_something).then(|| {
            let (passes, says) = verdict(&round, &saved.programme.settings, language.get());
            view! { <p class="notice" class:done=passes class:warn=!passes>{says}</p> }
        })
    };
    let fill_totals = move |_| {
        if let Some(saved) = context.saved.get_untracked() {
            typed.owners[0].set(grouped(saved.project_community.scope_households));
            typed.area[0].set(saved.project_community.scope_area.shown());
        }
    };
    view! {
        <form class="source-form entry-form" novalidate on:submit=save>
            <Refusal sending title=approvals::REFUSED kept />
            <KeptNote kept busy=sending.busy />
            <About typed wrong />
            <p><button class="btn" type="button" on:click=fill_totals>{say(words::FILL_TOTALS)}</button></p>
            <div class="entry-grid thirds">
                {counts("owners", typed.owners, OWNERS, wrong)}
                {counts("area", typed.area, AREA, wrong)}
            </div>
            <div role="status">{result}</div>
            <div class="bar">
                <button class="btn main" type="submit" aria-disabled=move || sending.busy.get().then_some("true")>{say(words::SAVE)}</button>
                <button class="btn" type="button" on:click=cancel>{say(shell::CANCEL)}</button>
            </div>
        </form>
    }
    .into_any()
}

const OWNERS: [Text; 3] = [words::OWNERS_TOTAL, words::OWNERS_PARTICIPATING, words::OWNERS_AGREEING];
const AREA: [Text; 3] = [words::AREA_TOTAL, words::AREA_PARTICIPATING, words::AREA_AGREEING];

fn counts(of: &'static str, fields: [RwSignal<String>; 3], names: [Text; 3], wrong: Wrong) -> impl IntoView {
    let field = move |((value, name), count): ((RwSignal<String>, Text), &'static str)| {
        let path = format!("rounds/0/{of}/{count}");
        view! { <Input id=format!("vote-{of}-{count}") name kind="number" value wrong path /> }
    };
    fields.into_iter().zip(names).zip(COUNTS).map(field).collect_view()
}

/// What is voted on, by whom, when and how.
#[component]
fn About(typed: Typed, wrong: Wrong) -> impl IntoView {
    let language = language();
    let context = dossier();
    let named = move |text: Text| Signal::derive(move || text.get(language.get()).to_owned());
    let matters = Signal::derive(move || {
        let settings = context.saved.get().map(|saved| saved.programme.settings.clone()).unwrap_or_default();
        let known = kinds(&settings, today()).into_iter();
        known.map(|kind| (kind.clone(), kind_name(&kind, language.get()))).collect::<Vec<_>>()
    });
    let scopes = Signal::derive(move || {
        let name = |one: &ConsentScope| (one.code().to_owned(), one.text().get(language.get()).to_owned());
        ConsentScope::ALL.iter().map(name).collect::<Vec<_>>()
    });
    let buildings = Signal::derive(move || {
        let none = (String::new(), words::CHOOSE.get(language.get()).to_owned());
        let saved = context.saved.get();
        let known = saved.iter().flat_map(|saved| saved.community.buildings.iter());
        std::iter::once(none).chain(known.map(|one| (one.no.clone(), one.no.clone()))).collect::<Vec<_>>()
    });
    let methods = Signal::derive(move || {
        let none = (String::new(), words::CHOOSE.get(language.get()).to_owned());
        let name = |one: &ConsentMethod| (one.code().to_owned(), one.text().get(language.get()).to_owned());
        std::iter::once(none).chain(ConsentMethod::ALL.iter().map(name)).collect::<Vec<_>>()
    });
    let building = move || {
        (typed.scope() != ConsentScope::Community).then(|| {
            view! {
                <Select id="vote-building" name=named(words::BUILDING) options=buildings value=typed.building wrong path="rounds/0/building" />
            }
        })
    };
    let entrance = move || {
        (typed.scope() == ConsentScope::Entrance).then(|| {
            view! { <Input id="vote-entrance" name=words::ENTRANCE kind="text" value=typed.entrance wrong path="rounds/0/entrance" /> }
        })
    };
    view! {
        <div class="entry-grid">
            <Select id="vote-kind" name=named(words::KIND) options=matters value=typed.kind wrong path="rounds/0/kind" />
            <Select id="vote-scope" name=named(words::SCOPE) options=scopes value=typed.scope wrong path="rounds/0/scope" />
            {building}
            {entrance}
            <Select id="vote-method" name=named(words::METHOD) options=methods value=typed.method wrong path="rounds/0/method" />
            <Input id="vote-noticed" name=words::NOTICED kind="date" value=typed.noticed_on wrong path="rounds/0/noticed_on" />
            <Input id="vote-began" name=words::BEGAN kind="date" value=typed.began_on wrong path="rounds/0/began_on" />
            <Input id="vote-ended" name=words::ENDED kind="date" value=typed.ended_on wrong path="rounds/0/ended_on" />
            <Input id="vote-doc" name=words::DOC kind="text" value=typed.doc wrong path="rounds/0/doc" />
        </div>
    }
    .into_any()
}

/// The votes of the community with this one in its place, or at the end.
fn with_round(saved: &Dossier, round: ConsentRound, id: Uuid) -> Vec<ConsentRound> {
    let mut rounds = saved.project_community.consent_rounds.clone();
    match rounds.iter_mut().find(|known| known.id == id) {
        Some(known) => *known = round,
        None => rounds.push(round),
    }
    rounds
}
