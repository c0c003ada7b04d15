//! A table as text: UTF-8 with or without its mark, UTF-16 with it, or GBK; commas, semicolons or tabs between cells.

use super::{Limits, NotTaken};
use anju_domain::{cells::Value, workbook::Grid};
use encoding_rs::{Encoding, GB18030, UTF_8};
use std::borrow::Cow;

/// Bytes that no cell of a spreadsheet has: 32,767 letters.
const LONGEST_CELL: usize = 4 * 32_767;

/// The table of a text file.
pub(super) fn read(name: &str, bytes: &[u8], limits: Limits) -> Result<Grid, NotTaken> {
    let text = decoded(bytes)?;
    let trimmed = text.trim_start();
    if trimmed.is_empty() {
        return Err(NotTaken::Empty);
    }
    // A page of the web that calls itself a table.
    if trimmed.starts_with('<') || text.contains('\0') || !is_mostly_text(&text) {
        return Err(NotTaken::NotAWorkbook);
    }
    let stem = std::path::Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let mut grid = Grid::new(stem);
    let between = separator(&text);
    let (mut row, mut column, mut left) = (0_u32, 0_u16, limits.cells);
    let (mut cell, mut in_quotes, mut was_quoted) = (String::new(), false, false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if in_quotes {
            match letter {
                '"' if letters.peek() == Some(&'"') => {
                    letters.next();
                    cell.push('"');
                }
                '"' => in_quotes = false,
                other => cell.push(other),
            }
        } else if letter == '"' && cell.is_empty() && !was_quoted {
            (in_quotes, was_quoted) = (true, true);
        } else if letter == between || letter == '\n' {
            left = left.checked_sub(1).ok_or(NotTaken::TooManyCells(limits.cells))?;
            grid.put(row, column, Value::Text(unguarded(&cell)));
            cell.clear();
            was_quoted = false;
            if letter == '\n' {
                (row, column) = (row + 1, 0);
            } else {
                column = column.saturating_add(1);
            }
        } else if letter != '\r' {
            cell.push(letter);
        }
        if cell.len() > LONGEST_CELL {
            return Err(NotTaken::NotAWorkbook);
        }
    }
    grid.put(row, column, Value::Text(unguarded(&cell)));
    grid.finish();
    Ok(grid)
}

/// Exports put a quote before a text that a spreadsheet would take for a formula; `="001"` keeps a number as text.
fn unguarded(cell: &str) -> &str {
    let kept = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell);
    match kept.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => kept,
    }
}

fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, NotTaken> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        let (text, has_errors) = encoding.decode_without_bom_handling(rest);
        return if has_errors { Err(NotTaken::Encoding) } else { Ok(text) };
    }
    for encoding in [UTF_8, GB18030] {
        let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
        if !has_errors {
            return Ok(text);
        }
    }
    Err(NotTaken::Encoding)
}

/// Whether there are no control letters but those of a table.
fn is_mostly_text(text: &str) -> bool {
    !text.chars().take(4096).any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{feff}' | '\u{c}'))
}

/// What stands between cells: whichever is the most frequent in the first lines.
fn separator(text: &str) -> char {
    let first: String = text.lines().take(5).collect();
    let count = |sign: char| first.chars().filter(|c| *c == sign).count();
    [',', '\t', ';'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "小区编码,楼栋号,户数\r\nGT-0001,\"1#,甲\",36\n";

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let grid = read("楼栋.csv", bytes, Limits::UPLOAD).unwrap();
        assert_eq!(grid.name, "楼栋");
        grid.rows().map(|row| row.cells().map(|(_, value)| value.shown()).collect()).collect()
    }

    #[test]
    fn every_encoding_of_an_office_gives_the_same_table() {
        let expected = [["小区编码", "楼栋号", "户数"], ["GT-0001", "1#,甲", "36"]];
        let gbk = encoding_rs::GBK.encode(TEXT).0;
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(TEXT.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let marked = [b"\xef\xbb\xbf".as_slice(), TEXT.as_bytes()].concat();
        for bytes in [TEXT.as_bytes(), &marked, &gbk, &utf16] {
            assert_eq!(rows(bytes), expected);
        }
        assert_eq!(rows(TEXT.replace("\"1#,甲\"", "甲").replace(',', "\t").as_bytes())[1], ["GT-0001", "甲", "36"]);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let why = |bytes: &[u8]| read("x.csv", bytes, Limits::UPLOAD).unwrap_err();
        assert_eq!(why(b"  \n"), NotTaken::Empty);
        assert_eq!(why(b"<html><table>"), NotTaken::NotAWorkbook);
        assert_eq!(why(b"\x01\x02\x03abc"), NotTaken::NotAWorkbook);
        assert_eq!(why(&[0xff, 0xff, 0xff, 0xff]), NotTaken::Encoding);
        let few = Limits { cells: 3, ..Limits::UPLOAD };
        assert_eq!(read("x.csv", b"a,b\nc,d\n", few).unwrap_err(), NotTaken::TooManyCells(3));
        assert_eq!(unguarded("'=1+1"), "=1+1");
        assert_eq!(unguarded("=\"001\""), "001");
    }
}
