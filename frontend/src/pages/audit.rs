//! 操作日志: who did what and when, before and after, field by field; newest first, older ones on demand.

use crate::{
    client::{Client, Failure, Options, address},
    naming,
    parts::{
        export::Export,
        failure::{FailureNote, Waiting},
        page_head::PageHead,
        pick::Pick,
    },
    preferences::{language, say},
    route::Query,
};
use anju_domain::{
    acts::{Act, EnterAnnualPlan, SaveFunding},
    api::{AUDIT_FILE, AuditQuery, AuditRecord, ReadAudit},
    language::Language,
    lists::{
        audit::{side, title_of},
        changes::changes,
    },
    words::{audit as words, fill, quantities},
};
use leptos::{prelude::*, task::spawn_local};

const ACT: &str = "act";
/// The acts that can be asked for.
const ACTS: [&str; 5] = [SaveFunding::NAME, EnterAnnualPlan::NAME, "load_sample", "set_password", "make_backup"];

/// What has been read so far.
#[derive(Clone, Copy)]
struct Log {
    entries: RwSignal<Vec<AuditRecord>>,
    more: RwSignal<bool>,
    reading: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    act: Memo<Option<String>>,
    client: Client,
}

impl Log {
    /// Reads from the newest entry, or on from the oldest one that is here.
    fn read(self, from_start: bool) {
        let act = self.act.get_untracked();
        let oldest = || self.entries.read_untracked().last().map(|entry| entry.sequence);
        let before = if from_start { None } else { oldest() };
        self.reading.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let query = AuditQuery { before, act: act.clone(), limit: None };
            let answer = self.client.send::<ReadAudit>(&[], &query, &(), Options::default()).await;
            // Another act may have been chosen, or the page left, while this was on its way.
            if self.act.try_get_untracked() != Some(act) {
                return;
            }
            self.reading.set(false);
            match answer {
                Ok(page) => {
                    self.more.set(page.more);
                    self.entries.update(|entries| {
                        if from_start {
                            entries.clear();
                        }
                        entries.extend(page.entries);
                    });
                }
                Err(failure) => self.failure.set(Some(failure)),
            }
        });
    }
}

/// 操作日志
#[component]
pub(crate) fn Audit() -> impl IntoView {
    let language = language();
    let query = Query::of_page();
    let log = Log {
        entries: RwSignal::new(Vec::new()),
        more: RwSignal::new(false),
        reading: RwSignal::new(true),
        failure: RwSignal::new(None),
        act: Memo::new(move |_| query.get(ACT)),
        client: expect_context(),
    };
    Effect::new(move || {
        log.act.track();
        log.read(true);
    });
    let options =
        Signal::derive(move || ACTS.iter().map(|act| ((*act).to_owned(), title_of(act, language.get()))).collect());
    let value = Signal::derive(move || log.act.get().unwrap_or_default());
    let file = move || address(AUDIT_FILE, &[], &AuditQuery { act: log.act.get_untracked(), ..AuditQuery::default() });
    let is_empty = move || log.entries.read().is_empty();
    view! {
        <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned())>
            <p>{say(words::LEAD)}</p>
            <Export address=file />
        </PageHead>
        <div class="bar"><Pick name=words::ACT options value on_pick=move |to| query.set(&[(ACT, &to)]) /></div>
        {move || log.failure.get().map(|failure| view! { <FailureNote failure retry=move || log.read(is_empty()) /> })}
        <Show when=move || !is_empty() fallback=move || {
            if log.reading.get() { view! { <Waiting /> }.into_any() } else { view! { <p class="empty">{say(words::EMPTY)}</p> }.into_any() }
        }>
            <ol class="sheet log">
                <For each=move || log.entries.get() key=|entry| entry.sequence children=move |entry| view! { <Entry entry /> } />
            </ol>
            <p class="bar">
                <Show when=move || log.more.get() fallback=|| view! { <small>{say(words::ALL_SHOWN)}</small> }>
                    <button class="btn" type="button" aria-disabled=move || log.reading.get().then_some("true")
                        on:click=move |_| if !log.reading.get_untracked() { log.read(false) }>
                        {say(words::MORE)}
                    </button>
                </Show>
            </p>
        </Show>
    }
    .into_any()
}

/// One act: who, when, what on what, and what changed.
#[component]
fn Entry(entry: AuditRecord) -> impl IntoView {
    let language = language();
    move || shown(&entry, language.get())
}

fn shown(entry: &AuditRecord, language: Language) -> impl IntoView + use<> {
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
