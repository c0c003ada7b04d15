//! Exact quantities: money in fen, area in hundredths of a square metre, progress in tenths of a percent,
//! ratios as pairs of integers. Nothing here is ever a floating-point number.

mod amount;
mod area;
mod beijing;
mod capitals;
mod month;
mod natural;
mod parse;
mod period;
mod progress;
mod ratio;

pub use amount::Money;
pub use area::Area;
pub use beijing::{beijing_time, end_of_day};
pub use month::Month;
pub(crate) use natural::Natural;
pub use parse::{QuantityError, grouped, parse_count, plain_decimal};
pub(crate) use parse::{scaled, shown};
pub use period::{Period, PeriodError};
pub use progress::Progress;
pub(crate) use ratio::points;
pub use ratio::{Bound, Ratio, percent};
