//! Pages that are fetched when they are first opened: the build cuts them out of the module that the first page needs.
//!
//! A function here answers how its page is built; calling it fetches the file that its attribute names, once. Small pages
//! share a file. The style sheets of a page, named beside it, come with it. Whoever names one of these pages elsewhere puts it back into the first page's module.

use super::{
    accounts::AccountsPage,
    audit::Audit,
    backups::BackupsPage,
    communities::Communities,
    dossier::{DossierPage, money::MoneyPart},
    duties::{CommunityPage, CommunityTab, Duties, DutyProgress, Review},
    exchange::{Exchange, MissingPage},
    money::MoneyPage,
    not_found::Missing,
    password::Password,
    plans::Plans,
    programme::{Begin, BodiesPage, SettingsPage, WaitForProgramme},
    register::Register,
    reports::{ReportPage, Reports},
    rules::Rules,
    statistics::Statistics,
};
use crate::{
    parts::{failure::Waiting, inbox::Inbox},
    styles,
};
use leptos::{
    prelude::*,
    task::spawn_local,
    wasm_split::{SplitLoaderError, wasm_split},
};
use std::{future::Future, pin::Pin};

/// How a page is built, once it is here.
type Page = fn() -> AnyView;
type Fetched = Result<Page, SplitLoaderError>;
type Fetching = Pin<Box<dyn Future<Output = Fetched>>>;

#[wasm_split(inbox, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_inbox() -> Fetched {
    Ok(|| view! { <Inbox /> }.into_any())
}

#[wasm_split(lists, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_communities() -> Fetched {
    Ok(|| view! { <Communities /> }.into_any())
}

#[wasm_split(dossier, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_dossier() -> Fetched {
    Ok(|| view! { <DossierPage /> }.into_any())
}

#[wasm_split(dossier, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_register() -> Fetched {
    Ok(|| view! { <Register /> }.into_any())
}

#[wasm_split(lists, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_audit() -> Fetched {
    Ok(|| view! { <Audit /> }.into_any())
}

#[wasm_split(duties, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_duties() -> Fetched {
    Ok(|| view! { <Duties /> }.into_any())
}

#[wasm_split(duties, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_review() -> Fetched {
    Ok(|| view! { <Review /> }.into_any())
}

#[wasm_split(duties, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_duty_progress() -> Fetched {
    Ok(|| view! { <DutyProgress /> }.into_any())
}

#[wasm_split(duties, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_community_page() -> Fetched {
    Ok(|| view! { <CommunityPage /> }.into_any())
}

#[wasm_split(duties, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_community_tab() -> Fetched {
    Ok(|| view! { <CommunityTab /> }.into_any())
}

#[wasm_split(lists, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_accounts() -> Fetched {
    Ok(|| view! { <AccountsPage /> }.into_any())
}

#[wasm_split(lists, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_backups() -> Fetched {
    Ok(|| view! { <BackupsPage /> }.into_any())
}

#[wasm_split(duties, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_reports() -> Fetched {
    Ok(|| view! { <Reports /> }.into_any())
}

#[wasm_split(duties, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_report() -> Fetched {
    Ok(|| view! { <ReportPage /> }.into_any())
}

#[wasm_split(rules, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_rules() -> Fetched {
    Ok(|| view! { <Rules /> }.into_any())
}

#[wasm_split(lists, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_password() -> Fetched {
    Ok(|| view! { <Password /> }.into_any())
}

#[wasm_split(money, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_money_part() -> Fetched {
    Ok(|| view! { <MoneyPart /> }.into_any())
}

#[wasm_split(money, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_money() -> Fetched {
    Ok(|| view! { <MoneyPage /> }.into_any())
}

#[wasm_split(money, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_plans() -> Fetched {
    Ok(|| view! { <Plans /> }.into_any())
}

#[wasm_split(exchange, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_exchange() -> Fetched {
    Ok(|| view! { <Exchange /> }.into_any())
}

#[wasm_split(exchange, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_missing() -> Fetched {
    Ok(|| view! { <MissingPage /> }.into_any())
}

#[wasm_split(statistics, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_statistics() -> Fetched {
    Ok(|| view! { <Statistics /> }.into_any())
}

pub(super) fn statistics() -> AnyView {
    later(&["statistics"], || Box::pin(fetch_statistics()))
}

#[wasm_split(programme, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_begin() -> Fetched {
    Ok(|| view! { <Begin /> }.into_any())
}

#[wasm_split(programme, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_wait() -> Fetched {
    Ok(|| view! { <WaitForProgramme /> }.into_any())
}

