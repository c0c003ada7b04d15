//! The list of communities.

pub mod export;
pub mod list;
