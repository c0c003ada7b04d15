//! An entry of the audit chain; never changed, never removed.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// An entry of the audit chain; never changed, never removed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "audit_entry")]
pub(crate) struct Model {
    /// The programme, or nil.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) programme: Uuid,
    /// From 1 without gap.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) sequence: i64,
    /// The revision of which it is part.
    pub(crate) revision: i64,
    /// Instant, UTC, microseconds.
    #[sea_orm(column_type = "Text")]
    pub(crate) at: String,
    /// The account.
    #[sea_orm(column_type = "Text")]
    pub(crate) user_name: String,
    /// Its post or unit.
    #[sea_orm(column_type = "Text")]
    pub(crate) display: String,
    /// Stable name of the act.
    #[sea_orm(column_type = "Text")]
    pub(crate) act: String,
    /// Identity of the object.
    #[sea_orm(column_type = "Text")]
    pub(crate) object: String,
    /// What people call it.
    #[sea_orm(column_type = "Text")]
    pub(crate) label: String,
    /// JSON: what differs, as it was.
    #[sea_orm(column_type = "Text")]
    pub(crate) before: String,
    /// JSON: what differs, as it is.
    #[sea_orm(column_type = "Text")]
    pub(crate) after: String,
    /// JSON: the warnings shown.
    #[sea_orm(column_type = "Text")]
    pub(crate) warnings: String,
    /// JSON: kind, identity, version and digest of what the act left.
    #[sea_orm(column_type = "Text")]
    pub(crate) objects: String,
    /// The hash before.
    #[sea_orm(column_type = "Text")]
    pub(crate) previous: String,
    /// SHA-256 over all of it.
    #[sea_orm(column_type = "Text")]
    pub(crate) hash: String,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
