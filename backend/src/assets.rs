//! The web application inside the binary: its files, compressed when it was built, and the page for every other path.

use crate::{answers, app::App, http::refusal::Refusal, pages};
use axum::{
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};
use std::{collections::HashMap, sync::OnceLock};

/// A file as the build script embeds it.
struct Embedded {
    name: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/web.rs"));

/// The page of the application.
const PAGE: &str = "index.html";
/// Paths that belong to the server and never show the application.
const NOT_PAGES: [&str; 4] = ["/api", "/v", "/health", "/metrics"];

struct File {
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    kind: &'static str,
    tag: HeaderValue,
    immutable: bool,
}

/// Whether the web application is in this binary.
pub fn is_embedded() -> bool {
    files().contains_key(PAGE)
}

/// Answers every path that no route has: a file, the application's page, or a problem.
pub async fn handle(State(_): State<App>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path();
    let is_page = !NOT_PAGES
        .iter()
        .any(|prefix| path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    if !is_page || !matches!(method, Method::GET | Method::HEAD) {
        return Refusal::NotFound.into_response();
    }
    if let Some(file) = files().get(path.trim_start_matches('/')) {
        return send(file, &headers);
    }
    // A path whose end looks like a file names one that is not there, perhaps of an older version.
    if path.rsplit('/').next().is_some_and(|last| last.contains('.')) {
        return Refusal::NotFound.into_response();
    }
    match files().get(PAGE) {
        Some(page) => send(page, &headers),
        None => pages::not_built(),
    }
}

fn files() -> &'static HashMap<&'static str, File> {
    static TABLE: OnceLock<HashMap<&'static str, File>> = OnceLock::new();
    TABLE.get_or_init(|| FILES.iter().map(|embedded| (embedded.name, File::of(embedded))).collect())
}

impl File {
    fn of(embedded: &Embedded) -> Self {
        let digest: String = Sha256::digest(embedded.plain).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Self {
            plain: Bytes::from_static(embedded.plain),
            brotli: embedded.brotli.map(Bytes::from_static),
            gzip: embedded.gzip.map(Bytes::from_static),
            kind: kind(embedded.name),
            tag: HeaderValue::try_from(format!("W/\"{digest}\"")).unwrap_or(HeaderValue::from_static("W/\"0\"")),
            immutable: is_hashed(embedded.name),
        }
    }
}

fn send(file: &File, headers: &HeaderMap) -> Response {
    let mut response = Response::new(Body::empty());
    let out = response.headers_mut();
    out.insert(header::ETAG, file.tag.clone());
    out.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    let keeping = if file.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(keeping));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if known.split(',').any(|one| one.trim() == file.tag) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.kind));
    let (encoding, bytes) = answers::choose(headers, &file.plain, file.brotli.as_ref(), file.gzip.as_ref());
    if let Some(encoding) = encoding {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    *response.body_mut() = Body::from(bytes);
    response
}

/// The media type by the ending of a name.
fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whether a name carries the hash of its content: a part of at least eight hexadecimal digits, one of them a digit.
fn is_hashed(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or_default();
    file.split(['-', '.', '_']).any(|part| {
        part.len() >= 8
            && part.bytes().all(|byte| byte.is_ascii_hexdigit())
            && part.bytes().any(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_good() {
        for name in ["app-0123456789abcdef.js", "assets/app.1f2e3d4c.css", "anju_bg-deadbee1.wasm"] {
            assert!(is_hashed(name), "{name}");
        }
        for name in ["index.html", "facade.css", "favicon.ico", "manifest.json", "deadbeef.js"] {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn a_module_has_its_own_type() {
        assert_eq!(kind("app_bg-0a.wasm"), "application/wasm");
        assert_eq!(kind("index.html"), "text/html; charset=utf-8");
        assert_eq!(kind("what"), "application/octet-stream");
    }
}
