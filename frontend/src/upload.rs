//! Sends a file and tells how much of it has gone: the one thing that `fetch` can't say.

use crate::client::{Failure, address, problem};
use anju_domain::{
    api::{Endpoint, EvidenceQuery, PutEvidence},
    language::Language,
    model::Evidence,
};
use std::rc::Rc;
use uuid::Uuid;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{File, ProgressEvent, XmlHttpRequest};

/// How far a file has come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Sending {
    /// So many percent have gone.
    Percent(u8),
    /// The server keeps it.
    Here(Evidence),
    /// It did not arrive; sending it again under the same identity makes no second one.
    Failed(Failure),
}

/// Sends a file under an identity and tells how it goes; the request can be aborted.
pub(crate) fn send(
    id: Uuid,
    file: &File,
    language: Language,
    tell: impl Fn(Sending) + 'static,
) -> Result<XmlHttpRequest, Failure> {
    let query = EvidenceQuery { name: file.name() };
    let url = address(PutEvidence::PATH, &[&id.to_string()], &query)?;
    let request = begin(&url, language).map_err(|_| Failure::Unreachable)?;
    let tell = Rc::new(tell);
    if let Ok(upload) = request.upload() {
        let tell = Rc::clone(&tell);
        let moved = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            let share = if event.total() > 0.0 { event.loaded() / event.total() * 100.0 } else { 0.0 };
            tell(Sending::Percent(share.clamp(0.0, 100.0) as u8));
        });
        upload.set_onprogress(Some(moved.into_js_value().unchecked_ref()));
    }
    let answered = {
        let (request, tell) = (request.clone(), Rc::clone(&tell));
        Closure::once_into_js(move || tell(outcome(&request)))
    };
    request.set_onload(Some(answered.unchecked_ref()));
    let lost = Closure::once_into_js(move || tell(Sending::Failed(Failure::Unreachable)));
    request.set_onerror(Some(lost.unchecked_ref()));
    request.send_with_opt_blob(Some(file)).map_err(|_| Failure::Unreachable)?;
    Ok(request)
}

fn begin(url: &str, language: Language) -> Result<XmlHttpRequest, JsValue> {
    let request = XmlHttpRequest::new()?;
    request.open_with_async("PUT", url, true)?;
    request.set_request_header("accept", "application/json")?;
    request.set_request_header("accept-language", if language == Language::Zh { "zh-CN" } else { "en" })?;
    request.set_request_header("content-type", "application/octet-stream")?;
    Ok(request)
}

fn outcome(request: &XmlHttpRequest) -> Sending {
    let text = request.response_text().ok().flatten().unwrap_or_default();
    let status = request.status().unwrap_or_default();
    if !(200..300).contains(&status) {
        return Sending::Failed(problem(status, &text));
    }
    serde_json::from_str(&text).map_or(Sending::Failed(Failure::Unreadable), Sending::Here)
}
