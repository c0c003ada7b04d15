//! Looks at an archive before any of it is kept: how much it holds, and what no workbook needs.
//!
//! What the directory says may be a lie, so each part is unpacked once into nothing and counted, up to the limit.

use super::{Limits, NotTaken};
use memchr::memmem::Finder;
use std::io::{Read, Seek};
use zip::ZipArchive;

/// How much is unpacked at a time.
const AT_ONCE: usize = 64 << 10;
/// Bytes of what begins a cell.
const TAG: usize = 2;
/// Parts below this size may be packed as densely as they like.
const SMALL: u64 = 1 << 20;

/// What the sheets of an archive hold besides cells.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    /// Merged cells somewhere.
    pub(super) merged: bool,
}

/// Refuses an archive that is no workbook, or costs too much.
pub(super) fn check(file: impl Read + Seek, limits: Limits) -> Result<Seen, NotTaken> {
    let mut archive = ZipArchive::new(file).map_err(|_| NotTaken::NotAWorkbook)?;
    if archive.len() > limits.entries {
        return Err(NotTaken::TooManyEntries(limits.entries));
    }
    let names: Vec<String> =
        archive.file_names().flatten().map(|name| name.replace('\\', "/").to_lowercase()).collect();
    if names.iter().any(|name| name.ends_with("vbaproject.bin")) {
        return Err(NotTaken::Macros);
    }
    if !names.iter().any(|name| name.ends_with("workbook.xml")) {
        return Err(NotTaken::NotAWorkbook);
    }
    let mut left = limits.unpacked;
    let mut seen = Seen::default();
    let mut cells = limits.cells;
    for place in 0..archive.len() {
        let declared = archive.by_index_raw(place).map_err(|_| NotTaken::NotAWorkbook)?.size();
        if declared > left {
            return Err(NotTaken::Unpacked(limits.unpacked));
        }
        let unpacked = unpack(&mut archive, place, left, limits, &mut seen)?;
        left -= unpacked.size;
        cells = cells.checked_sub(unpacked.cells).ok_or(NotTaken::TooManyCells(limits.cells))?;
    }
    Ok(seen)
}

/// A part, unpacked into nothing.
struct Unpacked {
    size: u64,
    /// The cells of a sheet; others than Excel may write them in a way that is counted when they are read.
    cells: usize,
}

/// Unpacks a part into nothing.
fn unpack<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    place: usize,
    left: u64,
    limits: Limits,
    seen: &mut Seen,
) -> Result<Unpacked, NotTaken> {
    let mut part = archive.by_index(place).map_err(|_| NotTaken::NotAWorkbook)?;
    let name = part.name().map_err(|_| NotTaken::NotAWorkbook)?.into_owned();
    let packed = part.compressed_size().max(1);
    let is_xml = name.ends_with(".xml") || name.ends_with(".rels");
    let (doctype, entity) = (Finder::new("<!DOCTYPE"), Finder::new("<!ENTITY"));
    let merged = Finder::new("<mergeCell ");
    let (cell, is_sheet) = (Finder::new("<c"), name.replace('\\', "/").contains("worksheets/"));
    // All of them are kept while the sheets are read.
    let is_strings = name.to_lowercase().ends_with("sharedstrings.xml");
    let mut cells = 0_usize;
    let mut bytes = vec![0; AT_ONCE];
    // The end of what came before, so that nothing is missed between two reads.
    let mut kept = 0;
    let mut size = 0_u64;
    while let Some(free) = bytes.get_mut(kept..) {
        let more = part.read(free).map_err(|_| NotTaken::Broken(name.clone()))?;
        if more == 0 {
            break;
        }
        size += u64::try_from(more).unwrap_or(u64::MAX);
        if size > left {
            return Err(NotTaken::Unpacked(limits.unpacked));
        }
        if is_strings && usize::try_from(size).unwrap_or(usize::MAX) > limits.text {
            return Err(NotTaken::TooMuchText(limits.text));
        }
        if size > SMALL && size / packed > limits.ratio {
            return Err(NotTaken::TooDense);
        }
        if !is_xml {
            continue;
        }
        let here = bytes.get(..kept + more).unwrap_or_default();
        if doctype.find(here).is_some() || entity.find(here).is_some() {
            return Err(NotTaken::Entities);
        }
        seen.merged |= merged.find(here).is_some();
        if is_sheet {
            // Each tag counts where it is whole, and the end that is kept was looked through before.
            let from = kept.saturating_sub(TAG);
            let fresh = here.get(from..).unwrap_or_default();
            let is_cell = |at: &usize| matches!(fresh.get(at + TAG), Some(b' ' | b'>' | b'/' | b'\n' | b'\r' | b'\t'));
            cells += cell.find_iter(fresh).filter(is_cell).count();
            if cells > limits.cells {
                return Err(NotTaken::TooManyCells(limits.cells));
            }
        }
        let end = here.len();
        let keep = end.min(16);
        bytes.copy_within(end - keep..end, 0);
        kept = keep;
    }
    Ok(Unpacked { size, cells })
}
