//! Workbooks: the ten sheets of section 9, read as office people fill them in, and written so that they come back unchanged.
//!
//! A [`Grid`] is a sheet as a file holds it; files are read elsewhere. Nothing here validates a second time: what no rule can
//! read is told by the rules and acts of the domain itself, with the cell that it came from.

mod columns;
mod export;
mod forms;
mod grid;
mod heads;
mod ledger_rows;
mod plan;
mod reading;
mod rows;
mod sheets;
mod why;

pub use columns::{Kind, Spec, is_in_yuan, plain_head};
pub use export::{sheets_of, template};
pub use grid::{Grid, GridRow, Merged, Value, column_letters};
pub use plan::{Change, ImportPlan, Known, Remark, RowChange, SheetTally, Standing, plan_import};
pub use reading::{is_blank_mark, narrow};
pub use sheets::{Flow, Sheet, StepState};
pub use why::{Fault, Reason, Why};
