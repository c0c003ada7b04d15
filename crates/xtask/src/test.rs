//! What `cargo xtask test` is made of: counting, the tools that tests need, and running test programs.

pub(crate) mod consumers;
pub(crate) mod programs;
pub(crate) mod report;
pub(crate) mod tally;
pub(crate) mod tools;
