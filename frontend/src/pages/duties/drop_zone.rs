//! 佐证材料 of a form: files by drag or picker, each with how far it has come.

use super::{
    files::{Bringing, FileItem, FileState},
    form::size_text,
    viewing::{Viewing, view_button},
};
use crate::{
    client::Failure,
    parts::dropped::{DropPlace, picked},
    preferences::{language, say},
    upload::Sending,
};
use anju_domain::{
    language::{Language, Text},
    rules,
    words::{duties as words, fill},
};
use leptos::prelude::*;
use uuid::Uuid;

/// What the server takes, for the picker of the browser.
const KINDS: &str = ".jpg,.jpeg,.png,.gif,.webp,.pdf,.docx,.xlsx";

/// The files of a form; `of` tells its heading from those of other forms.
#[component]
pub(crate) fn Files(
    bringing: Bringing,
    of: Uuid,
    viewing: Viewing,
    #[prop(default = words::EVIDENCE)] name: Text,
) -> impl IntoView {
    let heading = format!("files-{of}");
    let picked = move |event: leptos::ev::Event| picked(&event, |files| bringing.bring(files));
    let ids = move || bringing.files.with(|files| files.iter().map(|file| file.id).collect::<Vec<_>>());
    view! {
        <div role="group" aria-labelledby=heading>
            <h3 id=heading.clone()>{say(name)}</h3>
            <DropPlace take=move |files| bringing.bring(files)>
                <span class="wide-only">{say(words::DROP)}</span>
                <label class="photo">
                    {say(words::PHOTO)}
                    <input class="sr" type="file" accept="image/*" capture="environment" on:change=picked />
                </label>
                <label class="choose">
                    {say(words::PICK)}
                    <input class="sr" type="file" multiple accept=KINDS on:change=picked />
                </label>
                <span class="wide-only">{say(words::LIMITS)}</span>
            </DropPlace>
            <ul class="files">
                <For each=ids key=|id| *id children=move |id| view! { <OneFile bringing viewing id /> } />
            </ul>
        </div>
    }
    .into_any()
}

#[component]
fn OneFile(bringing: Bringing, viewing: Viewing, id: Uuid) -> impl IntoView {
    let language = language();
    let item = Memo::new(move |_| bringing.files.with(|files| files.iter().find(|file| file.id == id).cloned()));
    let percent = Memo::new(move |_| item.with(|item| item.as_ref().and_then(percent_of)));
    let name = move || {
        let item = item.get()?;
        Some(match item.here() {
            Some(file) => {
                view! { <a href=format!("/api/v1/evidence/{}", file.id) download=item.name.clone()>{item.name.clone()}</a> }
                    .into_any()
            }
            None => view! { <span>{item.name.clone()}</span> }.into_any(),
        })
    };
    let said = move || item.with(|item| item.as_ref().map(|item| state_text(item, language.get())));
    let failed = Memo::new(move |_| item.with(|item| item.as_ref().is_some_and(|item| item.failure().is_some())));
    let again = Memo::new(move |_| item.with(|item| item.as_ref().is_some_and(can_be_sent_again)));
    let named = move |text: Text| {
        let name = item.with(|item| item.as_ref().map(|item| item.name.clone()).unwrap_or_default());
        fill(text, language.get(), &[("name", &name)])
    };
    view! {
        <li class:failed=move || failed.get()>
            <div class="file-name">
                {name}
                {move || percent.get().map(|_| view! {
                    <progress max="100" value=move || percent.get().unwrap_or(0).to_string() aria-label=move || named(words::SENT_OF_FILE)></progress>
                })}
            </div>
            <small>{move || item.with(|item| item.as_ref().map(size_text))}</small>
            <small class="said" class:bad=move || failed.get()>{said}</small>
            {move || item.with(|item| item.as_ref().and_then(|item| view_button(viewing, item.here()?)))}
            {move || again.get().then(|| view! {
                <button class="link" type="button" aria-label=move || named(words::RETRY_FILE) on:click=move |_| bringing.send_file(id)>
                    {say(words::RETRY)}
                </button>
            })}
            <button
                class="link"
                type="button"
                aria-label=move || named(if percent.get().is_some() { words::CANCEL_FILE } else { words::REMOVE_FILE })
                on:click=move |_| {
                    viewing.gone(id);
                    bringing.leave_out(id);
                }
            >
                {move || if percent.get().is_some() { words::CANCEL } else { words::REMOVE }.get(language.get())}
            </button>
        </li>
    }
    .into_any()
}

fn percent_of(item: &FileItem) -> Option<u8> {
    match item.state {
        FileState::Sent(Sending::Percent(percent)) => Some(percent),
        _ => None,
    }
}

fn state_text(item: &FileItem, language: Language) -> String {
    let not_sent = |why: &str| fill(words::NOT_UPLOADED, language, &[("why", why)]);
    match &item.state {
        FileState::Sent(Sending::Here(_)) => words::UPLOADED.get(language).to_owned(),
        FileState::Sent(Sending::Percent(n)) => fill(words::UPLOADING, language, &[("n", &n.to_string())]),
        FileState::Sent(Sending::Failed(failure)) => not_sent(&refused(failure, language)),
        FileState::Unfit(why) => not_sent(why.get(language)),
    }
}

/// What the server found wrong with the file, or why nothing is known of it.
fn refused(failure: &Failure, language: Language) -> String {
    failure.findings().first().map_or_else(|| failure.title(language), |finding| rules::message(finding, language))
}

/// A file that the server has looked at and refused would be refused again.
fn can_be_sent_again(item: &FileItem) -> bool {
    matches!(item.failure(), Some(Ok(failure)) if failure.findings().is_empty())
}
