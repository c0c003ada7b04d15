//! Every number, deadline, weight, cut-off and list of the policy: its value, unit, first day, clause and users.
//!
//! A programme may set its own ([`Settings`]); rules ask for the value that holds on a day through a typed [`Key`].
//! No other number of the policy stands in code. Algorithm constants (check digits of codes) are no parameters.
//!
//! ```
//! use anju_domain::policy::parameters::{OPERATOR_SHARE_MIN, Override, Settings};
//! use chrono::NaiveDate;
//!
//! let mut settings = Settings::default();
//! let day = NaiveDate::from_ymd_opt(2022, 10, 8).expect("a date");
//! assert_eq!(settings.get(OPERATOR_SHARE_MIN, day), 30);
//!
//! let entry = Override {
//!     name: "operator_share_min".to_owned(),
//!     valid_from: NaiveDate::from_ymd_opt(2023, 1, 1).expect("a date"),
//!     value: "35".to_owned(),
//!     basis: "县政府常务会议纪要〔2022〕12号".to_owned(),
//! };
//! settings.set(entry).expect("a number with its paper");
//! assert_eq!(settings.get(OPERATOR_SHARE_MIN, day), 30);
//! assert_eq!(settings.get(OPERATOR_SHARE_MIN, NaiveDate::from_ymd_opt(2023, 1, 1).expect("a date")), 35);
//! assert!(settings.window_cutoff(2026).is_none(), "the programme ends in 2025");
//! ```

mod key;
mod limits;
mod settings;
mod shown;
mod table;
mod value;

pub use key::Key;
pub use limits::{Contradiction, contradictions, contradictions_of, number_limits};
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
