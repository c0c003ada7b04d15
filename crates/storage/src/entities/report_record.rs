//! What happened to a monthly report, and its corrections; none of a report to which nothing has happened.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// What happened to a monthly report, and its corrections.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "report_record")]
pub(crate) struct Model {
    /// The report.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) report: Uuid,
    /// The programme.
    pub(crate) programme: Uuid,
    /// JSON: what happened to it, oldest first.
    #[sea_orm(column_type = "Text")]
    pub(crate) history: String,
    /// JSON: its corrections, oldest first.
    #[sea_orm(column_type = "Text")]
    pub(crate) corrections: String,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
