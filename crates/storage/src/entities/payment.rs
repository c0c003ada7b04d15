//! Money that was paid.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// Money that was paid.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "payment")]
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
    /// 资金代码
    #[sea_orm(column_type = "Text")]
    pub(crate) funding: String,
    /// 资金子类
    #[sea_orm(column_type = "Text")]
    pub(crate) sub_kind: String,
    /// 级次
    #[sea_orm(column_type = "Text")]
    pub(crate) level: Option<String>,
    /// 出资单位
    #[sea_orm(column_type = "Text")]
    pub(crate) provider: String,
    /// 明细编号
    #[sea_orm(column_type = "Text")]
    pub(crate) line: String,
    /// 日期
    #[sea_orm(column_type = "Text")]
    pub(crate) date: String,
    /// Fen.
    pub(crate) amount: i64,
    /// 文号
    #[sea_orm(column_type = "Text")]
    pub(crate) doc_no: String,
    /// 凭证
    #[sea_orm(column_type = "Text")]
    pub(crate) voucher: String,
    /// 收款单位
    #[sea_orm(column_type = "Text")]
    pub(crate) payee: String,
    /// 用途
    #[sea_orm(column_type = "Text")]
    pub(crate) purpose: String,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
