//! A community within a project.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// A community within a project.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "project_community")]
pub(crate) struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    /// The programme.
    pub(crate) programme: Uuid,
    /// Counts the saved changes.
    pub(crate) version: i64,
    /// The project.
    pub(crate) project: Uuid,
    /// The community.
    pub(crate) community: Uuid,
    /// 计划年度
    pub(crate) plan_year: i64,
    /// The plan that it was entered into.
    pub(crate) plan: Option<Uuid>,
    /// The day of 列入年度计划.
    #[sea_orm(column_type = "Text")]
    pub(crate) entered_on: Option<String>,
    /// The code of its stage.
    #[sea_orm(column_type = "Text")]
    pub(crate) stage: String,
    /// 改造户数
    pub(crate) scope_households: i64,
    /// Hundredths of ㎡.
    pub(crate) scope_area: i64,
    /// 改造楼栋数
    pub(crate) scope_count: Option<i64>,
    /// Fen.
    pub(crate) total_invest: Option<i64>,
    /// 计划开工
    #[sea_orm(column_type = "Text")]
    pub(crate) planned_start: Option<String>,
    /// 实际开工
    #[sea_orm(column_type = "Text")]
    pub(crate) actual_start: Option<String>,
    /// 计划竣工
    #[sea_orm(column_type = "Text")]
    pub(crate) planned_finish: Option<String>,
    /// 实际竣工
    #[sea_orm(column_type = "Text")]
    pub(crate) completed_on: Option<String>,
    /// 调出日期
    #[sea_orm(column_type = "Text")]
    pub(crate) withdrawn_on: Option<String>,
    /// JSON: planned progress by month.
    #[sea_orm(column_type = "Text")]
    pub(crate) baseline: String,
    /// JSON: what is only read whole. Nothing at all takes no part in the digest, as before there was this column.
    #[sea_orm(column_type = "Text")]
    #[serde(skip_serializing_if = "is_nothing")]
    pub(crate) details: String,
}

fn is_nothing(details: &str) -> bool {
    details == "{}"
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
