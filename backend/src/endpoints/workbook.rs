//! Workbooks that go out: the programme in ten sheets, and the template.

pub mod export;
pub mod template;
