//! A file that shows that something was done; its content lies beside the database.

use sea_orm::entity::prelude::*;
use serde::Serialize;

/// A file that shows that something was done; its content lies beside the database.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "evidence")]
pub(crate) struct Model {
    /// Identity; the content lies under it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    /// The programme.
    pub(crate) programme: Uuid,
    /// Its name as people gave it.
    #[sea_orm(column_type = "Text")]
    pub(crate) name: String,
    /// What its content is.
    #[sea_orm(column_type = "Text")]
    pub(crate) media_type: String,
    /// Bytes.
    pub(crate) size: i64,
    /// SHA-256 of the content, hexadecimal.
    #[sea_orm(column_type = "Text")]
    pub(crate) sha256: String,
    /// The unit that brought it, by code.
    #[sea_orm(column_type = "Text")]
    pub(crate) owner: String,
    /// The account that brought it.
    #[sea_orm(column_type = "Text")]
    pub(crate) uploaded_by: String,
    /// The day.
    #[sea_orm(column_type = "Text")]
    pub(crate) uploaded_on: Option<String>,
}

/// None: aggregates are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
