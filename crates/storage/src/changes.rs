//! What tells readers that a programme changed.

use uuid::Uuid;

/// A programme changed: whoever shows it fetches again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The programme.
    pub programme: Uuid,
    /// Its revision after the change; an answer of a later revision is newer.
    pub revision: i64,
}
