//! A task of a duty; its evidence is rows.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// A task of a duty; its evidence is rows.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "duty_task")]
pub(crate) struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    /// The programme.
    pub(crate) programme: Uuid,
    /// Counts the saved changes.
    pub(crate) version: i64,
    /// 11.2 or D7
    #[sea_orm(column_type = "Text")]
    pub(crate) duty: String,
    /// The unit, by code, or the name of another body.
    #[sea_orm(column_type = "Text")]
    pub(crate) owner: String,
    /// YYYY, YYYY-Qn or YYYY-MM
    #[sea_orm(column_type = "Text")]
    pub(crate) period: Option<String>,
    /// The project community.
    pub(crate) project_community: Option<Uuid>,
    /// What arose.
    #[sea_orm(column_type = "Text")]
    pub(crate) occasion: String,
    /// The day when it was made.
    #[sea_orm(column_type = "Text")]
    pub(crate) created_on: Option<String>,
    /// 办理时限
    #[sea_orm(column_type = "Text")]
    pub(crate) due: Option<String>,
    /// The code of its status.
    #[sea_orm(column_type = "Text")]
    pub(crate) status: String,
    /// 办理情况
    #[sea_orm(column_type = "Text")]
    pub(crate) report: String,
    /// Why it doesn't concern the unit.
    #[sea_orm(column_type = "Text")]
    pub(crate) reason: String,
    /// Name of the account that sent it last.
    #[sea_orm(column_type = "Text")]
    pub(crate) submitter: Option<String>,
    /// The day when it was first sent.
    #[sea_orm(column_type = "Text")]
    pub(crate) first_submitted_on: Option<String>,
    /// The day when it was sent last.
    #[sea_orm(column_type = "Text")]
    pub(crate) submitted_on: Option<String>,
    /// JSON: what happened to it.
    #[sea_orm(column_type = "Text")]
    pub(crate) history: String,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
