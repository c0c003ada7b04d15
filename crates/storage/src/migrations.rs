//! The schema, step by step. A released step is never changed; the next change is a new file.

mod m0001_first_schema;
mod m0002_duties;
mod m0003_duty_indexes;
mod m0004_reports;
mod m0005_plan_details;

use sea_orm_migration::{MigrationTrait, MigratorTrait};

/// Brings a schema up to date.
#[derive(Debug)]
pub(crate) struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_first_schema::Migration),
            Box::new(m0002_duties::Migration),
            Box::new(m0003_duty_indexes::Migration),
            Box::new(m0004_reports::Migration),
            Box::new(m0005_plan_details::Migration),
        ]
    }
}
