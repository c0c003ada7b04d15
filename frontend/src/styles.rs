//! Style sheets that only later pages need: each is fetched with the first page that asks for it, and the page is shown
//! once it is here, so that nothing is ever seen without its style.

use crate::browser;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event};

/// On a sheet that has arrived.
const HERE: &str = "data-here";
const ARRIVED: &str = "load";
const FAILED: &str = "error";

/// A style sheet on its way, or here.
pub(crate) struct Sheet {
    link: Option<Element>,
    outcome: Option<Promise>,
}

/// Asks for the sheet of this name; the page says where it lies (`<meta id="style-NAME">`).
pub(crate) fn ask(name: &str) -> Sheet {
    let link = browser::by_id(&format!("sheet-{name}")).or_else(|| begin(name));
    let waited_for = link.clone().filter(|link| !link.has_attribute(HERE));
    let outcome = waited_for.map(|link| {
        Promise::new(&mut |tell, _| {
            for event in [ARRIVED, FAILED] {
                let _ = link.add_event_listener_with_callback(event, &tell);
            }
        })
    });
    Sheet { link, outcome }
}

fn begin(name: &str) -> Option<Element> {
    let document = browser::document()?;
    let address = browser::by_id(&format!("style-{name}"))?.get_attribute("content")?;
    let link = document.create_element("link").ok()?;
    for (attribute, value) in [("id", format!("sheet-{name}")), ("rel", "stylesheet".to_owned()), ("href", address)] {
        link.set_attribute(attribute, &value).ok()?;
    }
    document.head()?.append_child(&link).ok()?;
    Some(link)
}

impl Sheet {
    /// Waits for it. One that did not come goes, so that it can be asked for again.
    pub(crate) async fn arrives(self) -> bool {
        let Some(link) = self.link else { return false };
        let Some(outcome) = self.outcome else { return true };
        let event = JsFuture::from(outcome).await.ok().and_then(|event| event.dyn_into::<Event>().ok());
        let is_here = event.is_some_and(|event| event.type_() == ARRIVED);
        if is_here {
            let _ = link.set_attribute(HERE, "");
        } else {
            link.remove();
        }
        is_here
    }
}
