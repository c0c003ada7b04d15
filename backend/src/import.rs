//! Files with tables, read into grids: xlsx and csv. Whatever a file is, it is refused before it can cost more than it may.
//!
//! What the cells mean is for the domain (`anju_domain::workbook`).

mod archive;
mod csv;
mod not_taken;
mod number;
mod xlsx;

pub use self::not_taken::NotTaken;

use anju_domain::workbook::Grid;
use std::io::{Read, Seek, SeekFrom};

/// What a file may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Files in the archive.
    pub entries: usize,
    /// Bytes of all of them unpacked.
    pub unpacked: u64,
    /// How many bytes one may unpack to for each that it has packed, once it is larger than a page.
    pub ratio: u64,
    /// Cells of all sheets, empty ones too.
    pub cells: usize,
    /// Bytes of the texts of all cells: one text may stand in every cell and be kept once in the file.
    pub text: usize,
    /// Bytes of the file.
    pub bytes: u64,
}

impl Limits {
    /// For files that come over the network.
    pub const UPLOAD: Self =
        Self { entries: 200, unpacked: 100_000_000, ratio: 100, cells: 2_000_000, text: 30_000_000, bytes: 20 << 20 };
    /// For files that somebody at the machine names.
    pub const COMMAND: Self = Self {
        entries: 200,
        unpacked: 500_000_000,
        ratio: 100,
        cells: 5_000_000,
        text: 200_000_000,
        bytes: 500_000_000,
    };
}

/// The sheets of a file. `name` is what a csv is called, which has no name of its own for its sheet.
///
/// # Errors
/// Why the file is not taken.
pub fn read<R: Read + Seek>(name: &str, mut file: R, limits: Limits) -> Result<Vec<Grid>, NotTaken> {
    let mut first = [0; 8];
    let length = fill(&mut file, &mut first)?;
    let size = file.seek(SeekFrom::End(0)).map_err(NotTaken::io)?;
    if size > limits.bytes {
        return Err(NotTaken::TooLarge(limits.bytes));
    }
    file.rewind().map_err(NotTaken::io)?;
    match first.get(..length).unwrap_or_default() {
        [] => Err(NotTaken::Empty),
        [b'P', b'K', 3, 4, ..] => {
            let seen = archive::check(&mut file, limits)?;
            file.rewind().map_err(NotTaken::io)?;
            xlsx::read(file, seen, limits)
        }
        // The container of the old formats and of encrypted files.
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(NotTaken::OldFormat),
        _ => {
            let mut bytes = Vec::new();
            file.take(limits.unpacked.saturating_add(1)).read_to_end(&mut bytes).map_err(NotTaken::io)?;
            if u64::try_from(bytes.len()).is_ok_and(|size| size > limits.unpacked) {
                return Err(NotTaken::TooLarge(limits.unpacked));
            }
            csv::read(name, &bytes, limits).map(|grid| vec![grid])
        }
    }
}

/// Fills the bytes as far as the file goes.
fn fill(file: &mut impl Read, bytes: &mut [u8]) -> Result<usize, NotTaken> {
    let mut filled = 0;
    while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest).map_err(NotTaken::io)? {
            0 => break,
            more => filled += more,
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod hostile_tests;
