//! Reading a JSON body or a query strictly: what is wrong is told at its place, as a finding.

use super::{objects::Objects, refusal::Refusal};
use anju_domain::finding::Finding;
use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request},
    http::{header::CONTENT_TYPE, request::Parts},
};
use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;

/// The most bytes of a JSON body.
pub const LARGEST_BODY: usize = 1 << 20;

/// A JSON body.
#[derive(Clone, Copy, Debug)]
pub struct Json<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let essence = kind.split(';').next().unwrap_or_default().trim();
        if !essence.eq_ignore_ascii_case("application/json") {
            return Err(Refusal::WrongContentType);
        }
        let bytes =
            Bytes::from_request(request, state).await.map_err(|rejection| match rejection.status().as_u16() {
                413 => Refusal::TooLarge,
                _ => Refusal::Unreadable(vec![Finding::malformed("", "not_json")]),
            })?;
        from_slice(&bytes).map(Self)
    }
}

/// Reads a JSON value, structures from objects alone; what is wrong is told at its place.
///
/// # Errors
/// The refusal that says so.
pub fn from_slice<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(Objects(&mut reader)).map_err(|error| {
        let path = path(error.path());
        let error = error.into_inner();
        match error.classify() {
            serde_json::error::Category::Data => {
                Refusal::Malformed(vec![Finding::malformed(path, why(&error.to_string()))])
            }
            _ => Refusal::Unreadable(vec![Finding::malformed(path, "not_json")]),
        }
    })?;
    reader.end().map_err(|_| Refusal::Unreadable(vec![Finding::malformed("", "not_json")]))?;
    Ok(value)
}

/// The query of an address.
#[derive(Clone, Copy, Debug)]
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        from_query(parts.uri.query().unwrap_or_default()).map(Self)
    }
}

/// Reads a query; what is wrong is told at its place.
///
/// # Errors
/// The refusal that says so.
pub fn from_query<T: DeserializeOwned>(query: &str) -> Result<T, Refusal> {
    let reader = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
    serde_path_to_error::deserialize(reader).map_err(|error| {
        let path = path(error.path());
        Refusal::BadQuery(vec![Finding::malformed(path, why(&error.inner().to_string()))])
    })
}

/// A place in the form of the findings: segments by `/`.
pub fn path(path: &serde_path_to_error::Path) -> String {
    let segments = path.iter().filter_map(|segment| match segment {
        Segment::Seq { index } => Some(index.to_string()),
        Segment::Map { key } => Some(key.clone()),
        Segment::Enum { variant } => Some(variant.clone()),
        Segment::Unknown => None,
    });
    segments.collect::<Vec<_>>().join("/")
}

/// Why a value cannot be read, from serde's message; its text is never sent, because it may repeat what was typed.
pub fn why(message: &str) -> &'static str {
    const KINDS: [(&str, &str); 4] = [
        ("unknown field", "unknown_field"),
        ("missing field", "missing_field"),
        ("duplicate field", "repeated_field"),
        ("invalid type", "wrong_type"),
    ];
    KINDS.iter().find(|(start, _)| message.starts_with(start)).map_or("bad_value", |(_, why)| why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_domain::{acts::FundingEntry, api::CommunityQuery};

    fn refusal_of(text: &str) -> Refusal {
        from_slice::<FundingEntry>(text.as_bytes()).unwrap_err()
    }

    #[test]
    fn a_body_is_refused_at_its_place() {
        let entry = |fields: &str| {
            format!(
                r#"{{"commitments":[{{"id":"01890000-0000-7000-8000-000000000001","line":"L1","funding":"F13","status":"落实",{fields}}}]}}"#
            )
        };
        for (text, path, why) in [
            (entry(r#""amount":1,"colour":2"#), "commitments/0/colour", "unknown_field"),
            (entry(r#""amount":9223372036854775808"#), "commitments/0/amount", "bad_value"),
            (entry(r#""amount":"1""#), "commitments/0/amount", "wrong_type"),
            (entry(r#""amount":1.5"#), "commitments/0/amount", "wrong_type"),
            (entry(r#""amount":1,"amount":2"#), "commitments/0", "repeated_field"),
            (entry(r#""provider":"x""#), "commitments/0", "missing_field"),
            (r#"{"commitments":[],"more":1}"#.to_owned(), "more", "unknown_field"),
            ("{}".to_owned(), "", "missing_field"),
            (r#"{"commitments":[],"commitments":[]}"#.to_owned(), "", "repeated_field"),
            // A list is not taken for the fields in their order, at no depth.
            ("[[]]".to_owned(), "", "wrong_type"),
            (r#"{"commitments":[["01890000-0000-7000-8000-000000000001","L1","F13",null,null,"",null,[],1,false,null,null,"落实"]]}"#.to_owned(), "commitments/0", "wrong_type"),
        ] {
            assert_eq!(refusal_of(&text), Refusal::Malformed(vec![Finding::malformed(path, why)]), "{text}");
        }
    }

    #[test]
    fn what_is_no_json_is_refused_as_a_whole() {
        for text in ["", "{", "{\"commitments\":[]} x", "\u{0}"] {
            assert!(matches!(refusal_of(text), Refusal::Unreadable(_)), "{text:?}");
        }
        let deep = "[".repeat(10_000);
        assert!(matches!(from_slice::<serde_json::Value>(deep.as_bytes()), Err(Refusal::Unreadable(_))));
    }

    #[test]
    fn a_query_is_refused_at_its_place() {
        let good: CommunityQuery = from_query("year=2024&search=%E6%A0%B7%E4%BE%8B").unwrap();
        assert_eq!((good.year, good.search.as_deref()), (Some(2024), Some("样例")));
        for (query, path, why) in [
            ("year=x", "year", "bad_value"),
            ("colour=1", "colour", "unknown_field"),
            ("stage=%E6%97%A0", "stage", "bad_value"),
        ] {
            let refusal = from_query::<CommunityQuery>(query).unwrap_err();
            assert_eq!(refusal, Refusal::BadQuery(vec![Finding::malformed(path, why)]), "{query}");
        }
    }
}
