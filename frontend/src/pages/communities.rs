//! 小区: the list, by year, stage and search; its state stands in the address.

use crate::{
    client::{Client, Options, address},
    live::Live,
    naming,
    parts::{
        export::Export,
        failure::{FailureNote, Waiting},
        page_head::PageHead,
        pick::Pick,
    },
    preferences::{language, say},
    remote::Remote,
    route::Query,
    session::session,
};
use anju_domain::{
    api::{COMMUNITIES_FILE, CommunityPage, CommunityQuery, CommunityRow, ListCommunities},
    exact::grouped,
    language::Language,
    lists::communities::findings,
    policy::stages::Stage,
    words::{communities as words, fill},
};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use std::time::Duration;

const YEAR: &str = "year";
const STAGE: &str = "stage";
const SEARCH: &str = "search";
const OFFSET: &str = "offset";
const PAGE_SIZE: u32 = 50;
/// A pause in typing after which the list is asked for.
const PAUSE: Duration = Duration::from_millis(300);

/// 小区
#[component]
pub(crate) fn Communities() -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let live: Live = expect_context();
    let query = Query::of_page();
    let page: Remote<CommunityPage> = Remote::new();
    let asked = Memo::new(move |_| CommunityQuery {
        year: query.read(YEAR),
        stage: query.get(STAGE).and_then(|code| Stage::from_code(&code)),
        search: query.get(SEARCH),
        offset: query.read(OFFSET),
        limit: Some(PAGE_SIZE),
    });
    let ask = move || {
        let asked = asked.get();
        page.ask(async move { client.send::<ListCommunities>(&[], &asked, &(), Options::default()).await });
    };
    Effect::new(move || {
        live.changes.track();
        ask();
    });
    let file = move || {
        let all = CommunityQuery { offset: None, limit: None, ..asked.get_untracked() };
        address(COMMUNITIES_FILE, &[], &all)
    };
    let is_filtered =
        move || asked.with(|asked| asked.year.is_some() || asked.stage.is_some() || asked.search.is_some());
    let count = move || {
        let total = page.get()?.total;
        let text = if is_filtered() { words::COUNT_FILTERED } else { words::COUNT };
        Some(fill(text, language.get(), &[("n", &grouped(total))]))
    };
    view! {
        <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned())>
            <p role="status">{count}</p>
            <Export address=file />
        </PageHead>
        <Filters query />
        {move || page.failure().map(|failure| view! { <FailureNote failure retry=ask /> })}
        {move || match page.get() {
            None => page.failure().is_none().then(Waiting).into_any(),
            Some(page) if page.rows.is_empty() => view! {
                <section class="note">
                    <h2>{say(words::EMPTY)}</h2>
                    <p>{say(words::EMPTY_DETAIL)}</p>
                </section>
            }
            .into_any(),
            Some(page) => view! { <List page=(*page).clone() query language=language.get() /> }.into_any(),
        }}
    }
    .into_any()
}

#[component]
fn Filters(query: Query) -> impl IntoView {
    let language = language();
    let years = Signal::derive(move || {
        let session = session().view();
        let head = session.as_ref().and_then(|view| view.programme.as_ref());
        head.map(|head| (head.year_from..=head.year_to).map(|year| (year.to_string(), year.to_string())).collect())
            .unwrap_or_default()
    });
    let stages = Signal::derive(move || {
        Stage::ALL.iter().map(|stage| (stage.code().to_owned(), stage.text().get(language.get()).to_owned())).collect()
    });
    let value = move |name: &'static str| Signal::derive(move || query.get(name).unwrap_or_default());
    let pause = StoredValue::new_local(None::<TimeoutHandle>);
    let search = move |typed: String| {
        if let Some(running) = pause.try_update_value(Option::take).flatten() {
            running.clear();
        }
        let later = set_timeout_with_handle(move || query.set(&[(SEARCH, typed.trim()), (OFFSET, "")]), PAUSE);
        pause.set_value(later.ok());
    };
    view! {
        <div class="bar" role="search">
            <label class="search">
                <span class="sr">{say(words::SEARCH)}</span>
                <input
                    type="search"
                    placeholder=say(words::SEARCH)
                    prop:value=untrack(|| query.get(SEARCH)).unwrap_or_default()
                    on:input:target=move |event| search(event.target().value())
                />
            </label>
            <Pick name=words::YEAR options=years value=value(YEAR) on_pick=move |to| query.set(&[(YEAR, &to), (OFFSET, "")]) />
            <Pick
                name=words::STAGE
                options=stages
                value=value(STAGE)
                on_pick=move |to| query.set(&[(STAGE, &to), (OFFSET, "")])
            />
        </div>
    }
    .into_any()
}

