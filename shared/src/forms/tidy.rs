//! Text as it comes from spreadsheets, made plain: full-width letters and digits, spaces of every kind.

/// Full-width letters, digits and signs as their narrow ones; what has none stays.
pub fn half_width(text: &str) -> String {
    /// From a full-width sign to its narrow one.
    const SHIFT: u32 = 0xFEE0;
    text.chars()
        .map(|c| match c {
            '！'..='～' => char::from_u32(c as u32 - SHIFT).unwrap_or(c),
            '\u{3000}' | '\u{a0}' => ' ',
            other => other,
        })
        .collect()
}

/// Without what nobody sees: spaces around, marks of no width, line breaks of other systems.
pub fn tidy(text: &str) -> String {
    let seen = |c: &char| !matches!(c, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' | '\0');
    let kept: String = text.replace("\r\n", "\n").chars().filter(seen).collect();
    kept.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{a0}' | '\u{3000}')).to_owned()
}

/// The parts of a list: `3#、5#`, one a line, or with commas.
pub(super) fn parts(text: &str) -> Vec<String> {
    let text = tidy(text);
    let separators = ['、', ',', '，', ';', '；', '\n', '\t'];
    text.split(separators).map(tidy).filter(|part| !part.is_empty()).collect()
}

/// Without one of these units at its end.
pub(super) fn without_unit<'a>(text: &'a str, units: &[&str]) -> &'a str {
    let text = text.trim();
    units.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_goes() {
        assert_eq!(tidy("\u{3000}３＃\u{200b} \r\n"), "３＃");
        assert_eq!(half_width("３＃Ａ（甲）"), "3#A(甲)");
        assert_eq!(parts("3#、5#，\n7#; "), ["3#", "5#", "7#"]);
        assert_eq!(without_unit("36 户", &["户", "栋"]), "36");
    }
}
