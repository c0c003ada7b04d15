//! What of an annual plan is only read whole.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// What of an annual plan is only read whole; a plan without any has no such row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "plan_detail")]
pub(crate) struct Model {
    /// The plan.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) plan: Uuid,
    /// The programme.
    pub(crate) programme: Uuid,
    /// JSON.
    #[sea_orm(column_type = "Text")]
    pub(crate) details: String,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
