//! What is built, for how much.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// What is built, for how much.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "line")]
pub(crate) struct Model {
    /// The project community.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) project_community: Uuid,
    /// 明细编号
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub(crate) id: String,
    /// Its place in the list.
    pub(crate) position: i64,
    /// The programme.
    pub(crate) programme: Uuid,
    /// 改造项代码
    #[sea_orm(column_type = "Text")]
    pub(crate) item: String,
    /// 类别
    #[sea_orm(column_type = "Text")]
    pub(crate) category: Option<String>,
    /// JSON: numbers, or all.
    #[sea_orm(column_type = "Text")]
    pub(crate) buildings: String,
    /// As typed.
    #[sea_orm(column_type = "Text")]
    pub(crate) quantity: String,
    /// 计量单位
    #[sea_orm(column_type = "Text")]
    pub(crate) unit: String,
    /// 费用构成
    #[sea_orm(column_type = "Text")]
    pub(crate) component: Option<String>,
    /// 管线类别
    #[sea_orm(column_type = "Text")]
    pub(crate) operator_kind: Option<String>,
    /// 位置
    #[sea_orm(column_type = "Text")]
    pub(crate) location: String,
    /// Fen.
    pub(crate) amount: i64,
    /// JSON: 实施主体.
    #[sea_orm(column_type = "Text")]
    pub(crate) implementing_party: Option<String>,
    /// 改造后产权单位
    #[sea_orm(column_type = "Text")]
    pub(crate) owner_after: String,
    /// 产权单位
    #[sea_orm(column_type = "Text")]
    pub(crate) owner: Option<String>,
    /// 维护单位
    #[sea_orm(column_type = "Text")]
    pub(crate) maintainer: Option<String>,
    /// The code of its status.
    #[sea_orm(column_type = "Text")]
    pub(crate) status: String,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
