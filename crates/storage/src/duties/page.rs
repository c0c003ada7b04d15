//! The list of tasks: numbers of each kind, and one page of rows. The number of queries does not grow with the rows.

use crate::{
    StorageError,
    convert::task_of,
    entities::{community, duty_task, project_community},
    load::load_programme,
};
use anju_domain::{
    api::{DutyNumbers, DutyPage, DutyQuery, DutyRow, DutyShow},
    duties::began,
    exact::Month,
    model::DutyTask,
    policy::stages::TaskStatus,
};
use chrono::NaiveDate;
#[cfg(test)]
use sea_orm::QueryTrait;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, Order, QueryFilter, QueryOrder, QuerySelect,
    RelationDef, Select,
    sea_query::{Expr, ExprTrait, Query},
};
use std::collections::HashMap;
use uuid::Uuid;

/// Neither sent nor closed.
pub(super) const OPEN: [TaskStatus; 3] = [TaskStatus::Open, TaskStatus::InHand, TaskStatus::Returned];
/// Closed by the office or by its unit.
const CLOSED: [TaskStatus; 2] = [TaskStatus::Confirmed, TaskStatus::NotConcerned];

/// The most rows of a page.
const LONGEST_PAGE: u32 = 200;
/// The rows of a page when nobody says how many.
const USUAL_PAGE: u32 = 50;

/// 0 what is open, 1 what was sent, 2 what is closed. The index `duty_task_list` holds the very same text.
const RANK: &str =
    "CASE WHEN status IN ('待办', '办理中', '退回') THEN 0 WHEN status IN ('已核', '不涉及') THEN 2 ELSE 1 END";
/// What is not closed stands by its due date, without one last.
const NEXT: &str = "CASE WHEN status IN ('已核', '不涉及') THEN '' ELSE COALESCE(due, '9999-12-31') END";
/// What is closed stands by its due date, the latest first.
const LATEST: &str = "COALESCE(due, '')";

/// Which rows of a list: how many are left out, and how many are given at most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    offset: u64,
    limit: u64,
}

impl Part {
    /// The page that a query asks for.
    pub(super) fn of(query: &DutyQuery) -> Self {
        let limit = query.limit.unwrap_or(USUAL_PAGE).clamp(1, LONGEST_PAGE);
        Self { offset: u64::from(query.offset.unwrap_or(0)), limit: u64::from(limit) }
    }

    /// The whole list, up to a bound.
    pub(super) fn whole(most: usize) -> Self {
        Self { offset: 0, limit: u64::try_from(most).unwrap_or(u64::MAX) }
    }
}

/// Tasks: what is open first, by due date; then what was sent; then what is closed, the latest first.
pub(super) async fn page(
    db: &impl ConnectionTrait,
    programme: Uuid,
    query: &DutyQuery,
    part: Part,
    today: NaiveDate,
) -> Result<DutyPage, StorageError> {
    let owner = load_programme(db, programme).await?;
    let numbers = numbers(db, programme, query, began(&owner, today), today).await?;
    let rows = listed(programme, query, part, began(&owner, today), today).all(db).await?;
    let mut communities: Vec<(Uuid, String)> = communities(programme, query).into_tuple().all(db).await?;
    communities.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
    let names: HashMap<Uuid, &str> = communities.iter().map(|(id, name)| (*id, name.as_str())).collect();
    let rows = rows
        .into_iter()
        .map(|row| Ok(row_of(task_of(row, Vec::new())?, &names)))
        .collect::<Result<_, StorageError>>()?;
    Ok(DutyPage { numbers, rows, communities })
}

/// The rows of the page, in the order of an index, so that the database reads no more than it gives.
fn listed(
    programme: Uuid,
    query: &DutyQuery,
    part: Part,
    began: NaiveDate,
    today: NaiveDate,
) -> Select<duty_task::Entity> {
    let of_rank = |rank: &str| Condition::all().add(Expr::cust(format!("{RANK} = {rank}")));
    let shown = match query.show {
        DutyShow::All => Condition::all(),
        DutyShow::Open => of_rank("0"),
        // The dates are the program's own: digits and hyphens.
        DutyShow::Overdue => of_rank("0").add(Expr::cust(format!("{NEXT} >= '{began}' AND {NEXT} < '{today}'"))),
        DutyShow::Sent => of_rank("1"),
        DutyShow::Closed => of_rank("2"),
    };
    let mut rows = duty_task::Entity::find().filter(wanted(programme, query)).filter(shown);
    if query.show == DutyShow::All {
        // One rank alone needs no such order, and SQLite would sort for it.
        rows = rows.order_by(Expr::cust(RANK), Order::Asc);
    }
    rows.order_by(Expr::cust(NEXT), Order::Asc)
        .order_by(Expr::cust(LATEST), Order::Desc)
        .order_by_asc(duty_task::Column::Duty)
        .order_by_asc(duty_task::Column::Id)
        .offset(part.offset)
        .limit(part.limit)
}

