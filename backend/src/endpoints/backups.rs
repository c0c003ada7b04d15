//! The backups of the server, as the system administrator keeps them and the auditor sees them.

pub mod list;
pub mod make;
