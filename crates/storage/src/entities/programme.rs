//! A county's programme, the root and the tenant of all other rows.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// A county's programme, the root and the tenant of all other rows.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "programme")]
pub(crate) struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    /// Counts the saved changes.
    pub(crate) version: i64,
    /// 行政区划代码
    #[sea_orm(column_type = "Text")]
    pub(crate) division_code: String,
    /// Name.
    #[sea_orm(column_type = "Text")]
    pub(crate) name: String,
    /// 1 for 样例, else 0.
    pub(crate) sample: i64,
    /// JSON: what is only read whole.
    #[sea_orm(column_type = "Text")]
    pub(crate) details: String,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
