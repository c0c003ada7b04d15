//! A PDF of a task opened in the page, under the files: at most one, at the width of the card.

use crate::{parts::pdf::PdfView, preferences::language};
use anju_domain::{
    model::Evidence,
    words::{fill, pdf as words},
};
use leptos::prelude::*;
use uuid::Uuid;

const PDF: &str = "application/pdf";

/// Which PDF is open, as it is called.
#[derive(Clone, Copy)]
pub(crate) struct Viewing(RwSignal<Option<(Uuid, String)>>);

impl Viewing {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    fn is_open(self, id: Uuid) -> bool {
        self.0.with(|open| open.as_ref().is_some_and(|(open, _)| *open == id))
    }

    /// Closes a file that is not there any more.
    pub(crate) fn gone(self, id: Uuid) {
        if untrack(|| self.is_open(id)) {
            self.0.set(None);
        }
    }
}

/// Opens a PDF and closes it; nothing for a file of another kind.
pub(crate) fn view_button(viewing: Viewing, file: &Evidence) -> Option<AnyView> {
    if file.media_type != PDF {
        return None;
    }
    let (id, language) = (file.id, language());
    let (name, called) = (file.name.clone(), file.name.clone());
    let toggle = move |_| {
        let is_open = untrack(|| viewing.is_open(id));
        viewing.0.set((!is_open).then(|| (id, called.clone())));
    };
    let is_open = move || viewing.is_open(id);
    let label = move || {
        let text = if is_open() { words::CLOSE_OF } else { words::VIEW_OF };
        fill(text, language.get(), &[("name", &name)])
    };
    Some(
        view! {
            <button
                class="link"
                type="button"
                aria-expanded=move || is_open().to_string()
                aria-label=label
                on:click=toggle
            >
                {move || if is_open() { words::CLOSE } else { words::VIEW }.get(language.get())}
            </button>
        }
        .into_any(),
    )
}

/// The PDF that is open.
#[component]
pub(crate) fn Viewed(viewing: Viewing) -> impl IntoView {
    move || {
        viewing.0.get().map(|(id, name)| view! { <PdfView address=format!("/api/v1/evidence/{id}") name /> }.into_any())
    }
}
