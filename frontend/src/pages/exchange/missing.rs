//! 缺项清单: what is still missing, by the body that answers for it and by community, each with the way to where it is entered.

use super::Tabs;
use crate::{
    client::{Client, Options, address},
    naming::owner,
    parts::{
        export::Export,
        failure::{FailureNote, Waiting},
        page_head::PageHead,
        pick::Pick,
    },
    preferences::{language, say},
    remote::Remote,
    route::Query,
};
use anju_domain::{
    api::{MISSING_FILE, MissingQuery, MissingView, ReadMissing},
    language::Language,
    lists::missing::said,
    missing::{CommunityGaps, Gap, GapTime},
    tabs,
    words::{duties, fill, missing as words, quantities},
};
use leptos::prelude::*;

const UNIT: &str = "unit";
const FROM: &str = "from";
/// How many communities a page has.
const PAGE: u32 = 50;

/// 缺项清单
#[component]
pub(crate) fn MissingPage() -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let query = Query::of_page();
    let remote = Remote::<MissingView>::new();
    let asked = Memo::new(move |_| MissingQuery { unit: query.get(UNIT), offset: query.read(FROM), limit: Some(PAGE) });
    let ask = move || {
        let asked = asked.get_untracked();
        remote.ask(async move { client.send::<ReadMissing>(&[], &asked, &(), Options::default()).await });
    };
    // It reads every dossier, so it is not asked for at each change elsewhere; coming back to the page asks anew.
    Effect::new(move || {
        asked.track();
        ask();
    });
    let units = Signal::derive(move || {
        let units = remote.get().map(|view| view.units.clone()).unwrap_or_default();
        units.into_iter().map(|one| (one.unit.clone(), owner(&one.unit, language.get()))).collect::<Vec<_>>()
    });
    let file = move || {
        let asked = MissingQuery { unit: asked.get_untracked().unit, ..MissingQuery::default() };
        address(MISSING_FILE, &[], &asked)
    };
    let date = move || remote.get().map(|view| quantities::date(language.get(), view.as_of));
    view! {
        <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned())>
            <p>{date}</p>
            <Export address=file />
        </PageHead>
        <Tabs />
        <p class="msg">{say(words::LEAD)}</p>
        <div class="bar">
            <Pick
                name=words::UNIT
                options=units
                value=Signal::derive(move || query.get(UNIT).unwrap_or_default())
                on_pick=move |to| query.set(&[(UNIT, &to), (FROM, "")])
            />
        </div>
        {move || remote.failure().map(|failure| view! { <FailureNote failure retry=ask /> })}
        {move || match remote.get() {
            None => remote.failure().is_none().then(Waiting).into_any(),
            Some(view) => shown(&view, asked.get(), query, language.get()),
        }}
    }
    .into_any()
}

fn shown(view: &MissingView, asked: MissingQuery, query: Query, language: Language) -> AnyView {
    let count = |n: i64| usize::try_from(n).unwrap_or_default();
    let sum = said(count(view.total), count(view.gaps), language);
    let offset = asked.offset.unwrap_or_default();
    let button = |name, is_there: bool, to: u32| {
        is_there.then(|| {
            let to = if to == 0 { String::new() } else { to.to_string() };
            view! { <button class="btn" type="button" on:click=move |_| query.set(&[(FROM, &to)])>{say(name)}</button> }
        })
    };
    let has_more = i64::from(offset).saturating_add(i64::from(PAGE)) < view.total;
    view! {
        <div class="sheet missing">
            <div class="cell">
                <h2><span role="status">{sum}</span></h2>
                {asked.unit.is_none().then(|| units(view, language))}
            </div>
            {view.communities.iter().map(|one| community(one, language)).collect_view()}
        </div>
        <div class="bar pages">
            {button(duties::PREVIOUS, offset > 0, offset.saturating_sub(PAGE))}
            {button(duties::NEXT, has_more, offset.saturating_add(PAGE))}
        </div>
    }
    .into_any()
}

/// How much each body answers for; its name narrows the list to it.
fn units(view: &MissingView, language: Language) -> Option<impl IntoView + use<>> {
    let row = |one: &anju_domain::missing::UnitGaps| {
        let href = format!("?{UNIT}={}", String::from(js_sys::encode_uri_component(&one.unit)));
        view! {
            <tr>
                <td class="title"><a href=href>{owner(&one.unit, language)}</a></td>
                <td class="n" data-label=words::COMMUNITIES.get(language)>{one.communities}</td>
                <td class="n" data-label=words::GAPS.get(language)>{one.gaps}</td>
            </tr>
        }
    };
    (!view.units.is_empty()).then(|| {
        view! {
            <h3>{words::BY_UNIT.get(language)}</h3>
            <table class="list cards of-units">
                <thead>
                    <tr>
                        <th scope="col">{words::UNIT.get(language)}</th>
                        <th scope="col" class="n">{words::COMMUNITIES.get(language)}</th>
                        <th scope="col" class="n">{words::GAPS.get(language)}</th>
                    </tr>
                </thead>
                <tbody>{view.units.iter().map(row).collect_view()}</tbody>
            </table>
        }
    })
}

fn community(one: &CommunityGaps, language: Language) -> impl IntoView + use<> {
    let place = format!("/communities/{}", one.id);
    let number = fill(words::GAPS_OF, language, &[("n", &one.gaps.len().to_string())]);
    let of_gap = |gap: &Gap| {
        let tab = gap.tab();
        let href = if tab.is_empty() { place.clone() } else { format!("{place}/{tab}") };
        let go = fill(words::GO, language, &[("tab", tabs::name_of(tab).get(language))]);
        let with = gap.with.as_ref().map(|with| {
            let name = words::WITH.get(language);
            view! { <small>{name}" "{owner(with, language)}</small> }
        });
        view! {
            <li>
                <span class="tag" class:warn=gap.when == GapTime::TakenOver class:stop=gap.when == GapTime::Now>
                    {gap.when.text().get(language)}
                </span>
                <span class="what">{gap.text(language)}{gap.advice(language).map(|advice| view! { <small>{advice}</small> })}</span>
                <span class="who-answers">{owner(&gap.unit, language)}{with}</span>
                <a href=href>{go}</a>
            </li>
        }
    };
    view! {
        <section class="cell">
            <h3>
                <a href=place.clone()>{one.name.clone()}</a>
                <small>{one.code.clone()}" "{one.stage.text().get(language)}" "{number}</small>
            </h3>
            <ul class="gaps">{one.gaps.iter().map(of_gap).collect_view()}</ul>
        </section>
    }
}