/// The tasks of the query, whatever their standing.
fn wanted(programme: Uuid, query: &DutyQuery) -> Condition {
    use duty_task::Column;
    let mut wanted = Condition::all().add(Column::Programme.eq(programme));
    if let Some(unit) = &query.unit {
        wanted = wanted.add(Column::Owner.eq(unit.as_str()));
    }
    if let Some(community) = query.community {
        wanted = wanted.add(Column::ProjectCommunity.eq(community));
    }
    if let Some(year) = query.year {
        let (first, last) = (format!("{year:04}-01-01"), format!("{year:04}-12-31"));
        let open = Condition::all().add(Column::Due.is_null()).add(is_one_of(OPEN));
        wanted = wanted.add(Condition::any().add(Column::Due.between(first, last)).add(open));
    }
    if let Some(month) = query.month {
        let (first, last) = (Month::first_day(month).to_string(), Month::last_day(month).to_string());
        wanted = wanted.add(Column::Due.between(first, last));
    }
    wanted
}

fn is_one_of<const N: usize>(statuses: [TaskStatus; N]) -> Condition {
    Condition::all().add(duty_task::Column::Status.is_in(statuses.map(TaskStatus::code)))
}

/// How many of each status.
fn by_status(programme: Uuid, query: &DutyQuery) -> Select<duty_task::Entity> {
    use duty_task::Column;
    duty_task::Entity::find()
        .select_only()
        .column(Column::Status)
        .column_as(Expr::cust("COUNT(*)"), "tasks")
        .filter(wanted(programme, query))
        .group_by(Column::Status)
}

/// How many are overdue.
fn late(programme: Uuid, query: &DutyQuery, began: NaiveDate, today: NaiveDate) -> Select<duty_task::Entity> {
    use duty_task::Column;
    duty_task::Entity::find()
        .select_only()
        .column_as(Expr::cust("COUNT(*)"), "tasks")
        .filter(wanted(programme, query))
        .filter(is_one_of(OPEN))
        .filter(Column::Due.gte(began.to_string()))
        .filter(Column::Due.lt(today.to_string()))
}

async fn numbers(
    db: &impl ConnectionTrait,
    programme: Uuid,
    query: &DutyQuery,
    began: NaiveDate,
    today: NaiveDate,
) -> Result<DutyNumbers, StorageError> {
    let by_status: Vec<(String, i64)> = by_status(programme, query).into_tuple().all(db).await?;
    let of = |statuses: &[TaskStatus]| -> i64 {
        let codes: Vec<&str> = statuses.iter().map(|status| status.code()).collect();
        by_status.iter().filter(|(status, _)| codes.contains(&status.as_str())).map(|(_, tasks)| *tasks).sum()
    };
    let overdue: Option<i64> = late(programme, query, began, today).into_tuple().one(db).await?;
    Ok(DutyNumbers {
        all: by_status.iter().map(|(_, tasks)| *tasks).sum(),
        open: of(&OPEN),
        overdue: overdue.unwrap_or_default(),
        sent: of(&[TaskStatus::Submitted]),
        closed: of(&CLOSED),
    })
}

/// The communities to which tasks of the unit belong. Each is asked for with one look into an index: a unit has many
/// tasks in a community.
fn communities(programme: Uuid, query: &DutyQuery) -> Select<project_community::Entity> {
    let mut own = Query::select();
    own.expr(Expr::val(1)).from(duty_task::Entity).and_where(
        Expr::col((duty_task::Entity, duty_task::Column::ProjectCommunity))
            .equals((project_community::Entity, project_community::Column::Id)),
    );
    if let Some(unit) = &query.unit {
        own.and_where(duty_task::Column::Owner.eq(unit.as_str()));
    }
    project_community::Entity::find()
        .select_only()
        .column(project_community::Column::Id)
        .column(community::Column::Name)
        .join(JoinType::InnerJoin, to_community())
        .filter(project_community::Column::Programme.eq(programme))
        .filter(Expr::exists(own.to_owned()))
}

/// Every statement of a page, with what it is, for the test that looks at their plans.
#[cfg(test)]
pub(crate) fn statements(
    programme: Uuid,
    query: &DutyQuery,
    today: NaiveDate,
    of: sea_orm::DbBackend,
) -> Vec<(&'static str, sea_orm::Statement)> {
    let began = today - chrono::Days::new(400);
    vec![
        ("rows", listed(programme, query, Part::of(query), began, today).build(of)),
        ("numbers", by_status(programme, query).build(of)),
        ("overdue", late(programme, query, began, today).build(of)),
        ("communities", communities(programme, query).build(of)),
    ]
}

pub(super) fn to_project_community() -> RelationDef {
    duty_task::Entity::belongs_to(project_community::Entity)
        .from(duty_task::Column::ProjectCommunity)
        .to(project_community::Column::Id)
        .into()
}

pub(super) fn to_community() -> RelationDef {
    project_community::Entity::belongs_to(community::Entity)
        .from(project_community::Column::Community)
        .to(community::Column::Id)
        .into()
}

fn row_of(task: DutyTask, names: &HashMap<Uuid, &str>) -> DutyRow {
    DutyRow {
        id: task.id,
        version: task.version,
        duty: task.duty,
        owner: task.owner,
        community: task.project_community.and_then(|id| names.get(&id)).copied().unwrap_or_default().to_owned(),
        project_community: task.project_community,
        period: task.period,
        occasion: task.occasion,
        due: task.due,
        status: task.status,
        submitted_on: task.submitted_on,
        reason: task.reason,
    }
}
