//! Every number, deadline, weight, cut-off and list of the policy: its value, unit, first day, clause and users.
//!
//! A programme may set its own ([`Settings`]); rules ask for the value that holds on a day through a typed [`Key`].
//! No other number of the policy stands in code. Algorithm constants (check digits of codes) are no parameters.

mod key;
mod settings;
mod table;
mod value;

pub use key::Key;
pub use settings::{Override, SettingError, Settings, names};
pub use table::*;
pub use value::{Families, Kind, List, MonthDay, ParameterValue, WindowReading, Years};

use crate::language::Text;

/// A row of the parameters: one value with the day from which it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its stable name, such as `operator_share_min`.
    pub name: &'static str,
    /// What it is, for people.
    pub title: Text,
    /// The kind of its value.
    pub kind: Kind,
    /// The value as the papers write it.
    pub value: &'static str,
    /// The unit.
    pub unit: Text,
    /// The first day, `YYYY-MM-DD`.
    pub valid_from: &'static str,
    /// The clause it comes from, or `[param]` when it is our choice; then with the decision behind it.
    pub source: Text,
    /// Which rules, charts or entities use it.
    pub used_by: Text,
}

impl Parameter {
    /// Whether the value is our choice and not the paper's.
    pub fn is_choice(&self) -> bool {
        self.source.en.starts_with("[param]")
    }

    /// The clauses that it cites.
    pub fn clauses(&self) -> impl Iterator<Item = &'static str> {
        self.source.en.split(", ").filter(|part| part.starts_with(|c: char| c.is_ascii_digit()))
    }
}

/// The rows with this name, oldest first; none for an unknown name.
pub fn parameter(name: &str) -> impl Iterator<Item = &'static Parameter> {
    PARAMETERS.iter().filter(move |row| row.name == name)
}
