//! The only file that fetches: one call for every endpoint of the contract. Files are sent by `upload.rs`, which needs to
//! tell how much has gone.

use crate::session::{Ending, Session};
use anju_domain::{
    api::{Endpoint, Method, Problem},
    finding::Finding,
    language::{Language, Text},
    words,
};
use gloo_net::http::RequestBuilder;
use leptos::prelude::*;
use serde::Serialize;
use serde_json::Value;
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

/// After so long without an answer the server counts as unreachable.
const PATIENCE: Duration = Duration::from_secs(30);
/// A whole file over a slow line may take so long.
const PATIENCE_FOR_FILES: Duration = Duration::from_secs(5 * 60);

/// Speaks with the server in the language of the moment; a session that has ended shows the sign-in page.
#[derive(Clone, Copy)]
pub(crate) struct Client {
    pub(crate) language: RwSignal<Language>,
    pub(crate) session: Session,
}

/// What a write says besides its body.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// The version that was seen.
    pub(crate) if_match: Option<i64>,
    /// The same for every repetition of one act, so that it is done once.
    pub(crate) idempotency_key: Option<String>,
}

/// Why there is no reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The server refused or failed.
    Problem(Box<Problem>),
    /// No answer.
    Unreachable,
    /// An answer that this version of the page can't read.
    Unreadable,
}

impl Failure {
    /// What happened.
    pub(crate) fn title(&self, language: Language) -> String {
        match self {
            Self::Problem(problem) => worded(problem, language, |texts| texts.0, &problem.title),
            Self::Unreachable => words::problem::UNREACHABLE.get(language).to_owned(),
            Self::Unreadable => words::problem::UNREADABLE.get(language).to_owned(),
        }
    }

    /// What was kept and what to do.
    pub(crate) fn detail(&self, language: Language) -> String {
        match self {
            Self::Problem(problem) => worded(problem, language, |texts| texts.1, &problem.detail),
            Self::Unreachable => words::problem::UNREACHABLE_DETAIL.get(language).to_owned(),
            Self::Unreadable => words::problem::UNREADABLE_DETAIL.get(language).to_owned(),
        }
    }

    /// The stable code of the server's refusal, or nothing.
    pub(crate) fn code(&self) -> &str {
        match self {
            Self::Problem(problem) => &problem.code,
            Self::Unreachable | Self::Unreadable => "",
        }
    }

    /// What stops the act.
    pub(crate) fn findings(&self) -> &[Finding] {
        match self {
            Self::Problem(problem) => &problem.findings,
            Self::Unreachable | Self::Unreadable => &[],
        }
    }

    /// Whether somebody else has saved since.
    pub(crate) fn is_stale(&self) -> bool {
        self.code() == "stale_version"
    }

    pub(crate) fn is_unauthenticated(&self) -> bool {
        self.code() == "unauthenticated"
    }
}

/// The page's own words where it has some: they follow a change of language, the server's do not.
fn worded(problem: &Problem, language: Language, pick: fn((Text, Text)) -> Text, otherwise: &str) -> String {
    words::problem::of_code(&problem.code)
        .map_or_else(|| otherwise.to_owned(), |texts| pick(texts).get(language).to_owned())
}

impl Client {
    /// Sends a request. `path` fills the places of the endpoint's path, in order.
    pub(crate) async fn send<E: Endpoint>(
        self,
        path: &[&str],
        query: &E::Query,
        request: &E::Request,
        options: Options,
    ) -> Result<E::Reply, Failure> {
        self.noticed(self.attempt::<E>(path, query, request, options).await)
    }

    /// The content of a file by its address, as an `ArrayBuffer`: it does not pass through the memory of the application.
    pub(crate) async fn content(self, address: &str) -> Result<JsValue, Failure> {
        self.noticed(self.fetch_content(address).await)
    }

    /// A session that has ended shows the sign-in page.
    fn noticed<T>(self, result: Result<T, Failure>) -> Result<T, Failure> {
        if let Err(failure) = &result
            && failure.is_unauthenticated()
        {
            self.session.end(Ending::Expired);
        }
        result
    }

