//! How the cells of a workbook look: one look for ordinary rows, one for sums, one for what is wrong.

use anju_domain::{chart::Emphasis, language::Language};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The looks of a workbook.
pub(super) struct Formats {
    pub(super) title: Format,
    pub(super) about: Format,
    pub(super) head: Format,
    plain: Look,
    sum: Look,
    alarm: Look,
}

/// The formats of a row, by what a cell holds.
pub(super) struct Look {
    pub(super) text: Format,
    pub(super) absent: Format,
    /// 2022
    pub(super) plain: Format,
    /// 1,234
    pub(super) count: Format,
    /// 12.5
    pub(super) one_decimal: Format,
    /// 2,040.45
    pub(super) two_decimals: Format,
    /// 96.08%
    pub(super) percent: Format,
    pub(super) day: Format,
    /// 2022-04-10, as files are filled in.
    pub(super) plain_day: Format,
    /// As many decimals as there are.
    pub(super) general: Format,
    pub(super) instant: Format,
}

impl Formats {
    /// In a language: dates are written as its readers do.
    pub(super) fn of(language: Language) -> Self {
        let font = match language {
            Language::Zh => Format::new().set_font_name("宋体"),
            Language::En => Format::new(),
        };
        let wrapped = font.clone().set_text_wrap().set_align(FormatAlign::Top);
        let cell = wrapped.clone().set_border(FormatBorder::Thin);
        Self {
            title: font.set_bold().set_font_size(16).set_align(FormatAlign::Left).set_text_wrap(),
            about: wrapped.clone().set_align(FormatAlign::Left),
            head: cell.clone().set_bold().set_align(FormatAlign::Center).set_background_color(Color::RGB(0x00E6_EFEF)),
            plain: Look::of(&cell, language),
            sum: Look::of(&cell.clone().set_bold(), language),
            alarm: Look::of(&cell.set_font_color(Color::RGB(0x00B0_2020)), language),
        }
    }

    /// The look of a row.
    pub(super) const fn of_row(&self, emphasis: Emphasis) -> &Look {
        match emphasis {
            Emphasis::Plain => &self.plain,
            Emphasis::Subtotal | Emphasis::Total => &self.sum,
            Emphasis::Alarm => &self.alarm,
        }
    }
}

impl Look {
    fn of(cell: &Format, language: Language) -> Self {
        let number = |format: &str| cell.clone().set_num_format(format);
        let (day, instant) = match language {
            Language::Zh => ("yyyy\"年\"m\"月\"d\"日\"", "yyyy\"年\"m\"月\"d\"日\" hh:mm:ss"),
            Language::En => ("[$-409]d mmmm yyyy", "[$-409]d mmmm yyyy hh:mm:ss"),
        };
        Self {
            text: number("@").set_align(FormatAlign::Left),
            absent: cell.clone().set_align(FormatAlign::Right),
            plain: number("0"),
            count: number("#,##0"),
            one_decimal: number("#,##0.0"),
            two_decimals: number("#,##0.00"),
            percent: number("#,##0.00%"),
            day: number(day).set_align(FormatAlign::Left),
            plain_day: number("yyyy-mm-dd").set_align(FormatAlign::Left),
            general: number("General"),
            instant: number(instant).set_align(FormatAlign::Left),
        }
    }
}
