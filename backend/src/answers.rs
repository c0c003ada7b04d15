//! Answers kept as bytes: the overview, the facts and the charts cost their computing once a revision and day.
//!
//! An answer is found by programme, revision, day and address; when revision or day change, all of it is forgotten.
//! Each is kept plain and compressed, so that sending one costs no more than copying it.

use crate::http::refusal::Refusal;
use anju_domain::indicators::ProgrammeFacts;
use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    future::Future,
    io::Write as _,
    sync::{Arc, PoisonError, RwLock},
};
use uuid::Uuid;

/// The most bytes that are kept.
const MOST_BYTES: usize = 64 << 20;
/// The most answers that are kept.
const MOST_ANSWERS: usize = 1_000;
/// Below this many bytes compressing is not worth it.
const WORTH_COMPRESSING: usize = 860;

/// What an answer rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The programme.
    pub programme: Uuid,
    /// Its revision.
    pub revision: i64,
    /// The day.
    pub today: NaiveDate,
}

/// An answer, ready to send.
#[derive(Debug)]
pub struct Answer {
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    tag: HeaderValue,
}

#[derive(Debug, Default)]
struct Kept {
    standing: Standing,
    facts: Option<Arc<ProgrammeFacts>>,
    answers: HashMap<String, Arc<Answer>>,
    bytes: usize,
}

/// The answers that are kept.
#[derive(Debug, Default)]
pub struct Answers {
    kept: RwLock<Kept>,
    /// Only one is computed at a time: many who ask for the same wait for one computing.
    computing: tokio::sync::Mutex<()>,
}

impl Answers {
    /// The answer to an address, computed from the facts when it is not kept.
    ///
    /// # Errors
    /// Loading or computing fails.
    pub async fn get<Load>(
        &self,
        standing: Standing,
        address: &str,
        load: impl FnOnce() -> Load,
        compute: impl FnOnce(&ProgrammeFacts) -> Result<Vec<u8>, Refusal> + Send + 'static,
    ) -> Result<Arc<Answer>, Refusal>
    where
        Load: Future<Output = Result<ProgrammeFacts, Refusal>>,
    {
        if let Some(answer) = self.kept_answer(standing, address) {
            return Ok(answer);
        }
        let _turn = self.computing.lock().await;
        if let Some(answer) = self.kept_answer(standing, address) {
            return Ok(answer);
        }
        let facts = match self.kept_facts(standing) {
            Some(facts) => facts,
            None => Arc::new(load().await?),
        };
        // Somebody may have saved since the revision was read: the answer belongs to the revision of its facts.
        let standing = Standing { revision: facts.revision.max(standing.revision), ..standing };
        let computed_from = Arc::clone(&facts);
        let answer = tokio::task::spawn_blocking(move || compute(&computed_from).map(Answer::new))
            .await
            .map_err(|_| Refusal::Internal)??;
        let answer = Arc::new(answer);
        self.keep(standing, address, facts, &answer);
        Ok(answer)
    }

    /// The facts of a standing.
    ///
    /// # Errors
    /// Loading fails.
    pub async fn facts<Load>(
        &self,
        standing: Standing,
        load: impl FnOnce() -> Load,
    ) -> Result<Arc<ProgrammeFacts>, Refusal>
    where
        Load: Future<Output = Result<ProgrammeFacts, Refusal>>,
    {
        if let Some(facts) = self.kept_facts(standing) {
            return Ok(facts);
        }
        let _turn = self.computing.lock().await;
        if let Some(facts) = self.kept_facts(standing) {
            return Ok(facts);
        }
        let facts = Arc::new(load().await?);
        let standing = Standing { revision: facts.revision.max(standing.revision), ..standing };
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if kept.standing != standing {
            *kept = Kept { standing, ..Kept::default() };
        }
        kept.facts = Some(Arc::clone(&facts));
        Ok(facts)
    }

