//! 资金到位和支付: 落实, 到位, 支付, 结余 over the programme, by community, by source, or by both.

use crate::{
    client::address,
    facts::Facts,
    parts::{
        export::Export,
        failure::{FailureNote, Waiting},
        page_head::PageHead,
        pick::Pick,
        table::table_view,
    },
    preferences::{language, say},
    route::Query,
    session::session,
};
use anju_domain::{
    api::{MONEY_FILE, MoneyQuery, MoneyView},
    language::Language,
    lists::money::{said, table},
    words::{money as words, quantities},
};
use leptos::prelude::*;

const YEAR: &str = "year";
const VIEW: &str = "view";

/// 资金到位和支付
#[component]
pub(crate) fn MoneyPage() -> impl IntoView {
    let language = language();
    let facts = Facts::follow();
    let query = Query::of_page();
    let asked = Memo::new(move |_| {
        let code = query.get(VIEW).unwrap_or_default();
        let view = MoneyView::ALL.into_iter().find(|view| view.code() == code).unwrap_or_default();
        MoneyQuery { year: query.read(YEAR), view }
    });
    let shown = Memo::new(move |_| {
        let facts = facts.remote.get()?;
        let MoneyQuery { year, view } = asked.get();
        let table = table(&facts, year, view, language.get());
        // The page of each community, in the order of the rows.
        let records: Vec<String> = facts.communities.iter().map(|one| format!("{} {}", one.code, one.id)).collect();
        Some((table, records, said(&facts, year, language.get())))
    });
    let years = Signal::derive(move || {
        let view = session().view();
        let head = view.as_ref().and_then(|view| view.programme.as_ref());
        head.map(|head| (head.year_from..=head.year_to).map(|year| (year.to_string(), year.to_string())).collect())
            .unwrap_or_default()
    });
    let file = move || address(MONEY_FILE, &[], &asked.get_untracked());
    let date = move || facts.remote.get().map(|facts| quantities::date(language.get(), facts.as_of));
    view! {
        <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned())>
            <p>{date}</p>
            <Export address=file />
        </PageHead>
        <div class="bar">
            <Pick
                name=words::YEAR
                options=years
                value=Signal::derive(move || query.get(YEAR).unwrap_or_default())
                on_pick=move |to| query.set(&[(YEAR, &to)])
            />
            <Views asked query />
        </div>
        {move || facts.remote.failure().filter(|_| !facts.remote.is_here()).map(|failure| view! {
            <FailureNote failure retry=move || facts.ask() />
        })}
        {move || match shown.get() {
            None => facts.remote.failure().is_none().then(Waiting).into_any(),
            Some((table, ..)) if table.rows.is_empty() => view! {
                <section class="note"><h2>{table.empty}</h2></section>
            }
            .into_any(),
            Some((table, records, said)) => {
                let by_code = table.columns.iter().position(|column| column.key == "code");
                let of_row = |place: usize| {
                    let code = table.rows.get(place)?.cells.get(by_code?)?.shown(Language::Zh);
                    let found = records.iter().find_map(|record| record.strip_prefix(&format!("{code} ")))?;
                    (!code.is_empty()).then(|| format!("/communities/{found}/funding"))
                };
                view! {
                    <section class="sheet wide">
                        <p class="msg">{said}<small>{say(words::NOTE)}</small></p>
                        {table_view(&table, of_row)}
                    </section>
                }
                .into_any()
            }
        }}
    }
    .into_any()
}

/// How it is summed up.
#[component]
fn Views(asked: Memo<MoneyQuery>, query: Query) -> impl IntoView {
    let name = |view: MoneyView| match view {
        MoneyView::Community => words::VIEW_COMMUNITY,
        MoneyView::Source => words::VIEW_SOURCE,
        MoneyView::Both => words::VIEW_BOTH,
    };
    let button = move |view: MoneyView| {
        let code = if view == MoneyView::default() { "" } else { view.code() };
        view! {
            <button
                class="btn"
                type="button"
                aria-pressed=move || (asked.get().view == view).to_string()
                on:click=move |_| query.set(&[(VIEW, code)])
            >
                {say(name(view))}
            </button>
        }
    };
    view! { <div class="filters" role="group" aria-label=say(words::VIEW)>{MoneyView::ALL.map(button)}</div> }
}
