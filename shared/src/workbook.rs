//! Workbooks: the ten sheets of section 9, read as office people fill them in, and written so that they come back unchanged.
//!
//! A [`Grid`] is a sheet as a file holds it; files are read elsewhere. Nothing here validates a second time: what no rule can
//! read is told by the rules and acts of the domain itself, with the cell that it came from.

mod columns;
mod export;
mod fault;
mod forms;
mod grid;
mod heads;
mod ledger_rows;
mod plan;
mod rows;
mod sheets;

pub use columns::{Kind, Spec};
pub use export::{sheets_of, template};
pub use fault::Fault;
pub use grid::{Grid, GridRow, Merged};
pub use plan::{Change, ImportPlan, Known, Remark, RowChange, SheetTally, Standing, plan_import};
pub use sheets::{Flow, Sheet, StepState};
