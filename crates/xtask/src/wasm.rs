//! From a crate to a WebAssembly module that JavaScript can load.

pub(crate) mod bindings;
pub(crate) mod compile;
pub(crate) mod package;
pub(crate) mod split;
pub(crate) mod toolchain;