    fn kept_answer(&self, standing: Standing, address: &str) -> Option<Arc<Answer>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        (kept.standing == standing).then(|| kept.answers.get(address).cloned()).flatten()
    }

    fn kept_facts(&self, standing: Standing) -> Option<Arc<ProgrammeFacts>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        (kept.standing == standing).then(|| kept.facts.clone()).flatten()
    }

    fn keep(&self, standing: Standing, address: &str, facts: Arc<ProgrammeFacts>, answer: &Arc<Answer>) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if kept.standing != standing {
            *kept = Kept { standing, facts: Some(facts), ..Kept::default() };
        } else if kept.bytes + answer.bytes() > MOST_BYTES || kept.answers.len() >= MOST_ANSWERS {
            kept.answers.clear();
            kept.bytes = 0;
        }
        if answer.bytes() <= MOST_BYTES {
            kept.bytes += answer.bytes();
            kept.answers.insert(address.to_owned(), Arc::clone(answer));
        }
    }
}

impl Answer {
    /// An answer of JSON, compressed when that is worth it.
    pub(crate) fn new(plain: Vec<u8>) -> Self {
        let digest = Sha256::digest(&plain);
        let tag: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        let worth = plain.len() >= WORTH_COMPRESSING;
        Self {
            brotli: worth.then(|| brotli(&plain)).flatten(),
            gzip: worth.then(|| gzip(&plain)).flatten(),
            // Weak: the compressed forms carry the same tag.
            tag: HeaderValue::try_from(format!("W/\"{tag}\"")).unwrap_or(HeaderValue::from_static("W/\"0\"")),
            plain: Bytes::from(plain),
        }
    }

    fn bytes(&self) -> usize {
        let compressed = [&self.brotli, &self.gzip];
        self.plain.len() + compressed.into_iter().flatten().map(Bytes::len).sum::<usize>()
    }

    /// The answer in a form that the browser takes, or "not modified" when it has it already.
    pub fn send(&self, headers: &HeaderMap) -> Response {
        let mut response = Response::new(Body::empty());
        let out = response.headers_mut();
        out.insert(header::ETAG, self.tag.clone());
        out.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        out.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
        let tag = self.tag.to_str().unwrap_or_default();
        if known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag)) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        out.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        let (encoding, bytes) = choose(headers, &self.plain, self.brotli.as_ref(), self.gzip.as_ref());
        if let Some(encoding) = encoding {
            out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        *response.body_mut() = Body::from(bytes);
        response
    }
}

/// The form that a browser takes: brotli, else gzip, else plain.
pub fn choose(
    headers: &HeaderMap,
    plain: &Bytes,
    brotli: Option<&Bytes>,
    gzip: Option<&Bytes>,
) -> (Option<&'static str>, Bytes) {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    for (encoding, bytes) in [("br", brotli), ("gzip", gzip)] {
        if let Some(bytes) = bytes
            && accepts(accepted, encoding)
        {
            return (Some(encoding), bytes.clone());
        }
    }
    (None, plain.clone())
}

fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|entry| {
        let mut parts = entry.split(';').map(str::trim);
        parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding))
            && !parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn brotli(plain: &[u8]) -> Option<Bytes> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 5, ..Default::default() };
    brotli::BrotliCompress(&mut &*plain, &mut out, &parameters).ok()?;
    Some(Bytes::from(out))
}

fn gzip(plain: &[u8]) -> Option<Bytes> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    encoder.write_all(plain).ok()?;
    Some(Bytes::from(encoder.finish().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(accept: &str) -> Response {
        let answer = Answer::new(vec![b'x'; 5_000]);
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, accept.parse().unwrap());
        answer.send(&headers)
    }

    #[test]
    fn the_browser_chooses_the_form() {
        for (accept, encoding) in [
            ("gzip, deflate, br, zstd", Some("br")),
            ("gzip", Some("gzip")),
            ("br;q=0, gzip;q=0.5", Some("gzip")),
            ("identity", None),
            ("", None),
        ] {
            let response = sent(accept);
            let got = response.headers().get(header::CONTENT_ENCODING).map(|value| value.to_str().unwrap());
            assert_eq!(got, encoding, "{accept}");
        }
    }

    #[test]
    fn what_the_browser_has_is_not_sent_again() {
        let answer = Answer::new(b"{}".to_vec());
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_NONE_MATCH, answer.tag.clone());
        assert_eq!(answer.send(&headers).status(), StatusCode::NOT_MODIFIED);
        headers.insert(header::IF_NONE_MATCH, "W/\"other\"".parse().unwrap());
        assert_eq!(answer.send(&headers).status(), StatusCode::OK);
    }
}
