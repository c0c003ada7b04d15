//! A range of amounts as people type it: 100-500, ≥100, <=500, 100.

use crate::exact::scaled;

/// Amounts from one to another, both included, in the smallest unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    from: Option<i64>,
    to: Option<i64>,
}

/// What may stand between the two ends.
const BETWEEN: [&str; 6] = ["..", "~", "～", "—", "至", "-"];
const AT_LEAST: [&str; 4] = ["≥", ">=", "＞＝", "不小于"];
const AT_MOST: [&str; 4] = ["≤", "<=", "＜＝", "不大于"];

impl Range {
    /// Reads a range whose amounts have so many decimals; none when it is no range.
    pub fn read(typed: &str, decimals: u32) -> Option<Self> {
        let typed = typed.trim();
        let amount = |text: &str| scaled(text, decimals).ok();
        if let Some(text) = AT_LEAST.iter().find_map(|mark| typed.strip_prefix(mark)) {
            return Some(Self { from: Some(amount(text)?), to: None });
        }
        if let Some(text) = AT_MOST.iter().find_map(|mark| typed.strip_prefix(mark)) {
            return Some(Self { from: None, to: Some(amount(text)?) });
        }
        if let Some(one) = amount(typed) {
            return Some(Self { from: Some(one), to: Some(one) });
        }
        let (from, to) = BETWEEN.iter().find_map(|mark| typed.split_once(mark))?;
        let end = |text: &str| if text.trim().is_empty() { Some(None) } else { amount(text).map(Some) };
        let range = Self { from: end(from)?, to: end(to)? };
        (range.from.is_some() || range.to.is_some()).then_some(range)
    }

    /// Whether an amount lies in it.
    pub fn holds(self, amount: i64) -> bool {
        self.from.is_none_or(|from| from <= amount) && self.to.is_none_or(|to| amount <= to)
    }

    /// As people read it.
    pub fn in_words(self, decimals: u32) -> String {
        let shown = |amount: i64| shown(amount, decimals);
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => shown(from),
            (Some(from), Some(to)) => format!("{}—{}", shown(from), shown(to)),
            (Some(from), None) => format!("≥{}", shown(from)),
            (None, Some(to)) => format!("≤{}", shown(to)),
            (None, None) => String::new(),
        }
    }
}

/// An amount with its decimals, those left out that say nothing.
fn shown(amount: i64, decimals: u32) -> String {
    let unit = 10_u64.saturating_pow(decimals);
    let (whole, part) = (amount.unsigned_abs() / unit, amount.unsigned_abs() % unit);
    let sign = if amount < 0 { "-" } else { "" };
    if part == 0 {
        return format!("{sign}{whole}");
    }
    let part = format!("{part:0width$}", width = usize::try_from(decimals).unwrap_or_default());
    format!("{sign}{whole}.{}", part.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_they_are_typed() {
        for (typed, from, to, words) in [
            ("100-500", Some(10_000), Some(50_000), "100—500"),
            ("100..500", Some(10_000), Some(50_000), "100—500"),
            (" 100 ～ 500 ", Some(10_000), Some(50_000), "100—500"),
            ("100至500.5", Some(10_000), Some(50_050), "100—500.5"),
            ("≥1,000", Some(100_000), None, "≥1000"),
            (">= 100", Some(10_000), None, "≥100"),
            ("<=0.05", None, Some(5), "≤0.05"),
            ("100-", Some(10_000), None, "≥100"),
            ("..7", None, Some(700), "≤7"),
            ("１００", Some(10_000), Some(10_000), "100"),
        ] {
            let range = Range::read(typed, 2).unwrap_or_else(|| panic!("{typed}"));
            assert_eq!(range, Range { from, to }, "{typed}");
            assert_eq!(range.in_words(2), words);
            assert_eq!(Range::read(&range.in_words(2), 2), Some(range), "{typed}");
        }
        for typed in ["", "-", "..", "a", "1-b", "≥", "1..2..3", "0.001", "100-500-900"] {
            assert_eq!(Range::read(typed, 2), None, "{typed}");
        }
    }

    #[test]
    fn both_ends_are_in() {
        let range = Range::read("1-2", 0).unwrap();
        assert_eq!([0, 1, 2, 3].map(|amount| range.holds(amount)), [false, true, true, false]);
    }
}
