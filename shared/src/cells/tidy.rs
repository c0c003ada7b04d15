//! Texts as they come from spreadsheets, made plain: full-width letters and digits, blanks of every kind, what people put
//! around a head.

/// A full-width letter, digit or sign, or a wide blank, as its narrow one.
fn narrowed(c: char) -> char {
    /// From a full-width sign to its narrow one.
    const SHIFT: u32 = 0xFEE0;
    match c {
        '！'..='～' => char::from_u32(c as u32 - SHIFT).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        other => other,
    }
}

/// What nobody sees: marks without width.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' | '\0')
}

/// Full-width letters, digits and signs as their narrow ones; what has none stays.
pub fn half_width(text: &str) -> String {
    text.chars().map(narrowed).collect()
}

/// Without what nobody sees: blanks around, marks of no width, line breaks of other systems.
pub fn tidy(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_unseen(c));
    if text.contains(|c: char| c == '\r' || is_unseen(c)) {
        return text.replace("\r\n", "\n").chars().filter(|c| !is_unseen(*c)).collect();
    }
    text.to_owned()
}

/// A tidy line: narrow letters, line breaks as blanks.
pub fn narrow(text: &str) -> String {
    let in_line = |c: char| if matches!(c, '\r' | '\n' | '\t') { ' ' } else { narrowed(c) };
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_unseen(c));
    text.chars().filter(|c| !is_unseen(*c)).map(in_line).collect()
}

/// Narrow, without any blank.
pub(super) fn squeezed(text: &str) -> String {
    narrow(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// What stands for nothing in a cell of figures and terms: a dash or a stroke.
pub fn is_blank_mark(text: &str) -> bool {
    matches!(text.trim(), "" | "-" | "—" | "——" | "–" | "/" | "／" | "－" | "无数据")
}

/// Without one of these units at its end.
pub fn without_unit<'a>(text: &'a str, units: &[&str]) -> &'a str {
    let text = text.trim();
    units.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim_end()
}

/// A head without what people put around it: blanks, line breaks, stars, units and remarks in brackets.
pub fn plain_head(text: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for c in narrow(text).chars() {
        match c {
            '(' | '[' | '〔' | '【' => depth += 1,
            ')' | ']' | '〕' | '】' => depth = depth.saturating_sub(1),
            _ if depth > 0 || c.is_whitespace() || "*★:_、,/".contains(c) => {}
            _ => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_goes() {
        assert_eq!(tidy("\u{3000}３＃\u{200b} \r\n"), "３＃");
        assert_eq!(tidy(" 甲\r\n\u{feff}乙\0 "), "甲\n乙");
        assert_eq!(half_width("３＃Ａ（甲）"), "3#A(甲)");
        assert_eq!(narrow("\u{feff}３＃\n\u{3000}甲\u{200b}"), "3#  甲");
        assert_eq!(squeezed(" 竣\u{3000}工\n"), "竣工");
        assert_eq!(without_unit("36 户", &["户", "栋"]), "36");
    }

    #[test]
    fn heads_are_bare_of_what_people_put_around_them() {
        for head in ["总投资", "*总投资（万元）", " 总 投\n资 ", "总投资(单位：万元)", "总投资【必填】", "＊总投资"]
        {
            assert_eq!(plain_head(head), "总投资", "{head}");
        }
    }
}
