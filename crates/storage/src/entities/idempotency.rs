//! The answers to writes, for repeated requests; no audited row.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// The answers to writes, for repeated requests; no audited row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "idempotency")]
pub(crate) struct Model {
    /// The programme.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) programme: Uuid,
    /// The request's key.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub(crate) key: String,
    /// SHA-256 of the request.
    #[sea_orm(column_type = "Text")]
    pub(crate) request: String,
    /// The answered version.
    pub(crate) version: i64,
    /// JSON: the answered warnings.
    #[sea_orm(column_type = "Text")]
    pub(crate) warnings: String,
    /// Seconds since 1970, UTC.
    pub(crate) at: i64,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
