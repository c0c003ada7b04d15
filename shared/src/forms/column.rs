//! A column of a table: its field, its head in the workbook, how its cells are read and written.

use super::cell::{Cell, CellError, Kind};
use crate::language::Text;

/// A column of a table of `R`.
#[derive(Debug)]
pub struct Column<R: 'static> {
    /// What people see of it.
    pub head: Head,
    /// Writes the cell of a row.
    pub write: fn(&R) -> String,
    /// Reads a cell into a row.
    pub read: fn(&mut R, &str) -> Result<(), CellError>,
}

/// What people see of a column.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    /// The path of its field, below its row.
    pub field: &'static str,
    /// Its name; the Chinese one is the head in the workbook.
    pub name: Text,
    /// Other heads in use.
    pub aliases: &'static [&'static str],
    /// What its cells are made of.
    pub kind: Kind,
    /// Whether a row without it can't be saved.
    pub is_required: bool,
}

impl PartialEq for Head {
    /// Of the same field: the columns of a table differ in it.
    fn eq(&self, other: &Self) -> bool {
        (self.field, self.name) == (other.field, other.name)
    }
}

impl Eq for Head {}

impl<R> Column<R> {
    /// A column that can't be left empty.
    pub(super) const fn required(self) -> Self {
        let Head { field, name, aliases, kind, .. } = self.head;
        Self { head: Head { field, name, aliases, kind, is_required: true }, write: self.write, read: self.read }
    }
}

/// The kind of the cells of a field.
pub(super) const fn kind_of<R, T: Cell>(_: fn(&R) -> &T) -> Kind {
    T::KIND
}

/// Declares a column: `column!(Row, field, "中文", "English", ["别名"])`; a field of another form of cell names what it reads
/// and writes.
macro_rules! column {
    ($row:ty, $field:ident, $zh:literal, $en:literal, [$($alias:literal),*]) => {
        $crate::forms::column::Column::<$row> {
            head: $crate::forms::column::Head {
                field: stringify!($field),
                name: $crate::language::Text::new($zh, $en),
                aliases: &[$($alias),*],
                kind: $crate::forms::column::kind_of(|row: &$row| &row.$field),
                is_required: false,
            },
            write: |row| $crate::forms::cell::Cell::written(&row.$field),
            read: |row, text| {
                row.$field = $crate::forms::cell::Cell::read(text)?;
                Ok(())
            },
        }
    };
    ($row:ty, $field:literal, $zh:literal, $en:literal, [$($alias:literal),*], $kind:expr, $write:expr, $read:expr) => {
        $crate::forms::column::Column::<$row> {
            head: $crate::forms::column::Head {
                field: $field,
                name: $crate::language::Text::new($zh, $en),
                aliases: &[$($alias),*],
                kind: $kind,
                is_required: false,
            },
            write: $write,
            read: $read,
        }
    };
}
pub(super) use column;
