//! One key for one content, however often it is sent: what was stored though its answer was lost is not stored twice.

use crate::{client::Options, ids::new_id};
use leptos::prelude::*;
use uuid::Uuid;

/// The content that was sent last, with its key.
#[derive(Clone, Copy)]
pub(crate) struct OneKey(StoredValue<Option<(String, Uuid)>>);

impl OneKey {
    /// Nothing was sent yet.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// What a write says that was made of a version: the key of its content, which tells it from every other one.
    pub(crate) fn options(self, version: i64, content: &str) -> Options {
        let content = format!("{version} {content}");
        let key = match self.0.get_value() {
            Some((known, key)) if known == content => key,
            _ => new_id(),
        };
        self.0.set_value(Some((content, key)));
        Options { if_match: Some(version), idempotency_key: Some(key.to_string()) }
    }

    /// It was stored: the same content once more is another act.
    pub(crate) fn forget(self) {
        self.0.try_set_value(None);
    }
}
