//! The policy paper as data.
