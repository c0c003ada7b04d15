//! How wide a text is in a sheet, in characters of one byte: a Chinese one takes the room of two.

/// The width of the widest line of a text.
pub(super) fn width(text: &str) -> usize {
    text.lines().map(|line| line.chars().map(of_letter).sum()).max().unwrap_or_default()
}

const fn of_letter(letter: char) -> usize {
    if letter.is_ascii() { 1 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_letter_is_as_wide_as_two() {
        assert_eq!((width("小区"), width("GT-1"), width("a\n小区名")), (4, 4, 6));
        assert_eq!(width(""), 0);
    }
}
