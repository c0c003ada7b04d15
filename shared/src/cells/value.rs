//! What a cell holds, before it is understood, and where it stands.

use chrono::{NaiveDate, NaiveDateTime};

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Nothing, or blanks alone.
    Empty,
    /// Words.
    Text(&'a str),
    /// A number, as a decimal without exponent.
    Number(&'a str),
    /// A day.
    Day(NaiveDate),
    /// A day with its time.
    Instant(NaiveDateTime),
    /// A tick.
    Yes(bool),
    /// An error of the spreadsheet, such as `#REF!`.
    Fault(&'a str),
}

impl Value<'_> {
    /// As the cell shows it.
    pub fn shown(self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Number(text) | Self::Fault(text) => text.to_owned(),
            Self::Day(day) => day.to_string(),
            Self::Instant(at) => at.format("%Y-%m-%d %H:%M").to_string(),
            Self::Yes(true) => "TRUE".to_owned(),
            Self::Yes(false) => "FALSE".to_owned(),
        }
    }
}

/// The letters of a column: 0 is A, 26 is AA.
pub fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (column, letters) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")]
        {
            assert_eq!(column_letters(column), letters);
        }
    }
}