#[component]
fn List(page: CommunityPage, query: Query, language: Language) -> impl IntoView {
    let total = u32::try_from(page.total).unwrap_or(u32::MAX);
    let offset = untrack(|| query.read::<u32>(OFFSET)).unwrap_or(0).min(total);
    let end = offset.saturating_add(u32::try_from(page.rows.len()).unwrap_or(0));
    let shown = fill(words::SHOWN, language, &[("from", &(offset + 1).to_string()), ("to", &end.to_string())]);
    let turn = move |to: u32| query.set(&[(OFFSET, &if to == 0 { String::new() } else { to.to_string() })]);
    view! {
        <div class="sheet">
            <table class="list cards">
                <thead>
                    <tr>
                        <th scope="col">{say(words::NAME)}</th>
                        <th scope="col">{say(words::STAGE)}</th>
                        <th scope="col" class="n">{say(words::YEAR)}</th>
                        <th scope="col" class="n">{say(words::HOUSEHOLDS)}</th>
                        <th scope="col" class="n">{say(words::AREA)}</th>
                        <th scope="col" class="n">{say(words::INVESTMENT)}</th>
                        <th scope="col">{say(words::FINDINGS)}</th>
                        <th scope="col" class="fill">{say(words::OWNER)}</th>
                    </tr>
                </thead>
                <tbody>{page.rows.into_iter().map(|entry| row(entry, language)).collect_view()}</tbody>
            </table>
        </div>
        {(total > PAGE_SIZE).then(|| view! {
            <nav class="bar pages" aria-label=say(words::PAGES)>
                <button
                    class="btn"
                    type="button"
                    disabled=offset == 0
                    on:click=move |_| turn(offset.saturating_sub(PAGE_SIZE))
                >
                    {say(words::PREVIOUS)}
                </button>
                <span>{shown}</span>
                <button class="btn" type="button" disabled=end == total on:click=move |_| turn(end)>{say(words::NEXT)}</button>
            </nav>
        })}
    }
    .into_any()
}

fn row(entry: CommunityRow, language: Language) -> impl IntoView {
    let (stops, warns) = (entry.stops > 0, entry.stops == 0 && entry.warnings > 0);
    let finding = findings(&entry, language);
    let finding = view! {
        <span class="tag" class:done=!stops && !warns class:warn=warns class:stop=stops>{finding}</span>
    };
    view! {
        <tr>
            <td class="title">
                <a href=format!("/communities/{}", entry.id)>{entry.name}</a>
                <small>{entry.code}" "{entry.neighbourhood}</small>
            </td>
            <td class="state"><span class="tag">{entry.stage.text().get(language)}</span></td>
            <td class="n" data-label=words::YEAR.get(language)>{entry.plan_year.to_string()}</td>
            <td class="n" data-label=words::HOUSEHOLDS.get(language)>{grouped(entry.households)}</td>
            <td class="n" data-label=words::AREA.get(language)>{entry.area.shown()}</td>
            <td class="n" data-label=words::INVESTMENT.get(language)>{entry.total.wan()}</td>
            <td class="state">{finding}</td>
            <td class="fill">{naming::unit(&entry.project_owner, language)}<small>{entry.manager}</small></td>
        </tr>
    }
}
