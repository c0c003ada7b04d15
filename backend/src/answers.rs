//! Answers kept as bytes: the overview, the facts and the charts cost their computing once a revision and day.
//!
//! An answer is found by programme, revision, day and address; when revision or day change, all of it is forgotten.
//! Each is kept plain and in the compressed forms that were asked for, so that sending one costs no more than copying it.

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
    sync::{Arc, OnceLock, PoisonError, RwLock},
};
use uuid::Uuid;

/// The most bytes that are kept.
const MOST_BYTES: usize = 64 << 20;
/// The most answers that are kept.
const MOST_ANSWERS: usize = 1_000;
/// Below this many bytes compressing is not worth it.
const WORTH_COMPRESSING: usize = 860;
/// Above this many bytes somebody would wait for the last percents of compressing.
const LARGE: usize = 1 << 20;

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
    /// Made when a browser first asks for it; none when it is not worth it.
    brotli: OnceLock<Option<Bytes>>,
    gzip: OnceLock<Option<Bytes>>,
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
        Load: Future<Output = Result<Arc<ProgrammeFacts>, Refusal>>,
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
            None => {
                self.forget_unless(standing);
                load().await?
            }
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
        Load: Future<Output = Result<Arc<ProgrammeFacts>, Refusal>>,
    {
        if let Some(facts) = self.kept_facts(standing) {
            return Ok(facts);
        }
        let _turn = self.computing.lock().await;
        if let Some(facts) = self.kept_facts(standing) {
            return Ok(facts);
        }
        self.forget_unless(standing);
        let facts = load().await?;
        let standing = Standing { revision: facts.revision.max(standing.revision), ..standing };
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if kept.standing != standing {
            *kept = Kept { standing, ..Kept::default() };
        }
        kept.facts = Some(Arc::clone(&facts));
        Ok(facts)
    }

    /// Lets go of what rests on anything else, before the new is loaded: facts that nobody holds are changed in place.
    fn forget_unless(&self, standing: Standing) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if kept.standing != standing {
            *kept = Kept::default();
        }
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
    /// An answer of JSON.
    pub(crate) fn new(plain: Vec<u8>) -> Self {
        let digest = Sha256::digest(&plain);
        let tag: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Self {
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
            // Weak: the compressed forms carry the same tag.
            tag: HeaderValue::try_from(format!("W/\"{tag}\"")).unwrap_or(HeaderValue::from_static("W/\"0\"")),
            plain: Bytes::from(plain),
        }
    }

    /// How much room it takes, or will take once it is compressed.
    fn bytes(&self) -> usize {
        self.plain.len() + self.plain.len() / 2
    }

    /// The answer in a form that the browser takes, or "not modified" when it has it already.
    pub async fn send(self: Arc<Self>, headers: &HeaderMap) -> Response {
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
        let (encoding, bytes) = self.form(accepted(headers)).await;
        if let Some(encoding) = encoding {
            out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        *response.body_mut() = Body::from(bytes);
        response
    }

    /// The form of an encoding, made when it is not there yet.
    async fn form(self: Arc<Self>, encoding: Option<Encoding>) -> (Option<&'static str>, Bytes) {
        let Some(encoding) = encoding.filter(|_| self.plain.len() >= WORTH_COMPRESSING) else {
            return (None, self.plain.clone());
        };
        let (kept, name) = match encoding {
            Encoding::Brotli => (&self.brotli, BROTLI),
            Encoding::Gzip => (&self.gzip, GZIP),
        };
        if kept.get().is_none() {
            let answer = Arc::clone(&self);
            let made = tokio::task::spawn_blocking(move || {
                match encoding {
                    Encoding::Brotli => answer.brotli.get_or_init(|| brotli(&answer.plain)),
                    Encoding::Gzip => answer.gzip.get_or_init(|| gzip(&answer.plain)),
                };
            });
            // Without it the answer goes out plain.
            let _ = made.await;
        }
        match kept.get() {
            Some(Some(bytes)) => (Some(name), bytes.clone()),
            _ => (None, self.plain.clone()),
        }
    }
}

/// A form in which bytes can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Brotli,
    Gzip,
}

const BROTLI: &str = "br";
const GZIP: &str = "gzip";

/// The encoding that a browser takes: brotli, else gzip, else none.
fn accepted(headers: &HeaderMap) -> Option<Encoding> {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    [(BROTLI, Encoding::Brotli), (GZIP, Encoding::Gzip)]
        .into_iter()
        .find(|(name, _)| accepts(accepted, name))
        .map(|(_, encoding)| encoding)
}

/// The form that a browser takes: brotli, else gzip, else plain.
pub fn choose(
    headers: &HeaderMap,
    plain: &Bytes,
    brotli: Option<&Bytes>,
    gzip: Option<&Bytes>,
) -> (Option<&'static str>, Bytes) {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    for (encoding, bytes) in [(BROTLI, brotli), (GZIP, gzip)] {
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
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: if plain.len() > LARGE { 2 } else { 5 }, ..Default::default() };
    brotli::BrotliCompress(&mut &*plain, &mut out, &parameters).ok()?;
    Some(Bytes::from(out))
}

fn gzip(plain: &[u8]) -> Option<Bytes> {
    let mut encoder =
        flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(if plain.len() > LARGE { 1 } else { 6 }));
    encoder.write_all(plain).ok()?;
    Some(Bytes::from(encoder.finish().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn sent(answer: &Arc<Answer>, accept: &str) -> Response {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, accept.parse().unwrap());
        Arc::clone(answer).send(&headers).await
    }

    #[tokio::test]
    async fn the_browser_chooses_the_form() {
        let answer = Arc::new(Answer::new(vec![b'x'; 5_000]));
        assert!(answer.brotli.get().is_none() && answer.gzip.get().is_none(), "nobody has asked");
        for (accept, encoding) in [
            ("gzip, deflate, br, zstd", Some("br")),
            ("gzip", Some("gzip")),
            ("br;q=0, gzip;q=0.5", Some("gzip")),
            ("identity", None),
            ("", None),
        ] {
            let response = sent(&answer, accept).await;
            let got = response.headers().get(header::CONTENT_ENCODING).map(|value| value.to_str().unwrap());
            assert_eq!(got, encoding, "{accept}");
        }
    }

    #[tokio::test]
    async fn what_is_short_goes_out_plain() {
        for (length, encoding) in [(WORTH_COMPRESSING - 1, None), (WORTH_COMPRESSING, Some("br"))] {
            let response = sent(&Arc::new(Answer::new(vec![b'x'; length])), "br").await;
            let got = response.headers().get(header::CONTENT_ENCODING).map(|value| value.to_str().unwrap());
            assert_eq!(got, encoding, "{length}");
        }
    }

    #[tokio::test]
    async fn what_the_browser_has_is_not_sent_again() {
        let answer = Arc::new(Answer::new(b"{}".to_vec()));
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_NONE_MATCH, answer.tag.clone());
        assert_eq!(Arc::clone(&answer).send(&headers).await.status(), StatusCode::NOT_MODIFIED);
        headers.insert(header::IF_NONE_MATCH, "W/\"other\"".parse().unwrap());
        assert_eq!(answer.send(&headers).await.status(), StatusCode::OK);
    }
}
