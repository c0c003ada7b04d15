//! 到位、支付、结余: of one community by source, and over the programme by source and by community. Page and file read the
//! same rows.

mod community;
mod programme;

pub use community::{MoneyOfSource, MoneySheet, source_name};
pub use programme::{said, table, tables};

use crate::exact::{Money, Ratio};

/// Sums of money of one source, one community or all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MoneySums {
    /// 落实 in cash: without goods and labour.
    pub secured: Money,
    /// 到位
    pub received: Money,
    /// 支付
    pub paid: Money,
}

impl MoneySums {
    /// Both added up.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            secured: self.secured.plus(other.secured),
            received: self.received.plus(other.received),
            paid: self.paid.plus(other.paid),
        }
    }

    /// 结余: what has arrived and is not paid; below 0 where more was paid.
    pub const fn left(&self) -> Money {
        self.received.minus(self.paid)
    }

    /// 到位率
    pub const fn received_share(&self) -> Ratio {
        Ratio::new(self.received.fen(), self.secured.fen())
    }

    /// 支付率
    pub const fn paid_share(&self) -> Ratio {
        Ratio::new(self.paid.fen(), self.received.fen())
    }

    /// Whether there is nothing at all.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}
