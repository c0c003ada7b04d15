//! Somebody who is signed in; no audited row.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// Somebody who is signed in; no audited row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "session")]
pub(crate) struct Model {
    /// SHA-256 of the session's id, in hexadecimal.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub(crate) hash: String,
    /// The account.
    pub(crate) account: Uuid,
    /// The account's epoch when it began.
    pub(crate) epoch: i64,
    /// Seconds since 1970, UTC.
    pub(crate) created_at: i64,
    /// Seconds since 1970, UTC.
    pub(crate) seen_at: i64,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
