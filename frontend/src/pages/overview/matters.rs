//! 提请领导小组研究事项: what the figures put to the leading group, each with the records behind it.

use super::named;
use crate::preferences::say;
use anju_domain::{
    indicators::{Matter, Overview},
    words::overview as words,
};
use leptos::prelude::*;
use std::sync::Arc;

/// 提请领导小组研究事项
#[component]
pub(super) fn Matters(figures: Signal<Arc<Overview>>) -> impl IntoView {
    let rows = move || figures.get().matters.iter().map(row).collect_view();
    let message = move || figures.get().matters_message.clone();
    let none = move || figures.get().matters.is_empty();
    view! {
        <section class="cell" aria-labelledby="matters-title">
            <h2 id="matters-title">{say(words::MATTERS)}</h2>
            <p class="msg">{message}</p>
            <Show when=move || !none() fallback=|| view! { <p class="empty">{say(words::NO_MATTERS)}</p> }>
                <table class="tall matters">
                    <thead>
                        <tr>
                            <th scope="col" class="fill">{say(words::MATTER)}</th>
                            <th scope="col" class="n">{say(words::SUGGESTION)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </Show>
        </section>
    }
    .into_any()
}

fn row(matter: &Matter) -> impl IntoView + use<> {
    view! {
        <tr>
            <td class="fill">
                {named(matter.title.clone(), matter.records.clone())}
                <small>{matter.detail.clone()}</small>
            </td>
            <td class="n"><span class="tag" class:stop=matter.urgent>{matter.suggestion.clone()}</span></td>
        </tr>
    }
}
