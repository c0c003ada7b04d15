//! Files that show that something was done. The content itself comes and goes as bytes beside these contracts.

use super::endpoint;
use crate::model::Evidence;
use serde::{Deserialize, Serialize};

endpoint!(
    /// Brings a file: the body is its content. Repeating the same content under the same identity changes nothing.
    PutEvidence, Put, "/api/v1/evidence/{id}", EvidenceQuery, () => Evidence
);

/// Where the content of a file is: as an attachment, never shown in the page of the application.
pub const EVIDENCE_CONTENT: &str = "/api/v1/evidence/{id}";
/// Where the small preview of a picture is.
pub const EVIDENCE_PREVIEW: &str = "/api/v1/evidence/{id}/preview";

/// What people call the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct EvidenceQuery {
    /// Its name; a path in it is left out.
    pub name: String,
}
