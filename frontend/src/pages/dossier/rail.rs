//! The rail beside a dossier: what the server refused, then what the rules say of what is shown.

use super::{context::dossier, funding::PassedRules};
use crate::{
    findings::{Shown, by_card, stops_at},
    parts::finding_card::FindingCard,
    preferences::{language, say},
};
use anju_domain::{
    finding::{Gate, Severity},
    words::{dossier as words, fill, plan_entry},
};
use leptos::prelude::*;

/// The element that takes the focus when an act was refused.
pub(super) const REFUSED: &str = "refused";

/// The rail.
#[component]
pub(super) fn Rail() -> impl IntoView {
    let language = language();
    let context = dossier();
    let found = Memo::new(move |_| context.findings());
    let refused = move || {
        let refused = context.refused.get();
        (!refused.is_empty()).then(|| {
            let count = refused.iter().filter(|finding| finding.severity == Severity::E).count().to_string();
            let cards = refused.into_iter().map(|finding| {
                let shown = Shown { stops_at: stops_at(&finding, Gate::G1), finding };
                view! { <FindingCard shown /> }
            });
            view! {
                <section class="refused" id=REFUSED tabindex="-1" role="alert">
                    <h2>{fill(plan_entry::REFUSED, language.get(), &[("n", &count)])}</h2>
                    <p>{say(plan_entry::REFUSED_DETAIL)}</p>
                    {cards.collect_view()}
                </section>
            }
        })
    };
    let cards = move || {
        // What the server has just said of the saved state is not said twice.
        if !context.refused.read().is_empty() && context.typed.read().is_none() {
            return None;
        }
        language.track();
        let found = found.get();
        Some(if found.is_empty() {
            view! {
                <section class="finding done">
                    <h3>{say(words::RAIL_CLEAR)}</h3>
                    <p>{say(words::RAIL_CLEAR_DETAIL)}</p>
                </section>
            }
            .into_any()
        } else {
            let cards = by_card(found, language.get_untracked()).into_iter().filter_map(|mut card| {
                let also = card.split_off(1);
                card.pop().map(|shown| view! { <FindingCard shown also /> })
            });
            cards.collect_view().into_any()
        })
    };
    view! {
        {refused}
        <section aria-labelledby="rail-title" class="rail-findings">
            <h2 id="rail-title" class="sr">{say(words::RAIL)}</h2>
            {cards}
            <PassedRules />
        </section>
    }
    .into_any()
}
