//! What people fill in by cells: the tables of a dossier with their columns, how a cell is read and written. A form in the
//! page and a block pasted from a spreadsheet read the same columns, so that they can't differ.
//!
//! Heads are those of the workbook (小区, 楼栋, 曾获补助, 项目, 改造内容, 资金). A form works on texts alone: what was typed stays
//! as it was typed until it can be read.

mod agreements;
mod buildings;
mod cell;
mod column;
mod community;
mod funding;
mod months;
mod prior_subsidies;
mod project;
mod schedule;
mod stated;
mod works;

pub use buildings::Buildings;
pub use cell::{Cell, CellError, Kind};
pub use column::{Column, Head};
pub use community::CommunityForm;
pub use funding::FundingRows;
pub use prior_subsidies::PriorSubsidies;
pub use project::ProjectForm;
pub use schedule::ScheduleForm;
pub(crate) use stated::read_row;
pub use stated::{Fault, Sheet, Stated, Why, fresh_texts, read, texts};
pub use works::Works;
