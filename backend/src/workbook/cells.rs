//! One cell of a table as one cell of a sheet.

use super::{day, formats::Look};
use anju_domain::{
    chart,
    exact::beijing_time,
    language::Language,
    table::Cell,
    words::{export as words, fill},
};
use chrono::{DateTime, Timelike, Utc};
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};
use std::borrow::Cow;

/// The most characters of a cell.
const LONGEST_TEXT: usize = 32_767;
/// How many of them are kept of a longer text, so that the rest can be told.
const KEPT_TEXT: usize = 32_000;
/// Integers up to here are exact as the numbers of a sheet.
const LARGEST_EXACT: u64 = 1 << 53;
const FEN_IN_WAN: f64 = 1_000_000.0;

/// Writes a cell: a number where it is one, else words. Never a formula.
pub(super) fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    look: &Look,
    language: Language,
) -> Result<(), XlsxError> {
    let number = match cell {
        Cell::Day(date) => match day(*date) {
            Ok(date) => return sheet.write_datetime_with_format(row, column, date, &look.day).map(drop),
            Err(_) => None,
        },
        Cell::Instant(at) => match instant(*at) {
            Ok(at) => return sheet.write_datetime_with_format(row, column, at, &look.instant).map(drop),
            Err(_) => None,
        },
        Cell::Year(year) => Some((f64::from(*year), &look.plain)),
        Cell::Figure(cell) => figure(cell, look),
    };
    if let Some((number, format)) = number {
        return sheet.write_number_with_format(row, column, number, format).map(drop);
    }
    let shown = cell.shown(language);
    let format = if matches!(cell, Cell::Figure(chart::Cell::Absent)) { &look.absent } else { &look.text };
    sheet.write_string_with_format(row, column, that_fits(&shown, language).as_ref(), format).map(drop)
}

/// A number with its format; nothing for words, and for what a sheet could not hold exactly.
fn figure<'a>(cell: &chart::Cell, look: &'a Look) -> Option<(f64, &'a Format)> {
    match cell {
        chart::Cell::Money(money) => Some((exact(money.fen())? / FEN_IN_WAN, &look.two_decimals)),
        chart::Cell::Count(count) => Some((exact(*count)?, &look.count)),
        chart::Cell::Area(area) => Some((exact(area.hundredths())? / 100.0, &look.two_decimals)),
        // The shown share, which may be rounded down beside a mark: a sheet would round it up to the mark.
        chart::Cell::Percent(..) => Some((hundredths(&cell.shown())? / 10_000.0, &look.percent)),
        chart::Cell::Progress(progress) => Some((exact(progress.tenths())? / 10.0, &look.one_decimal)),
        chart::Cell::Text(_) | chart::Cell::Absent => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "only integers that are exact pass")]
fn exact(number: i64) -> Option<f64> {
    (number.unsigned_abs() <= LARGEST_EXACT).then_some(number as f64)
}

/// `96.08%` as 9608.
fn hundredths(shown: &str) -> Option<f64> {
    let digits: String = shown.chars().filter(|letter| letter.is_ascii_digit() || *letter == '-').collect();
    digits.parse::<i64>().ok().and_then(exact)
}

fn instant(at: DateTime<Utc>) -> Result<ExcelDateTime, XlsxError> {
    let local = beijing_time(at);
    let minute = u8::try_from(local.minute()).unwrap_or_default();
    day(local.date_naive())?.and_hms(u16::try_from(local.hour()).unwrap_or_default(), minute, local.second())
}

/// A text that a cell can hold; of a longer one it says what is missing.
pub(super) fn that_fits(text: &str, language: Language) -> Cow<'_, str> {
    let length = text.chars().count();
    if length <= LONGEST_TEXT {
        return Cow::Borrowed(text);
    }
    let kept: String = text.chars().take(KEPT_TEXT).collect();
    let numbers = [("n", &*length.to_string()), ("kept", &*KEPT_TEXT.to_string())];
    Cow::Owned(format!("{kept}{}", fill(words::CUT, language, &numbers)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::formats::Formats;
    use anju_domain::{
        chart::Emphasis,
        exact::{Money, Progress},
    };

    #[test]
    fn figures_are_the_numbers_that_are_shown() {
        let formats = Formats::of(Language::Zh);
        let look = formats.of_row(Emphasis::Plain);
        let number = |cell: chart::Cell| figure(&cell, look).map(|(number, _)| number);
        assert_eq!(number(chart::Cell::Money(Money::from_fen(204_045_678))), Some(204.045_678));
        assert_eq!(number(chart::Cell::Percent(299_999, 1_000_000, Some(30))), Some(0.2999));
        assert_eq!(number(chart::Cell::Percent(-1, 8, None)), Some(-0.125));
        assert_eq!(number(chart::Cell::Percent(1, 0, None)), None);
        assert_eq!(number(chart::Cell::Progress(Progress::from_tenths(-125))), Some(-12.5));
        assert_eq!(number(chart::Cell::Count(i64::MAX)), None, "shown as words rather than rounded");
    }

    #[test]
    fn a_text_that_does_not_fit_says_so() {
        let long = "长".repeat(40_000);
        let cut = that_fits(&long, Language::Zh);
        assert!(cut.chars().count() <= LONGEST_TEXT && cut.ends_with("（原文40000字，此处列前32000字，全文见系统）"));
        assert_eq!(that_fits("短", Language::Zh), "短");
    }
}
