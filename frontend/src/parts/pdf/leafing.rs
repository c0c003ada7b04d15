//! Leafing through an opened PDF and magnifying it, by buttons, a number and keys.

use super::reader::Opened;
use crate::preferences::{language, say};
use anju_domain::{
    language::Text,
    words::{fill, pdf as words},
};
use leptos::{ev::KeyboardEvent, prelude::*};

/// The steps of magnifying, in percent of the width of the card.
const STEPS: [u32; 7] = [50, 75, 100, 150, 200, 300, 400];

/// What the controls act on.
#[derive(Clone, Copy)]
pub(super) struct Leafing {
    pub(super) opened: StoredValue<Option<Opened>, LocalStorage>,
    pub(super) shown: RwSignal<u32>,
    pub(super) page: RwSignal<u32>,
    percent: RwSignal<u32>,
}

impl Leafing {
    pub(super) fn new() -> Self {
        Self {
            opened: StoredValue::new_local(None),
            shown: RwSignal::new(0),
            page: RwSignal::new(1),
            percent: RwSignal::new(100),
        }
    }

    fn go(self, page: u32) {
        let page = page.clamp(1, self.shown.get_untracked().max(1));
        self.opened.with_value(|opened| opened.iter().for_each(|opened| opened.go(page)));
    }

    fn turn(self, by: i32) {
        self.go(self.page.get_untracked().saturating_add_signed(by));
    }

    fn step(self, larger: bool) {
        let now = self.percent.get_untracked();
        let next = if larger {
            STEPS.into_iter().find(|step| *step > now)
        } else {
            STEPS.into_iter().rfind(|step| *step < now)
        };
        if let Some(percent) = next {
            self.percent.set(percent);
            self.opened.with_value(|opened| opened.iter().for_each(|opened| opened.zoom(percent)));
        }
    }

    /// Keys over the pages; up and down scroll as everywhere.
    pub(super) fn key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            // A page wider than the box is moved by these keys.
            "ArrowLeft" if self.percent.get_untracked() <= 100 => self.turn(-1),
            "ArrowRight" if self.percent.get_untracked() <= 100 => self.turn(1),
            "+" | "=" => self.step(true),
            "-" => self.step(false),
            _ => return,
        }
        event.prevent_default();
    }
}

/// Leafing and magnifying by buttons and by a number.
#[component]
pub(super) fn Controls(leafing: Leafing, download: AnyView) -> impl IntoView {
    let language = language();
    let Leafing { shown, page, percent, .. } = leafing;
    let button = move |text: Text, face: &'static str, idle: Signal<bool>, act: fn(Leafing)| {
        view! {
            <button
                class="btn"
                type="button"
                aria-label=say(text)
                title=say(text)
                aria-disabled=move || idle.get().then_some("true")
                on:click=move |_| act(leafing)
            >
                {face}
            </button>
        }
    };
    let first = Signal::derive(move || page.get() <= 1);
    let last = Signal::derive(move || page.get() >= shown.get());
    let smallest = Signal::derive(move || Some(&percent.get()) == STEPS.first());
    let largest = Signal::derive(move || Some(&percent.get()) == STEPS.last());
    view! {
        <div class="bar pdf-bar">
            {button(words::PREVIOUS, "‹", first, |leafing| leafing.turn(-1))}
            <label>
                {say(words::BEFORE_PAGE)}
                <input
                    type="number"
                    inputmode="numeric"
                    min="1"
                    max=move || shown.get().to_string()
                    aria-label=say(words::PAGE_NUMBER)
                    prop:value=move || page.get().to_string()
                    on:change:target=move |event| {
                        let typed = event.target().value().parse().unwrap_or_else(|_| page.get_untracked());
                        leafing.go(typed);
                        event.target().set_value(&page.get_untracked().to_string());
                    }
                />
                {move || fill(words::AFTER_PAGE, language.get(), &[("all", &shown.get().to_string())])}
            </label>
            {button(words::NEXT, "›", last, |leafing| leafing.turn(1))}
            {button(words::SMALLER, "−", smallest, |leafing| leafing.step(false))}
            <span class="pdf-zoom" role="status">
                {move || fill(words::ZOOM, language.get(), &[("n", &percent.get().to_string())])}
            </span>
            {button(words::LARGER, "+", largest, |leafing| leafing.step(true))}
            <span class="pdf-last">{download}</span>
        </div>
    }
    .into_any()
}
