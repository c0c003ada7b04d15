//! What every request passes: the rim with its guards, the language, who may, reading bodies and headers, and the one
//! place where whatever went wrong becomes a problem document.

pub mod access;
pub mod attachment;
pub mod body;
pub mod identity;
pub mod language;
mod objects;
pub mod page;
pub mod peer;
pub mod precondition;
pub mod refusal;
pub mod refusal_words;
pub mod rim;
pub mod saved;
