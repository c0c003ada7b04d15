//! The first schema: everything that the thread from the policy to a leader's charts stores.

use sea_orm_migration::{prelude::*, schema::*};

/// Creates the tables of the first schema.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0001_first_schema"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        revision(),
        programme(),
        annual_plan(),
        community(),
        building(),
        project(),
        approval_step(),
        project_community(),
        line(),
        commitment(),
        receipt(),
        payment(),
        monthly_report(),
        account(),
        session(),
        audit_entry(),
        idempotency(),
    ]
}

fn revision() -> TableCreateStatement {
    Table::create()
        .table("revision")
        .col(uuid("programme"))
        .col(big_integer("revision"))
        .col(big_integer("sequence"))
        .col(text("hash"))
        .primary_key(Index::create().col("programme"))
        .to_owned()
}

fn programme() -> TableCreateStatement {
    Table::create()
        .table("programme")
        .col(uuid("id"))
        .col(big_integer("version"))
        .col(text("division_code"))
        .col(text("name"))
        .col(big_integer("sample"))
        .col(text("details"))
        .primary_key(Index::create().col("id"))
        .to_owned()
}

fn annual_plan() -> TableCreateStatement {
    Table::create()
        .table("annual_plan")
        .col(uuid("id"))
        .col(uuid("programme"))
        .col(big_integer("version"))
        .col(big_integer("year"))
        .col(big_integer("batch"))
        .col(text("status"))
        .col(text_null("issued_on"))
        .col(text("doc_no"))
        .col(big_integer("planned_starts"))
        .col(big_integer("planned_completions"))
        .col(big_integer("planned_households"))
        .col(big_integer("planned_area"))
        .col(big_integer("planned_invest"))
        .primary_key(Index::create().col("id"))
        .foreign_key(ForeignKey::create().from("annual_plan", "programme").to("programme", "id"))
        .to_owned()
}

fn community() -> TableCreateStatement {
    Table::create()
        .table("community")
        .col(uuid("id"))
        .col(uuid("programme"))
        .col(text("code"))
        .col(text("name"))
        .col(text("township"))
        .col(text("neighbourhood"))
        .col(text("details"))
        .primary_key(Index::create().col("id"))
        .foreign_key(ForeignKey::create().from("community", "programme").to("programme", "id"))
        .to_owned()
}

fn building() -> TableCreateStatement {
    Table::create()
        .table("building")
        .col(uuid("community"))
        .col(big_integer("position"))
        .col(uuid("programme"))
        .col(text("no"))
        .col(big_integer("in_scope"))
        .col(text_null("completed_on"))
        .col(big_integer_null("completed_year"))
        .col(big_integer_null("storeys"))
        .col(big_integer_null("stair_units"))
        .col(big_integer("households"))
        .col(big_integer("floor_area"))
        .col(text("structure"))
        .col(text("heritage"))
        .col(big_integer("lift_feasible"))
        .col(big_integer("consent_passed"))
        .col(big_integer("expropriation_planned"))
        .primary_key(Index::create().col("community").col("position"))
        .foreign_key(ForeignKey::create().from("building", "community").to("community", "id"))
        .to_owned()
}

fn project() -> TableCreateStatement {
    Table::create()
        .table("project")
        .col(uuid("id"))
        .col(uuid("programme"))
        .col(big_integer("version"))
        .col(text("national_code"))
        .col(text("name"))
        .col(text("project_owner"))
        .col(text("manager_name"))
        .col(text("details"))
        .primary_key(Index::create().col("id"))
        .foreign_key(ForeignKey::create().from("project", "programme").to("programme", "id"))
        .to_owned()
}

fn approval_step() -> TableCreateStatement {
    Table::create()
        .table("approval_step")
        .col(uuid("project"))
        .col(big_integer("position"))
        .col(uuid("programme"))
        .col(text("step"))
        .col(text("requirement"))
        .col(text("status"))
        .col(text_null("planned_on"))
        .col(text_null("date"))
        .col(text("doc_no"))
        .col(big_integer("joint"))
        .primary_key(Index::create().col("project").col("position"))
        .foreign_key(ForeignKey::create().from("approval_step", "project").to("project", "id"))
        .to_owned()
}

