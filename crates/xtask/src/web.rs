//! The web bundle: what the browser loads, under names that hold their own hash, compressed once and for all.

pub(crate) mod application;
pub(crate) mod assets;
pub(crate) mod budget;
pub(crate) mod bundle;
pub(crate) mod compress;
pub(crate) mod digest;
pub(crate) mod placeholders;
pub(crate) mod vendor;
