//! The endpoints: one file an act of a person or a reading. A handler is reached only by who may.

pub mod accounts;
pub mod audit;
pub mod backups;
pub mod communities;
pub mod dossiers;
pub mod duties;
pub mod evidence;
pub mod figures;
pub mod imports;
pub mod live;
pub mod missing;
pub mod money;
pub mod plans;
pub mod programme;
pub mod reports;
pub mod service;
pub mod session;
pub mod workbook;
