//! The policy paper as data: what may be renovated, who may pay, which numbers hold, who does what, which rules
//! follow. Every table equals the office's catalogue (`tests/policy`), which a test compares column by column.
//!
//! Nothing here decides but the plan of approvals, which is a table of flags: rules and acts do, by reading this. No number of the policy stands anywhere else.

pub mod approval_plan;
pub mod approvals;
pub mod clauses;
pub mod consents;
pub mod due_date;
pub mod duties;
pub mod examples;
pub mod export;
pub mod funding;
pub mod items;
pub mod office;
pub mod parameters;
pub mod rules;
pub mod stages;
pub mod units;
pub mod words;
