//! The list of project communities.

pub mod all;
pub mod export;
pub mod list;
pub mod register;
pub mod register_view;

use crate::{http::refusal::Refusal, pinyin::readings};
use anju_domain::{
    api::CommunityQuery,
    finding::Finding,
    lists::{
        communities::{LIST, shown},
        listed::Shown,
    },
};

/// What a question asks for, when the list has it.
fn asked(query: &CommunityQuery) -> Result<Shown, Refusal> {
    let shown = shown(query);
    match LIST.fault(&shown) {
        Some(part) => Err(Refusal::BadQuery(vec![Finding::malformed(part, "bad_value")])),
        None => Ok(shown),
    }
}

/// The dictionary, when the question needs it: for searching, filtering and sorting, which goes by pinyin.
fn dictionary(query: &CommunityQuery) -> Option<&'static dyn Fn(char) -> Vec<String>> {
    let needed = query.search.is_some() || query.filter.is_some() || query.sort.is_some();
    needed.then_some(&readings)
}
