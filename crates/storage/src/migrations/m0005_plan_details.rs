//! The fifth schema: what of an annual plan is only read whole, in a table of its own, so that the digests of the plans that
//! are there stay what they are.

use sea_orm_migration::{prelude::*, schema::*};

/// Adds the details of annual plans.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0005_plan_details"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("plan_detail")
            .col(uuid("plan"))
            .col(uuid("programme"))
            .col(text("details"))
            .primary_key(Index::create().col("plan"))
            .foreign_key(ForeignKey::create().from("plan_detail", "plan").to("annual_plan", "id"))
            .to_owned();
        manager.create_table(table).await
    }
}
