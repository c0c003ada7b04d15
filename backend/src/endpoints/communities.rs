//! The list of communities.

pub mod list;
