//! Measuring: the machine and its disk, the release server under load, and a report that keeps them together.

pub(crate) mod connection;
pub(crate) mod disk;
pub(crate) mod figure;
pub(crate) mod load;
pub(crate) mod machine;
pub(crate) mod measurements;
pub(crate) mod percentiles;
pub(crate) mod report;
pub(crate) mod server;
pub(crate) mod setting;
