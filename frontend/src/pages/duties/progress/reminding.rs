//! 催办: the text of what is overdue and due soon, shown, copied and recorded.

use crate::{
    browser,
    client::{Client, Failure, Options},
    ids::new_id,
    parts::dialog::Dialog,
    preferences::{language, say},
};
use anju_domain::{
    api::{DutyQuery, DutyReminder, DutyRow, DutyShow, ListDuties, PostReminder},
    duties::{Reminded, is_worth_reminding, reminder},
    indicators::ProgrammeFacts,
    language::Language,
    model::DutyTask,
    words::{duties as words, shell},
};
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;
use uuid::Uuid;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// The most that the server gives at a time.
const PAGE_SIZE: u32 = 200;
const TEXT: &str = "reminder-text";

/// What is to be copied.
#[derive(Clone, Copy)]
pub(super) struct Reminding {
    open: RwSignal<bool>,
    text: RwSignal<String>,
    tasks: RwSignal<Vec<Uuid>>,
    copied: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    client: Client,
    language: RwSignal<Language>,
}

impl Reminding {
    pub(super) fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            text: RwSignal::new(String::new()),
            tasks: RwSignal::new(Vec::new()),
            copied: RwSignal::new(false),
            failure: RwSignal::new(None),
            client: expect_context(),
            language: language(),
        }
    }

    /// Makes the text for a unit, or for all.
    pub(super) fn ask(self, unit: Option<String>, facts: Option<Arc<ProgrammeFacts>>) {
        let Some(facts) = facts else { return };
        self.copied.set(false);
        self.failure.set(None);
        spawn_local(async move {
            match self.read(unit).await {
                Ok(rows) => self.show(&rows, &facts),
                Err(failure) => {
                    self.failure.try_set(Some(failure));
                    self.open.try_set(true);
                }
            }
        });
    }

    async fn read(self, unit: Option<String>) -> Result<Vec<DutyRow>, Failure> {
        let mut rows = Vec::new();
        loop {
            let offset = u32::try_from(rows.len()).ok();
            let query = DutyQuery {
                show: DutyShow::Open,
                unit: unit.clone(),
                offset,
                limit: Some(PAGE_SIZE),
                ..Default::default()
            };
            let page = self.client.send::<ListDuties>(&[], &query, &(), Options::default()).await?;
            let is_last = page.rows.len() < usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
            rows.extend(page.rows);
            if is_last {
                return Ok(rows);
            }
        }
    }

    fn show(self, rows: &[DutyRow], facts: &ProgrammeFacts) {
        let tasks: Vec<(DutyTask, &str)> = rows.iter().map(|row| (task_of(row), row.community.as_str())).collect();
        let worth = |task: &DutyTask| is_worth_reminding(task, &facts.programme, facts.as_of);
        let named: Vec<Reminded<'_>> =
            tasks.iter().map(|(task, community)| Reminded { task, community }).filter(|of| worth(of.task)).collect();
        let origin = browser::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
        let link = format!("{origin}/duties");
        let Some(language) = self.language.try_get_untracked() else { return };
        self.text.try_set(reminder(&named, &facts.programme, facts.as_of, &link, language));
        self.tasks.try_set(named.iter().map(|of| of.task.id).collect());
        self.open.try_set(true);
    }

    /// Copies the text, then records that the units were reminded.
    fn copy(self) {
        if !copy_of(TEXT) {
            return;
        }
        let request = DutyReminder { tasks: self.tasks.get_untracked() };
        let options = Options { if_match: None, idempotency_key: Some(new_id().to_string()) };
        spawn_local(async move {
            match self.client.send::<PostReminder>(&[], &(), &request, options).await {
                Ok(_) => self.copied.try_set(true).is_none(),
                Err(failure) => self.failure.try_set(Some(failure)).is_none(),
            };
        });
    }
}

/// Copies the text of a field. By the document's old command: the clipboard is kept from pages without TLS.
fn copy_of(field: &str) -> bool {
    let Some(field) = browser::by_id(field).and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return false;
    };
    field.select();
    let document = browser::document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

fn task_of(row: &DutyRow) -> DutyTask {
    DutyTask {
        id: row.id,
        duty: row.duty.clone(),
        owner: row.owner.clone(),
        period: row.period,
        project_community: row.project_community,
        due: row.due,
        status: row.status,
        ..DutyTask::default()
    }
}

/// The text, before it is copied.
#[component]
pub(super) fn ReminderDialog(reminding: Reminding) -> impl IntoView {
    let language = language();
    let title = Signal::derive(move || words::REMIND_TEXT.get(language.get()).to_owned());
    let Reminding { open, text, copied, failure, .. } = reminding;
    let has_text = move || !text.read().is_empty();
    view! {
        <Dialog open title>
            {move || failure.get().map(|failure| view! {
                <p class="notice stop" role="alert"><b>{failure.title(language.get())}</b>" "{failure.detail(language.get())}</p>
            })}
            <Show when=has_text fallback=move || view! { <p>{say(words::REMIND_NONE)}</p> }>
                <div class="remind">
                    <label class="sr" for=TEXT>{say(words::REMIND_TEXT)}</label>
                    <textarea id=TEXT readonly prop:value=move || text.get()></textarea>
                </div>
            </Show>
            <p role="status">{move || copied.get().then(|| words::REMINDED.get(language.get()))}</p>
            <div class="bar">
                {move || has_text().then(|| view! {
                    <button class="btn main" type="button" on:click=move |_| reminding.copy()>{say(words::REMIND_COPY)}</button>
                })}
                <button class="btn" type="button" on:click=move |_| open.set(false)>{say(shell::CLOSE)}</button>
            </div>
        </Dialog>
    }
    .into_any()
}
