//! Monthly reports: how they are loaded, listed and seen, and whose they are.

mod load;
mod page;
mod view;

pub(crate) use load::load_reports;
