//! What a rule comes to, as a word of state.

use crate::preferences::say;
use anju_domain::{
    finding::{Finding, Severity},
    words::rules as words,
};
use leptos::prelude::*;

/// What a rule comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Passes,
    Warns,
    Stops,
}

impl Verdict {
    /// By the gravest finding.
    pub(super) fn of<'a>(found: impl IntoIterator<Item = &'a Finding>) -> Self {
        match found.into_iter().map(|finding| finding.severity).min() {
            Some(Severity::E) => Self::Stops,
            Some(Severity::W) => Self::Warns,
            None => Self::Passes,
        }
    }

    /// The verdict as a word of state.
    pub(super) fn tag(self) -> impl IntoView + use<> {
        let text = match self {
            Self::Passes => words::PASSES,
            Self::Warns => words::WARNS,
            Self::Stops => words::STOPS,
        };
        view! {
            <span class="tag" class:done=self == Self::Passes class:warn=self == Self::Warns class:stop=self == Self::Stops>
                {say(text)}
            </span>
        }
    }
}
