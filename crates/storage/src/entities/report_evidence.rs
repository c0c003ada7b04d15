//! Which photo belongs to which monthly report.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// Which photo belongs to which monthly report.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "report_evidence")]
pub(crate) struct Model {
    /// The report.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) report: Uuid,
    /// The place in its list.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) position: i64,
    /// The programme.
    pub(crate) programme: Uuid,
    /// The file.
    pub(crate) evidence: Uuid,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
