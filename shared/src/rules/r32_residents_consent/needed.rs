//! The share that a vote needs, exactly.

use crate::{
    exact::{Bound, Ratio},
    words::quantities,
};
use std::cmp::Ordering;

/// The share that a vote needs.
#[derive(Clone, Copy)]
pub(super) enum Needed {
    /// This share.
    AtLeast(Ratio),
    /// More than this share.
    Above(Ratio),
}

impl Needed {
    /// The share that is named.
    pub(super) const fn mark(self) -> Ratio {
        match self {
            Self::AtLeast(mark) | Self::Above(mark) => mark,
        }
    }

    /// Whether a share meets it; a share of nothing doesn't.
    pub(super) fn is_met_by(self, share: Ratio) -> bool {
        let order = share.against(self.mark());
        order == Some(Ordering::Greater) || order == Some(Ordering::Equal) && matches!(self, Self::AtLeast(_))
    }

    /// The least part of a whole that meets it.
    pub(super) fn least_of(self, whole: i64) -> i64 {
        let (Ratio { numerator, denominator }, whole) = (self.mark(), i128::from(whole));
        let product = i128::from(numerator) * whole;
        let least = match self {
            Self::AtLeast(_) => (product + i128::from(denominator) - 1).div_euclid(i128::from(denominator)),
            Self::Above(_) => product.div_euclid(i128::from(denominator)) + 1,
        };
        i64::try_from(least).unwrap_or(i64::MAX)
    }
}

/// The lesser of the shares of owners and area, as it is shown beside what is needed; a share of nothing is the least.
pub(super) fn shown([owners, area]: [Ratio; 2], needed: Needed) -> String {
    let lesser = match owners.against(area) {
        Some(Ordering::Greater) => area,
        None if owners.denominator > 0 => area,
        _ => owners,
    };
    let percent = lesser.percent(Bound::AtLeastFraction(needed.mark()));
    percent.map_or_else(|| quantities::NO_VALUE.zh.to_owned(), |percent| format!("{percent}%"))
}
