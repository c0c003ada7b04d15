//! What lists show, one file a list: the words of a row and the table of all. A page and the file that is exported from it
//! read them both, so that they can't differ.

pub mod about;
pub mod audit;
pub mod changes;
pub mod communities;
pub mod duties;
pub mod duty_standing;
pub mod listed;
pub mod missing;
pub mod money;
pub mod plans;
pub mod reports;
pub mod search;

/// The most rows of an exported table.
pub const MOST_ROWS: usize = 50_000;
