//! What the acts on a programme have in common: what they rest on, what an office says of its programme, and how the terms
//! become parameters that hold from a day on.

mod terms;

pub use terms::{OwnValue, ProgrammeTerms, Targets, Window};
pub(super) use terms::{apply_terms, checked_terms, set};

use crate::{finding::Finding, model::Programme};

/// The longest name, in characters.
const LONGEST_NAME: usize = 100;
/// The longest reason or name of a paper, in characters.
const LONGEST_REASON: usize = 500;

/// What an act on a programme rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgrammeStanding {
    /// The programme as it stands.
    pub programme: Programme,
    /// The post of who acts.
    pub by: String,
}

/// A name: something, not too long, on one line.
pub(super) fn check_name(path: &str, name: &str, found: &mut Vec<Finding>) {
    if name.trim().is_empty() {
        found.push(Finding::malformed(path, "missing_field"));
    }
    check_text(path, name, LONGEST_NAME, found);
}

/// A reason or the name of a paper; it may be empty.
pub(super) fn check_reason(path: &str, reason: &str, found: &mut Vec<Finding>) {
    check_text(path, reason, LONGEST_REASON, found);
}

fn check_text(path: &str, text: &str, longest: usize, found: &mut Vec<Finding>) {
    if text.chars().count() > longest {
        found.push(Finding::malformed(path, "longer_than_asked"));
    } else if text.chars().any(char::is_control) {
        found.push(Finding::malformed(path, "bad_value"));
    }
}