    async fn fetch_content(self, address: &str) -> Result<JsValue, Failure> {
        let patience = AbortController::new().ok();
        let signal = patience.as_ref().map(AbortController::signal);
        let running =
            patience.and_then(|patience| set_timeout_with_handle(move || patience.abort(), PATIENCE_FOR_FILES).ok());
        let answer = RequestBuilder::new(address)
            .header("accept-language", self.tongue())
            .abort_signal(signal.as_ref())
            .send()
            .await
            .map_err(|_| Failure::Unreachable)?;
        if !answer.ok() {
            return Err(problem(answer.status(), &answer.text().await.map_err(|_| Failure::Unreachable)?));
        }
        let content = web_sys::Response::from(answer).array_buffer().map_err(|_| Failure::Unreadable)?;
        let content = JsFuture::from(content).await.map_err(|_| Failure::Unreachable)?;
        if let Some(running) = running {
            running.clear();
        }
        Ok(content)
    }

    /// The language of the moment, as the server is told it.
    fn tongue(self) -> &'static str {
        if self.language.get_untracked() == Language::Zh { "zh-CN" } else { "en" }
    }

    async fn attempt<E: Endpoint>(
        self,
        path: &[&str],
        query: &E::Query,
        request: &E::Request,
        options: Options,
    ) -> Result<E::Reply, Failure> {
        let url = address(E::PATH, path, query)?;
        // `AbortSignal::timeout` would be shorter, but keeps out browsers that can do everything else.
        let patience = AbortController::new().ok();
        let signal = patience.as_ref().map(AbortController::signal);
        let running = patience.and_then(|patience| set_timeout_with_handle(move || patience.abort(), PATIENCE).ok());
        let mut builder = match E::METHOD {
            Method::Get => RequestBuilder::new(&url).method(gloo_net::http::Method::GET),
            Method::Post => RequestBuilder::new(&url).method(gloo_net::http::Method::POST),
            Method::Put => RequestBuilder::new(&url).method(gloo_net::http::Method::PUT),
            Method::Delete => RequestBuilder::new(&url).method(gloo_net::http::Method::DELETE),
        }
        .header("accept", "application/json")
        .header("accept-language", self.tongue())
        .abort_signal(signal.as_ref());
        if let Some(version) = options.if_match {
            builder = builder.header("if-match", &format!("\"{version}\""));
        }
        if let Some(key) = &options.idempotency_key {
            builder = builder.header("idempotency-key", key);
        }
        let answer = match serde_json::to_value(request).map_err(|_| Failure::Unreadable)? {
            Value::Null => builder.send().await,
            body => {
                let builder = builder.header("content-type", "application/json");
                builder.body(body.to_string()).map_err(|_| Failure::Unreadable)?.send().await
            }
        };
        let answer = answer.map_err(|_| Failure::Unreachable)?;
        let text = answer.text().await.map_err(|_| Failure::Unreachable)?;
        if let Some(running) = running {
            running.clear();
        }
        if answer.ok() {
            serde_json::from_str(if text.is_empty() { "null" } else { &text }).map_err(|_| Failure::Unreadable)
        } else {
            Err(problem(answer.status(), &text))
        }
    }
}

/// A refusal in the form of the contract; one from something in between (a proxy) gets the code that fits its status.
pub(crate) fn problem(status: u16, text: &str) -> Failure {
    let problem = serde_json::from_str(text).unwrap_or_else(|_| Problem {
        code: match status {
            401 => "unauthenticated",
            403 => "forbidden",
            404 => "not_found",
            413 => "too_large",
            429 | 502..=504 => "unavailable",
            _ => "internal",
        }
        .to_owned(),
        status,
        ..Problem::default()
    });
    Failure::Problem(Box::new(problem))
}

/// The address of an endpoint with its places filled and its query.
pub(crate) fn address(template: &str, path: &[&str], query: &impl Serialize) -> Result<String, Failure> {
    let mut url = String::new();
    let mut values = path.iter();
    for segment in template.split('/').skip(1) {
        url.push('/');
        if segment.starts_with('{') {
            let value = values.next().ok_or(Failure::Unreadable)?;
            url.push_str(&encoded(value));
        } else {
            url.push_str(segment);
        }
    }
    if let Value::Object(fields) = serde_json::to_value(query).map_err(|_| Failure::Unreadable)? {
        let mut mark = '?';
        for (name, value) in fields {
            let text = match value {
                Value::Null => continue,
                Value::String(text) => text,
                other => other.to_string(),
            };
            url.push(mark);
            url.push_str(&format!("{name}={}", encoded(&text)));
            mark = '&';
        }
    }
    Ok(url)
}

fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
