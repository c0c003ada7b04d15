//! Cells as office people fill them in. A file that is imported, a form in the page and a block pasted from a spreadsheet read
//! the same text the same way, and refuse it for the same reason.

mod agreements;
mod reading;
mod terms;
mod tidy;
mod value;
mod why;

pub(crate) use agreements::agreements;
pub use reading::is_in_yuan;
pub(crate) use reading::{area, code, count, day, instant, money, month, quantity, share, words, year, yes_no};
pub use terms::{Listed, choices, codes};
pub(crate) use terms::{buildings, fund_code, item_code, listed, several, step, term};
pub use tidy::{half_width, is_blank_mark, narrow, plain_head, tidy, without_unit};
pub use value::{Value, column_letters};
pub use why::{Reason, Why};
