#![doc = include_str!("../README.md")]
#![warn(clippy::float_arithmetic)]

pub mod acts;
pub mod api;
pub mod assessment;
pub mod cases;
pub mod cells;
pub mod chart;
pub mod duties;
pub mod exact;
pub mod facts;
pub mod finding;
pub mod forms;
pub mod indicators;
pub mod json;
pub mod language;
pub mod lists;
pub mod missing;
pub mod model;
pub mod naming;
pub mod ordered;
pub mod paste;
pub mod plans;
pub mod policy;
pub mod reports;
pub mod rules;
pub mod sample;
#[cfg(feature = "openapi")]
pub mod schema;
#[cfg(feature = "openapi")]
mod schemas;
pub mod short_text;
pub mod table;
pub mod tabs;
mod vocabulary;
pub mod words;
pub mod workbook;
