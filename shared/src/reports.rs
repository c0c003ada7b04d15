//! Monthly reports 「月报」 (clause 5.4c): which ones a project community has, how each stands, what its figures follow from,
//! and what the rules say of one while it is written. The form in the browser and the acts on the server read the same.

mod expected;
mod facts;
mod judge;

pub use expected::{ExpectedReport, Filed, ReportStanding, expected};
pub use facts::{ReportFacts, report_id};
pub use judge::{ReportEntry, findings, month_findings, unknown_photos};
pub(crate) use judge::{judged_figures, recorded_findings, stops};
