//! Something in a file that can't be taken in, with its place.

use crate::cells::{Why, column_letters};

/// Something in a file that can't be taken in, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The sheet, as the file names it.
    pub sheet: String,
    /// The row, from 1; 0 for the sheet as a whole.
    pub row: u32,
    /// The column, from 0; none for the row as a whole.
    pub column: Option<u16>,
    /// The head of the column, as the template names it.
    pub head: String,
    /// What the cell holds.
    pub value: String,
    /// Why.
    pub why: Why,
}

impl Fault {
    /// The letters of its column, or nothing.
    pub fn letters(&self) -> String {
        self.column.map(column_letters).unwrap_or_default()
    }
}
