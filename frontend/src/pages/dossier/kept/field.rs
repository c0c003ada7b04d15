//! A field that is kept: its name, what is typed into it, and what people read for that.

use anju_domain::{
    language::{Language, Text},
    words::{quantities, shell},
};
use leptos::prelude::*;
use std::sync::Arc;

/// A field that is kept: what it is called, and what is typed.
#[derive(Clone)]
pub(in crate::pages::dossier) struct Field {
    pub(super) name: Arc<dyn Fn(Language) -> String + Send + Sync>,
    value: Value,
}

/// What is typed into a field.
#[derive(Clone, Copy)]
enum Value {
    Text(RwSignal<String>),
    /// A choice by its code, and what people read for it.
    Choice(RwSignal<String>, fn(&str, Language) -> String),
    Tick(RwSignal<bool>),
}

impl Field {
    /// A line, a day or a text.
    pub(in crate::pages::dossier) fn text(name: Text, value: RwSignal<String>) -> Self {
        Self { name: Arc::new(move |language| name.get(language).to_owned()), value: Value::Text(value) }
    }

    /// One of a list.
    pub(in crate::pages::dossier) fn choice(
        name: Text,
        value: RwSignal<String>,
        shown: fn(&str, Language) -> String,
    ) -> Self {
        Self { value: Value::Choice(value, shown), ..Self::text(name, value) }
    }

    /// A yes or no.
    pub(in crate::pages::dossier) fn tick(name: Text, value: RwSignal<bool>) -> Self {
        Self { name: Arc::new(move |language| name.get(language).to_owned()), value: Value::Tick(value) }
    }

    /// The same under a name that is no constant.
    pub(in crate::pages::dossier) fn named(self, name: impl Fn(Language) -> String + Send + Sync + 'static) -> Self {
        Self { name: Arc::new(name), ..self }
    }

    pub(super) fn get(&self) -> Option<String> {
        match self.value {
            Value::Text(value) | Value::Choice(value, _) => value.try_get(),
            Value::Tick(value) => value.try_get().map(|ticked| if ticked { TICKED.to_owned() } else { String::new() }),
        }
    }

    pub(super) fn set(&self, text: &str) {
        match self.value {
            Value::Text(value) | Value::Choice(value, _) => value.set(text.to_owned()),
            Value::Tick(value) => value.set(!text.is_empty()),
        }
    }

    pub(super) fn shown(&self, text: &str, language: Language) -> String {
        match self.value {
            Value::Tick(_) => (if text.is_empty() { shell::NO } else { shell::YES }).get(language).to_owned(),
            _ if text.is_empty() => quantities::NO_VALUE.get(language).to_owned(),
            Value::Text(_) => text.to_owned(),
            Value::Choice(_, shown) => shown(text, language),
        }
    }
}

/// How a tick is kept.
const TICKED: &str = "1";

/// What stands in these fields.
pub(in crate::pages::dossier) fn texts(fields: &[Field]) -> Vec<String> {
    fields.iter().filter_map(Field::get).collect()
}
