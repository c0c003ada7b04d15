//! The plan of a year.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// The plan of a year.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "annual_plan")]
pub(crate) struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    /// The programme.
    pub(crate) programme: Uuid,
    /// Counts the saved changes.
    pub(crate) version: i64,
    /// 年度
    pub(crate) year: i64,
    /// 批次
    pub(crate) batch: i64,
    /// The code of its status.
    #[sea_orm(column_type = "Text")]
    pub(crate) status: String,
    /// The day of 下达.
    #[sea_orm(column_type = "Text")]
    pub(crate) issued_on: Option<String>,
    /// 文号
    #[sea_orm(column_type = "Text")]
    pub(crate) doc_no: String,
    /// Communities to be started.
    pub(crate) planned_starts: i64,
    /// Communities to be completed.
    pub(crate) planned_completions: i64,
    /// Households to be started.
    pub(crate) planned_households: i64,
    /// Hundredths of ㎡ to be started.
    pub(crate) planned_area: i64,
    /// Fen.
    pub(crate) planned_invest: i64,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