fn project_community() -> TableCreateStatement {
    Table::create()
        .table("project_community")
        .col(uuid("id"))
        .col(uuid("programme"))
        .col(big_integer("version"))
        .col(uuid("project"))
        .col(uuid("community"))
        .col(big_integer("plan_year"))
        .col(uuid_null("plan"))
        .col(text_null("entered_on"))
        .col(text("stage"))
        .col(big_integer("scope_households"))
        .col(big_integer("scope_area"))
        .col(big_integer_null("scope_count"))
        .col(big_integer_null("total_invest"))
        .col(text_null("planned_start"))
        .col(text_null("actual_start"))
        .col(text_null("planned_finish"))
        .col(text_null("completed_on"))
        .col(text_null("withdrawn_on"))
        .col(text("baseline"))
        .primary_key(Index::create().col("id"))
        .foreign_key(ForeignKey::create().from("project_community", "programme").to("programme", "id"))
        .foreign_key(ForeignKey::create().from("project_community", "project").to("project", "id"))
        .foreign_key(ForeignKey::create().from("project_community", "community").to("community", "id"))
        .foreign_key(ForeignKey::create().from("project_community", "plan").to("annual_plan", "id"))
        .to_owned()
}

fn line() -> TableCreateStatement {
    Table::create()
        .table("line")
        .col(uuid("project_community"))
        .col(text("id"))
        .col(big_integer("position"))
        .col(uuid("programme"))
        .col(text("item"))
        .col(text_null("category"))
        .col(text("buildings"))
        .col(text("quantity"))
        .col(text("unit"))
        .col(text_null("component"))
        .col(text_null("operator_kind"))
        .col(text("location"))
        .col(big_integer("amount"))
        .col(text_null("implementing_party"))
        .col(text("owner_after"))
        .col(text_null("owner"))
        .col(text_null("maintainer"))
        .col(text("status"))
        .primary_key(Index::create().col("project_community").col("id"))
        .foreign_key(ForeignKey::create().from("line", "project_community").to("project_community", "id"))
        .to_owned()
}

fn commitment() -> TableCreateStatement {
    Table::create()
        .table("commitment")
        .col(uuid("id"))
        .col(uuid("project_community"))
        .col(big_integer("position"))
        .col(uuid("programme"))
        .col(text("line"))
        .col(text("funding"))
        .col(text_null("sub_kind"))
        .col(text_null("level"))
        .col(text("provider"))
        .col(text_null("operator_kind"))
        .col(text("allowed_items"))
        .col(big_integer("amount"))
        .col(big_integer("in_kind"))
        .col(text_null("valuation_basis"))
        .col(text_null("doc"))
        .col(text("status"))
        .primary_key(Index::create().col("id"))
        .foreign_key(ForeignKey::create().from("commitment", "project_community").to("project_community", "id"))
        .to_owned()
}

fn receipt() -> TableCreateStatement {
    Table::create()
        .table("receipt")
        .col(uuid("id"))
        .col(uuid("project_community"))
        .col(big_integer("position"))
        .col(uuid("programme"))
        .col(text("funding"))
        .col(text("sub_kind"))
        .col(text_null("level"))
        .col(text("provider"))
        .col(text("date"))
        .col(big_integer("amount"))
        .col(text("doc_no"))
        .col(text("voucher"))
        .primary_key(Index::create().col("id"))
        .foreign_key(ForeignKey::create().from("receipt", "project_community").to("project_community", "id"))
        .to_owned()
}

fn payment() -> TableCreateStatement {
    Table::create()
        .table("payment")
        .col(uuid("id"))
        .col(uuid("project_community"))
        .col(big_integer("position"))
        .col(uuid("programme"))
        .col(text("funding"))
        .col(text("sub_kind"))
        .col(text_null("level"))
        .col(text("provider"))
        .col(text("line"))
        .col(text("date"))
        .col(big_integer("amount"))
        .col(text("doc_no"))
        .col(text("voucher"))
        .col(text("payee"))
        .col(text("purpose"))
        .primary_key(Index::create().col("id"))
        .foreign_key(ForeignKey::create().from("payment", "project_community").to("project_community", "id"))
        .to_owned()
}

