//! The rim around every request: the guards against other sites and wrong hosts, the time limit, the security headers
//! on every answer, the wording of refusals, the count and the log line.

use super::{language, refusal::Refusal};
use crate::{app::App, evidence, export};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{
    any::Any,
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

/// An answer must have begun by then.
const PATIENCE: Duration = Duration::from_secs(30);
/// The same for a file that is brought, over a slow line too; each part of it has its own limit.
const PATIENCE_FOR_FILES: Duration = Duration::from_secs(15 * 60);

/// The same for a file that is made of many rows, its turn included.
const PATIENCE_FOR_EXPORTS: Duration = Duration::from_secs(3 * 60);

/// What pages of this server may load and do: their own script, style, pictures and answers, nothing from elsewhere.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'";

const SECURITY: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
    ),
];

/// Browsers keep to https for a year once they have seen it.
const STRICT_TRANSPORT: &str = "max-age=31536000";

/// Runs one request between the guards.
pub async fn around(State(app): State<App>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let number = next_number();
    let language = language::of_headers(request.headers());
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    // What waits for the writer is written even when nobody waits for it any more.
    let late = if method == Method::GET { Refusal::Unavailable } else { Refusal::OutcomeUnknown };
    let answer = match guard(&app, &request) {
        Err(refusal) => refusal.into_response(),
        Ok(()) => match tokio::time::timeout(patience(&request), next.run(request)).await {
            Ok(answer) => answer,
            Err(_) => late.into_response(),
        },
    };
    let refusal = answer.extensions().get::<Refusal>().cloned();
    let mut answer = match &refusal {
        Some(refusal) => refusal.worded(language, answer),
        None => answer,
    };
    let headers = answer.headers_mut();
    for (name, value) in SECURITY {
        // Content that people brought has a stricter policy of its own.
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if app.site.is_https() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(STRICT_TRANSPORT));
    }
    if let Ok(id) = HeaderValue::try_from(format!("{:016x}", number)) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
    app.metrics.count(answer.status());
    let status = answer.status().as_u16();
    let micros = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
    let code = refusal.as_ref().map_or("", Refusal::code);
    if status >= 500 {
        tracing::error!(request = format!("{number:016x}"), %method, path, status, code, micros, "failed");
    } else if method != Method::GET {
        tracing::info!(request = format!("{number:016x}"), %method, path, status, code, micros, "answered");
    } else {
        tracing::debug!(request = format!("{number:016x}"), %method, path, status, code, micros, "answered");
    }
    answer
}

/// What a panic in a handler answers; what it said is in the log only.
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    Refusal::Internal.into_response()
}

fn patience(request: &Request) -> Duration {
    let path = request.uri().path();
    match *request.method() {
        Method::PUT if path.starts_with(evidence::PATH) => PATIENCE_FOR_FILES,
        Method::GET if path.ends_with(export::PATH_END) => PATIENCE_FOR_EXPORTS,
        _ => PATIENCE,
    }
}

fn guard(app: &App, request: &Request) -> Result<(), Refusal> {
    let headers = request.headers();
    let host = request.uri().authority().map(|authority| authority.as_str()).or_else(|| text(headers, header::HOST));
    if !host.is_some_and(|host| app.site.answers_to(host)) {
        return Err(Refusal::WrongHost);
    }
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    let from_here = match text(headers, HeaderName::from_static("sec-fetch-site")) {
        Some(site) => matches!(site, "same-origin" | "none"),
        // A program sends neither header, an old browser only the second one.
        None => match text(headers, header::ORIGIN) {
            Some(origin) => host.is_some_and(|host| app.site.is_own_origin(origin, host)),
            None => !headers.contains_key(header::ORIGIN),
        },
    };
    if from_here { Ok(()) } else { Err(Refusal::CrossSite) }
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// Numbers requests over restarts without repeating: the start of the server in the upper half.
fn next_number() -> u64 {
    static COUNTER: AtomicU64 = AtomicU64::new(0);
    static START: std::sync::OnceLock<u64> = std::sync::OnceLock::new();
    let start = *START.get_or_init(|| u64::from(getrandom::u32().unwrap_or_default()) << 32);
    start | (COUNTER.fetch_add(1, Ordering::Relaxed) & 0xffff_ffff)
}
