//! A monthly report of a project community.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// A monthly report of a project community.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "monthly_report")]
pub(crate) struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    /// The programme.
    pub(crate) programme: Uuid,
    /// Counts the saved changes.
    pub(crate) version: i64,
    /// The project community.
    pub(crate) project_community: Uuid,
    /// YYYY-MM
    #[sea_orm(column_type = "Text")]
    pub(crate) period: String,
    /// Tenths of a percent.
    pub(crate) cum_progress: i64,
    /// Fen.
    pub(crate) month_invest: i64,
    /// Fen.
    pub(crate) cum_invest: i64,
    /// 存在问题
    #[sea_orm(column_type = "Text")]
    pub(crate) problems: String,
    /// 下步安排
    #[sea_orm(column_type = "Text")]
    pub(crate) next_steps: String,
    /// 报送人
    #[sea_orm(column_type = "Text")]
    pub(crate) reporter: String,
    /// Instant, UTC.
    #[sea_orm(column_type = "Text")]
    pub(crate) submitted_at: Option<String>,
    /// The code of its status.
    #[sea_orm(column_type = "Text")]
    pub(crate) status: String,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
