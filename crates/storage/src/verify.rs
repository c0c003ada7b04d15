//! Proves that nothing was changed outside the writer.

use serde::Serialize;
use uuid::Uuid;

/// What a check of the whole store found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct VerifyReport {
    /// How many audit entries were read.
    pub entries: u64,
    /// How many objects were compared with their last digest.
    pub objects: u64,
    /// What is not as it was written; empty when all is well.
    pub faults: Vec<Fault>,
}

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The programme, or nil for accounts.
    pub programme: Uuid,
    /// `audit_entry`, `revision`, or the kind of the object: `project_community`, `account` …
    pub kind: String,
    /// The sequence number or the identity.
    pub id: String,
    /// What is wrong, in a sentence.
    pub what: String,
}
