//! Whatever went wrong, in one type, and the one place where it becomes `application/problem+json`.
//!
//! Handlers return a [`Refusal`]; it travels in the answer's extensions to the rim, which knows the language and words
//! it. Domain findings stay as they are; storage errors map here; nothing of the inside leaks.

use super::refusal_words;
use crate::import::NotTaken;
use anju_domain::{api::Problem, finding::Finding, language::Language};
use anju_storage::StorageError;
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// Why a request was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The body is not what the endpoint takes; nothing can be read of it.
    Unreadable(Vec<Finding>),
    /// The body can be read, but a value in it cannot be.
    Malformed(Vec<Finding>),
    /// The query of the address.
    BadQuery(Vec<Finding>),
    /// A body that is not JSON.
    WrongContentType,
    /// A write without `Idempotency-Key`, or with one that is none.
    KeyRequired,
    /// A write without `If-Match`.
    VersionRequired,
    /// Nobody is signed in.
    Unauthenticated,
    /// Signing in failed: the account or the password.
    WrongPassword,
    /// The current password, when changing it.
    CurrentPassword,
    /// Too many attempts to sign in; again after these seconds.
    TooManyAttempts(u64),
    /// The role may not.
    Forbidden,
    /// There is no such thing, or it lies outside one's scope.
    NotFound,
    /// The address exists, but not with this method.
    MethodNotAllowed,
    /// Another version stands.
    StaleVersion(i64),
    /// What an import was checked against has changed since.
    StaleImport(i64),
    /// The domain refuses the act.
    Refused(Vec<Finding>),
    /// More bytes than the endpoint takes.
    TooLarge,
    /// An export has so many rows, more than a file takes.
    TooManyRows(i64),
    /// The machine has no font with the signs of a picture.
    NoFont,
    /// A file has more bytes than are taken.
    FileTooLarge,
    /// A file with tables that is not read at all.
    NotTaken(NotTaken),
    /// The request comes from another site.
    CrossSite,
    /// The request names a host that this server is not.
    WrongHost,
    /// The idempotency key was used for something else.
    RepeatedKey,
    /// It would work later: busy, locked, stopping.
    Unavailable,
    /// Whether it was stored is unknown; the same request with the same key finds out.
    OutcomeUnknown,
    /// Something failed that should not.
    Internal,
}

impl Refusal {
    /// The status of the answer.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Unreadable(_) | Self::BadQuery(_) | Self::KeyRequired => StatusCode::BAD_REQUEST,
            Self::Malformed(_)
            | Self::Refused(_)
            | Self::CurrentPassword
            | Self::TooManyRows(_)
            | Self::NotTaken(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::WrongContentType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::VersionRequired => StatusCode::PRECONDITION_REQUIRED,
            Self::Unauthenticated | Self::WrongPassword => StatusCode::UNAUTHORIZED,
            Self::TooManyAttempts(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Forbidden | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::StaleVersion(_) | Self::StaleImport(_) | Self::RepeatedKey => StatusCode::CONFLICT,
            Self::TooLarge | Self::FileTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NoFont => StatusCode::NOT_IMPLEMENTED,
            Self::WrongHost => StatusCode::MISDIRECTED_REQUEST,
            Self::Unavailable | Self::OutcomeUnknown => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The stable code of the answer.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_)
            | Self::Malformed(_)
            | Self::BadQuery(_)
            | Self::WrongContentType
            | Self::KeyRequired
            | Self::VersionRequired => "malformed",
            Self::Unauthenticated => "unauthenticated",
            Self::WrongPassword | Self::CurrentPassword => "wrong_password",
            Self::TooManyAttempts(_) => "too_many_attempts",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::StaleVersion(_) => "stale_version",
            Self::StaleImport(_) => "stale_import",
            Self::Refused(_) => "refused",
            Self::TooManyRows(_) => "too_many_rows",
            Self::NotTaken(why) => why.code(),
            Self::TooLarge | Self::FileTooLarge => "too_large",
            Self::CrossSite | Self::WrongHost => "cross_site",
            Self::NoFont => "no_font",
            Self::RepeatedKey => "repeated_key",
            Self::Unavailable => "unavailable",
            Self::OutcomeUnknown => "outcome_unknown",
            Self::Internal => "internal",
        }
    }

    /// What stops the request.
    pub fn findings(&self) -> &[Finding] {
        match self {
            Self::Unreadable(found) | Self::Malformed(found) | Self::BadQuery(found) | Self::Refused(found) => found,
            _ => &[],
        }
    }

    /// The problem document in a language.
    pub fn problem(&self, language: Language) -> Problem {
        let (title, detail) = refusal_words::of(self, language);
        Problem {
            code: self.code().to_owned(),
            status: self.status().as_u16(),
            title,
            detail,
            findings: self.findings().to_vec(),
            version: match self {
                Self::StaleVersion(current) | Self::StaleImport(current) => Some(*current),
                _ => None,
            },
        }
    }

    /// The whole answer in a language; the headers that the first answer carried (such as `Allow`) are kept.
    pub fn worded(&self, language: Language, mut answer: Response) -> Response {
        let body = serde_json::to_vec(&self.problem(language)).unwrap_or_default();
        let headers = answer.headers_mut();
        headers.remove(header::CONTENT_LENGTH);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        let tag = if language == Language::Zh { "zh-CN" } else { "en" };
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(tag));
        if let Self::TooManyAttempts(seconds) = self {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
        }
        if matches!(self, Self::Unavailable | Self::OutcomeUnknown) {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(2));
        }
        *answer.body_mut() = Body::from(body);
        answer
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut answer = Response::new(Body::empty());
        *answer.status_mut() = self.status();
        answer.extensions_mut().insert(self);
        answer
    }
}

impl From<StorageError> for Refusal {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::NotFound => Self::NotFound,
            StorageError::StaleVersion { current } => Self::StaleVersion(current),
            StorageError::Refused(findings) => Self::Refused(findings),
            StorageError::RepeatedKey => Self::RepeatedKey,
            StorageError::Locked | StorageError::Unavailable(_) => {
                tracing::warn!(%error, "the storage cannot serve now");
                Self::Unavailable
            }
            StorageError::OutcomeUnknown(_) => {
                tracing::error!(%error, "the storage failed");
                Self::OutcomeUnknown
            }
            other => {
                tracing::error!(error = %other, "the storage failed");
                Self::Internal
            }
        }
    }
}
