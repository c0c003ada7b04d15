//! What the office edits of a dossier by cells: buildings, aid received before and works as sheets, community, project and
//! schedule as fields. One form works on all of them; what each is of says its [`Spec`].

mod cells;
mod differences;
mod draft;
mod editable;
mod edits;
mod faults;
mod fields;
mod form;
pub(super) mod keys;
mod notices;
mod paste_dialog;
mod paste_preview;
mod saving;
mod sheet;
mod spec;
mod specs;
pub(super) mod told;

pub(super) use editable::Editable;
pub(super) use paste_dialog::PasteDialog;
pub(super) use specs::{BUILDINGS, COMMUNITY, PRIOR_SUBSIDIES, PROJECT, SCHEDULE, WORKS};
