//! Duties as the figures read them. The database adds up tasks that are alike; what counts and what is late is decided
//! by the domain, on one task of each kind.

use crate::{StorageError, entities::duty_task};
use anju_domain::{
    duties::began,
    indicators::DutyFacts,
    model::{DutyTask, Programme},
    policy::stages::TaskStatus,
};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, sea_query::Expr};

/// Owner, duty, status, first due day, whether first sent in time, how many.
type Alike = (String, String, String, String, i64, i64);

/// The duties of a programme on a day.
pub(crate) async fn duty_facts(
    db: &impl ConnectionTrait,
    programme: &Programme,
    today: NaiveDate,
) -> Result<DutyFacts, StorageError> {
    use duty_task::Column;
    let in_time = "CASE WHEN first_submitted_on IS NOT NULL AND first_submitted_on <= due THEN 1 ELSE 0 END";
    let month = "SUBSTR(due, 1, 7)";
    let alike: Vec<Alike> = duty_task::Entity::find()
        .select_only()
        .columns([Column::Owner, Column::Duty, Column::Status])
        .column_as(Column::Due.min(), "first_due")
        .column_as(Expr::cust(format!("CAST({in_time} AS BIGINT)")), "in_time")
        .column_as(Column::Id.count(), "alike")
        .filter(Column::Programme.eq(programme.id))
        .filter(Column::Due.gte(began(programme, today).to_string()))
        .filter(Column::Due.lte(today.to_string()))
        .group_by(Column::Owner)
        .group_by(Column::Duty)
        .group_by(Column::Status)
        .group_by(Expr::cust(month))
        .group_by(Expr::cust(format!("CASE WHEN due < '{today}' THEN 1 ELSE 0 END")))
        .group_by(Expr::cust(in_time))
        .into_tuple()
        .all(db)
        .await?;
    let mut tasks = Vec::with_capacity(alike.len());
    for (owner, duty, status, due, in_time, alike) in alike {
        let due: Option<NaiveDate> = crate::convert::read_optional("duty_task.due", Some(&due))?;
        let status: TaskStatus = crate::convert::read("duty_task.status", &status)?;
        let first_submitted_on = due.filter(|_| in_time == 1);
        tasks.push((DutyTask { owner, duty, due, status, first_submitted_on, ..DutyTask::default() }, alike));
    }
    let facts = DutyFacts::of_many(tasks.iter().map(|(task, alike)| (task, *alike)), programme, today);
    Ok(DutyFacts { overdue: overdue(db, programme, today).await?, ..facts })
}

/// The tasks that are overdue for longest, each by itself.
async fn overdue(
    db: &impl ConnectionTrait,
    programme: &Programme,
    today: NaiveDate,
) -> Result<Vec<anju_domain::indicators::OverdueDuty>, StorageError> {
    use duty_task::Column;
    use sea_orm::QueryOrder;
    let rows: Vec<(String, String, String, String)> = duty_task::Entity::find()
        .select_only()
        .columns([Column::Owner, Column::Duty, Column::Status, Column::Due])
        .filter(Column::Programme.eq(programme.id))
        .filter(Column::Status.is_in(super::page::OPEN.map(TaskStatus::code)))
        .filter(Column::Due.gte(began(programme, today).to_string()))
        .filter(Column::Due.lt(today.to_string()))
        .filter(Column::Duty.like("D%").not())
        .order_by_asc(Column::Due)
        .order_by_asc(Column::Duty)
        .limit(DutyFacts::NAMED)
        .into_tuple()
        .all(db)
        .await?;
    let mut tasks = Vec::with_capacity(rows.len());
    for (owner, duty, status, due) in rows {
        let status = crate::convert::read("duty_task.status", &status)?;
        let due = crate::convert::read_optional("duty_task.due", Some(&due))?;
        tasks.push(DutyTask { owner, duty, due, status, ..DutyTask::default() });
    }
    Ok(DutyFacts::of(&tasks, programme, today).overdue)
}
