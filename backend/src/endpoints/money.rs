//! The money of the programme. It is read with its facts.

pub mod export;
