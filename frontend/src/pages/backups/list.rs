//! The backups that are kept, newest first, each with what its restore has shown.

use crate::{
    preferences::{language, say},
    remote::Remote,
};
use anju_domain::{
    api::{BackupProof, BackupRow, BackupsView},
    language::Language,
    words::{backups as words, fill, quantities},
};
use leptos::prelude::*;

/// How many faults of a backup are shown; the others are in its file.
const FAULTS_SHOWN: usize = 5;

/// The list; a word instead of it while there is none.
#[component]
pub(super) fn List(view: Remote<BackupsView>) -> impl IntoView {
    let language = language();
    let is_empty = move || view.get().is_none_or(|view| view.rows.is_empty());
    view! {
        <Show when=move || !is_empty() fallback=|| view! { <p class="empty">{say(words::NONE_YET)}</p> }>
            <div class="sheet">
                <table class="list cards backups" aria-label=say(words::LIST)>
                    <thead>
                        <tr>
                            <th scope="col">{say(words::MADE_AT)}</th>
                            <th scope="col">{say(words::NAME)}</th>
                            <th scope="col" class="n">{say(words::SIZE)}</th>
                            <th scope="col" class="n">{say(words::FILES)}</th>
                            <th scope="col">{say(words::PROOF)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || view.get().map(|view| {
                            view.rows.iter().map(|backup| row(backup, language.get())).collect_view()
                        })}
                    </tbody>
                </table>
            </div>
        </Show>
    }
    .into_any()
}

fn row(backup: &BackupRow, language: Language) -> impl IntoView + use<> {
    let files = fill(words::FILES_COUNT, language, &[("n", &backup.files.to_string())]);
    view! {
        <tr>
            <td class="title">{quantities::instant(language, backup.made_at)}</td>
            <td data-label=words::NAME.get(language)><code>{backup.name.clone()}</code></td>
            <td class="n" data-label=words::SIZE.get(language)>{words::size(backup.size)}</td>
            <td class="n" data-label=words::FILES.get(language)>{files}</td>
            <td class="fill">{proof(backup.proof.as_ref(), language)}</td>
        </tr>
    }
}

fn proof(proof: Option<&BackupProof>, language: Language) -> AnyView {
    let Some(proof) = proof else {
        return view! { <span class="tag warn">{words::UNTRIED.get(language)}</span> }.into_any();
    };
    if proof.is_proved() {
        let figures = [
            ("entries", proof.entries.to_string()),
            ("objects", proof.objects.to_string()),
            ("files", proof.files.to_string()),
        ];
        let figures: Vec<(&str, &str)> = figures.iter().map(|(name, figure)| (*name, figure.as_str())).collect();
        return view! {
            <span class="tag done">{words::PROVED.get(language)}</span>
            <small>{fill(words::PROVED_DETAIL, language, &figures)}</small>
        }
        .into_any();
    }
    let count = proof.faults.len();
    let faults = proof.faults.iter().take(FAULTS_SHOWN).map(|fault| {
        view! { <small>{fault.kind.text().get(language)}" "<code>{fault.name.clone()}</code></small> }
    });
    let more = count.saturating_sub(FAULTS_SHOWN);
    view! {
        <span class="tag stop">{fill(words::NOT_PROVED, language, &[("n", &count.to_string())])}</span>
        {faults.collect_view()}
        {(more > 0).then(|| view! { <small>{fill(words::MORE_FAULTS, language, &[("n", &more.to_string())])}</small> })}
    }
    .into_any()
}
