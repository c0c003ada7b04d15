//! Pictures of drawings, as a file and into the clipboard: the browser paints them (`frontend/assets/pictures.js`).

use anju_domain::{language::Text, words::figure as words};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What is done with a picture.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    File,
    Copy,
}

/// Paints the drawing and hands it over; what is to be told of it.
pub(crate) async fn make(wanted: Wanted, svg: String, name: String) -> Text {
    let act = if wanted == Wanted::File { "save" } else { "copy" };
    let outcome = painted(act, &svg.into(), &name.into()).await.ok().and_then(|outcome| outcome.as_string());
    match (outcome.as_deref(), wanted) {
        (Some("done"), Wanted::File) => words::PNG_DONE,
        (Some("done"), Wanted::Copy) => words::COPIED,
        (Some("refused"), _) => words::COPY_REFUSED,
        _ => words::PNG_FAILED,
    }
}

async fn painted(act: &str, svg: &JsValue, name: &JsValue) -> Result<JsValue, JsValue> {
    let later = Reflect::get(&js_sys::global(), &"anjuLater".into())?;
    let painter = settled(function(&later, "pictures")?.call0(&later)?).await?;
    settled(function(&painter, act)?.call2(&painter, svg, name)?).await
}

fn function(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(of, &name.into())?.dyn_into()
}

async fn settled(promise: JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}
