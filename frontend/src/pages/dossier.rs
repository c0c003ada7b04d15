//! 小区档案: everything about one project community. Its head, tabs and the rail of findings follow what is being
//! typed where a tab is a form, and what is saved elsewhere.

pub(crate) mod buildings;
mod context;
pub(crate) mod funding;
mod heading;
mod plan_entry;
pub(crate) mod progress;
mod rail;
pub(crate) mod summary;
pub(crate) mod works;

use crate::parts::{
    failure::{FailureNote, Waiting},
    page_head::PageHead,
};
use anju_domain::words::{communities, shell};
use context::DossierContext;
use heading::{Heading, Tabs, tab_title};
use leptos::prelude::*;
use leptos_router::{components::Outlet, hooks::use_params_map};
use plan_entry::PlanEntry;
use rail::Rail;

/// 小区档案
#[component]
pub(crate) fn DossierPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let context = DossierContext::provide(id);
    let language = crate::preferences::language();
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
                <div class="main-column"><Outlet /></div>
                <div class="rail">
                    <PlanEntry />
                    <Rail />
                </div>
            </div>
        </Show>
    }
    .into_any()
}
