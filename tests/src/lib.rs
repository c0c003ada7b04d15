//! Acts as people do: a server on a free port with the sample programme, and actors who speak with it over HTTP.
//!
//! The tests themselves are one binary under `tests/it`.

pub mod actor;
pub mod database;
pub mod dice;
pub mod process;
pub mod programme;
pub mod reports;
pub mod saving;
pub mod server;
pub mod tasks;
pub mod trace;
pub mod workbook;
