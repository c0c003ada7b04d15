//! A community; its prior aid is read whole and stands in its details.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// A community; its prior aid is read whole and stands in its details.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "community")]
pub(crate) struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    /// The programme.
    pub(crate) programme: Uuid,
    /// 小区编码
    #[sea_orm(column_type = "Text")]
    pub(crate) code: String,
    /// 小区名称
    #[sea_orm(column_type = "Text")]
    pub(crate) name: String,
    /// 乡镇
    #[sea_orm(column_type = "Text")]
    pub(crate) township: String,
    /// 社区
    #[sea_orm(column_type = "Text")]
    pub(crate) neighbourhood: String,
    /// JSON: what is only read whole.
    #[sea_orm(column_type = "Text")]
    pub(crate) details: String,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
