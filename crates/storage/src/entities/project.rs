//! A project; its steps are rows, its papers stand in its details.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// A project; its steps are rows, its papers stand in its details.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "project")]
pub(crate) struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    /// The programme.
    pub(crate) programme: Uuid,
    /// Counts the saved changes.
    pub(crate) version: i64,
    /// 项目代码
    #[sea_orm(column_type = "Text")]
    pub(crate) national_code: String,
    /// 项目名称
    #[sea_orm(column_type = "Text")]
    pub(crate) name: String,
    /// 建设单位
    #[sea_orm(column_type = "Text")]
    pub(crate) project_owner: String,
    /// 责任人
    #[sea_orm(column_type = "Text")]
    pub(crate) manager_name: String,
    /// JSON: what is only read whole.
    #[sea_orm(column_type = "Text")]
    pub(crate) details: String,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
