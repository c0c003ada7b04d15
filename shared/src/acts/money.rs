//! Receipts and payments (资金到位、资金支付): what the acts on them have in common.
//!
//! Facts are recorded: a receipt is stored whatever the rules say of it. A payment is an act (gate G3) and is refused.
//! A row that was entered wrongly is corrected or taken back with a reason, which stays with the project community.

mod check;
mod entry;
#[cfg(test)]
mod tests;

pub(super) use check::with_receipt;
pub(crate) use check::{earmarked_findings, uncovered};
pub use check::{payment_findings, receipt_findings};
pub use entry::{PaymentEntry, ReceiptEntry, malformed_payment, malformed_receipt};

use super::duty::too_long;
use crate::{
    finding::Finding,
    model::{MoneyCorrection, ProjectCommunity},
};
use chrono::NaiveDate;

/// What is wrong with the reason of a correction.
fn malformed_reason(reason: &str) -> Vec<Finding> {
    if reason.trim().is_empty() {
        return vec![Finding::malformed("reason", "correction_reason")];
    }
    too_long("reason", reason)
}

/// Notes how a row stood before it was corrected or taken back.
pub(crate) fn note_correction(entry: &mut ProjectCommunity, mut note: MoneyCorrection, reason: &str, today: NaiveDate) {
    note.on = today;
    reason.trim().clone_into(&mut note.reason);
    entry.money_corrections.push(note);
}

/// What is wrong with the reason, where one is asked for: a new row has none, a correction must.
pub(super) fn reason_of(is_correction: bool, reason: &str) -> Vec<Finding> {
    if is_correction { malformed_reason(reason) } else { too_long("reason", reason) }
}
