//! A building of a community.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// A building of a community.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "building")]
pub(crate) struct Model {
    /// The community.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) community: Uuid,
    /// Its place in the list.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) position: i64,
    /// The programme.
    pub(crate) programme: Uuid,
    /// 楼栋号
    #[sea_orm(column_type = "Text")]
    pub(crate) no: String,
    /// 1 or 0.
    pub(crate) in_scope: i64,
    /// 建成日期
    #[sea_orm(column_type = "Text")]
    pub(crate) completed_on: Option<String>,
    /// 建成年份
    pub(crate) completed_year: Option<i64>,
    /// 层数
    pub(crate) storeys: Option<i64>,
    /// 单元数
    pub(crate) stair_units: Option<i64>,
    /// 户数
    pub(crate) households: i64,
    /// Hundredths of ㎡.
    pub(crate) floor_area: i64,
    /// 结构
    #[sea_orm(column_type = "Text")]
    pub(crate) structure: String,
    /// The code of its protection.
    #[sea_orm(column_type = "Text")]
    pub(crate) heritage: String,
    /// 1 or 0.
    pub(crate) lift_feasible: i64,
    /// 1 or 0.
    pub(crate) consent_passed: i64,
    /// 1 or 0.
    pub(crate) expropriation_planned: i64,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
