//! Between form and buttons: what went wrong when saving, and what somebody else has saved meanwhile.

use super::{
    form::{Form, Notice},
    told,
};
use crate::preferences::language;
use anju_domain::words::{editing, fill, quantities};
use leptos::prelude::*;

/// What went wrong, and what somebody else has saved.
#[component]
pub(super) fn Notices(form: Form) -> impl IntoView {
    let language = language();
    let failed = move || {
        let Some(Notice::Failed(failure)) = form.notice.get() else { return None };
        (!failure.is_stale() || !form.stale.get()).then(|| told::failed(&failure, language.get()))
    };
    let shown = Memo::new(move |_| form.stale.get() && form.is_dirty());
    let versions = move || {
        let language = language.get();
        let heads = (form.spec.heads)();
        let or_none =
            |text: &str| if text.is_empty() { quantities::NO_VALUE.get(language).to_owned() } else { text.to_owned() };
        let rows: Vec<[String; 4]> = form
            .conflicts()
            .iter()
            .map(|(edit, theirs)| {
                let head = heads.get(edit.column).map_or("", |head| head.name.get(language));
                let name = fill(editing::PLACE, language, &[("row", &edit.key), ("column", head)]);
                let name = if edit.key.is_empty() { head.to_owned() } else { name };
                [name, or_none(&edit.before), or_none(theirs), or_none(&edit.after)]
            })
            .collect();
        (!rows.is_empty()).then(|| told::versions(editing::PLACE_HEAD, rows, language))
    };
    view! {
        {failed}
        <Show when=move || shown.get()>{told::stale(versions, move || form.rebase())}</Show>
    }
    .into_any()
}
