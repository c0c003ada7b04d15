//! The script that reads and draws PDF files (`frontend/assets/pdf_reader.js`), fetched when the first one is opened.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// Where the build has put what fetches it.
const LATER: &str = "anjuLater";
/// The name there.
const FETCH: &str = "pdfReader";

/// Why a file is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unshown {
    /// The script did not come.
    NotLoaded,
    Password,
    Broken,
    Slow,
}

/// What the script tells of a page, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// It stands on top now.
    Page(u32),
    /// All of it is seen.
    Drawn(u32),
    /// Something of it is missing.
    Partly(u32),
    /// Nothing of it is seen.
    Undrawn(u32),
    /// The file took too long and was given up.
    GivenUp,
}

/// A file that is open; it ends with this value.
pub(super) struct Opened {
    handle: JsValue,
    _tell: Closure<dyn Fn(String, u32)>,
}

/// Opens a file from its bytes, an `ArrayBuffer`.
pub(super) async fn open(content: JsValue, tell: impl Fn(Told) + 'static) -> Result<Opened, Unshown> {
    let reader = fetched().await.map_err(|_| Unshown::NotLoaded)?;
    let tell = Closure::<dyn Fn(String, u32)>::new(move |what: String, page| {
        tell(match what.as_str() {
            "page" => Told::Page(page),
            "drawn" => Told::Drawn(page),
            "partly" => Told::Partly(page),
            "slow" => Told::GivenUp,
            _ => Told::Undrawn(page),
        });
    });
    let handle = async { settled(call(&reader, "open", &[&content, tell.as_ref()])?).await }.await;
    handle.map(|handle| Opened { handle, _tell: tell }).map_err(|error| why(&error))
}

impl Opened {
    /// How many pages are shown.
    pub(super) fn shown(&self) -> u32 {
        number(&self.handle, "shown")
    }

    /// How many pages the file has.
    pub(super) fn total(&self) -> u32 {
        number(&self.handle, "total")
    }

    /// Draws into the elements `[data-page]` of this box, those that are near.
    pub(super) fn follow(&self, place: &Element) {
        let _ = call(&self.handle, "follow", &[place]);
    }

    /// Moves to a page.
    pub(super) fn go(&self, page: u32) {
        let _ = call(&self.handle, "go", &[&page.into()]);
    }

    /// Magnifies: 100 is the width of the box.
    pub(super) fn zoom(&self, percent: u32) {
        let _ = call(&self.handle, "zoom", &[&percent.into()]);
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        let _ = call(&self.handle, "end", &[]);
    }
}

/// The script; the browser fetches it once.
async fn fetched() -> Result<JsValue, JsValue> {
    let later = Reflect::get(&js_sys::global(), &LATER.into())?;
    settled(call(&later, FETCH, &[])?).await
}

fn call(of: &JsValue, name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(of, &name.into())?.dyn_into()?;
    Reflect::apply(&function, of, &arguments.iter().copied().collect())
}

async fn settled(promise: JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}

fn number(of: &JsValue, name: &str) -> u32 {
    Reflect::get(of, &name.into()).ok().and_then(|value| value.as_f64()).map_or(0, |value| value as u32)
}

fn why(error: &JsValue) -> Unshown {
    match Reflect::get(error, &"why".into()).ok().and_then(|why| why.as_string()).as_deref() {
        Some("password") => Unshown::Password,
        Some("slow") => Unshown::Slow,
        Some("worker") => Unshown::NotLoaded,
        _ => Unshown::Broken,
    }
}
