//! Money that is meant for a line.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// Money that is meant for a line.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "commitment")]
pub(crate) struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    /// The project community.
    pub(crate) project_community: Uuid,
    /// Its place in the list.
    pub(crate) position: i64,
    /// The programme.
    pub(crate) programme: Uuid,
    /// 明细编号
    #[sea_orm(column_type = "Text")]
    pub(crate) line: String,
    /// 资金代码
    #[sea_orm(column_type = "Text")]
    pub(crate) funding: String,
    /// 资金子类
    #[sea_orm(column_type = "Text")]
    pub(crate) sub_kind: Option<String>,
    /// 级次
    #[sea_orm(column_type = "Text")]
    pub(crate) level: Option<String>,
    /// 出资单位
    #[sea_orm(column_type = "Text")]
    pub(crate) provider: String,
    /// 管线类别
    #[sea_orm(column_type = "Text")]
    pub(crate) operator_kind: Option<String>,
    /// JSON: 文件列明项目.
    #[sea_orm(column_type = "Text")]
    pub(crate) allowed_items: String,
    /// Fen.
    pub(crate) amount: i64,
    /// 1 or 0.
    pub(crate) in_kind: i64,
    /// 计价依据
    #[sea_orm(column_type = "Text")]
    pub(crate) valuation_basis: Option<String>,
    /// 文件
    #[sea_orm(column_type = "Text")]
    pub(crate) doc: Option<String>,
    /// The code of its status.
    #[sea_orm(column_type = "Text")]
    pub(crate) status: String,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
