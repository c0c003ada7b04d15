//! A block of cells copied from a spreadsheet, read into rows of a table: with or without heads, with what office people do
//! to a sheet (a title row, sums, signatures, full-width digits). Every cell that can't be read is told with its place.

mod block;
mod heads;
mod reading;

pub use block::cells;
pub use reading::{PasteFault, Pasted, merged, read};

/// The letter of a column, from 0: `A`, `B`, … `AA`.
pub fn letter(column: usize) -> String {
    /// Letters of the alphabet.
    const LETTERS: usize = 26;
    let mut rest = column + 1;
    let mut out = Vec::new();
    while rest > 0 {
        let digit = (rest - 1) % LETTERS;
        out.insert(0, char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
        rest = (rest - 1) / LETTERS;
    }
    out.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        assert_eq!([0, 25, 26, 701, 702].map(letter), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
