//! Who may sign in.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// Who may sign in.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "account")]
pub(crate) struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    /// Nil: accounts belong to the installation.
    pub(crate) programme: Uuid,
    /// Name with which one signs in.
    #[sea_orm(column_type = "Text")]
    pub(crate) user_name: String,
    /// Post or unit.
    #[sea_orm(column_type = "Text")]
    pub(crate) display: String,
    /// The same in English.
    #[sea_orm(column_type = "Text")]
    pub(crate) display_en: String,
    /// The code of the role.
    #[sea_orm(column_type = "Text")]
    pub(crate) role: String,
    /// Code of the member unit.
    #[sea_orm(column_type = "Text")]
    pub(crate) unit: Option<String>,
    /// 建设单位
    #[sea_orm(column_type = "Text")]
    pub(crate) project_owner: Option<String>,
    /// In PHC form.
    #[sea_orm(column_type = "Text")]
    pub(crate) password_hash: String,
    /// 1 or 0.
    pub(crate) disabled: i64,
    /// Instant, UTC.
    #[sea_orm(column_type = "Text")]
    pub(crate) password_changed_at: String,
    /// Counts changes of rights and password.
    pub(crate) epoch: i64,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
