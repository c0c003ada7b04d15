//! 用户管理: every account, those of the units made at once, new passwords shown this once.

mod ask;
mod slips;

use crate::{
    client::{Client, Failure, Options},
    naming,
    parts::{
        failure::{FailureNote, Waiting},
        page_head::PageHead,
    },
    preferences::{language, say},
    remote::Remote,
};
use anju_domain::{
    api::{
        AccountRow, AccountState, Endpoint, ListAccounts, NewAccount, PostAccountReset, PostOwnerAccounts,
        PostUnitAccounts, PutAccountState,
    },
    language::{Language, Text},
    words::{accounts as words, fill},
};
use ask::{Question, QuestionDialog};
use leptos::{prelude::*, task::spawn_local};
use slips::Slips;

/// The page.
#[derive(Clone, Copy)]
struct Accounts {
    client: Client,
    rows: Remote<Vec<AccountRow>>,
    /// Passwords that were made now; the server does not know them any more.
    made: RwSignal<Vec<NewAccount>>,
    question: RwSignal<Option<Question>>,
    said: RwSignal<Option<Text>>,
    failure: RwSignal<Option<Failure>>,
    busy: RwSignal<bool>,
}

impl Accounts {
    fn ask(self) {
        let client = self.client;
        self.rows.ask(async move { client.send::<ListAccounts>(&[], &(), &(), Options::default()).await });
    }

    /// Does something, says why it could not be done, and reads the list anew.
    fn perform<T: 'static>(
        self,
        act: impl Future<Output = Result<T, Failure>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.said.set(None);
        self.failure.set(None);
        spawn_local(async move {
            let answer = act.await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(reply) => done(reply),
                Err(failure) => self.failure.set(Some(failure)),
            }
            self.ask();
        });
    }

    fn make<E>(self, none: Text)
    where
        E: Endpoint<Query = (), Request = (), Reply = Vec<NewAccount>> + 'static,
    {
        let client = self.client;
        let act = async move { client.send::<E>(&[], &(), &(), Options::default()).await };
        self.perform(act, move |made: Vec<NewAccount>| {
            if made.is_empty() {
                self.said.set(Some(none));
            } else {
                self.made.set(made);
            }
        });
    }

    fn reset(self, user: String) {
        let client = self.client;
        let act = async move { client.send::<PostAccountReset>(&[&user], &(), &(), Options::default()).await };
        self.perform(act, move |made| self.made.set(vec![made]));
    }

    fn set_state(self, user: String, disabled: bool) {
        let client = self.client;
        let state = AccountState { disabled };
        let act = async move { client.send::<PutAccountState>(&[&user], &(), &state, Options::default()).await };
        self.perform(act, |()| ());
    }
}

/// 用户管理
#[component]
pub(crate) fn AccountsPage() -> impl IntoView {
    let language = language();
    let page = Accounts {
        client: expect_context(),
        rows: Remote::new(),
        made: RwSignal::new(Vec::new()),
        question: RwSignal::new(None),
        said: RwSignal::new(None),
        failure: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    page.ask();
    let rows = page.rows;
    let count = move || rows.get().map(|rows| fill(words::COUNT, language.get(), &[("n", &rows.len().to_string())]));
    let make_units = move |_| page.make::<PostUnitAccounts>(words::NONE_MADE);
    let make_owners = move |_| page.make::<PostOwnerAccounts>(words::NO_OWNER_MADE);
    view! {
        <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned())>
            <p role="status">{count}</p>
        </PageHead>
        <div class="bar">
            <button
                class="btn main"
                type="button"
                aria-disabled=move || page.busy.get().then_some("true")
                on:click=make_units
            >
                {say(words::MAKE)}
            </button>
            <button
                class="btn"
                type="button"
                aria-disabled=move || page.busy.get().then_some("true")
                on:click=make_owners
            >
                {say(words::MAKE_OWNERS)}
            </button>
            <span role="status">{move || page.said.get().map(|text| text.get(language.get()))}</span>
        </div>
        {move || page.failure.get().map(|failure| view! {
            <p class="notice stop" role="alert"><b>{failure.title(language.get())}</b>" "{failure.detail(language.get())}</p>
        })}
        <Slips made=page.made />
        {move || rows.failure().map(|failure| view! { <FailureNote failure retry=move || page.ask() /> })}
        <Show when=move || rows.is_here() fallback=move || rows.failure().is_none().then(Waiting)>
            <div class="sheet no-print">
                <table class="list cards accounts">
                    <thead>
                        <tr>
                            <th scope="col">{say(words::POST)}</th>
                            <th scope="col">{say(words::USER)}</th>
                            <th scope="col">{say(words::ROLE)}</th>
                            <th scope="col">{say(words::STATE)}</th>
                            <th scope="col"><span class="sr">{say(words::ACTS)}</span></th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || rows.get().map(|rows| {
                            rows.iter().map(|account| row(account, page, language.get())).collect_view()
                        })}
                    </tbody>
                </table>
            </div>
        </Show>
        <QuestionDialog page />
    }
    .into_any()
}

fn row(account: &AccountRow, page: Accounts, language: Language) -> impl IntoView + use<> {
    let english = language == Language::En && !account.display_en.is_empty();
    let name = if english { account.display_en.clone() } else { naming::post(&account.display, language) };
    let state = if account.disabled { words::DISABLED } else { words::ACTIVE };
    let disabled = account.disabled;
    let labelled = |text: Text| fill(text, language, &[("name", &name)]);
    let ask_reset = {
        let (user, name) = (account.user.clone(), name.clone());
        move |_| page.question.set(Some(Question::Reset { user: user.clone(), name: name.clone() }))
    };
    let turn = {
        let (user, name) = (account.user.clone(), name.clone());
        move |_| {
            if disabled {
                page.set_state(user.clone(), false);
            } else {
                page.question.set(Some(Question::Disable { user: user.clone(), name: name.clone() }));
            }
        }
    };
    let turn_label = labelled(if disabled { words::ENABLE_OF } else { words::DISABLE_OF });
    let reset_label = labelled(words::RESET_OF);
    view! {
        <tr class:out=disabled>
            <td class="title">{name}</td>
            <td data-label=words::USER.get(language)>{account.user.clone()}</td>
            <td data-label=words::ROLE.get(language)>{account.role.text().get(language)}</td>
            <td class="state"><span class="tag" class:warn=disabled>{state.get(language)}</span></td>
            <td class="row-acts fill">
                <button class="link" type="button" aria-label=reset_label on:click=ask_reset>{words::RESET.get(language)}</button>
                <button class="link" type="button" aria-label=turn_label on:click=turn>
                    {if disabled { words::ENABLE } else { words::DISABLE }.get(language)}
                </button>
            </td>
        </tr>
    }
}
