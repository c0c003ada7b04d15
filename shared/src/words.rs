//! The wording of the pages, one file a page, each text in both languages: a text that lacks one does not compile.
//!
//! Names of stages, funds, rules and the like are not here: they stand beside the thing that they name.

/// Declares texts: `words! { NAME = "中文", "English"; }`. The documentation of each is its Chinese text.
macro_rules! words {
    ($($name:ident = $zh:literal, $en:literal;)+) => {
        $(#[doc = $zh] pub const $name: $crate::language::Text = $crate::language::Text::new($zh, $en);)+
    };
}
use words;

pub mod accounts;
pub mod approvals;
pub mod audit;
pub mod backups;
pub mod communities;
pub mod consent;
pub mod dossier;
pub mod duties;
pub mod editing;
pub mod export;
pub mod figure;
pub mod funding;
pub mod imports;
pub mod inbox;
pub mod listing;
pub mod missing;
pub mod money;
pub mod overview;
pub mod pdf;
pub mod plan_entry;
pub mod plans;
pub mod problem;
pub mod programme;
pub mod quantities;
pub mod register;
pub mod reports;
pub mod rule_pages;
pub mod rules;
pub mod shell;
pub mod sign_in;
pub mod stage_acts;
pub mod statistics;

use crate::language::{Language, Text};

/// A text with its `{name}` places filled.
pub fn fill(text: Text, language: Language, values: &[(&str, &str)]) -> String {
    let mut out = text.get(language).to_owned();
    for (name, value) in values {
        out = out.replace(&format!("{{{name}}}"), value);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_both_languages() {
        let text = Text::new("共{n}个", "{n} in all");
        assert_eq!(fill(text, Language::Zh, &[("n", "4")]), "共4个");
        assert_eq!(fill(text, Language::En, &[("n", "4")]), "4 in all");
    }
}
