//! Ratios as pairs of integers, compared exactly and shown as the papers want it (decision A-18).

use super::parse::shown;
use std::cmp::Ordering;

/// A ratio of two integers of one unit. Without a denominator it has no value: it is shown as 「—」, never as 0 or 100 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ratio {
    /// The part.
    pub numerator: i64,
    /// The whole.
    pub denominator: i64,
}

/// A mark beside which a shown ratio must not contradict the verdict: in percent, or in hundredths of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Nothing to respect.
    None,
    /// A threshold, grade or target to be reached: a value short of it is truncated.
    AtLeast(i64),
    /// The same with a fraction such as 2/3, which has no exact percent.
    AtLeastFraction(Ratio),
    /// An upper limit to be kept: a value above it is rounded up.
    AtMost(i64),
}

impl Ratio {
    /// A ratio of two integers of one unit.
    pub const fn new(numerator: i64, denominator: i64) -> Self {
        Self { numerator, denominator }
    }

    /// Whether it is at least `percent` %; `None` without a denominator.
    pub fn at_least(self, percent: i64) -> Option<bool> {
        (self.denominator > 0)
            .then(|| 100 * i128::from(self.numerator) >= i128::from(percent) * i128::from(self.denominator))
    }

    /// How it stands to a number given in hundredths; `None` without a denominator.
    pub fn compare(self, hundredths: i64) -> Option<Ordering> {
        let whole = i128::from(self.denominator);
        (whole > 0).then(|| (100 * i128::from(self.numerator)).cmp(&(i128::from(hundredths) * whole)))
    }

    /// How it compares with another ratio, exactly; `None` when either has no denominator.
    pub fn against(self, other: Self) -> Option<Ordering> {
        let cross = |a: Self, b: Self| i128::from(a.numerator) * i128::from(b.denominator);
        (self.denominator > 0 && other.denominator > 0).then(|| cross(self, other).cmp(&cross(other, self)))
    }

    /// As a percent with two decimals, without sign; `None` without a denominator.
    pub fn percent(self, bound: Bound) -> Option<String> {
        let marked = match bound {
            Bound::None | Bound::AtLeastFraction(_) => bound,
            Bound::AtLeast(mark) => Bound::AtLeast(mark.saturating_mul(100)),
            Bound::AtMost(mark) => Bound::AtMost(mark.saturating_mul(100)),
        };
        self.two_decimals(10_000, marked)
    }

    /// As a number with two decimals, such as ㎡ a household, its bound in hundredths; `None` without a denominator.
    pub fn number(self, bound: Bound) -> Option<String> {
        self.two_decimals(100, bound)
    }

    /// `scale` times the ratio as hundredths, beside a mark in hundredths.
    fn two_decimals(self, scale: i128, bound: Bound) -> Option<String> {
        if self.denominator <= 0 {
            return None;
        }
        let scaled = i128::from(self.numerator) * scale;
        let whole = i128::from(self.denominator);
        let floor = scaled.div_euclid(whole);
        let exact = scaled.rem_euclid(whole) == 0;
        let doubled = 2 * scaled;
        // Half up away from zero.
        let rounded = if scaled >= 0 {
            (doubled + whole).div_euclid(2 * whole)
        } else {
            -((-doubled + whole).div_euclid(2 * whole))
        };
        let value = match bound {
            Bound::AtLeast(mark) if scaled < i128::from(mark) * whole && rounded >= i128::from(mark) => floor,
            Bound::AtLeastFraction(mark)
                if self.against(mark) == Some(Ordering::Less)
                    && rounded * i128::from(mark.denominator) >= i128::from(mark.numerator) * scale =>
            {
                floor
            }
            Bound::AtMost(mark) if scaled > i128::from(mark) * whole && rounded <= i128::from(mark) => {
                floor + i128::from(!exact)
            }
            _ => rounded,
        };
        Some(shown(value, 2))
    }
}

/// A percent with its sign, or 「—」 without a denominator.
pub fn percent(ratio: Ratio) -> String {
    ratio.percent(Bound::None).map_or_else(|| "—".to_owned(), |text| format!("{text}%"))
}

/// The difference of two percents as they are shown, so that readers who subtract find the same; `None` where one of
/// them has no denominator.
pub(crate) fn points(now: Ratio, then: Ratio) -> Option<String> {
    let hundredths = |ratio: Ratio| ratio.percent(Bound::None)?.replace([',', '.'], "").parse::<i128>().ok();
    Some(shown(hundredths(now)? - hundredths(then)?, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_the_difference_of_what_is_shown() {
        let difference = |now, then| points(Ratio::new(now, 3), Ratio::new(then, 7));
        assert_eq!(difference(1, 2).as_deref(), Some("4.76"));
        assert_eq!(difference(0, 1).as_deref(), Some("-14.29"));
        assert_eq!(difference(0, 0).as_deref(), Some("0.00"));
        assert_eq!(points(Ratio::new(1, 1), Ratio::new(1, 0)), None);
    }

    #[test]
    fn a_shown_value_never_contradicts_the_verdict() {
        assert_eq!(Ratio::new(129_500_000, 431_700_000).percent(Bound::AtLeast(30)).as_deref(), Some("29.99"));
        assert_eq!(Ratio::new(299_999, 1_000_000).percent(Bound::AtLeast(30)).as_deref(), Some("29.99"));
        assert_eq!(Ratio::new(30, 100).percent(Bound::AtLeast(30)).as_deref(), Some("30.00"));
        assert_eq!(Ratio::new(1_100_001, 1_000_000).percent(Bound::AtMost(110)).as_deref(), Some("110.01"));
        let two_thirds = Bound::AtLeastFraction(Ratio::new(2, 3));
        assert_eq!(Ratio::new(2_079_999, 3_120_000).percent(two_thirds).as_deref(), Some("66.66"));
        assert_eq!(Ratio::new(208, 312).percent(two_thirds).as_deref(), Some("66.67"));
        assert_eq!(Ratio::new(2, 3).percent(Bound::None).as_deref(), Some("66.67"));
        assert_eq!(Ratio::new(1, 0).percent(Bound::None), None);
        assert_eq!(Ratio::new(-1, 8).percent(Bound::None).as_deref(), Some("-12.50"));
    }

    #[test]
    fn compares_by_integers() {
        assert_eq!(Ratio::new(129_510_000, 431_700_000).at_least(30), Some(true));
        assert_eq!(Ratio::new(129_509_999, 431_700_000).at_least(30), Some(false));
        assert_eq!(Ratio::new(0, 0).at_least(30), None);
        assert_eq!(Ratio::new(207, 312).against(Ratio::new(2, 3)), Some(Ordering::Less));
        assert_eq!(Ratio::new(208, 312).against(Ratio::new(2, 3)), Some(Ordering::Equal));
        assert_eq!(Ratio::new(i64::MAX, 1).against(Ratio::new(1, i64::MAX)), Some(Ordering::Greater));
        assert_eq!(Ratio::new(1, 0).against(Ratio::new(2, 3)), None);
        assert_eq!(Ratio::new(i64::MAX, i64::MAX).at_least(100), Some(true));
    }
}
