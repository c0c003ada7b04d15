//! Which file belongs to which task: one file may serve several.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// Which file belongs to which task: one file may serve several.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "task_evidence")]
pub(crate) struct Model {
    /// The task.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) task: Uuid,
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
