//! The head of every page: product, programme, demonstration date, account, language, display.

use super::menu::Menu;
use crate::{
    pages::{has_inbox, home, later},
    preferences::{Display, language, preferences, say},
    session::session,
};
use anju_domain::{
    language::Language,
    words::{fill, quantities, shell as words},
};
use leptos::prelude::*;

/// The head of every page.
#[component]
pub(crate) fn Head(menu_open: RwSignal<bool>) -> impl IntoView {
    let session = session();
    let language = language();
    let first = move || session.role().map_or("/", home);
    let programme = move || {
        let view = session.view()?;
        let head = view.programme.as_ref()?;
        Some(if language.get() == Language::En && !head.name_en.is_empty() {
            head.name_en.clone()
        } else {
            head.name.clone()
        })
    };
    let sample = move || {
        let view = session.view()?;
        view.programme.as_ref()?.sample.then(|| {
            let date = quantities::date(language.get(), view.today);
            view! {
                <span class="sample">
                    <b>{say(words::SAMPLE)}</b>" "
                    <span class="sample-date">{fill(words::SAMPLE_DATE, language.get(), &[("date", &date)])}</span>
                </span>
            }
        })
    };
    view! {
        <header class="top">
            <button
                class="menu-button"
                type="button"
                aria-controls="navigation"
                aria-expanded=move || menu_open.get().to_string()
                on:click=move |_| menu_open.update(|open| *open = !*open)
            >
                {move || if menu_open.get() { say(words::MENU_CLOSE)() } else { say(words::MENU)() }}
            </button>
            <a class="brand" href=first>{say(words::BRAND)}</a>
            <span class="name">{programme}</span>
            {sample}
            {has_inbox().then(later::inbox)}
            <Account />
            <LanguagePick />
        </header>
    }
}

#[component]
fn Account() -> impl IntoView {
    let session = session();
    let language = language();
    let name = move || {
        session.view().map(|view| {
            if language.get() == Language::En && !view.display_en.is_empty() {
                view.display_en.clone()
            } else {
                view.display.clone()
            }
        })
    };
    let label = Signal::derive(move || fill(words::ACCOUNT, language.get(), &[("name", &name().unwrap_or_default())]));
    view! {
        <Menu label class="account" face=move || view! { <span class="who">{name}</span> }>
            <DisplayPick />
            <li class="menu-rule"><a href="/password">{say(words::PASSWORD)}</a></li>
            <li><button type="button" on:click=move |_| session.sign_out()>{say(words::SIGN_OUT)}</button></li>
        </Menu>
    }
}

/// Light, dark or large, as entries of the account's menu.
#[component]
fn DisplayPick() -> impl IntoView {
    let preferences = preferences();
    let entry = move |display: Display| {
        let name = match display {
            Display::System => words::THEME_SYSTEM,
            Display::Light => words::THEME_LIGHT,
            Display::Dark => words::THEME_DARK,
            Display::Projector => words::THEME_PROJECTOR,
        };
        let chosen = move || (preferences.display.get() == display).to_string();
        view! {
            <li>
                <button type="button" aria-pressed=chosen on:click=move |_| preferences.choose_display(display)>
                    {say(name)}
                </button>
            </li>
        }
    };
    view! {
        <li class="menu-heading">{say(words::THEME)}</li>
        {Display::ALL.map(entry)}
    }
}

/// Each language is named in itself, so that whoever can't read the page finds the way.
#[component]
pub(crate) fn LanguagePick() -> impl IntoView {
    let preferences = preferences();
    let button = move |of: Language, name: &'static str, code: &'static str| {
        view! {
            <button
                type="button"
                lang=code
                aria-pressed=move || (preferences.language.get() == of).to_string()
                on:click=move |_| preferences.choose_language(of)
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="lang" role="group" aria-label=say(words::LANGUAGE)>
            {button(Language::Zh, "中文", "zh-CN")}
            {button(Language::En, "EN", "en")}
        </div>
    }
}
