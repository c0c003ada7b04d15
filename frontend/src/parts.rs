//! The parts of pages, one component a file.

pub(crate) mod chart_table;
pub(crate) mod dialog;
pub(crate) mod dropped;
pub(crate) mod entry_field;
pub(crate) mod error_summary;
pub(crate) mod export;
pub(crate) mod failure;
pub(crate) mod field;
pub(crate) mod figure;
pub(crate) mod finding_card;
pub(crate) mod head;
pub(crate) mod inbox;
pub(crate) mod listing;
pub(crate) mod marks;
pub(crate) mod menu;
pub(crate) mod navigation;
pub(crate) mod page_head;
pub(crate) mod pdf;
pub(crate) mod pick;
pub(crate) mod picture;
pub(crate) mod shell;
pub(crate) mod stop_list;
pub(crate) mod submit_form;
pub(crate) mod table;
pub(crate) mod tip;
pub(crate) mod turn;
