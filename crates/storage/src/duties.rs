//! The tasks of the units: how they are made, listed, worked on, and what shows that they were done.

mod evidence;
mod load;
mod making;
mod page;
mod perform;
mod tally;
mod view;

pub use perform::{TaskAct, TaskActor};

pub(crate) use tally::duty_facts;
