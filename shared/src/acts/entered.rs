//! What the acts share that save what people enter: strict request types beside the stored ones, limits that keep one
//! request from filling the disk, and the end of a decision.

use super::Decision;
use crate::{
    exact::Money,
    facts::{ProjectFacts, next_gate},
    finding::{Finding, Gate, Severity},
    model::Dossier,
    rules,
};
use chrono::NaiveDate;

/// The longest name or number, in characters.
const LONGEST_NAME: usize = 200;
/// The longest text, in characters.
const LONGEST_TEXT: usize = 4000;
/// The most rows of one list.
const MOST_ROWS: usize = 2000;
/// The largest figure that every JSON reader keeps exact: 2^53 − 1.
pub(super) const LARGEST: i64 = (1 << 53) - 1;
/// Years that a ledger can speak of: no building is older that is still lived in, no plan reaches further.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// Declares a strict request type beside a stored one, and how one becomes the other.
macro_rules! entry {
    ($(#[$meta:meta])* $name:ident of $model:ident { $($(#[$field_meta:meta])* $field:ident: $kind:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$field_meta])* pub $field: $kind,)+ }

        impl $name {
            /// The stored value with what was entered.
            #[must_use]
            pub fn onto(&self, mut model: $model) -> $model {
                $(model.$field.clone_from(&self.$field);)+
                model
            }
        }

        impl From<&$model> for $name {
            fn from(model: &$model) -> Self {
                Self { $($field: model.$field.clone(),)+ }
            }
        }
    };
}
pub(super) use entry;

/// Whether a name is longer than is kept.
pub(super) fn is_long_name(text: &str) -> bool {
    text.chars().nth(LONGEST_NAME).is_some()
}

/// Whether a text is longer than is kept.
pub(super) fn is_long_text(text: &str) -> bool {
    text.chars().nth(LONGEST_TEXT).is_some()
}

/// Whether a text that may be missing is longer than a name.
pub(super) fn is_long(text: Option<&String>) -> bool {
    text.is_some_and(|text| is_long_name(text))
}

/// Whether a text says nothing.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Whether there are more rows than one list takes.
pub(crate) fn are_too_many<T>(rows: &[T]) -> bool {
    rows.len() > MOST_ROWS
}

/// Whether an amount is beyond what every reader keeps exact.
pub(super) const fn is_too_large(amount: Money) -> bool {
    amount.fen() > LARGEST
}

/// Whether a ledger can speak of this year.
pub(super) fn is_year(year: i32) -> bool {
    YEARS.contains(&year)
}

/// The end of a decision: what saving stops of what was entered, else the changes with the warnings of the form.
/// `own` says which paths are of what was entered; what is wrong elsewhere is solved elsewhere.
pub(super) fn decided<C>(
    after: &Dossier,
    today: NaiveDate,
    own: impl Fn(&str) -> bool,
    changes: C,
) -> Result<Decision<C>, Vec<Finding>> {
    let view = ProjectFacts::of(after, today);
    let stops = stopping(&view, own);
    if !stops.is_empty() {
        return Err(stops);
    }
    let next = next_gate(view.entry.stage, view.entry.plan.is_some());
    let warnings = rules::form_findings(&view, next).into_iter().map(|shown| shown.finding).collect();
    Ok(Decision { changes, warnings })
}

/// What saving stops at these paths.
pub(super) fn stopping(view: &ProjectFacts<'_>, own: impl Fn(&str) -> bool) -> Vec<Finding> {
    let mut found = rules::check(view, Gate::G0);
    found.retain(|finding| finding.severity == Severity::E && own(&finding.path));
    found
}
