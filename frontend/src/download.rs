//! Files that the server makes of what a page shows: asked for, waited for, handed to the browser under their name.

use crate::{
    browser,
    client::{Client, Failure, problem},
    session::Ending,
};
use anju_domain::language::Language;
use gloo_net::http::{Request, Response};
use js_sys::Uint8Array;
use leptos::{prelude::*, task::spawn_local};

/// A name for a file whose answer has none.
const UNNAMED: &str = "anju.xlsx";

/// Where the making of a file stands.
#[derive(Clone, Copy)]
pub(crate) struct Exporting {
    pub(crate) busy: RwSignal<bool>,
    pub(crate) failure: RwSignal<Option<Failure>>,
    /// The name of the file that came last.
    pub(crate) done: RwSignal<Option<String>>,
    client: Client,
}

impl Exporting {
    pub(crate) fn new() -> Self {
        Self {
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            done: RwSignal::new(None),
            client: expect_context(),
        }
    }

    /// Asks for the file at an address, unless one is on its way.
    pub(crate) fn ask(self, address: Result<String, Failure>) {
        if self.busy.get_untracked() {
            return;
        }
        self.failure.set(None);
        self.done.set(None);
        self.busy.set(true);
        spawn_local(async move {
            let outcome = match address {
                Ok(address) => fetch(&address, self.client.language.get_untracked()).await,
                Err(failure) => Err(failure),
            };
            self.busy.try_set(false);
            match outcome {
                Ok(name) => {
                    self.done.try_set(Some(name));
                }
                Err(failure) if failure.is_unauthenticated() => self.client.session.end(Ending::Expired),
                Err(failure) => {
                    self.failure.try_set(Some(failure));
                }
            }
        });
    }
}

/// Fetches a file and hands it over; its name. It has no limit of its own: the server has one, and many rows take a while.
async fn fetch(address: &str, language: Language) -> Result<String, Failure> {
    let language = if language == Language::Zh { "zh-CN" } else { "en" };
    let answer = Request::get(address).header("accept-language", language).send().await;
    let answer = answer.map_err(|_| Failure::Unreachable)?;
    if !answer.ok() {
        let status = answer.status();
        return Err(problem(status, &answer.text().await.unwrap_or_default()));
    }
    let name = name(&answer).unwrap_or_else(|| UNNAMED.to_owned());
    let kind = answer.headers().get("content-type").unwrap_or_default();
    let bytes = answer.binary().await.map_err(|_| Failure::Unreachable)?;
    browser::download(&name, &kind, &Uint8Array::from(&bytes[..]));
    Ok(name)
}

/// The name that the server gives the file (RFC 8187).
fn name(answer: &Response) -> Option<String> {
    let header = answer.headers().get("content-disposition")?;
    let (_, encoded) = header.split_once("filename*=UTF-8''")?;
    js_sys::decode_uri_component(encoded).ok().map(String::from)
}
