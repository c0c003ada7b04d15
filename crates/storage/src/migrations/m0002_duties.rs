//! The second schema: duties with their evidence, and what a project community holds that is only read whole.

use sea_orm_migration::{prelude::*, schema::*};

/// Adds the tables of duties.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0002_duties"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let details = Table::alter().table("project_community").add_column(text("details").default("{}")).to_owned();
        manager.alter_table(details).await?;
        for table in [duty_task(), evidence(), task_evidence()] {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn duty_task() -> TableCreateStatement {
    Table::create()
        .table("duty_task")
        .col(uuid("id"))
        .col(uuid("programme"))
        .col(big_integer("version"))
        .col(text("duty"))
        .col(text("owner"))
        .col(text_null("period"))
        .col(uuid_null("project_community"))
        .col(text("occasion"))
        .col(text_null("created_on"))
        .col(text_null("due"))
        .col(text("status"))
        .col(text("report"))
        .col(text("reason"))
        .col(text_null("submitter"))
        .col(text_null("first_submitted_on"))
        .col(text_null("submitted_on"))
        .col(text("history"))
        .primary_key(Index::create().col("id"))
        .foreign_key(ForeignKey::create().from("duty_task", "project_community").to("project_community", "id"))
        .to_owned()
}

fn evidence() -> TableCreateStatement {
    Table::create()
        .table("evidence")
        .col(uuid("id"))
        .col(uuid("programme"))
        .col(text("name"))
        .col(text("media_type"))
        .col(big_integer("size"))
        .col(text("sha256"))
        .col(text("owner"))
        .col(text("uploaded_by"))
        .col(text_null("uploaded_on"))
        .primary_key(Index::create().col("id"))
        .to_owned()
}

fn task_evidence() -> TableCreateStatement {
    Table::create()
        .table("task_evidence")
        .col(uuid("task"))
        .col(big_integer("position"))
        .col(uuid("programme"))
        .col(uuid("evidence"))
        .primary_key(Index::create().col("task").col("position"))
        .foreign_key(ForeignKey::create().from("task_evidence", "task").to("duty_task", "id"))
        .foreign_key(ForeignKey::create().from("task_evidence", "evidence").to("evidence", "id"))
        .to_owned()
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        // A unit's list, and what all of them have to do by a day.
        Index::create().name("duty_task_owner").table("duty_task").col("programme").col("owner").col("due").to_owned(),
        Index::create()
            .name("duty_task_status")
            .table("duty_task")
            .col("programme")
            .col("status")
            .col("due")
            .to_owned(),
        Index::create().name("duty_task_project_community").table("duty_task").col("project_community").to_owned(),
        Index::create().name("task_evidence_evidence").table("task_evidence").col("evidence").to_owned(),
        Index::create().name("task_evidence_programme").table("task_evidence").col("programme").to_owned(),
        // The same content in another place is found by its digest.
        Index::create().name("evidence_sha256").table("evidence").col("programme").col("sha256").to_owned(),
    ]
}
