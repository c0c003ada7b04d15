//! Workbooks that come in: brought and checked, then imported as they were checked.

pub mod bring;
pub mod commit;
pub mod faults;
