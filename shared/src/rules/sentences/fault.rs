//! What a machine can see of a poor sentence.

use crate::{
    finding::{Finding, Param},
    language::Language,
};

/// Latin words that stand in Chinese texts: units of length, standards, kinds of files.
const LATIN: &[&str] = &["EPC", "m", "GB", "JSON", "PDF", "JPG", "PNG", "GIF", "WebP", "Word", "docx", "Excel", "xlsx"];

/// Signs that an English text takes from the papers: the units of money.
const HAN: &[&str] = &["万元", "元/㎡"];

/// Values that are shown as somebody has entered them.
const NAMES: &[&str] = &["building", "buildings", "object", "line", "unknown", "township", "units"];

/// What is wrong with a text, if anything.
pub(super) fn fault(text: &str, finding: &Finding, language: Language) -> Option<&'static str> {
    // The name of an item, as the notice has it.
    let mut plain = without_names(text, finding).replace("5G", "");
    if let Some(Param::Integer(year)) = finding.params.get("year") {
        plain = plain.replace(&year.to_string(), "2023");
    }
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let latin = || plain.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let chinese = language == Language::Zh;
    let faults = [
        (text.trim() != text || text.is_empty(), "blanks at an end, or nothing"),
        (["  ", "“”", "（）", "()", "、、", "，，", ", ,", "：，"].iter().any(|gap| plain.contains(gap)), "a gap"),
        (plain.contains(['{', '}', '—', '_']), "a place that was not filled, or a code"),
        (latin().any(|word| ["null", "undefined", "NaN"].contains(&word)), "a word of a machine"),
        (chinese && latin().any(|word| !LATIN.contains(&word)), "a foreign word in Chinese"),
        (chinese && !plain.contains(is_han), "no Chinese"),
        (
            !chinese && HAN.iter().fold(plain.clone(), |text, unit| text.replace(unit, "")).contains(is_han),
            "Chinese in English",
        ),
        (
            !chinese
                && text.starts_with(|c: char| c.is_ascii_lowercase())
                && !NAMES.iter().any(|name| shows(finding, name)),
            "a small letter first",
        ),
        (long_figures(&plain), "a long figure without separators"),
        (
            ["1 households", "1 communities", "1 buildings", "1 days"].iter().any(|many| has_word(text, many)),
            "a plural of one",
        ),
    ];
    faults.into_iter().find_map(|(is_wrong, what)| is_wrong.then_some(what))
}

fn shows(finding: &Finding, name: &str) -> bool {
    finding.params.get(name).is_some()
}

/// Whether the words stand there and not as the end of a greater number.
fn has_word(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| !text[..at].ends_with(|c: char| c.is_ascii_digit() || c == ',' || c == '.'))
}

/// Five digits in a row that are no code of a place.
fn long_figures(text: &str) -> bool {
    text.replace("620724", "")
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .any(|run| run.split('.').next().is_some_and(|whole| whole.len() > 4))
}

/// The text without what somebody has entered.
fn without_names(text: &str, finding: &Finding) -> String {
    let mut entered: Vec<&str> = Vec::new();
    for name in NAMES {
        match finding.params.get(name) {
            Some(Param::Text(name)) => entered.push(name),
            Some(Param::List(names)) => entered.extend(names.iter().map(String::as_str)),
            _ => {}
        }
    }
    entered.retain(|name| !name.is_empty());
    entered.sort_by_key(|name| std::cmp::Reverse(name.len()));
    // A sign takes the place of a name, so that the gap that it would leave is none.
    entered.into_iter().fold(text.to_owned(), |text, name| text.replace(name, "#"))
}
