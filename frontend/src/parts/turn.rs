//! Whose turn it is to be computed: what is in sight at once, the rest piece by piece, one a frame, so that a filter shows its
//! effect at once.

use crate::{facts::Facts, preferences::language};
use anju_domain::{
    chart::Chart,
    indicators::{Filter, Indicator, ProgrammeFacts},
    language::Language,
};
use leptos::{html, prelude::*};
use std::{collections::BTreeMap, rc::Rc, sync::Arc};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, js_sys};

/// Before anything stands on the page these are in sight.
const FIRST: usize = 4;
/// So much above and below counts as in sight: a little scrolling shows nothing old.
const NEAR: &str = "200px 0px";

type Compute = Rc<dyn Fn()>;
type Waiting = BTreeMap<usize, Compute>;

/// The pieces that wait for their turn, in their order on the page.
#[derive(Clone, Copy)]
pub(crate) struct Turns(StoredValue<Waiting, LocalStorage>);

impl Turns {
    pub(crate) fn new() -> Self {
        Self(StoredValue::new_local(Waiting::new()))
    }

    /// Computes the piece now when it is in sight, else when its turn comes; what waited before is replaced.
    fn take(self, place: usize, is_in_sight: bool, compute: &Compute) {
        if is_in_sight {
            self.0.update_value(|waiting| drop(waiting.remove(&place)));
            compute();
            return;
        }
        let first = self.0.try_update_value(|waiting| {
            let first = waiting.is_empty();
            waiting.insert(place, Rc::clone(compute));
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

/// A piece of a page that is computed from the facts; none until its turn has come for the first time.
pub(crate) type Piece<T> = RwSignal<Option<Arc<T>>>;

/// What a piece was computed from last: where that is the same, so is the piece.
type Source = (Arc<ProgrammeFacts>, Filter, Language);

/// A piece of the facts, computed anew when its turn comes; whoever follows it is told only when it differs from the one before.
pub(crate) fn in_turn<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn(&ProgrammeFacts, &Filter, Language) -> T + 'static,
    filter: Signal<Filter>,
    turn: (Turns, usize),
    panel: NodeRef<html::Div>,
) -> Piece<T> {
    let piece = RwSignal::new(None::<Arc<T>>);
    let take = move |(facts, filter, language): &Source| {
        let made = compute(facts, filter, *language);
        if piece.with_untracked(|before| before.as_deref() != Some(&made)) {
            piece.set(Some(Arc::new(made)));
        }
    };
    on_turn(filter, turn, panel, Box::new(take));
    piece
}

/// A chart as such a piece. What it does not heed of the filter calls for no turn.
pub(crate) fn chart_in_turn(
    indicator: &'static Indicator,
    filter: Signal<Filter>,
    turn: (Turns, usize),
    panel: NodeRef<html::Div>,
) -> Piece<Chart> {
    let heeded = Memo::new(move |_| indicator.heeded(&filter.read()));
    in_turn(|facts, filter, language| indicator.chart(facts, filter, language), heeded.into(), turn, panel)
}

/// Calls it with every new source when its turn comes.
fn on_turn(
    filter: Signal<Filter>,
    (turns, place): (Turns, usize),
    panel: NodeRef<html::Div>,
    take: Box<dyn Fn(&Source)>,
) {
    let language = language();
    let facts = expect_context::<Facts>().remote;
    let source = StoredValue::new(None::<Source>);
    let compute: Compute = Rc::new(move || {
        let Some(facts) = facts.get_untracked() else { return };
        let now: Source = (facts, filter.get_untracked(), language.get_untracked());
        let same = source.with_value(|before| {
            before.as_ref().is_some_and(|(facts, filter, language)| {
                Arc::ptr_eq(facts, &now.0) && *filter == now.1 && *language == now.2
            })
        });
        if !same {
            take(&now);
            source.set_value(Some(now));
        }
    });
    let sight = follow_sight(panel);
    Effect::new(move || {
        facts.get();
        filter.track();
        language.track();
        turns.take(place, sight.get_value().unwrap_or(place < FIRST), &compute);
    });
}

/// What shows a piece, from when it is here.
pub(crate) fn once_here<T: Send + Sync + 'static, V: IntoView + 'static>(
    piece: Piece<T>,
    show: impl Fn(Signal<Arc<T>>) -> V + Send + 'static,
) -> impl IntoView {
    let is_here = Memo::new(move |_| piece.read().is_some());
    move || {
        let first = is_here.get().then(|| piece.get_untracked()).flatten()?;
        Some(show(Signal::derive(move || piece.get().unwrap_or_else(|| Arc::clone(&first)))))
    }
}

type Sight = (IntersectionObserver, Closure<dyn Fn(js_sys::Array)>);

/// Whether the panel is in the window or near it; none while the browser has not told. It tells by itself with every frame: asked
/// in the middle of a redraw it would first have to lay out what was drawn so far.
fn follow_sight(panel: NodeRef<html::Div>) -> StoredValue<Option<bool>> {
    let sight = StoredValue::new(None);
    let observer = StoredValue::new_local(None::<Sight>);
    Effect::new(move || {
        let Some(panel) = panel.get() else { return };
        let told = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if let Ok(entry) = entries.pop().dyn_into::<IntersectionObserverEntry>() {
                sight.try_update_value(|sight| *sight = Some(entry.is_intersecting()));
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(NEAR);
        if let Ok(made) = IntersectionObserver::new_with_options(told.as_ref().unchecked_ref(), &options) {
            made.observe(&panel);
            observer.set_value(Some((made, told)));
        }
    });
    on_cleanup(move || {
        if let Some((observer, _)) = observer.try_update_value(Option::take).flatten() {
            observer.disconnect();
        }
    });
    sight
}
