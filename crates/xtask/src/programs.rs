//! Other people's programs: finding them, installing them where that is allowed, running them.

pub(crate) mod browser;
pub(crate) mod cargo;
pub(crate) mod debian;
pub(crate) mod execute;
pub(crate) mod find;
pub(crate) mod node;
pub(crate) mod postgres;
pub(crate) mod strace;
pub(crate) mod sweep;