fn monthly_report() -> TableCreateStatement {
    Table::create()
        .table("monthly_report")
        .col(uuid("id"))
        .col(uuid("programme"))
        .col(big_integer("version"))
        .col(uuid("project_community"))
        .col(text("period"))
        .col(big_integer("cum_progress"))
        .col(big_integer("month_invest"))
        .col(big_integer("cum_invest"))
        .col(text("problems"))
        .col(text("next_steps"))
        .col(text("reporter"))
        .col(text_null("submitted_at"))
        .col(text("status"))
        .primary_key(Index::create().col("id"))
        .foreign_key(ForeignKey::create().from("monthly_report", "project_community").to("project_community", "id"))
        .to_owned()
}

fn account() -> TableCreateStatement {
    Table::create()
        .table("account")
        .col(uuid("id"))
        .col(uuid("programme"))
        .col(text("user_name"))
        .col(text("display"))
        .col(text("display_en"))
        .col(text("role"))
        .col(text_null("unit"))
        .col(text_null("project_owner"))
        .col(text("password_hash"))
        .col(big_integer("disabled"))
        .col(text("password_changed_at"))
        .col(big_integer("epoch"))
        .primary_key(Index::create().col("id"))
        .to_owned()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(text("hash"))
        .col(uuid("account"))
        .col(big_integer("epoch"))
        .col(big_integer("created_at"))
        .col(big_integer("seen_at"))
        .primary_key(Index::create().col("hash"))
        .foreign_key(ForeignKey::create().from("session", "account").to("account", "id"))
        .to_owned()
}

fn audit_entry() -> TableCreateStatement {
    Table::create()
        .table("audit_entry")
        .col(uuid("programme"))
        .col(big_integer("sequence"))
        .col(big_integer("revision"))
        .col(text("at"))
        .col(text("user_name"))
        .col(text("display"))
        .col(text("act"))
        .col(text("object"))
        .col(text("label"))
        .col(text("before"))
        .col(text("after"))
        .col(text("warnings"))
        .col(text("objects"))
        .col(text("previous"))
        .col(text("hash"))
        .primary_key(Index::create().col("programme").col("sequence"))
        .to_owned()
}

fn idempotency() -> TableCreateStatement {
    Table::create()
        .table("idempotency")
        .col(uuid("programme"))
        .col(text("key"))
        .col(text("request"))
        .col(big_integer("version"))
        .col(text("warnings"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("programme").col("key"))
        .to_owned()
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        Index::create().name("programme_division_code").table("programme").col("division_code").unique().to_owned(),
        Index::create().name("annual_plan_programme_year").table("annual_plan").col("programme").col("year").to_owned(),
        Index::create().name("community_programme_code").table("community").col("programme").col("code").to_owned(),
        Index::create().name("building_programme").table("building").col("programme").to_owned(),
        Index::create().name("project_programme").table("project").col("programme").to_owned(),
        Index::create().name("approval_step_programme").table("approval_step").col("programme").to_owned(),
        Index::create()
            .name("project_community_programme_plan_year")
            .table("project_community")
            .col("programme")
            .col("plan_year")
            .to_owned(),
        Index::create().name("project_community_community").table("project_community").col("community").to_owned(),
        Index::create().name("line_programme").table("line").col("programme").to_owned(),
        Index::create().name("commitment_project_community").table("commitment").col("project_community").to_owned(),
        Index::create().name("commitment_programme").table("commitment").col("programme").to_owned(),
        Index::create().name("receipt_project_community").table("receipt").col("project_community").to_owned(),
        Index::create().name("receipt_programme").table("receipt").col("programme").to_owned(),
        Index::create().name("payment_project_community").table("payment").col("project_community").to_owned(),
        Index::create().name("payment_programme").table("payment").col("programme").to_owned(),
        Index::create()
            .name("monthly_report_project_community")
            .table("monthly_report")
            .col("project_community")
            .to_owned(),
        Index::create().name("monthly_report_programme").table("monthly_report").col("programme").to_owned(),
        Index::create().name("account_user_name").table("account").col("user_name").unique().to_owned(),
        Index::create().name("session_account").table("session").col("account").to_owned(),
        Index::create().name("idempotency_at").table("idempotency").col("at").to_owned(),
    ]
}
