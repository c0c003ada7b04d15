//! A block of cells copied from a spreadsheet, read into rows of a table: with or without heads, with what office people do
//! to a sheet (a title row, sums, signatures, full-width digits). Every cell that can't be read is told with its place.

mod block;
mod heads;
mod reading;

pub use block::cells;
pub use reading::{PasteFault, Pasted, merged, read};
