//! A step of a project's approvals.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// A step of a project's approvals.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "approval_step")]
pub(crate) struct Model {
    /// The project.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) project: Uuid,
    /// Its place in the list.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) position: i64,
    /// The programme.
    pub(crate) programme: Uuid,
    /// S01 … S13.
    #[sea_orm(column_type = "Text")]
    pub(crate) step: String,
    /// The code of its requirement.
    #[sea_orm(column_type = "Text")]
    pub(crate) requirement: String,
    /// The code of its status.
    #[sea_orm(column_type = "Text")]
    pub(crate) status: String,
    /// Planned date.
    #[sea_orm(column_type = "Text")]
    pub(crate) planned_on: Option<String>,
    /// Date.
    #[sea_orm(column_type = "Text")]
    pub(crate) date: Option<String>,
    /// 文号
    #[sea_orm(column_type = "Text")]
    pub(crate) doc_no: String,
    /// 1 or 0.
    pub(crate) joint: i64,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
