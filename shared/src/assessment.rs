//! Assessment (考核, clause 6.4a): the scores of a unit and of a year as exact fractions, and when an interview or a criticism
//! is suggested. The source gives no formula: all weights and marks are settings, proposals that the office drafts and a
//! leader signs. People decide; nothing here does.

mod score;
mod suggestions;
mod unit;
mod year;

pub use score::{Grade, Part, Score};
pub use suggestions::{CommunityRecord, CriticismReason, InterviewReason, UnitRecord, criticism, interview};
pub use unit::{UnitFigures, unit_score};
pub use year::{YearFigures, year_score};
