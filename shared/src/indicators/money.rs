//! The tally of money by source group: what L-05, L-07 and the matters for the leading group rest on.

use super::{CommunityFacts, Dimension, Filter, ProgrammeFacts, scope::admitted};
use crate::{
    exact::{Money, Month, Ratio},
    policy::{funding::SourceGroup, stages::Stage},
};

/// Money of one group or of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) secured: Money,
    pub(super) secured_cash: Money,
    pub(super) applied_for: Money,
    pub(super) received: Money,
    pub(super) paid: Money,
}

impl Tally {
    #[must_use]
    pub(super) const fn plus(self, other: Self) -> Self {
        Self {
            secured: self.secured.plus(other.secured),
            secured_cash: self.secured_cash.plus(other.secured_cash),
            applied_for: self.applied_for.plus(other.applied_for),
            received: self.received.plus(other.received),
            paid: self.paid.plus(other.paid),
        }
    }

    /// 到位率: received of what is 落实 in cash.
    pub(super) const fn received_share(&self) -> Ratio {
        Ratio::new(self.received.fen(), self.secured_cash.fen())
    }

    /// 支付率: paid of what was received.
    pub(super) const fn paid_share(&self) -> Ratio {
        Ratio::new(self.paid.fen(), self.received.fen())
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Money by group, in the official order; groups without any are left out. 财政资金 stand first, as the order has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ByGroup(pub(super) Vec<(SourceGroup, Tally)>);

/// The groups that are 财政资金 (section 5).
pub(super) const fn is_fiscal(group: SourceGroup) -> bool {
    matches!(group, SourceGroup::Central | SourceGroup::Provincial | SourceGroup::Bonds | SourceGroup::County)
}

impl ByGroup {
    /// The tally of a scope; communities that were 调出 are out.
    pub(super) fn of(facts: &ProgrammeFacts, filter: &Filter) -> Self {
        let mut sums = [Tally::default(); SourceGroup::ALL.len()];
        let mut add = |group: SourceGroup, part: Tally| {
            if let Some(sum) = sums.get_mut(group as usize) {
                *sum = sum.plus(part);
            }
        };
        let by_month = filter.states(Dimension::Months);
        for community in counted(facts, filter) {
            for source in &community.sources {
                let flow = |amount: Money| if by_month { Money::ZERO } else { amount };
                let part = Tally {
                    secured: source.secured,
                    secured_cash: source.secured_cash,
                    applied_for: source.applied_for,
                    received: flow(source.received),
                    paid: flow(source.paid),
                };
                add(source.group, part);
            }
            // Of some months only what came in and went out in them.
            for (month, group, received) in community.received.iter().filter(|_| by_month) {
                if filter.holds(*month) {
                    add(*group, Tally { received: *received, ..Tally::default() });
                }
            }
            for (month, group, paid) in community.paid.iter().filter(|_| by_month) {
                if filter.holds(*month) {
                    add(*group, Tally { paid: *paid, ..Tally::default() });
                }
            }
        }
        Self(SourceGroup::ALL.iter().copied().zip(sums).filter(|(_, sum)| !sum.is_empty()).collect())
    }

    pub(super) fn sum(&self, of: impl Fn(SourceGroup) -> bool) -> Tally {
        self.0.iter().filter(|(group, _)| of(*group)).fold(Tally::default(), |sum, (_, tally)| sum.plus(*tally))
    }

    pub(super) fn total(&self) -> Tally {
        self.sum(|_| true)
    }

    pub(super) fn fiscal(&self) -> Tally {
        self.sum(is_fiscal)
    }

    /// Without the groups of which nothing was promised, received or paid in cash.
    pub(super) fn with_cash(mut self) -> Self {
        let nothing = [Money::ZERO; 3];
        self.0.retain(|(_, tally)| [tally.secured_cash, tally.received, tally.paid] != nothing);
        self
    }

    /// The groups with a subtotal of 财政资金 after the last fiscal one, when there are several.
    pub(super) fn with_subtotal(&self) -> Vec<(Option<SourceGroup>, Tally)> {
        let fiscal = self.0.iter().filter(|(group, _)| is_fiscal(*group)).count();
        let mut rows: Vec<_> = self.0.iter().map(|(group, tally)| (Some(*group), *tally)).collect();
        if fiscal > 1 {
            // Fiscal groups come first in the official order.
            rows.insert(fiscal, (None, self.fiscal()));
        }
        rows
    }
}

/// Communities that count in sums of money.
pub(super) fn counted<'a>(facts: &'a ProgrammeFacts, filter: &'a Filter) -> impl Iterator<Item = &'a CommunityFacts> {
    admitted(facts, filter).filter(|community| community.stage != Stage::Withdrawn)
}

/// What was received or paid up to a month, that month included.
pub(super) fn until(flows: &[(Month, SourceGroup, Money)], month: Month) -> Money {
    flows.iter().filter(|(at, ..)| *at <= month).map(|(.., amount)| *amount).sum()
}
