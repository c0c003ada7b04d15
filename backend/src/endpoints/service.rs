//! What the server tells about itself.

pub mod health;
pub mod metrics;
pub mod openapi;
pub mod settings;
pub mod unsupported;
