//! Reading a decimal as people type it: full-width digits, spaces and thousands separators are understood.

use crate::language::{Language, Text};

/// Why a typed quantity could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityError {
    /// Nothing was typed.
    Empty,
    /// Something that is no decimal number.
    NotANumber,
    /// More decimals than the unit has.
    TooPrecise,
    /// Beyond what can be stored.
    TooLarge,
}

impl QuantityError {
    /// What is wrong and what to do.
    pub const fn text(self, language: Language) -> &'static str {
        match self {
            Self::Empty => Text::new("请填写数字", "Enter a number"),
            Self::NotANumber => {
                Text::new("不是数字，请只填数字和小数点", "This is no number; use digits and a decimal point only")
            }
            Self::TooPrecise => Text::new("小数位数过多，请保留规定位数", "Too many decimals for this unit"),
            Self::TooLarge => Text::new("数字过大，请核实单位", "The number is too large; check the unit"),
        }
        .get(language)
    }
}

/// Reads `text` as an integer count of 10^-`decimals` units.
pub(crate) fn scaled(text: &str, decimals: u32) -> Result<i64, QuantityError> {
    let mut digits: Vec<char> = Vec::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '０'..='９' => digits.push(char::from(b'0' + u8::try_from(c as u32 - '０' as u32).unwrap_or(0))),
            '．' => digits.push('.'),
            '－' | '−' => digits.push('-'),
            ',' | '，' | '\u{a0}' | '\u{3000}' => {}
            c if c.is_whitespace() => {}
            c => digits.push(c),
        }
    }
    if digits.is_empty() {
        return Err(QuantityError::Empty);
    }
    let negative = digits[0] == '-';
    let body = if negative { &digits[1..] } else { &digits[..] };
    let mut value: i64 = 0;
    let mut seen_digit = false;
    let mut after_point: Option<u32> = None;
    for &c in body {
        if c == '.' {
            if after_point.is_some() {
                return Err(QuantityError::NotANumber);
            }
            after_point = Some(0);
            continue;
        }
        let digit = c.to_digit(10).ok_or(QuantityError::NotANumber)?;
        seen_digit = true;
        if let Some(places) = after_point.as_mut() {
            if *places == decimals {
                if digit == 0 {
                    continue;
                }
                return Err(QuantityError::TooPrecise);
            }
            *places += 1;
        }
        value = value.checked_mul(10).and_then(|v| v.checked_add(i64::from(digit))).ok_or(QuantityError::TooLarge)?;
    }
    if !seen_digit {
        return Err(QuantityError::NotANumber);
    }
    for _ in after_point.unwrap_or(0)..decimals {
        value = value.checked_mul(10).ok_or(QuantityError::TooLarge)?;
    }
    Ok(if negative { -value } else { value })
}

/// Reads a whole number as people type it.
///
/// # Errors
/// When the text is no whole number, or too large.
pub fn parse_count(text: &str) -> Result<i64, QuantityError> {
    scaled(text, 0)
}

/// Reads a decimal as people type it and gives it as digits with at most one point, so that no precision is lost.
///
/// # Errors
/// When the text is no decimal number, has more than six decimals or is too large.
pub fn plain_decimal(text: &str) -> Result<String, QuantityError> {
    let written = shown(i128::from(scaled(text, 6)?), 6).replace(',', "");
    Ok(written.trim_end_matches('0').trim_end_matches('.').to_owned())
}

/// Writes an integer count of 10^-`decimals` units with thousands separators; never `-0.00`.
pub(crate) fn shown(value: i128, decimals: usize) -> String {
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 2);
    if value < 0 {
        out.push('-');
    }
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    if decimals > 0 {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// A whole number with thousands separators.
pub fn grouped(count: i64) -> String {
    shown(i128::from(count), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        assert_eq!(scaled("6.51", 6), Ok(6_510_000));
        assert_eq!(scaled(" １，２３４．５ ", 2), Ok(123_450));
        assert_eq!(scaled("1,145.600000000", 6), Ok(1_145_600_000));
        assert_eq!(scaled("-0.01", 2), Ok(-1));
        assert_eq!(scaled("", 2), Err(QuantityError::Empty));
        assert_eq!(scaled("12万", 2), Err(QuantityError::NotANumber));
        assert_eq!(scaled("1.2.3", 2), Err(QuantityError::NotANumber));
        assert_eq!(scaled(".", 2), Err(QuantityError::NotANumber));
        assert_eq!(scaled("0.001", 2), Err(QuantityError::TooPrecise));
        assert_eq!(scaled("99999999999999999999", 2), Err(QuantityError::TooLarge));
    }

    #[test]
    fn a_decimal_keeps_its_digits() {
        assert_eq!(plain_decimal(" １，２６０．５０ ").as_deref(), Ok("1260.5"));
        assert_eq!(plain_decimal("260").as_deref(), Ok("260"));
        assert_eq!(plain_decimal("0.000001").as_deref(), Ok("0.000001"));
        assert_eq!(plain_decimal("1e3"), Err(QuantityError::NotANumber));
        assert_eq!(plain_decimal("0.0000001"), Err(QuantityError::TooPrecise));
        assert_eq!(parse_count("48"), Ok(48));
        assert_eq!(parse_count("48.5"), Err(QuantityError::TooPrecise));
    }

    #[test]
    fn writes_with_separators() {
        assert_eq!(shown(204_045, 2), "2,040.45");
        assert_eq!(shown(-5, 2), "-0.05");
        assert_eq!(shown(0, 2), "0.00");
        assert_eq!(shown(7_000, 0), "7,000");
        assert_eq!(shown(i128::from(i64::MIN), 0), "-9,223,372,036,854,775,808");
    }
}
