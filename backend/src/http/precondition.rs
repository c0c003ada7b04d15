//! What a write says besides its body: the version that was seen and the key of the act.

use super::refusal::Refusal;
use anju_storage::WriteKey;
use axum::{
    extract::FromRequestParts,
    http::{
        HeaderName, HeaderValue,
        header::{ETAG, IF_MATCH},
        request::Parts,
    },
};

/// The header that names an act, so that a repetition is answered once.
pub const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// The longest key.
const LONGEST_KEY: usize = 100;

/// What a request must say besides its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Nothing.
    Nothing,
    /// `Idempotency-Key`: it makes something new.
    Key,
    /// `If-Match` too: it changes what somebody has seen.
    VersionAndKey,
}

/// Version and key of a write; both are required.
#[derive(Clone, Debug)]
pub struct Precondition(pub WriteKey);

impl<S: Send + Sync> FromRequestParts<S> for Precondition {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let key = key(parts)?;
        let version = text(parts, &IF_MATCH).and_then(version).ok_or(Refusal::VersionRequired)?;
        Ok(Self(WriteKey { idempotency: Some(key), version: Some(version) }))
    }
}

/// The key of a write that makes something new: no version of it can have been seen.
#[derive(Clone, Debug)]
pub struct Key(pub WriteKey);

impl<S: Send + Sync> FromRequestParts<S> for Key {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(WriteKey { idempotency: Some(key(parts)?), version: None }))
    }
}

fn key(parts: &Parts) -> Result<String, Refusal> {
    text(parts, &IDEMPOTENCY_KEY)
        .filter(|key| !key.is_empty() && key.len() <= LONGEST_KEY && key.bytes().all(|byte| byte.is_ascii_graphic()))
        .map(str::to_owned)
        .ok_or(Refusal::KeyRequired)
}

fn text<'a>(parts: &'a Parts, name: &HeaderName) -> Option<&'a str> {
    parts.headers.get(name)?.to_str().ok()
}

/// Reads `"3"` or `3`.
fn version(text: &str) -> Option<i64> {
    let text = text.trim();
    let text = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
    text.parse().ok().filter(|version| *version >= 0)
}

/// The tag of a version.
pub fn tag(version: i64) -> (HeaderName, HeaderValue) {
    let value = HeaderValue::try_from(format!("\"{version}\"")).unwrap_or(HeaderValue::from_static("\"0\""));
    (ETAG, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_with_and_without_quotes() {
        for (text, read) in [
            ("3", Some(3)),
            ("\"3\"", Some(3)),
            (" \"12\" ", Some(12)),
            ("*", None),
            ("-1", None),
            ("W/\"3\"", None),
            ("9223372036854775808", None),
            ("", None),
        ] {
            assert_eq!(version(text), read, "{text}");
        }
    }
}
