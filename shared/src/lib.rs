//! The programme for renovating old urban communities, as a county's policy paper orders it:
//! the policy as data, what it asks as rules, what people do as acts, what leaders look at as charts.
//!
//! The crate is pure: no clock, no input or output, no global state, no floating point for money.
//! `today` is always an argument. The same code runs in the server, in the browser and in other people's
//! programs, so that validation cannot differ between them.
#![warn(clippy::float_arithmetic)]

pub mod acts;
pub mod api;
pub mod assessment;
pub mod cases;
pub mod chart;
pub mod duties;
pub mod exact;
pub mod facts;
pub mod finding;
pub mod indicators;
pub mod json;
pub mod language;
pub mod model;
pub mod policy;
pub mod rules;
pub mod sample;
#[cfg(feature = "openapi")]
mod schemas;
mod vocabulary;
pub mod words;
