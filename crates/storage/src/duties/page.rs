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
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, Order, QueryFilter, QueryOrder, QuerySelect,
    RelationDef, sea_query::Expr,
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
    let late = Condition::all()
        .add(duty_task::Column::Due.lt(today.to_string()))
        .add(duty_task::Column::Due.gte(began(&owner, today).to_string()));
    let wanted = wanted(programme, query);
    let numbers = numbers(db, wanted.clone(), late.clone()).await?;
    let shown = match query.show {
        DutyShow::All => wanted,
        DutyShow::Open => wanted.add(is_one_of(OPEN)),
        DutyShow::Overdue => wanted.add(is_one_of(OPEN)).add(late),
        DutyShow::Sent => wanted.add(is_one_of([TaskStatus::Submitted])),
        DutyShow::Closed => wanted.add(is_one_of(CLOSED)),
    };
    let (open, closed) = (listed(OPEN), listed(CLOSED));
    let rows = duty_task::Entity::find()
        .filter(shown)
        .order_by(
            Expr::cust(format!("CASE WHEN status IN ({open}) THEN 0 WHEN status IN ({closed}) THEN 2 ELSE 1 END")),
            Order::Asc,
        )
        .order_by(
            Expr::cust(format!("CASE WHEN status IN ({closed}) THEN '' ELSE COALESCE(due, '9999-12-31') END")),
            Order::Asc,
        )
        .order_by(Expr::cust("COALESCE(due, '')"), Order::Desc)
        .order_by_asc(duty_task::Column::Duty)
        .order_by_asc(duty_task::Column::Id)
        .offset(part.offset)
        .limit(part.limit)
        .all(db)
        .await?;
    let communities = communities(db, programme, query).await?;
    let names: HashMap<Uuid, &str> = communities.iter().map(|(id, name)| (*id, name.as_str())).collect();
    let rows = rows
        .into_iter()
        .map(|row| Ok(row_of(task_of(row, Vec::new())?, &names)))
        .collect::<Result<_, StorageError>>()?;
    Ok(DutyPage { numbers, rows, communities })
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

/// Codes of a closed list as SQL; none of them holds a quote.
fn listed<const N: usize>(statuses: [TaskStatus; N]) -> String {
    statuses.map(|status| format!("'{}'", status.code())).join(", ")
}

async fn numbers(db: &impl ConnectionTrait, wanted: Condition, late: Condition) -> Result<DutyNumbers, StorageError> {
    use duty_task::Column;
    let by_status: Vec<(String, i64)> = duty_task::Entity::find()
        .select_only()
        .column(Column::Status)
        .column_as(Column::Id.count(), "tasks")
        .filter(wanted.clone())
        .group_by(Column::Status)
        .into_tuple()
        .all(db)
        .await?;
    let of = |statuses: &[TaskStatus]| -> i64 {
        let codes: Vec<&str> = statuses.iter().map(|status| status.code()).collect();
        by_status.iter().filter(|(status, _)| codes.contains(&status.as_str())).map(|(_, tasks)| *tasks).sum()
    };
    let overdue: Option<i64> = duty_task::Entity::find()
        .select_only()
        .column_as(Column::Id.count(), "tasks")
        .filter(wanted.add(is_one_of(OPEN)).add(late))
        .into_tuple()
        .one(db)
        .await?;
    Ok(DutyNumbers {
        all: by_status.iter().map(|(_, tasks)| *tasks).sum(),
        open: of(&OPEN),
        overdue: overdue.unwrap_or_default(),
        sent: of(&[TaskStatus::Submitted]),
        closed: of(&CLOSED),
    })
}

/// The communities to which tasks of the unit belong, by name.
async fn communities(
    db: &impl ConnectionTrait,
    programme: Uuid,
    query: &DutyQuery,
) -> Result<Vec<(Uuid, String)>, StorageError> {
    let of_unit = DutyQuery { unit: query.unit.clone(), ..DutyQuery::default() };
    let mut named: Vec<(Uuid, String)> = duty_task::Entity::find()
        .select_only()
        .column(project_community::Column::Id)
        .column(community::Column::Name)
        .join(JoinType::InnerJoin, to_project_community())
        .join(JoinType::InnerJoin, to_community())
        .filter(wanted(programme, &of_unit))
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    named.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
    Ok(named)
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
