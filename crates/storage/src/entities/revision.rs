//! How far each chain has come: one row a programme, and one for the installation.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// How far each chain has come: one row a programme, and one for the installation.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "revision")]
pub(crate) struct Model {
    /// The programme.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) programme: Uuid,
    /// Counts the committed groups of changes.
    pub(crate) revision: i64,
    /// The last audit entry.
    pub(crate) sequence: i64,
    /// Its hash.
    #[sea_orm(column_type = "Text")]
    pub(crate) hash: String,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
