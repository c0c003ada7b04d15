//! The tables, one file each. Columns are identities, 64-bit integers and texts alone: each value then reads back
//! byte for byte on both databases, and no byte can change without a digest that notices.

pub(crate) mod account;
pub(crate) mod annual_plan;
pub(crate) mod approval_step;
pub(crate) mod audit_entry;
pub(crate) mod building;
pub(crate) mod commitment;
pub(crate) mod community;
pub(crate) mod duty_task;
pub(crate) mod evidence;
pub(crate) mod idempotency;
pub(crate) mod line;
pub(crate) mod monthly_report;
pub(crate) mod payment;
pub(crate) mod plan_detail;
pub(crate) mod programme;
pub(crate) mod project;
pub(crate) mod project_community;
pub(crate) mod receipt;
pub(crate) mod report_evidence;
pub(crate) mod report_record;
pub(crate) mod revision;
pub(crate) mod session;
pub(crate) mod task_evidence;
