//! Whose turn it is to be computed: charts in sight at once, the others one a frame, so that a filter shows its effect at once.

use crate::{browser, facts::Facts, preferences::language};
use anju_domain::{
    chart::Chart,
    indicators::{Filter, Indicator, ProgrammeFacts},
    language::Language,
};
use leptos::{html, prelude::*};
use std::{collections::BTreeMap, sync::Arc};

/// Before anything stands on the page these are in sight.
const FIRST: usize = 4;
/// So many pixels above and below count as in sight: a little scrolling shows nothing old.
const NEAR: f64 = 200.0;

type Waiting = BTreeMap<usize, Box<dyn Fn()>>;

/// The charts that wait for their turn, in their order on the page.
#[derive(Clone, Copy)]
pub(crate) struct Turns(StoredValue<Waiting, LocalStorage>);

impl Turns {
    pub(crate) fn new() -> Self {
        Self(StoredValue::new_local(Waiting::new()))
    }

    /// Computes the chart now when it is in sight, else when its turn comes; what waited before is replaced.
    fn take(self, place: usize, panel: NodeRef<html::Div>, compute: impl Fn() + 'static) {
        if is_in_sight(panel).unwrap_or(place < FIRST) {
            self.0.update_value(|waiting| drop(waiting.remove(&place)));
            compute();
            return;
        }
        let first = self.0.try_update_value(|waiting| {
            let first = waiting.is_empty();
            waiting.insert(place, Box::new(compute));
            first
        });
        if first == Some(true) {
            self.go_on();
        }
    }

    /// The next one in the next frame, until none waits or the page is left.
    fn go_on(self) {
        request_animation_frame(move || {
            let next = self.0.try_update_value(|waiting| (waiting.pop_first(), waiting.is_empty()));
            let Some((Some((_, compute)), is_last)) = next else { return };
            compute();
            if !is_last {
                self.go_on();
            }
        });
    }
}

/// What a chart was computed from last: where that is the same, so is the chart.
type Source = (Arc<ProgrammeFacts>, Filter, Language);

/// A chart of the facts, computed anew when its turn comes; it is told only when it differs from the one before.
pub(crate) fn in_turn(
    indicator: &'static Indicator,
    filter: Signal<Filter>,
    (turns, place): (Turns, usize),
    panel: NodeRef<html::Div>,
) -> RwSignal<Option<Arc<Chart>>> {
    let language = language();
    let facts = expect_context::<Facts>().remote;
    let chart = RwSignal::new(None::<Arc<Chart>>);
    let source = StoredValue::new(None::<Source>);
    let compute = move || {
        let Some(facts) = facts.get_untracked() else { return };
        let now: Source = (facts, filter.get_untracked(), language.get_untracked());
        let same = source.with_value(|before| {
            before.as_ref().is_some_and(|(facts, filter, language)| {
                Arc::ptr_eq(facts, &now.0) && *filter == now.1 && *language == now.2
            })
        });
        if same {
            return;
        }
        let made = (indicator.compute)(&now.0, &now.1, now.2);
        source.set_value(Some(now));
        if chart.with_untracked(|before| before.as_deref() != Some(&made)) {
            chart.set(Some(Arc::new(made)));
        }
    };
    Effect::new(move || {
        facts.get();
        filter.track();
        language.track();
        turns.take(place, panel, compute);
    });
    chart
}

/// Whether the panel is in the window or near it; none while there is no panel of a size.
fn is_in_sight(panel: NodeRef<html::Div>) -> Option<bool> {
    let place = panel.get_untracked()?.get_bounding_client_rect();
    let height = browser::window()?.inner_height().ok()?.as_f64()?;
    (place.height() > 1.0).then(|| place.top() < height + NEAR && place.bottom() > -NEAR)
}
