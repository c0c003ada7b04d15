//! Progress and lag, in integer tenths of a percent (a point is one percent).

use super::parse::{QuantityError, scaled, shown};
use serde::{Deserialize, Serialize};

/// Tenths of a percent: 640 is 64.0 %. A lag is the difference of two and may be negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Progress(i64);

impl Progress {
    /// Finished.
    pub const COMPLETE: Self = Self(1000);

    /// From tenths of a percent.
    pub const fn from_tenths(tenths: i64) -> Self {
        Self(tenths)
    }

    /// The tenths of a percent.
    pub const fn tenths(self) -> i64 {
        self.0
    }

    /// Reads progress typed in percent, with one decimal at most, with or without its sign.
    ///
    /// # Errors
    /// When the text is no decimal number, too precise or too large.
    pub fn parse(text: &str) -> Result<Self, QuantityError> {
        scaled(text.trim().trim_end_matches(['%', '％']), 1).map(Self)
    }

    /// The difference in points.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// With one decimal, without unit.
    pub fn shown(self) -> String {
        shown(i128::from(self.0), 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_progress_is_read_to_a_tenth() {
        for (text, tenths) in [("64", 640), ("６４．５％", 645), (" 100% ", 1000), ("0", 0), ("-1", -10)] {
            assert_eq!(Progress::parse(text).map(Progress::tenths), Ok(tenths), "{text}");
        }
        assert_eq!(Progress::parse("64.55"), Err(QuantityError::TooPrecise));
        assert_eq!(Progress::parse(""), Err(QuantityError::Empty));
        assert_eq!(Progress::parse("完"), Err(QuantityError::NotANumber));
    }
}
