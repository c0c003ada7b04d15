//! Typed names of parameters. A key carries the values of the policy, so that reading one looks nothing up.

use super::value::ParameterValue;
use chrono::NaiveDate;

/// A value of the policy with its first day.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dated<T> {
    pub(super) from: NaiveDate,
    pub(super) value: T,
}

/// The typed name of a parameter, such as [`OPERATOR_SHARE_MIN`](super::OPERATOR_SHARE_MIN).
#[derive(Debug, PartialEq, Eq)]
pub struct Key<T: 'static> {
    name: &'static str,
    /// Never empty, oldest first.
    values: &'static [Dated<T>],
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Key<T> {}

impl<T> Key<T> {
    pub(super) const fn new(name: &'static str, values: &'static [Dated<T>]) -> Self {
        assert!(!values.is_empty(), "a parameter has a value");
        Self { name, values }
    }

    /// The stable name, such as `operator_share_min`.
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

impl<T: ParameterValue> Key<T> {
    /// The policy's value on a day: the last one that has begun, and the first one on days before it.
    pub fn default_on(&self, on: NaiveDate) -> T {
        let begun = self.values.iter().rev().find(|dated| dated.from <= on);
        begun.unwrap_or(&self.values[0]).value
    }
}
