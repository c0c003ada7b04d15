//! The programme itself: the office begins it (建立改造规划), sets its parameters (参数设置) and keeps its bodies (单位).

mod begin;
mod bodies;
mod entry;
mod keeping;
mod server;
mod settings;
mod waiting;

pub(crate) use begin::Begin;
pub(crate) use bodies::BodiesPage;
pub(crate) use settings::SettingsPage;
pub(crate) use waiting::WaitForProgramme;
