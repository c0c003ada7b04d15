//! One file a command.

pub(crate) mod bench;
pub(crate) mod build;
pub(crate) mod postgres;
pub(crate) mod run;
pub(crate) mod sweep;
pub(crate) mod test;
pub(crate) mod tools;

use crate::failure::{Outcome, fail};

/// Refuses words that a command does not know; answers whether `flag` was among them.
fn only_flag(words: &[&str], flag: &str) -> Outcome<bool> {
    match words.iter().find(|word| **word != flag || flag.is_empty()) {
        Some(other) => fail(format!("`{other}` is not known here; `cargo xtask` alone shows what is")),
        None => Ok(!words.is_empty()),
    }
}
