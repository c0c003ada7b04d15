//! Texts of JSON with something wrong in them, as files get it by hand, by a broken program, or by somebody who tries.

use super::Seeded;
use std::ops::Range;

/// What may stand in the place of a number, a text or a word: values of other types, numbers beyond every range, things
/// that look like numbers, escapes of half a character.
const VALUES: &[&str] = &[
    "null",
    "true",
    "-1",
    "0",
    "-0",
    "0.5",
    "1e3",
    "1e400",
    "-1e400",
    "1e-400",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551616",
    "01",
    "+1",
    "0x10",
    "NaN",
    "Infinity",
    "-Infinity",
    "undefined",
    "\"\"",
    "\" \"",
    "\"NaN\"",
    "\"0\"",
    "\"-1\"",
    "\"１２\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"\\udc00\\ud800\"",
    "\"\\u{41}\"",
    "\"\\x\"",
    "\"🏚\"",
    "\"𠀀é\"",
    "\"a/b\"",
    "\"../..\"",
    "\"{why}\"",
    "\"2022-02-30\"",
    "\"+262142-12-31\"",
    "\"-262143-01-01\"",
    "\"B07\"",
    "\"R-18\"",
    "\"G9\"",
    "[]",
    "{}",
    "[[[]]]",
    "[null]",
    "{\"\":{\"\":0}}",
    "'1#'",
    "1_000",
    "12,5",
];

/// The text with one to three damages; the same seed gives the same text.
pub fn damaged(text: &str, random: &mut Seeded) -> String {
    let mut text = text.to_owned();
    for _ in 0..random.count(1, 3) {
        text = damage(&text, random);
    }
    text
}

fn damage(text: &str, random: &mut Seeded) -> String {
    let tokens = tokens(text);
    let Some(token) = tokens.get(random.count(0, tokens.len().saturating_sub(1))) else {
        return (*random.pick(VALUES)).to_owned();
    };
    let (before, it, after) = (&text[..token.start], &text[token.clone()], &text[token.end..]);
    match random.count(0, 11) {
        0..=4 => format!("{before}{}{after}", random.pick(VALUES)),
        5 => format!("{before}{}{after}", deep(random.count(1, 300))),
        6 => format!("{before}{}{after}", "9".repeat(random.count(1, 400))),
        7 => format!("{before}\"{}\"{after}", "安".repeat(random.count(1, 3_000))),
        // Again, with a comma: a key that stands there twice when the next is its value, a list with one more otherwise.
        8 => format!("{before}{it},{it}{after}"),
        9 => before.to_owned(),
        10 => format!("{before}{after}"),
        _ => (*random.pick(&["[{}]", "\u{feff}{}", "{}}", "{} {}", "//\n{}", "{},"])).replace("{}", text),
    }
}

/// Lists and objects in one another.
fn deep(levels: usize) -> String {
    format!("{}0{}", "[{\"a\":".repeat(levels), "}]".repeat(levels))
}

/// Where the numbers, words and quoted texts stand, keys too. Each begins and ends with an ASCII character or the text, so
/// never inside of another character.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let start = at;
        if bytes[at] == b'"' {
            at += 1;
            while at < bytes.len() && bytes[at] != b'"' {
                at += if bytes[at] == b'\\' { 2 } else { 1 };
            }
            at = (at + 1).min(bytes.len());
        } else {
            while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || b"+-.".contains(&bytes[at])) {
                at += 1;
            }
        }
        if at > start {
            found.push(start..at);
        } else {
            at += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cases::run_cases, facts::ProjectFacts, finding::Gate, json, language::Language, model::Dossier, rules,
        sample::random::dossier,
    };

    #[test]
    fn tokens_are_numbers_words_and_texts() {
        let text = r#"{"a": -1.5e3, "b\"": [null, "é\\"], "": true}"#;
        let found: Vec<&str> = tokens(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, [r#""a""#, "-1.5e3", r#""b\"""#, "null", r#""é\\""#, r#""""#, "true"]);
        let end: Vec<(usize, usize)> = tokens("é\"\\é").into_iter().map(|range| (range.start, range.end)).collect();
        assert_eq!(end, [(2, 6)], "a text that doesn't end");
    }

    #[test]
    fn what_can_be_read_is_judged_and_what_cannot_says_why() {
        const CASES: &str = include_str!("../../cases/worked.json");
        let mut judged = 0;
        for seed in 0..120 {
            let mut random = Seeded::new(seed);
            match json::read_object::<Dossier>(&damaged(&json::write(&dossier(seed)).unwrap(), &mut random)) {
                Ok(dossier) => {
                    judged += 1;
                    let facts = ProjectFacts::of(&dossier, "2022-10-08".parse().unwrap());
                    for finding in rules::check(&facts, Gate::G4) {
                        assert!(!rules::message(&finding, Language::Zh).is_empty(), "seed {seed}: {finding:?}");
                    }
                }
                Err(fault) => assert!(!fault.message.is_empty(), "seed {seed}"),
            }
            match run_cases(&damaged(CASES, &mut random)) {
                Ok(report) => assert_eq!(report.lines.len(), report.failed + 1, "seed {seed}"),
                Err(error) => assert!(error.to_string().starts_with("not a file of cases: "), "seed {seed}"),
            }
        }
        assert!(judged > 0);
    }

    #[test]
    fn a_seed_gives_one_text_and_most_are_bad() {
        let text = json::write(&dossier(1)).unwrap();
        let texts: Vec<String> = (0..200).map(|seed| damaged(&text, &mut Seeded::new(seed))).collect();
        assert_eq!(damaged(&text, &mut Seeded::new(7)), texts[7]);
        let bad = texts.iter().filter(|text| json::read_object::<Dossier>(text).is_err()).count();
        assert!((100..200).contains(&bad), "{bad} of 200 can't be read");
        assert!(!damaged("", &mut Seeded::new(0)).is_empty());
    }
}
