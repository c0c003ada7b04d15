//! 服务器设置: what the system administrator sees instead of the programme's parameters: how the server was started.

use crate::{
    client::{Client, Options},
    parts::{
        failure::{FailureNote, Waiting},
        page_head::PageHead,
    },
    preferences::{language, say},
    remote::Remote,
};
use anju_domain::{
    api::{ReadServerSettings, ServerSettings},
    language::{Language, Text},
    words::{backups, fill, programme as words},
};
use leptos::prelude::*;

/// 服务器设置
#[component]
pub(super) fn Server() -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let settings: Remote<ServerSettings> = Remote::new();
    let ask = move || {
        settings.ask(async move { client.send::<ReadServerSettings>(&[], &(), &(), Options::default()).await });
    };
    ask();
    let rows = move || {
        let language = language.get();
        let settings = settings.get()?;
        let rows = shown(&settings, language).into_iter();
        Some(rows.map(|(name, value)| view! { <dt>{name.get(language)}</dt><dd>{value}</dd> }).collect_view())
    };
    view! {
        <PageHead title=Signal::derive(move || words::SERVER.get(language.get()).to_owned()) />
        {move || settings.failure().map(|failure| view! { <FailureNote failure retry=ask /> })}
        <Show when=move || settings.is_here() fallback=move || settings.failure().is_none().then(Waiting)>
            <section class="sheet programme-sheet">
                <p>{say(words::SERVER_LEAD)}</p>
                <dl class="facts">{rows}</dl>
            </section>
        </Show>
    }
    .into_any()
}

fn shown(settings: &ServerSettings, language: Language) -> Vec<(Text, String)> {
    let or_unset = |value: &Option<String>| value.clone().unwrap_or_else(|| words::UNSET.get(language).to_owned());
    let session = [("idle", settings.session_idle_minutes.to_string()), ("hours", settings.session_hours.to_string())];
    let session: Vec<(&str, &str)> = session.iter().map(|(name, text)| (*name, text.as_str())).collect();
    vec![
        (words::VERSION, settings.version.clone()),
        (words::DATABASE, if settings.database == "sqlite" { "SQLite" } else { "PostgreSQL" }.to_owned()),
        (words::LISTEN, settings.listen.clone()),
        (words::ORIGIN, or_unset(&settings.origin)),
        (words::PROXY, or_unset(&settings.trusted_proxy)),
        (words::BACKUP_FOLDER, settings.backup_folder.clone()),
        (words::SESSION, fill(words::SESSION_VALUE, language, &session)),
        (words::PASSWORD, fill(words::PASSWORD_VALUE, language, &[("n", &settings.password_length.to_string())])),
        (words::FILE, backups::size(settings.largest_file)),
    ]
}
