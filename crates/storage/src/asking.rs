//! Who acts, what makes a write safe to repeat, and what it leaves behind.

use crate::StorageError;
use anju_domain::finding::Finding;

/// The longest idempotency key.
const LONGEST_KEY: usize = 200;

/// Who acts, as the audit log names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// Name of the account.
    pub user: String,
    /// The post or unit of the account.
    pub display: String,
}

/// What makes a write safe to repeat and to refuse.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WriteKey {
    /// The key of the request, up to 200 characters; a repetition with the same key is answered from the first answer.
    pub idempotency: Option<String>,
    /// The version that the caller has seen; another one refuses the act.
    pub version: Option<i64>,
}

impl WriteKey {
    /// Refuses a key that is no short printable text.
    pub(crate) fn checked(&self) -> Result<(), StorageError> {
        let is_fit = |key: &String| key.len() <= LONGEST_KEY && key.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if self.idempotency.as_ref().is_none_or(is_fit) {
            Ok(())
        } else {
            Err(StorageError::Refused(vec![Finding::malformed("Idempotency-Key", "too_long_or_not_printable")]))
        }
    }
}

/// What an act left behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Performed {
    /// The version of the object that stands now.
    pub version: i64,
    /// What was shown and stopped nothing.
    pub warnings: Vec<Finding>,
    /// Whether this is the answer to an earlier request with the same key.
    pub replayed: bool,
}
