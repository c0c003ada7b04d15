//! Rows of every audited table in one type: their lines in the digest, their keys, the statements that write them.

use crate::{StorageError, entities};
use futures_util::future::join;
use sea_orm::{
    ConnectionTrait, EntityTrait, IntoActiveModel, Iterable, ModelTrait, PrimaryKeyToColumn, QueryTrait, Statement,
    Value, sea_query::OnConflict,
};
use serde::Serialize;

/// How many rows one statement writes.
const WRITTEN_AT_ONCE: usize = 200;

macro_rules! rows {
    ($($variant:ident = $table:ident),+ $(,)?) => {
        /// A row of an audited table; references point to tables that stand before.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        pub(crate) enum Row {
            $(
                #[doc = concat!("Of `", stringify!($table), "`.")]
                $variant(entities::$table::Model),
            )+
        }

        impl Row {
            /// The audited tables, those that are pointed to first.
            #[cfg(test)]
            pub(crate) const TABLES: &'static [&'static str] = &[$(stringify!($table)),+];

            /// Name of the table.
            pub(crate) const fn table(&self) -> &'static str {
                match self { $(Self::$variant(_) => stringify!($table),)+ }
            }

            /// What the table knows it by.
            pub(crate) fn key(&self) -> Vec<Value> {
                match self {
                    $(Self::$variant(model) => {
                        entities::$table::PrimaryKey::iter().map(|key| model.get(key.into_column())).collect()
                    })+
                }
            }

            /// Removes it.
            pub(crate) async fn delete(&self, db: &impl ConnectionTrait) -> Result<(), StorageError> {
                match self {
                    $(Self::$variant(model) => {
                        entities::$table::Entity::delete(model.clone().into_active_model()).exec(db).await?;
                    })+
                }
                Ok(())
            }
        }

        /// Inserts rows, those that are pointed to first. While the database takes one statement the next is made.
        pub(crate) async fn insert(rows: &[&Row], db: &impl ConnectionTrait) -> Result<(), StorageError> {
            let mut made = None;
            $(
                let of_table = rows.iter().filter_map(|row| match row {
                    Row::$variant(model) => Some(model),
                    _ => None,
                });
                let of_table: Vec<&entities::$table::Model> = of_table.collect();
                for some in of_table.chunks(WRITTEN_AT_ONCE) {
                    let next = async {
                        let rows = some.iter().map(|model| (*model).clone().into_active_model());
                        entities::$table::Entity::insert_many(rows).build(db.get_database_backend())
                    };
                    let (done, next) = join(run(made.take(), db), next).await;
                    done?;
                    made = Some(next);
                }
            )+
            run(made, db).await
        }

        /// Changes rows that are there, each as it was and as it is: one statement a table writes the columns in which
        /// any of them differs.
        pub(crate) async fn update(changed: &[(&Row, &Row)], db: &impl ConnectionTrait) -> Result<(), StorageError> {
            $({
                use entities::$table::{Column, Entity, PrimaryKey};
                let of_table: Vec<_> = changed
                    .iter()
                    .filter_map(|pair| match pair {
                        (Row::$variant(was), Row::$variant(is)) => Some((was, is)),
                        _ => None,
                    })
                    .collect();
                for some in of_table.chunks(WRITTEN_AT_ONCE) {
                    let differs = |column: &Column| some.iter().any(|(was, is)| was.get(*column) != is.get(*column));
                    let columns: Vec<Column> = Column::iter().filter(differs).collect();
                    // No statement of both databases changes many rows at once but this; none of these rows is new.
                    let there = OnConflict::columns(PrimaryKey::iter().map(PrimaryKeyToColumn::into_column))
                        .update_columns(columns)
                        .to_owned();
                    let rows = some.iter().map(|(_, is)| (*is).clone().into_active_model());
                    Entity::insert_many(rows).on_conflict(there).exec_without_returning(db).await?;
                }
            })+
            Ok(())
        }
    };
}

rows! {
    Programme = programme,
    AnnualPlan = annual_plan,
    PlanDetail = plan_detail,
    Community = community,
    Building = building,
    Project = project,
    ApprovalStep = approval_step,
    ProjectCommunity = project_community,
    Line = line,
    Commitment = commitment,
    Receipt = receipt,
    Payment = payment,
    MonthlyReport = monthly_report,
    ReportRecord = report_record,
    DutyTask = duty_task,
    Evidence = evidence,
    TaskEvidence = task_evidence,
    ReportEvidence = report_evidence,
    Account = account,
}

async fn run(statement: Option<Statement>, db: &impl ConnectionTrait) -> Result<(), StorageError> {
    if let Some(statement) = statement {
        db.execute_raw(statement).await?;
    }
    Ok(())
}

impl Row {
    /// What its digest is made of: `["table",{"column":value,…}]`, columns in the order of the table.
    pub(crate) fn line(&self) -> Result<Vec<u8>, StorageError> {
        let mut line = Vec::with_capacity(512);
        serde_json::to_writer(&mut line, &(self.table(), self))
            .map_err(|why| StorageError::Database(format!("a row can't be written: {why}")))?;
        line.push(b'\n');
        Ok(line)
    }
}
