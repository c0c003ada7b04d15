//! Names of what is stored in Chinese, in the language of the reader: bodies as the programme calls them on its day, the rest
//! as the policy does.

use crate::session::session;
pub(crate) use anju_domain::naming::{fund_name, item_with_code};
use anju_domain::{language::Language, lists::listed::Reader};
use std::sync::Arc;

/// Who reads a list here.
pub(crate) fn reader(language: Language) -> Reader {
    let names = session().view().and_then(|view| Some(view.programme.as_ref()?.names.clone()));
    Reader { language, names: Arc::new(names.unwrap_or_default()) }
}

/// A member unit by any of its names; other bodies keep their own.
pub(crate) fn unit(name: &str, language: Language) -> String {
    match session().view_untracked().as_ref().and_then(|view| view.programme.as_ref()) {
        Some(head) => head.names.unit(name, language),
        None => anju_domain::naming::unit(name, language),
    }
}

/// Who answers for a task, by code or name.
pub(crate) fn owner(code: &str, language: Language) -> String {
    match session().view_untracked().as_ref().and_then(|view| view.programme.as_ref()) {
        Some(head) => head.names.owner(code, language),
        None => anju_domain::naming::owner(code, language),
    }
}

/// A post or unit by which an account is known.
pub(crate) fn post(name: &str, language: Language) -> String {
    match session().view_untracked().as_ref().and_then(|view| view.programme.as_ref()) {
        Some(head) => head.names.post(name, language),
        None => anju_domain::naming::post(name, language),
    }
}
