//! The third schema: indexes for millions of tasks. A list comes in its order from an index, and the figures are added up
//! in the order of another one.

use sea_orm_migration::{prelude::*, sea_orm::ConnectionTrait};

/// Adds the indexes of large programmes.
#[derive(Debug)]
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0003_duty_indexes"
    }
}

/// Where a task stands in a list: what is open, sent, closed; then by date. Statements repeat these expressions.
const PLACE: &str = "(CASE WHEN status IN ('待办', '办理中', '退回') THEN 0 \
                     WHEN status IN ('已核', '不涉及') THEN 2 ELSE 1 END), \
                     (CASE WHEN status IN ('已核', '不涉及') THEN '' ELSE COALESCE(due, '9999-12-31') END), \
                     (COALESCE(due, '')) DESC, duty, id";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for sql in [
            "DROP INDEX duty_task_owner".to_owned(),
            "DROP INDEX duty_task_project_community".to_owned(),
            // How many of each status a unit has, and how many of these are late.
            "CREATE INDEX duty_task_owner ON duty_task (programme, owner, status, due)".to_owned(),
            // The tasks of a community, and whether a unit has one there.
            "CREATE INDEX duty_task_project_community ON duty_task (project_community, owner)".to_owned(),
            // The list of a unit, and that of all.
            format!("CREATE INDEX duty_task_list ON duty_task (programme, owner, {PLACE})"),
            format!("CREATE INDEX duty_task_list_of_all ON duty_task (programme, {PLACE})"),
            // Sums by unit, status and month.
            "CREATE INDEX duty_task_tally ON duty_task \
             (programme, owner, status, (SUBSTR(due, 1, 7)), due, duty, first_submitted_on)"
                .to_owned(),
            // The communities of a programme without reading their rows, which are long.
            "CREATE INDEX project_community_of_community ON project_community (programme, community, id)".to_owned(),
        ] {
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        Ok(())
    }
}