#[wasm_split(programme, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_settings() -> Fetched {
    Ok(|| view! { <SettingsPage /> }.into_any())
}

#[wasm_split(programme, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch_bodies() -> Fetched {
    Ok(|| view! { <BodiesPage /> }.into_any())
}

pub(super) fn communities() -> AnyView {
    later(&["lists"], || Box::pin(fetch_communities()))
}

pub(super) fn dossier() -> AnyView {
    later(&["funding", "approvals"], || Box::pin(fetch_dossier()))
}

pub(super) fn register() -> AnyView {
    later(&["funding"], || Box::pin(fetch_register()))
}

pub(super) fn audit() -> AnyView {
    later(&["lists"], || Box::pin(fetch_audit()))
}

pub(super) fn duties() -> AnyView {
    later(&["duties"], || Box::pin(fetch_duties()))
}

pub(super) fn review() -> AnyView {
    later(&["duties"], || Box::pin(fetch_review()))
}

pub(super) fn duty_progress() -> AnyView {
    later(&["duties"], || Box::pin(fetch_duty_progress()))
}

pub(super) fn community_page() -> AnyView {
    later(&["duties"], || Box::pin(fetch_community_page()))
}

/// A tab of the dossier, which has the tasks of the community.
pub(super) fn community_tab() -> AnyView {
    later(&["duties"], || Box::pin(fetch_community_tab()))
}

/// A part of the dossier's funding: what has arrived and was paid.
pub(super) fn money_part() -> AnyView {
    later(&["money"], || Box::pin(fetch_money_part()))
}

pub(super) fn money() -> AnyView {
    later(&["money"], || Box::pin(fetch_money()))
}

pub(super) fn plans() -> AnyView {
    later(&["money"], || Box::pin(fetch_plans()))
}

pub(super) fn exchange() -> AnyView {
    later(&["exchange"], || Box::pin(fetch_exchange()))
}

/// 缺项清单
pub(super) fn missing() -> AnyView {
    later(&["exchange"], || Box::pin(fetch_missing()))
}

pub(super) fn accounts() -> AnyView {
    later(&["duties"], || Box::pin(fetch_accounts()))
}

pub(super) fn backups() -> AnyView {
    later(&["duties"], || Box::pin(fetch_backups()))
}

pub(super) fn reports() -> AnyView {
    later(&["duties", "lists"], || Box::pin(fetch_reports()))
}

pub(super) fn report() -> AnyView {
    later(&["duties"], || Box::pin(fetch_report()))
}

pub(super) fn rules() -> AnyView {
    later(&["rules"], || Box::pin(fetch_rules()))
}

pub(super) fn begin() -> AnyView {
    later(&["programme"], || Box::pin(fetch_begin()))
}

pub(super) fn wait() -> AnyView {
    later(&["programme"], || Box::pin(fetch_wait()))
}

pub(super) fn settings() -> AnyView {
    later(&["programme"], || Box::pin(fetch_settings()))
}

pub(super) fn bodies() -> AnyView {
    later(&["programme"], || Box::pin(fetch_bodies()))
}

pub(super) fn password() -> AnyView {
    later(&[], || Box::pin(fetch_password()))
}

/// 待办 of the head; nothing takes its place until it is here.
pub(crate) fn inbox() -> AnyView {
    let here = RwSignal::new(None::<Page>);
    spawn_local(async move {
        if let Ok(page) = fetch_inbox().await {
            // Whoever waited may have signed out.
            here.try_set(Some(page));
        }
    });
    (move || here.get().map(|page| page())).into_any()
}

/// Where the fetching of a page stands.
#[derive(Clone, Copy)]
enum Standing {
    Waiting,
    Here(Page),
    Missing,
}

/// A page once it is here; until then a word that it is coming, or that it did not come and can be asked for again.
fn later(sheets: &'static [&'static str], fetch: fn() -> Fetching) -> AnyView {
    let standing = RwSignal::new(Standing::Waiting);
    let ask = move || {
        standing.set(Standing::Waiting);
        spawn_local(async move {
            // Both are on their way at once.
            let asked: Vec<_> = sheets.iter().map(|name| styles::ask(name)).collect();
            let mut now = fetch().await.map_or(Standing::Missing, Standing::Here);
            for sheet in asked {
                if !sheet.arrives().await {
                    now = Standing::Missing;
                }
            }
            // Whoever waited may have gone to another page.
            standing.try_set(now);
        });
    };
    ask();
    (move || match standing.get() {
        Standing::Waiting => view! { <Waiting /> }.into_any(),
        Standing::Here(page) => page(),
        Standing::Missing => view! { <Missing retry=ask /> }.into_any(),
    })
    .into_any()
}
