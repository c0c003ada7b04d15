//! What each operator pays of its own pipelines, beside R-18: without severity, to see where the share is missing.

use super::super::context::{DossierContext, today};
use crate::preferences::language;
use anju_domain::{
    exact::{Bound, Money, Ratio},
    facts::ProjectFacts,
    finding::Gate,
    language::Language,
    policy::parameters::OPERATOR_SHARE_MIN,
    rules::r18_operator_share_floor::{Share, share},
    words::funding as words,
};
use leptos::prelude::*;

/// The shares by operator kind, of all together, and of all without civil works; nothing outside a dossier.
#[component]
pub(crate) fn OperatorShares(gate: Gate) -> impl IntoView {
    let language = language();
    let context = use_context::<DossierContext>();
    move || {
        let dossier = context?.current.get()?;
        let facts = ProjectFacts::of(&dossier, today());
        let floor = facts.settings.get(OPERATOR_SHARE_MIN, facts.today);
        share(&facts, gate).map(|share| table(&share, floor, language.get()))
    }
}

fn table(share: &Share, floor: i64, language: Language) -> impl IntoView + use<> {
    let row = move |name: &'static str, paid: Money, invested: Money, class: &'static str| {
        let ratio = Ratio::new(paid.fen(), invested.fen());
        let shown =
            ratio.percent(Bound::AtLeast(floor)).map_or_else(|| "—".to_owned(), |percent| format!("{percent}%"));
        let short = class != "aside" && ratio.at_least(floor) == Some(false);
        view! {
            <tr class=class>
                <th scope="row">{name}</th>
                <td class="n">{paid.wan()}</td>
                <td class="n">{invested.wan()}</td>
                <td class="n" class:bad=short>
                    {shown}
                </td>
            </tr>
        }
    };
    let kinds = share.by_kind.iter().map(|kind| row(kind.kind.text().get(language), kind.paid, kind.invested, ""));
    let civil = (share.without_civil_works != share.invested && share.without_civil_works > Money::ZERO)
        .then(|| row(words::WITHOUT_CIVIL.get(language), share.paid, share.without_civil_works, "aside"));
    view! {
        <table class="shares">
            <caption>{words::SHARES.get(language)}<small>{words::UNIT.get(language)}</small></caption>
            <thead>
                <tr>
                    <th scope="col">{words::OPERATOR_KIND.get(language)}</th>
                    <th scope="col" class="n">{words::PAID.get(language)}</th>
                    <th scope="col" class="n">{words::INVESTED.get(language)}</th>
                    <th scope="col" class="n">{words::SHARE.get(language)}</th>
                </tr>
            </thead>
            <tbody>
                {kinds.collect_view()}
                {row(words::SUM.get(language), share.paid, share.invested, "sum")}
                {civil}
            </tbody>
        </table>
    }
}
