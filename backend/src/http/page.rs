//! How long a page of a list may be.

use super::refusal::Refusal;
use anju_domain::finding::Finding;

/// The most rows of a page.
const LONGEST: u32 = 200;

/// Refuses a page of no rows or of too many.
///
/// # Errors
/// The refusal that says so.
pub fn check(limit: Option<u32>) -> Result<(), Refusal> {
    match limit {
        Some(limit) if limit == 0 || limit > LONGEST => {
            Err(Refusal::BadQuery(vec![Finding::malformed("limit", "limit")]))
        }
        _ => Ok(()),
    }
}
