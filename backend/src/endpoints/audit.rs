//! The audit log (操作日志).

pub mod all;
pub mod export;
pub mod read;
