//! Sends a file and tells how much of it has gone: the one thing that `fetch` can't say.

use crate::client::{Failure, address, problem};
use anju_domain::{
    api::{Endpoint, EvidenceQuery, PutEvidence},
    language::{Language, Text},
    model::Evidence,
    words::duties as words,
};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use serde::de::DeserializeOwned;
use std::{cell::Cell, rc::Rc, time::Duration};
use uuid::Uuid;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{File, ProgressEvent, XmlHttpRequest};

/// Nothing has moved for so long: the connection counts as dead. The server gives up sooner.
const SILENCE: Duration = Duration::from_secs(45);

/// The largest file that the server takes, in bytes.
const LARGEST_FILE: f64 = 20.0 * 1024.0 * 1024.0;

/// How far a file has come; the server's answer is that of evidence unless something else is sent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Sending<Reply = Evidence> {
    /// So many percent have gone.
    Percent(u8),
    /// The server has it, and what it says of it.
    Here(Reply),
    /// It did not arrive; sending it again under the same identity makes no second one.
    Failed(Failure),
}

/// Why a file is not sent at all.
pub(crate) fn unfit(file: &File) -> Option<Text> {
    match file.size() {
        size if size <= 0.0 => Some(words::EMPTY_FILE),
        size if size > LARGEST_FILE => Some(words::LARGE_FILE),
        _ => None,
    }
}

/// Sends a file as evidence under an identity and tells how it goes; the request can be aborted, then nothing more is told.
pub(crate) fn send(
    id: Uuid,
    file: &File,
    language: Language,
    tell: impl Fn(Sending) + 'static,
) -> Result<XmlHttpRequest, Failure> {
    send_to::<PutEvidence>(id, &EvidenceQuery { name: file.name() }, file, language, tell)
}

/// Sends a file as the body of an endpoint that takes one.
pub(crate) fn send_to<E: Endpoint>(
    id: Uuid,
    query: &E::Query,
    file: &File,
    language: Language,
    tell: impl Fn(Sending<E::Reply>) + 'static,
) -> Result<XmlHttpRequest, Failure>
where
    E::Reply: 'static,
{
    let url = address(E::PATH, &[&id.to_string()], query)?;
    let request = begin(&url, language).map_err(|_| Failure::Unreachable)?;
    let watch = Rc::new(Watch { request: request.clone(), tell: Box::new(tell), running: Cell::new(None) });
    if let Ok(upload) = request.upload() {
        let watch = Rc::clone(&watch);
        let moved = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            watch.moved();
            let share = if event.total() > 0.0 { event.loaded() / event.total() * 100.0 } else { 0.0 };
            (watch.tell)(Sending::Percent(share.clamp(0.0, 100.0) as u8));
        });
        upload.set_onprogress(Some(moved.into_js_value().unchecked_ref()));
    }
    let answered = {
        let watch = Rc::clone(&watch);
        Closure::once_into_js(move || watch.ended(Some(outcome(&watch.request))))
    };
    request.set_onload(Some(answered.unchecked_ref()));
    let lost = {
        let watch = Rc::clone(&watch);
        Closure::once_into_js(move || watch.ended(Some(Sending::Failed(Failure::Unreachable))))
    };
    request.set_onerror(Some(lost.unchecked_ref()));
    let left = {
        let watch = Rc::clone(&watch);
        Closure::once_into_js(move || watch.ended(None))
    };
    request.set_onabort(Some(left.unchecked_ref()));
    request.send_with_opt_blob(Some(file)).map_err(|_| Failure::Unreachable)?;
    watch.moved();
    Ok(request)
}

/// Watches a file on its way: a connection may die without the browser being told, and then nothing moves any more.
struct Watch<Reply> {
    request: XmlHttpRequest,
    tell: Box<dyn Fn(Sending<Reply>)>,
    running: Cell<Option<TimeoutHandle>>,
}

impl<Reply: 'static> Watch<Reply> {
    /// Something has moved: the silence is measured from now.
    fn moved(self: &Rc<Self>) {
        self.stop();
        let watch = Rc::clone(self);
        let silent = move || {
            watch.running.set(None);
            let _ = watch.request.abort();
            (watch.tell)(Sending::Failed(Failure::Unreachable));
        };
        self.running.set(set_timeout_with_handle(silent, SILENCE).ok());
    }

    fn ended(&self, how: Option<Sending<Reply>>) {
        self.stop();
        if let Some(how) = how {
            (self.tell)(how);
        }
    }

    fn stop(&self) {
        if let Some(running) = self.running.take() {
            running.clear();
        }
    }
}

fn begin(url: &str, language: Language) -> Result<XmlHttpRequest, JsValue> {
    let request = XmlHttpRequest::new()?;
    request.open_with_async("PUT", url, true)?;
    request.set_request_header("accept", "application/json")?;
    request.set_request_header("accept-language", if language == Language::Zh { "zh-CN" } else { "en" })?;
    request.set_request_header("content-type", "application/octet-stream")?;
    Ok(request)
}

fn outcome<Reply: DeserializeOwned>(request: &XmlHttpRequest) -> Sending<Reply> {
    let text = request.response_text().ok().flatten().unwrap_or_default();
    let status = request.status().unwrap_or_default();
    if !(200..300).contains(&status) {
        return Sending::Failed(problem(status, &text));
    }
    serde_json::from_str(&text).map_or(Sending::Failed(Failure::Unreadable), Sending::Here)
}
