//! Money, in integer fen; shown in 万元 with two decimals.

use super::parse::{QuantityError, scaled, shown};
use serde::{Deserialize, Serialize};
use std::iter::Sum;

/// An amount of money in fen (1 元 = 100 fen, 1 万元 = 1,000,000 fen).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Money(i64);

/// Fen in one 万元.
const FEN_IN_WAN: i128 = 1_000_000;

impl Money {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// From an integer count of fen.
    pub const fn from_fen(fen: i64) -> Self {
        Self(fen)
    }

    /// From hundredths of a 万元, the precision in which papers state amounts.
    pub const fn from_wan_hundredths(hundredths: i64) -> Self {
        Self(hundredths * 10_000)
    }

    /// The integer count of fen.
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// Reads an amount typed in 万元, up to six decimals (one fen).
    ///
    /// # Errors
    /// When the text is no decimal number, too precise or too large.
    pub fn parse_wan(text: &str) -> Result<Self, QuantityError> {
        scaled(text, 6).map(Self)
    }

    /// Reads an amount typed in 元, up to two decimals (one fen).
    ///
    /// # Errors
    /// When the text is no decimal number, too precise or too large.
    pub fn parse_yuan(text: &str) -> Result<Self, QuantityError> {
        scaled(text, 2).map(Self)
    }

    /// The sum, stopping at the largest amount that can be stored.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, stopping at the smallest amount that can be stored.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Whether it is nothing at all.
    pub const fn is_zero(&self) -> bool {
        self.0 == 0
    }

    /// This amount, or nothing when it is negative.
    #[must_use]
    pub fn or_zero(self) -> Self {
        self.max(Self::ZERO)
    }

    /// In 万元 with two decimals and thousands separators, half up away from zero, without unit.
    pub fn wan(self) -> String {
        let fen = i128::from(self.0);
        let half = FEN_IN_WAN / 200;
        let hundredths = (fen.abs() + half) / (FEN_IN_WAN / 100) * fen.signum();
        shown(hundredths, 2)
    }

    /// In 万元 with as many decimals as are needed to lose nothing, at least two; what a form shows and reads back.
    pub fn wan_exact(self) -> String {
        let text = shown(i128::from(self.0), 6);
        let keep = text.trim_end_matches('0').len().max(text.len() - 4);
        text[..keep].to_owned()
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::plus)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_half_up_and_never_minus_zero() {
        assert_eq!(Money::from_fen(5_000).wan(), "0.01");
        assert_eq!(Money::from_fen(4_999).wan(), "0.00");
        assert_eq!(Money::from_fen(-4_999).wan(), "0.00");
        assert_eq!(Money::from_fen(-5_000).wan(), "-0.01");
        assert_eq!(Money::from_wan_hundredths(204_045).wan(), "2,040.45");
    }

    #[test]
    fn form_text_reads_back() {
        for fen in [1, 65_100, 6_510_000, 123_456_789, -1, 0, i64::MAX] {
            let money = Money::from_fen(fen);
            assert_eq!(Money::parse_wan(&money.wan_exact()), Ok(money));
        }
        assert_eq!(Money::from_fen(6_510_000).wan_exact(), "6.51");
    }

    #[test]
    fn sums_do_not_overflow() {
        assert_eq!([Money::from_fen(i64::MAX), Money::from_fen(1)].into_iter().sum::<Money>().fen(), i64::MAX);
    }
}
