//! 导入导出: the ledger as a workbook out and in, and 缺项清单, what is still missing of it.

mod downloads;
mod drop_zone;
mod faults;
mod importing;
mod missing;
mod outcome;
mod sheets;

pub(crate) use missing::MissingPage;

use crate::{
    parts::page_head::PageHead,
    preferences::{language, say},
    route::address,
    session::session,
};
use anju_domain::{
    model::Role,
    words::{imports as words, missing as missing_words},
};
use downloads::Downloads;
use drop_zone::DropZone;
use importing::Importing;
use leptos::prelude::*;
use outcome::Outcome;

const PATH: &str = "/exchange";
const MISSING_PATH: &str = "/exchange/missing";

/// 导入导出
#[component]
pub(crate) fn Exchange() -> impl IntoView {
    let language = language();
    let is_office = session().role() == Some(Role::Office);
    view! {
        <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned()) />
        <Tabs />
        <div class="exchange">
            <Downloads is_office />
            {is_office.then(|| {
                let importing = Importing::new();
                view! {
                    <section class="sheet">
                        <div class="cell">
                            <h2>{say(words::IMPORT)}</h2>
                            <p class="msg">{say(words::LEAD)}</p>
                            <DropZone importing />
                        </div>
                    </section>
                    <Outcome importing />
                }
            })}
        </div>
    }
    .into_any()
}

/// The two parts of the page.
#[component]
fn Tabs() -> impl IntoView {
    let path = address().path;
    let tab = move |to: &'static str, name| {
        let current = move || path.with(|path| path == to).then_some("page");
        view! { <a href=to aria-current=current>{say(name)}</a> }
    };
    view! {
        <nav class="tabs" aria-label=say(words::TITLE)>
            {tab(PATH, words::TITLE)} {tab(MISSING_PATH, missing_words::TITLE)}
        </nav>
    }
}
