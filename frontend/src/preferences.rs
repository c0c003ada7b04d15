//! How one wants to see the pages: language and display. Kept in the browser, shown on `<html>`, changed without reload.

use crate::browser;
use anju_charts::Theme;
use anju_domain::language::{Language, Text};
use leptos::prelude::*;

const LANGUAGE: &str = "anju.language";
const DISPLAY: &str = "anju.display";

/// How pages look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Display {
    /// Light or dark, as the system is set.
    #[default]
    System,
    Light,
    Dark,
    /// Large, for a meeting room.
    Projector,
}

impl Display {
    pub(crate) const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::Projector];

    /// As it is remembered; `assets/first.js` reads the same words.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Projector => "projector",
        }
    }

    pub(crate) fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|display| display.code() == code).unwrap_or_default()
    }
}

/// Language and display of this browser.
#[derive(Clone, Copy)]
pub(crate) struct Preferences {
    pub(crate) language: RwSignal<Language>,
    pub(crate) display: RwSignal<Display>,
    system_dark: RwSignal<bool>,
    /// While the page is being printed, which is always dark on white and as wide as the paper.
    pub(crate) printing: RwSignal<bool>,
}

impl Preferences {
    /// Takes what the browser remembers and keeps `<html>` in step.
    pub(crate) fn provide() -> Self {
        let language = match browser::remembered(LANGUAGE).as_deref() {
            Some("en") => Language::En,
            _ => Language::Zh,
        };
        let display = browser::remembered(DISPLAY).map(|code| Display::from_code(&code)).unwrap_or_default();
        let dark =
            browser::window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten());
        let preferences = Self {
            language: RwSignal::new(language),
            display: RwSignal::new(display),
            system_dark: RwSignal::new(dark.as_ref().is_some_and(web_sys::MediaQueryList::matches)),
            printing: RwSignal::new(false),
        };
        if let Some(dark) = dark {
            let system_dark = preferences.system_dark;
            browser::forever(&dark.clone(), "change", move || system_dark.set(dark.matches()));
        }
        if let Some(window) = browser::window() {
            let printing = preferences.printing;
            browser::forever(&window, "beforeprint", move || {
                browser::set_root("data-printing", "yes");
                printing.set(true);
            });
            browser::forever(&window, "afterprint", move || {
                browser::set_root("data-printing", "no");
                printing.set(false);
            });
        }
        Effect::new(move || {
            browser::set_root("lang", if preferences.language.get() == Language::Zh { "zh-CN" } else { "en" });
        });
        Effect::new(move || {
            browser::set_root(
                "data-theme",
                match preferences.theme() {
                    Theme::Light => "light",
                    Theme::Dark => "dark",
                    Theme::Projector => "projector",
                },
            );
        });
        provide_context(preferences);
        preferences
    }

    pub(crate) fn choose_language(self, language: Language) {
        browser::remember(LANGUAGE, Some(if language == Language::Zh { "zh" } else { "en" }));
        self.language.set(language);
    }

    pub(crate) fn choose_display(self, display: Display) {
        browser::remember(DISPLAY, Some(display.code()));
        self.display.set(display);
    }

    /// The theme in which charts and pages are drawn now.
    pub(crate) fn theme(self) -> Theme {
        match self.display.get() {
            _ if self.printing.get() => Theme::Light,
            Display::Light => Theme::Light,
            Display::Dark => Theme::Dark,
            Display::Projector => Theme::Projector,
            Display::System if self.system_dark.get() => Theme::Dark,
            Display::System => Theme::Light,
        }
    }
}

/// The preferences, from anywhere inside the application.
pub(crate) fn preferences() -> Preferences {
    expect_context()
}

/// The language, from anywhere inside the application.
pub(crate) fn language() -> RwSignal<Language> {
    preferences().language
}

/// A text in the language of the moment: `{say(words::TITLE)}` in a view.
pub(crate) fn say(text: Text) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let language = language();
    move || text.get(language.get())
}
