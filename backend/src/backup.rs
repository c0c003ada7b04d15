//! Backups: a copy of one state while people work, proved by restoring it.
//!
//! A backup is a folder named by its instant: `anju.sqlite` (whatever the database is), the files of the evidence, a
//! manifest with the hash of each and the figures of the database, and what the proof found. It is written under another
//! name, put on the disk and then renamed, so that what a killed process leaves is never taken for one. The proof
//! restores it into a scratch folder, with the code of every restore, and compares all of it.

mod disk;
mod files;
mod keeper;
mod make;
mod manifest;
mod obstacle;
mod prove;
mod restore;
mod shelf;
mod standing;

pub use disk::{Halt, free_space};
pub use files::{FilesReport, check as check_files};
pub use keeper::keep;
pub use make::make;
pub use manifest::Manifest;
pub use obstacle::Obstacle;
pub use prove::prove;
pub use restore::{Refusal, Target, restore};
pub use shelf::Shelf;
pub use standing::Backups;

/// Name of the database in a backup and in a data folder.
const DATABASE: &str = "anju.sqlite";
/// Name of the folder of the evidence in a backup and, unless it is told otherwise, in a data folder.
const EVIDENCE: &str = "evidence";
