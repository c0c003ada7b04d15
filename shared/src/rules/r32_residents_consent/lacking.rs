//! What a vote still lacks, in words.

use crate::{
    exact::Area,
    language::{Language, Text},
    words::{fill, quantities},
};

/// What a vote still lacks, in words: 参与12户和830.00㎡，同意5户.
pub(in crate::rules) fn lacking_in_words(lacking: &[String], language: Language) -> String {
    let of = |name: &str| -> Option<i64> {
        lacking.iter().find_map(|entry| entry.strip_prefix(name)?.strip_prefix('=')?.parse().ok())
    };
    let parts = [("participation", TAKING_PART), ("agreement", AGREEING)].map(|(what, words)| {
        let owners = of(&format!("owners_{what}")).map(|owners| quantities::households(language, owners));
        let area = of(&format!("area_{what}")).map(|area| quantities::area(language, Area::from_hundredths(area)));
        let both: Vec<String> = owners.into_iter().chain(area).collect();
        if both.is_empty() {
            return String::new();
        }
        fill(words, language, &[("n", &both.join(AND.get(language)))])
    });
    quantities::listed(language, &parts)
}

const TAKING_PART: Text = Text::new("参与{n}", "{n} taking part");
const AGREEING: Text = Text::new("同意{n}", "{n} in favour");
const AND: Text = Text::new("和", " and ");
