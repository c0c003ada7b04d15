//! 操作日志: who did what and when; before and after, field by field, of the entry that is opened.

use crate::{
    client::{Client, Options, address},
    naming,
    parts::{
        export::Export,
        failure::{FailureNote, Waiting},
        listing::{Listing, Looks, Opens, Rows, State},
        page_head::PageHead,
    },
    preferences::{language, say},
    remote::Remote,
    route::Query,
};
use anju_domain::{
    api::{AUDIT_FILE, AuditLine, AuditList, AuditPage, AuditQuery, AuditRecord, ListAudit, ReadAudit},
    exact::grouped,
    language::Language,
    lists::{
        audit::{LIST, shown, side, title_of},
        changes::changes,
    },
    words::{audit as words, fill, quantities},
};
use leptos::prelude::*;
use std::sync::Arc;

const ACT: &str = "act";
const BEFORE: &str = "before";
const ENTRY: &str = "entry";

/// 操作日志
#[component]
pub(crate) fn Audit() -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let query = Query::of_page();
    let state = State::of_page(&[ACT]);
    let list: Remote<AuditList> = Remote::new();
    let before = Memo::new(move |_| query.read::<i64>(BEFORE));
    let ask = move || {
        let question = AuditQuery { before: before.get(), ..AuditQuery::default() };
        list.ask(async move { client.send::<ListAudit>(&[], &question, &(), Options::default()).await });
    };
    Effect::new(ask);
    let asked = move || {
        let shown = state.shown();
        AuditQuery {
            act: query.get(ACT),
            before: before.get(),
            search: shown.search,
            filter: shown.filter,
            sort: shown.sort,
            hide: shown.hide,
            ..AuditQuery::default()
        }
    };
    let shown = Memo::new(move |_| shown(&asked()));
    let all = Memo::new(move |_| Arc::new(list.get().map(|list| list.lines.clone()).unwrap_or_default()));
    let rows = Memo::new(move |_| {
        let all = all.get();
        let places = shown.with(|shown| LIST.select(&all, shown));
        Arc::new(Rows { all, places })
    });
    let file = move || address(AUDIT_FILE, &[], &untrack(asked));
    let count = move || {
        let count = i64::try_from(rows.read().places.len()).unwrap_or(i64::MAX);
        list.is_here().then(|| fill(words::COUNT, language.get(), &[("n", &grouped(count))]))
    };
    let looks = Looks {
        cell: |_, _, _| None,
        opens: |line: &AuditLine| Opens::Within(ENTRY, line.sequence.to_string()),
        key: |line| u128::from(line.sequence.unsigned_abs()),
    };
    view! {
        <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned())>
            <p role="status">{count}</p>
            <Export address=file />
        </PageHead>
        {move || list.failure().map(|failure| view! { <FailureNote failure retry=ask /> })}
        <Opened />
        <Show when=move || list.is_here() fallback=move || list.failure().is_none().then(Waiting)>
            <Listing list=LIST state shown rows looks name=words::TITLE search=words::SEARCH />
            <Show when=move || rows.read().places.is_empty()><p class="empty">{say(words::EMPTY)}</p></Show>
            <Older list before query />
        </Show>
    }
    .into_any()
}

/// The way to older entries and back.
#[component]
fn Older(list: Remote<AuditList>, before: Memo<Option<i64>>, query: Query) -> impl IntoView {
    let language = language();
    let oldest =
        move || list.get().filter(|list| list.more).and_then(|list| list.lines.last().map(|line| line.sequence));
    let count = move || list.get().map_or(0, |list| i64::try_from(list.lines.len()).unwrap_or(i64::MAX));
    view! {
        <p class="bar">
            <Show when=move || oldest().is_some()>
                <small>{move || fill(words::ONLY, language.get(), &[("n", &grouped(count()))])}</small>
                <button class="btn" type="button" on:click=move |_| {
                    query.set(&[(BEFORE, &untrack(oldest).map(|number| number.to_string()).unwrap_or_default())]);
                }>{say(words::MORE)}</button>
            </Show>
            <Show when=move || before.get().is_some()>
                <button class="btn" type="button" on:click=move |_| query.set(&[(BEFORE, "")])>{say(words::NEWEST)}</button>
            </Show>
        </p>
    }
    .into_any()
}

/// The entry that is opened, when one is.
#[component]
fn Opened() -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let query = Query::of_page();
    let page: Remote<AuditPage> = Remote::new();
    let number = Memo::new(move |_| query.read::<i64>(ENTRY));
    let ask = move || {
        page.clear();
        let Some(number) = number.get() else { return };
        let question = AuditQuery { before: number.checked_add(1), limit: Some(1), ..AuditQuery::default() };
        page.ask(async move { client.send::<ReadAudit>(&[], &question, &(), Options::default()).await });
    };
    Effect::new(ask);
    let entry = move || page.get()?.entries.first().filter(|entry| Some(entry.sequence) == number.get()).cloned();
    let title = move |number: i64| fill(words::OPENED, language.get(), &[("n", &number.to_string())]);
    view! {
        {move || page.failure().map(|failure| view! { <FailureNote failure retry=ask /> })}
        {move || entry().map(|entry| {
            let label = title(entry.sequence);
            view! {
            <section class="opened" aria-label=label>
                <button class="btn" type="button" on:click=move |_| query.set(&[(ENTRY, "")])>{say(words::CLOSE)}</button>
                <ol class="sheet log" aria-live="polite"><Entry entry /></ol>
            </section>
            }
        })}
    }
    .into_any()
}

/// One act: who, when, what on what, and what changed.
#[component]
fn Entry(entry: AuditRecord) -> impl IntoView {
    let language = language();
    move || told(&entry, language.get())
}

fn told(entry: &AuditRecord, language: Language) -> impl IntoView + use<> {
    let act = title_of(&entry.act, language);
    let found = changes(&entry.before, &entry.after, language);
    let warned = entry.warnings.as_array().map_or(0, Vec::len);
    let rows = found
        .iter()
        .map(|change| {
            view! {
                <tr>
                    <th scope="row">{change.field.clone()}</th>
                    <td data-label=words::BEFORE.get(language)>{side(change.before.clone())}</td>
                    <td data-label=words::AFTER.get(language)>{side(change.after.clone())}</td>
                </tr>
            }
        })
        .collect_view();
    let count = found.len();
    view! {
        <li class="cell entry">
            <h2>{act}" "<span>{entry.label.clone()}</span></h2>
            <p class="msg">
                <span>{fill(words::PERSON, language, &[("post", &naming::post(&entry.display, language)), ("user", &entry.user)])}</span>
                <time datetime=entry.at.to_rfc3339()>{quantities::instant(language, entry.at)}</time>
                <small>{words::NUMBER.get(language)}" "{entry.sequence.to_string()}</small>
                {(warned > 0).then(|| view! {
                    <span class="tag warn">{fill(words::WARNED, language, &[("n", &warned.to_string())])}</span>
                })}
            </p>
            {(count == 0).then(|| view! { <p class="empty">{words::NO_CHANGE.get(language)}</p> })}
            {(count > 0).then(|| view! {
                <table class="changes">
                    <thead>
                        <tr>
                            <th scope="col">{words::FIELD.get(language)}</th>
                            <th scope="col">{words::BEFORE.get(language)}</th>
                            <th scope="col">{words::AFTER.get(language)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            })}
            <details class="hash"><summary>{words::HASH.get(language)}</summary><code>{entry.hash.clone()}</code></details>
        </li>
    }
}
