//! A PDF shown in the page: its pages on canvases, leafing, magnifying. What draws them is fetched when one is opened.

mod leafing;
mod pages;
mod reader;

use crate::{
    client::{Client, Failure},
    preferences::{language, say},
};
use anju_domain::{
    language::Text,
    words::{fill, pdf as words},
};
use leafing::{Controls, Leafing};
use leptos::{prelude::*, task::spawn_local};
use pages::Pages;
use reader::{Told, Unshown};
use std::collections::BTreeMap;

/// Where a file stands.
#[derive(Clone, PartialEq)]
enum Standing {
    Opening,
    /// So many pages are shown, of so many.
    Here(u32, u32),
    /// It did not come.
    NotHere(Failure),
    Unshown(Unshown),
}

/// A PDF by the address of its content, and its name.
#[component]
pub(crate) fn PdfView(address: String, name: String) -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let standing = RwSignal::new(Standing::Opening);
    let notes = RwSignal::new(BTreeMap::<u32, Text>::new());
    let leafing = Leafing::new();
    let told = move |told: Told| match told {
        Told::Page(page) => drop(leafing.page.try_set(page)),
        Told::Drawn(page) => drop(notes.try_update(|notes| notes.remove(&page))),
        Told::Partly(page) => drop(notes.try_update(|notes| notes.insert(page, words::PARTLY))),
        Told::Undrawn(page) => drop(notes.try_update(|notes| notes.insert(page, words::UNDRAWN))),
        Told::GivenUp => drop(standing.try_set(Standing::Unshown(Unshown::Slow))),
    };
    let from = address.clone();
    let ask = move || {
        standing.set(Standing::Opening);
        let address = from.clone();
        spawn_local(async move {
            let now = match client.content(&address).await {
                Err(failure) => Standing::NotHere(failure),
                Ok(content) => match reader::open(content, told).await {
                    Err(why) => Standing::Unshown(why),
                    Ok(opened) => {
                        let (shown, total) = (opened.shown(), opened.total());
                        leafing.shown.try_set(shown);
                        // Closed meanwhile: then the file ends here.
                        leafing.opened.try_set_value(Some(opened));
                        Standing::Here(shown, total)
                    }
                },
            };
            standing.try_set(now);
        });
    };
    ask();
    on_cleanup(move || {
        leafing.opened.try_set_value(None);
    });
    let label = name.clone();
    let link = {
        let (address, name) = (address.clone(), name.clone());
        move || view! { <a href=address.clone() download=name.clone()>{say(words::DOWNLOAD)}</a> }
    };
    let unshown = {
        let link = link.clone();
        move |what: String, again: bool| {
            let ask = ask.clone();
            view! {
                <div class="notice warn" role="alert">
                    <p>{what}" "{say(words::KEPT)}</p>
                    <p class="bar">
                        {link()}
                        {again.then(|| view! {
                            <button class="btn" type="button" on:click=move |_| ask()>{say(anju_domain::words::shell::RETRY)}</button>
                        })}
                    </p>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <section class="pdf" aria-label=move || fill(words::ACTS_OF, language.get(), &[("name", &label)])>
            {move || match standing.get() {
                Standing::Opening => view! { <p class="waiting" role="status">{say(words::OPENING)}</p> }.into_any(),
                Standing::Here(shown, total) => {
                    view! {
                        <Controls leafing download=link().into_any() />
                        {(shown < total).then(|| view! { <p class="notice warn">{move || first_pages(shown, total)}</p> })}
                        <Pages leafing name=name.clone() shown total notes />
                    }
                    .into_any()
                }
                Standing::NotHere(failure) => unshown(failure.title(language.get()), true),
                Standing::Unshown(why) => {
                    let text = match why {
                        Unshown::NotLoaded => words::NOT_LOADED,
                        Unshown::Password => words::PASSWORD,
                        Unshown::Broken => words::BROKEN,
                        Unshown::Slow => words::SLOW,
                    };
                    unshown(text.get(language.get()).to_owned(), why == Unshown::NotLoaded)
                }
            }}
        </section>
    }
    .into_any()
}

fn first_pages(shown: u32, total: u32) -> String {
    fill(words::FIRST_PAGES, language().get(), &[("all", &total.to_string()), ("n", &shown.to_string())])
}
