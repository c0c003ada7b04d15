//! 小区档案: everything about one project community. Its head, tabs and the rail of findings follow what is being
//! typed where a tab is a form, and what is saved elsewhere.

pub(crate) mod approvals;
pub(crate) mod buildings;
pub(crate) mod consent;
mod context;
pub(crate) mod editing;
pub(crate) mod funding;
mod heading;
mod inputs;
mod kept;
pub(crate) mod money;
mod plan_entry;
pub(crate) mod prior_subsidies;
pub(crate) mod progress;
mod rail;
mod sending;
mod stage_acts;
mod stops;
pub(crate) mod summary;
pub(crate) mod works;

use crate::{
    pages::later,
    parts::{
        failure::{FailureNote, Waiting},
        page_head::PageHead,
    },
    preferences::{language, say},
    route::address,
};
use anju_domain::words::{communities, shell};
use context::DossierContext;
use heading::{Heading, Tabs, tab_title};
use leptos::prelude::*;
use plan_entry::PlanEntry;
use rail::Rail;
use stage_acts::StageActs;

/// 小区档案
#[component]
pub(crate) fn DossierPage() -> impl IntoView {
    let address = address();
    // While the page is being left the address is another page's: then the identity stays, and nothing is asked for.
    let id = Memo::new(move |before: Option<&String>| {
        let id = address.segment(1);
        before.filter(|_| id.is_empty()).cloned().unwrap_or(id)
    });
    let tab = Memo::new(move |_| address.segment(2));
    let open = move || match tab.read().as_str() {
        "" => view! { <summary::Summary /> }.into_any(),
        "buildings" => view! { <buildings::Buildings /> }.into_any(),
        "prior" => view! { <prior_subsidies::PriorSubsidies /> }.into_any(),
        "works" => view! { <works::Works /> }.into_any(),
        "funding" => view! { <funding::Funding /> }.into_any(),
        "approvals" => view! { <approvals::Approvals /> }.into_any(),
        "consent" => view! { <consent::Consent /> }.into_any(),
        "progress" => view! { <progress::ProgressTab /> }.into_any(),
        "duties" => later::community_tab(),
        _ => view! { <p class="empty">{say(shell::NOT_FOUND)}</p> }.into_any(),
    };
    let context = DossierContext::provide(id);
    let language = language();
    let name = Signal::derive(move || {
        context
            .saved
            .get()
            .map_or_else(|| shell::LOADING.get(language.get()).to_owned(), |dossier| dossier.community.name.clone())
    });
    let is_here = Memo::new(move |_| context.saved.is_here());
    view! {
        <PageHead title=name window_title=tab_title(name) above=(communities::TITLE, "/communities")>
            <Heading />
        </PageHead>
        <Show
            when=move || is_here.get()
            fallback=move || match context.saved.failure() {
                Some(failure) => view! { <FailureNote failure retry=move || context.ask() /> }.into_any(),
                None => view! { <Waiting /> }.into_any(),
            }
        >
            <Tabs />
            <div class="with-rail">
                <div class="main-column">{open}</div>
                <div class="rail">
                    <PlanEntry />
                    <StageActs />
                    <Rail />
                </div>
            </div>
        </Show>
    }
    .into_any()
}
