//! The tasks of the units: how they are made, listed, worked on, and what shows that they were done.

mod asked;
mod evidence;
mod load;
mod making;
mod page;
mod perform;
mod raise;
mod remind;
mod tally;
mod touched;
mod view;

pub use asked::TaskActor;
pub use making::Made;
pub use perform::TaskAct;

pub(crate) use load::evidence as evidence_files;
#[cfg(test)]
pub(crate) use page::statements as page_statements;
pub(crate) use tally::duty_facts;
#[cfg(test)]
pub(crate) use tally::statements as tally_statements;
