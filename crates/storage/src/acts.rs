//! How each act of the domain is stored, one file each.

mod enter_annual_plan;
mod save_funding;

use anju_domain::{acts::Act, model::Dossier};

/// An act whose changes can be stored: the facts with the changes in them.
pub trait StoredAct: Act<Facts = Dossier, Request: Send + Sync + 'static, Changes: Send> + Send + 'static {
    /// The facts as they stand after the changes.
    fn apply(before: &Dossier, changes: Self::Changes) -> Dossier;
}
