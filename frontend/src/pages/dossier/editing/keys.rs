//! The keys of a sheet: Enter and the arrows move between cells, Tab does so by itself.

use crate::browser;
use leptos::ev::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

/// Moves the focus when the key says so; `id` names the cells. Gives the row below when there is none yet.
pub(crate) fn walk(
    event: &KeyboardEvent,
    row: usize,
    column: usize,
    rows: usize,
    id: impl Fn(usize, usize) -> String,
) -> Option<usize> {
    let target = event.target();
    let input = target.clone().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let is_choice = target.and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()).is_some();
    if event.is_composing() || event.alt_key() || event.ctrl_key() || event.meta_key() {
        return None;
    }
    let (at_start, at_end) = input.as_ref().map_or((is_choice, is_choice), edges);
    let to = match (event.key().as_str(), event.shift_key()) {
        // The arrows up and down choose in a list.
        ("ArrowDown" | "ArrowUp", _) if is_choice => return None,
        ("Enter" | "ArrowDown", false) => Some((row + 1, column)),
        ("Enter", true) | ("ArrowUp", false) => row.checked_sub(1).map(|row| (row, column)),
        ("ArrowRight", false) if at_end => Some((row, column + 1)),
        ("ArrowLeft", false) if at_start => column.checked_sub(1).map(|column| (row, column)),
        _ => return None,
    };
    event.prevent_default();
    let (row, column) = to?;
    if row >= rows {
        return Some(row);
    }
    browser::focus(&id(row, column));
    None
}

/// Whether the caret stands at the start and at the end of the text; a text marked as a whole counts as both.
fn edges(input: &HtmlInputElement) -> (bool, bool) {
    if input.type_() == "checkbox" {
        return (true, true);
    }
    let length = u32::try_from(input.value().chars().count()).unwrap_or(u32::MAX);
    let caret = |place: Result<Option<u32>, _>| place.ok().flatten().unwrap_or(0);
    let (from, to) = (caret(input.selection_start()), caret(input.selection_end()));
    let whole = from == 0 && to >= length;
    (whole || (from == 0 && to == 0), whole || from >= length)
}

/// Marks the text of a cell that takes the focus, so that typing replaces it.
pub(crate) fn mark_all(event: &leptos::ev::FocusEvent) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.select();
    }
}
