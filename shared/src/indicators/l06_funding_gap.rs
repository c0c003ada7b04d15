//! # L-06 资金缺口 · Funding gap
//!
//! What lacks on the lines: of each the part that no commitment (落实) covers; money of one line can't close another's gap. What is merely applied for stands beside it. Told as a fall from the investment to the gap,
//! source by source, and by community. Clause 5.2b.

pub mod by_community;
pub mod by_source;

use super::CommunityFacts;
use crate::exact::Money;

/// Investment, what lacks of it, and what is applied for; it adds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    total: Money,
    gap: Money,
    applied_for: Money,
}

impl Tally {
    fn of(community: &CommunityFacts) -> Self {
        Self {
            total: community.total(),
            gap: community.gap,
            applied_for: community.sources.iter().map(|source| source.applied_for).sum(),
        }
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            total: self.total.plus(other.total),
            gap: self.gap.plus(other.gap),
            applied_for: self.applied_for.plus(other.applied_for),
        }
    }
}
