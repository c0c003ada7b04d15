//! Duties as the figures read them. The database adds up tasks that are alike, in the order of an index, so that it neither
//! sorts nor gives more rows than units have months; what counts and what is late is decided by the domain, on one task
//! of each kind.

use crate::{
    StorageError,
    convert::{read, read_optional},
    entities::duty_task,
};
use anju_domain::{
    duties::began,
    exact::Month,
    indicators::{DutyFacts, OverdueDuty},
    model::{DutyTask, Programme},
    policy::stages::TaskStatus,
};
use chrono::NaiveDate;
#[cfg(test)]
use sea_orm::QueryTrait;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::Expr,
};
use uuid::Uuid;

/// The month of the due date. The index `duty_task_tally` holds the very same text.
const MONTH: &str = "SUBSTR(due, 1, 7)";
const IN_TIME: &str = "first_submitted_on <= due";
/// Codes of annex 2 begin with a digit.
const DERIVED: &str = "duty >= 'D'";

/// The tasks of a unit with one status that were due in a month: how many, and of these how many were first sent in time,
/// are derived, are both.
#[derive(Debug, FromQueryResult)]
struct Alike {
    owner: String,
    status: String,
    month: String,
    tasks: i64,
    in_time: i64,
    derived: i64,
    both: i64,
}

impl Alike {
    /// One task of each kind with how many stand for it, as due on a day of the month.
    fn kinds(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<(DutyTask, i64)>, StorageError> {
        let status: TaskStatus = read("duty_task.status", &self.status)?;
        let month: Month = read("duty_task.due", &self.month)?;
        let due = month.first_day().max(first).min(last);
        let of = |duty: &str, is_in_time: bool| DutyTask {
            owner: self.owner.clone(),
            duty: duty.to_owned(),
            due: Some(due),
            status,
            first_submitted_on: is_in_time.then_some(due),
            ..DutyTask::default()
        };
        let kinds = [
            (of(ANNEX, true), self.in_time - self.both),
            (of(ANNEX, false), self.tasks - self.in_time - self.derived + self.both),
            (of(OTHER, true), self.both),
            (of(OTHER, false), self.derived - self.both),
        ];
        Ok(kinds.into_iter().filter(|(_, alike)| *alike > 0).collect())
    }
}

/// A duty of either kind, for all of its kind.
const ANNEX: &str = "01.1";
const OTHER: &str = "D1";

/// The duties of a programme on a day.
pub(crate) async fn duty_facts(
    db: &impl ConnectionTrait,
    programme: &Programme,
    today: NaiveDate,
) -> Result<DutyFacts, StorageError> {
    let began = began(programme, today);
    let mut tasks = Vec::new();
    // What is due on the day itself is not late yet, so it stands apart, each task by itself.
    let before = today.pred_opt().unwrap_or(today);
    for alike in sums(programme, began, before).into_model::<Alike>().all(db).await? {
        tasks.extend(alike.kinds(began, before)?);
    }
    let of_the_day: Vec<(Uuid, String, String, String, Option<String>)> =
        of_the_day(programme, today).into_tuple().all(db).await?;
    for (_, owner, duty, status, sent) in of_the_day {
        let status: TaskStatus = read("duty_task.status", &status)?;
        let first_submitted_on = read_optional("duty_task.first_submitted_on", sent.as_deref())?;
        let task = DutyTask { owner, duty, status, due: Some(today), first_submitted_on, ..DutyTask::default() };
        tasks.push((task, 1));
    }
    let facts = DutyFacts::of_many(tasks.iter().map(|(task, alike)| (task, *alike)), programme, today);
    let rows: Vec<(String, String, String, String)> = longest(programme, began, today).into_tuple().all(db).await?;
    Ok(DutyFacts { overdue: overdue(rows, programme, today)?, ..facts })
}

/// Tasks that are alike, due from one day to another.
fn sums(programme: &Programme, first: NaiveDate, last: NaiveDate) -> Select<duty_task::Entity> {
    use duty_task::Column;
    let where_ = |what: &str| Expr::cust(format!("COUNT(*) FILTER (WHERE {what})"));
    duty_task::Entity::find()
        .select_only()
        .columns([Column::Owner, Column::Status])
        .column_as(Expr::cust(MONTH), "month")
        .column_as(Expr::cust("COUNT(*)"), "tasks")
        .column_as(where_(IN_TIME), "in_time")
        .column_as(where_(DERIVED), "derived")
        .column_as(where_(&format!("{IN_TIME} AND {DERIVED}")), "both")
        .filter(Column::Programme.eq(programme.id))
        .filter(Column::Due.gte(first.to_string()))
        .filter(Column::Due.lte(last.to_string()))
        .group_by(Column::Owner)
        .group_by(Column::Status)
        .group_by(Expr::cust(MONTH))
}

/// The tasks that are due on a day, by a look into the index by status and date: with the statuses named, and with the
/// identity, which the index of the sums has not, SQLite does not read all of that one instead.
fn of_the_day(programme: &Programme, day: NaiveDate) -> Select<duty_task::Entity> {
    use duty_task::Column;
    duty_task::Entity::find()
        .select_only()
        .columns([Column::Id])
        .columns([Column::Owner, Column::Duty, Column::Status, Column::FirstSubmittedOn])
        .filter(Column::Programme.eq(programme.id))
        .filter(Column::Status.is_in(TaskStatus::ALL.iter().map(|status| status.code())))
        .filter(Column::Due.eq(day.to_string()))
}

/// The tasks that are overdue for longest, each by itself.
fn longest(programme: &Programme, began: NaiveDate, today: NaiveDate) -> Select<duty_task::Entity> {
    use duty_task::Column;
    duty_task::Entity::find()
        .select_only()
        .columns([Column::Owner, Column::Duty, Column::Status, Column::Due])
        .filter(Column::Programme.eq(programme.id))
        .filter(Column::Status.is_in(super::page::OPEN.map(TaskStatus::code)))
        .filter(Column::Due.gte(began.to_string()))
        .filter(Column::Due.lt(today.to_string()))
        .filter(Column::Duty.not_like("D%"))
        .order_by_asc(Column::Due)
        .order_by_asc(Column::Duty)
        .limit(DutyFacts::NAMED)
}

fn overdue(
    rows: Vec<(String, String, String, String)>,
    programme: &Programme,
    today: NaiveDate,
) -> Result<Vec<OverdueDuty>, StorageError> {
    let mut tasks = Vec::with_capacity(rows.len());
    for (owner, duty, status, due) in rows {
        let (status, due) = (read("duty_task.status", &status)?, read_optional("duty_task.due", Some(&due))?);
        tasks.push(DutyTask { owner, duty, due, status, ..DutyTask::default() });
    }
    Ok(DutyFacts::of(&tasks, programme, today).overdue)
}

/// Every statement of the figures, with what it is, for the test that looks at their plans.
#[cfg(test)]
pub(crate) fn statements(
    programme: &Programme,
    today: NaiveDate,
    of: sea_orm::DbBackend,
) -> Vec<(&'static str, sea_orm::Statement)> {
    let began = began(programme, today);
    vec![
        ("sums", sums(programme, began, today).build(of)),
        ("tasks of the day", of_the_day(programme, today).build(of)),
        ("overdue for longest", longest(programme, began, today).build(of)),
    ]
}
