//! What changes elsewhere.

pub mod follow;
