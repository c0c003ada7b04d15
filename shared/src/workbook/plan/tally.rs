//! What comes of the rows of a file, counted by sheet.

use super::super::Sheet;

/// What comes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is new: what people call it.
    New(String),
    /// It changes something: what people call it, and the heads of what differs with what was and what is.
    Changed(String, Vec<(&'static str, String, String)>),
    /// Everything is as it says.
    Unchanged,
    /// It has a fault.
    Faulty,
    /// It hangs on a row that has a fault.
    Waiting,
}

impl Standing {
    /// A row of something that was there.
    pub(super) fn merged(key: String, fields: Vec<(&'static str, String, String)>) -> Self {
        if fields.is_empty() { Self::Unchanged } else { Self::Changed(key, fields) }
    }
}

/// What comes of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetTally {
    /// Which sheet it is.
    pub sheet: Sheet,
    /// Its name in the file.
    pub name: String,
    /// Rows that are new.
    pub new: u64,
    /// Rows that change something.
    pub changed: u64,
    /// Rows of which everything is there.
    pub unchanged: u64,
    /// Rows with faults.
    pub faulty: u64,
    /// Rows that hang on one with a fault.
    pub waiting: u64,
}

/// A row that is new or changes something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowChange {
    /// Which sheet.
    pub sheet: Sheet,
    /// The row, from 1.
    pub row: u32,
    /// What people call what the row is about.
    pub key: String,
    /// Whether it is new.
    pub is_new: bool,
    /// The heads of what differs, with what was and what is; empty for what is new.
    pub fields: Vec<(&'static str, String, String)>,
}

/// What comes of a sheet while it is read.
#[derive(Debug)]
pub(super) struct Tally {
    tally: SheetTally,
    changes: Vec<RowChange>,
}

impl Tally {
    pub(super) fn new(sheet: Sheet, name: &str) -> Self {
        let tally =
            SheetTally { sheet, name: name.to_owned(), new: 0, changed: 0, unchanged: 0, faulty: 0, waiting: 0 };
        Self { tally, changes: Vec::new() }
    }

    pub(super) fn count(&mut self, row: u32, standing: Standing) {
        let sheet = self.tally.sheet;
        match standing {
            Standing::New(key) => {
                self.tally.new += 1;
                self.changes.push(RowChange { sheet, row, key, is_new: true, fields: Vec::new() });
            }
            Standing::Changed(key, fields) => {
                self.tally.changed += 1;
                self.changes.push(RowChange { sheet, row, key, is_new: false, fields });
            }
            Standing::Unchanged => self.tally.unchanged += 1,
            Standing::Faulty => self.tally.faulty += 1,
            Standing::Waiting => self.tally.waiting += 1,
        }
    }
}

/// What comes of all sheets.
#[derive(Debug, Default)]
pub(super) struct Tallies(Vec<Tally>);

impl Tallies {
    pub(super) fn push(&mut self, tally: Tally) {
        self.0.push(tally);
    }

    pub(super) fn into_parts(self) -> (Vec<SheetTally>, Vec<RowChange>) {
        let mut changes = Vec::new();
        let sheets = self.0.into_iter().map(|mut tally| {
            changes.append(&mut tally.changes);
            tally.tally
        });
        (sheets.collect(), changes)
    }
}
