//! Versions of a task: the files that one has, and one that stood before.

use super::files::FileItem;
use anju_domain::api::DutyView;
use std::sync::Arc;
use uuid::Uuid;

/// The files of a task that the server keeps, in its order.
pub(crate) fn kept_files(view: &DutyView) -> Vec<FileItem> {
    let of = |id: &Uuid| view.evidence.iter().find(|file| file.evidence.id == *id);
    view.task.evidence.iter().filter_map(of).map(|file| FileItem::kept(&file.evidence)).collect()
}

/// What a draft was made of, when somebody else has saved since: only its version is known.
pub(crate) fn older(saved: &DutyView, version: i64) -> Arc<DutyView> {
    let mut base = saved.clone();
    base.task.version = version;
    Arc::new(base)
}

/// The hour on the clock of the device: 10:42.
pub(crate) fn clock() -> String {
    let now = js_sys::Date::new_0();
    format!("{}:{:02}", now.get_hours(), now.get_minutes())
}
