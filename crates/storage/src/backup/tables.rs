//! Every table from one database to another of the same schema, row by row.

use crate::{
    StorageError,
    entities::{self, programme, revision},
};
use futures_util::TryStreamExt;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel};

/// How many rows one statement writes.
const WRITTEN_AT_ONCE: usize = 200;

macro_rules! copied {
    ($($table:ident),+ $(,)?) => {
        /// The tables of a backup, those that are pointed to first. Sessions are none of them: they end with a restore.
        pub(super) const TABLES: &[&str] = &[$(stringify!($table)),+];

        /// Copies every table. The rows stream, so that memory does not grow with them.
        pub(super) async fn copy(from: &DatabaseTransaction, into: &DatabaseTransaction) -> Result<(), StorageError> {
            $({
                let mut rows = entities::$table::Entity::find().stream(from).await?;
                let mut some = Vec::with_capacity(WRITTEN_AT_ONCE);
                loop {
                    let row = rows.try_next().await?;
                    let has_ended = row.is_none();
                    some.extend(row.map(IntoActiveModel::into_active_model));
                    if some.len() == WRITTEN_AT_ONCE || has_ended && !some.is_empty() {
                        let written = std::mem::take(&mut some);
                        entities::$table::Entity::insert_many(written).exec_without_returning(into).await?;
                    }
                    if has_ended {
                        break;
                    }
                }
            })+
            Ok(())
        }
    };
}

copied! {
    programme,
    annual_plan,
    plan_detail,
    community,
    building,
    project,
    approval_step,
    project_community,
    line,
    commitment,
    receipt,
    payment,
    monthly_report,
    report_record,
    duty_task,
    evidence,
    task_evidence,
    report_evidence,
    account,
    audit_entry,
    revision,
    idempotency,
}

/// The division code of the first programme, or an empty text when there are accounts alone; none in an empty database.
pub(super) async fn first_content(db: &impl ConnectionTrait) -> Result<Option<String>, StorageError> {
    if let Some(programme) = programme::Entity::find().one(db).await? {
        return Ok(Some(programme.division_code));
    }
    Ok(revision::Entity::find().one(db).await?.map(|_| String::new()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::Row;

    #[test]
    fn no_audited_table_is_left_out() {
        for table in Row::TABLES {
            assert!(TABLES.contains(table), "{table}");
        }
    }
}
