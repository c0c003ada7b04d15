//! When the application fails: a readable banner with a way to reload, instead of a page that no longer answers.
//!
//! The banner stands in index.html and is only shown here, because after a panic nothing of the application may run.

use crate::browser;
use std::panic;

/// Shows the banner when the application panics; the console gets the place.
pub(crate) fn install() {
    panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        browser::reveal("fault");
    }));
}
