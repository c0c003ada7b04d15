//! 备份恢复: the newest proved backup and its age, all that are kept with what their restore has shown, one more on
//! demand, and how to restore.

mod list;
mod steps;

use crate::{
    client::{Client, Failure, Options},
    ids::new_id,
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
    api::{BackupsView, PostBackup, ReadBackups},
    language::Language,
    model::Role,
    words::{backups as words, fill, quantities},
};
use leptos::{prelude::*, task::spawn_local};
use list::List;
use std::time::Duration;
use steps::Steps;

/// How often to look again while a backup is being made.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// The page.
#[derive(Clone, Copy)]
struct Backups {
    client: Client,
    view: Remote<BackupsView>,
    failure: RwSignal<Option<Failure>>,
    busy: RwSignal<bool>,
    /// The key of the act until it was answered: asked again after a lost answer, it is done once.
    key: StoredValue<Option<String>>,
}

impl Backups {
    fn ask(self) {
        let client = self.client;
        self.view.ask(async move { client.send::<ReadBackups>(&[], &(), &(), Options::default()).await });
    }

    fn make(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        let key = self.key.get_value().unwrap_or_else(|| new_id().to_string());
        self.key.set_value(Some(key.clone()));
        let client = self.client;
        spawn_local(async move {
            let options = Options { if_match: None, idempotency_key: Some(key) };
            let answer = client.send::<PostBackup>(&[], &(), &(), options).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(_) => self.key.set_value(None),
                Err(failure) => {
                    if failure != Failure::Unreachable {
                        self.key.set_value(None);
                    }
                    self.failure.set(Some(failure));
                }
            }
            self.ask();
        });
    }

    fn is_running(self) -> bool {
        self.view.get().is_some_and(|view| view.running_since.is_some())
    }
}

/// 备份恢复
#[component]
pub(crate) fn BackupsPage() -> impl IntoView {
    let language = language();
    let live: Live = expect_context();
    let page = Backups {
        client: expect_context(),
        view: Remote::new(),
        failure: RwSignal::new(None),
        busy: RwSignal::new(false),
        key: StoredValue::new(None),
    };
    Effect::new(move || {
        live.changes.track();
        page.ask();
    });
    Effect::new(move || {
        if page.is_running() {
            let again = set_timeout_with_handle(move || page.ask(), LOOK_AGAIN);
            on_cleanup(move || {
                if let Ok(again) = again {
                    again.clear();
                }
            });
        }
    });
    let may_make = session().role() == Some(Role::SystemAdministrator);
    let is_busy = move || page.busy.get() || page.is_running();
    view! {
        <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned())>
            <p role="status">{move || page.view.get().map(|view| standing(&view, language.get()))}</p>
        </PageHead>
        {may_make.then(|| view! {
            <div class="bar">
                <button
                    class="btn main"
                    type="button"
                    aria-disabled=move || is_busy().then_some("true")
                    on:click=move |_| if !is_busy() { page.make() }
                >
                    {say(words::MAKE)}
                </button>
            </div>
        })}
        {move || page.failure.get().map(|failure| view! {
            <p class="notice stop" role="alert"><b>{failure.title(language.get())}</b>" "{failure.detail(language.get())}</p>
        })}
        {move || page.view.get().map(|view| matters(&view, language.get()))}
        {move || page.view.failure().map(|failure| view! { <FailureNote failure retry=move || page.ask() /> })}
        <Show when=move || page.view.is_here() fallback=move || page.view.failure().is_none().then(Waiting)>
            <List view=page.view />
            <Steps view=page.view />
        </Show>
    }
    .into_any()
}

/// One line: what is being done, else the newest proved one and its age.
fn standing(view: &BackupsView, language: Language) -> String {
    if let Some(since) = view.running_since {
        return fill(words::RUNNING, language, &[("when", &quantities::instant(language, since))]);
    }
    let Some(made_at) = view.newest_proved else { return String::new() };
    let (when, age) = (quantities::instant(language, made_at), words::age(language, view.now - made_at));
    fill(words::NEWEST, language, &[("when", &when), ("age", &age)])
}

/// What somebody has to look at.
fn matters(view: &BackupsView, language: Language) -> impl IntoView + use<> {
    let is_new = view.rows.is_empty() && view.failure.is_none();
    let alert = view.alert.filter(|_| !is_new).map(|alert| {
        view! {
            <p class="notice stop" role="alert">
                <b>{alert.text().get(language)}</b>" "{words::ALERT_DETAIL.get(language)}
            </p>
        }
    });
    let failure = view.failure.as_ref().map(|failure| {
        let when = quantities::instant(language, failure.at);
        view! {
            <p class="notice stop" role="alert">
                <b>{fill(words::FAILED, language, &[("when", &when)])}</b>" "
                {fill(words::FAILED_DETAIL, language, &[("why", failure.obstacle.text().get(language))])}
                <br />
                <code>{failure.detail.clone()}</code>
            </p>
        }
    });
    (alert, failure)
}
