//! Floor area, in integer hundredths of a square metre.

use super::parse::{QuantityError, scaled, shown};
use serde::{Deserialize, Serialize};
use std::iter::Sum;

/// An area in hundredths of a square metre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Area(i64);

impl Area {
    /// From hundredths of a square metre.
    pub const fn from_hundredths(hundredths: i64) -> Self {
        Self(hundredths)
    }

    /// The hundredths of a square metre.
    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// Whether it is nothing at all.
    pub const fn is_zero(&self) -> bool {
        self.0 == 0
    }

    /// Reads an area typed in square metres, up to two decimals.
    ///
    /// # Errors
    /// When the text is no decimal number, too precise or too large.
    pub fn parse(text: &str) -> Result<Self, QuantityError> {
        scaled(text, 2).map(Self)
    }

    /// The sum, stopping at the largest area that can be stored.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// With two decimals and thousands separators, without unit.
    pub fn shown(self) -> String {
        shown(i128::from(self.0), 2)
    }
}

impl Sum for Area {
    fn sum<I: Iterator<Item = Self>>(areas: I) -> Self {
        areas.fold(Self::default(), Self::plus)
    }
}
