//! The one way in for acts: load, decide, store and audit inside one write transaction.

use anju_domain::finding::Finding;

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
    /// The key of the request; a repetition with the same key is answered from the first answer.
    pub idempotency: Option<String>,
    /// The version that the caller has seen; another one refuses the act.
    pub version: Option<i64>,
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
