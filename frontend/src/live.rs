//! What changes elsewhere: the server says that something has changed, and whoever shows it asks again.

use crate::browser;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::EventSource;

const ADDRESS: &str = "/api/v1/live";
/// The name of the event that says so.
const CHANGED: &str = "changed";
/// A browser gives up a stream that was refused; it is tried anew after this time.
const AGAIN: Duration = Duration::from_secs(3);

/// Changes made elsewhere.
#[derive(Clone, Copy)]
pub(crate) struct Live {
    /// Counts what was heard; whoever follows it asks again.
    pub(crate) changes: RwSignal<u32>,
    /// Whether the stream is broken.
    pub(crate) broken: RwSignal<bool>,
    source: StoredValue<Option<EventSource>, LocalStorage>,
}

impl Live {
    pub(crate) fn provide() -> Self {
        let live =
            Self { changes: RwSignal::new(0), broken: RwSignal::new(false), source: StoredValue::new_local(None) };
        provide_context(live);
        live
    }

    /// Listens, in place of any stream from before.
    pub(crate) fn listen(self) {
        self.stop();
        let Ok(source) = EventSource::new(ADDRESS) else { return };
        browser::forever(&source, CHANGED, move || self.changes.update(|count| *count = count.wrapping_add(1)));
        browser::forever(&source, "open", move || {
            // What changed while the stream was broken was not heard.
            if self.broken.get_untracked() {
                self.broken.set(false);
                self.changes.update(|count| *count = count.wrapping_add(1));
            }
        });
        let failed = source.clone();
        browser::forever(&source, "error", move || {
            if self.source.try_with_value(|current| current.as_ref() == Some(&failed)) != Some(true) {
                return;
            }
            self.broken.set(true);
            if failed.ready_state() == EventSource::CLOSED {
                set_timeout(
                    move || {
                        if self.source.try_with_value(Option::is_some) == Some(true) {
                            self.listen();
                        }
                    },
                    AGAIN,
                );
            }
        });
        self.source.set_value(Some(source));
    }

    /// Listens no more.
    pub(crate) fn stop(self) {
        if let Some(source) = self.source.try_update_value(Option::take).flatten() {
            source.close();
        }
        self.broken.set(false);
    }
}
