//! The table by source: 落实, 到位, 支付, 结余.

use super::Money;
use crate::{
    pages::dossier::context::today,
    preferences::{language, say},
};
use anju_domain::{
    language::Language,
    lists::money::{MoneySheet, MoneySums, source_name},
    words::money as words,
};
use leptos::prelude::*;

/// The table.
#[component]
pub(super) fn Sums(money: Money) -> impl IntoView {
    let language = language();
    move || {
        let dossier = money.context.saved.get()?;
        let sheet = MoneySheet::of(&dossier, today());
        let language = language.get();
        if sheet.sources.is_empty() && sheet.opening.is_nothing() {
            return Some(view! { <p class="empty">{say(words::NO_SOURCES)}</p> }.into_any());
        }
        let rows = sheet.sources.iter().map(|one| row(source_name(&one.source, language), one.sums, false, language));
        let opening = (!sheet.opening.is_nothing())
            .then(|| row(words::OPENING.get(language).to_owned(), sheet.opening, false, language));
        Some(
            view! {
                <div class="sheet">
                    <table class="list cards sums">
                        <thead>
                            <tr>
                                <th scope="col" class="fill">{say(words::SOURCE)}</th>
                                <th scope="col" class="n">{say(words::SECURED)}</th>
                                <th scope="col" class="n">{say(words::RECEIVED)}</th>
                                <th scope="col" class="n">{say(words::PAID)}</th>
                                <th scope="col" class="n">{say(words::LEFT)}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {rows.collect_view()}
                            {opening}
                            {row(words::TOTAL.get(language).to_owned(), sheet.total(), true, language)}
                        </tbody>
                    </table>
                </div>
            }
            .into_any(),
        )
    }
}

fn row(name: String, sums: MoneySums, is_total: bool, language: Language) -> impl IntoView + use<> {
    let is_short = sums.left().fen() < 0;
    view! {
        <tr class:sum=is_total>
            <td class="title">{name}</td>
            <td class="n" data-label=words::SECURED.get(language)>{sums.secured.wan()}</td>
            <td class="n" data-label=words::RECEIVED.get(language)>{sums.received.wan()}</td>
            <td class="n" data-label=words::PAID.get(language)>{sums.paid.wan()}</td>
            <td class="n" class:bad=is_short data-label=words::LEFT.get(language)>{sums.left().wan()}</td>
        </tr>
    }
}
