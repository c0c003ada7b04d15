//! The fourth schema: what monthly reports hold besides their figures. Rows of their own, so that reports that have none of
//! it keep the digests that the audit chain names.

use sea_orm_migration::{prelude::*, schema::*};

/// Adds the tables beside monthly reports.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0004_reports"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(report_record()).await?;
        manager.create_table(report_evidence()).await?;
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn report_record() -> TableCreateStatement {
    Table::create()
        .table("report_record")
        .col(uuid("report"))
        .col(uuid("programme"))
        .col(text("history"))
        .col(text("corrections"))
        .primary_key(Index::create().col("report"))
        .foreign_key(ForeignKey::create().from("report_record", "report").to("monthly_report", "id"))
        .to_owned()
}

fn report_evidence() -> TableCreateStatement {
    Table::create()
        .table("report_evidence")
        .col(uuid("report"))
        .col(big_integer("position"))
        .col(uuid("programme"))
        .col(uuid("evidence"))
        .primary_key(Index::create().col("report").col("position"))
        .foreign_key(ForeignKey::create().from("report_evidence", "report").to("monthly_report", "id"))
        .foreign_key(ForeignKey::create().from("report_evidence", "evidence").to("evidence", "id"))
        .to_owned()
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        Index::create().name("report_record_programme").table("report_record").col("programme").to_owned(),
        Index::create().name("report_evidence_programme").table("report_evidence").col("programme").to_owned(),
        // Whose report a photo is of.
        Index::create().name("report_evidence_evidence").table("report_evidence").col("evidence").to_owned(),
    ]
}
