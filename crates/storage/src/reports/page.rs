//! The list of reports. Those that nobody has begun are no rows: the domain says which months a community reports, and the
//! rows say what came of it. The number of queries does not grow with the rows.

use crate::{
    StorageError,
    convert::{opening_of, read, read_optional},
    entities::{community, monthly_report, project, project_community},
    load::load_programme,
};
use anju_domain::{
    api::{ReportPage, ReportQuery, ReportRow, ReportRowFigures},
    exact::{Money, Month, Progress},
    lists::reports::in_order,
    model::{Programme, ProjectCommunity},
    reports::{ExpectedReport, Filed, expected},
    rules::{r46_report_deadline::ReportState, works_period::WorksPeriod},
};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// The most rows of a page.
const LONGEST_PAGE: u32 = 200;
/// The rows of a page when nobody says how many.
const USUAL_PAGE: u32 = 50;

/// A project community with what its reports rest on.
struct Reporting {
    id: Uuid,
    code: String,
    name: String,
    owner: String,
    works: Option<WorksPeriod>,
}

/// What is stored of a report.
struct Stored {
    filed: Filed,
    version: i64,
    figures: ReportRowFigures,
}

/// A page of reports.
pub(super) async fn page(
    db: &impl ConnectionTrait,
    programme: Uuid,
    query: &ReportQuery,
    today: NaiveDate,
) -> Result<ReportPage, StorageError> {
    let all = every_row(db, programme, query.owner.as_deref(), today).await?;
    let mut page = ReportPage::default();
    let communities: BTreeSet<(&str, Uuid)> =
        all.iter().map(|row| (row.community.as_str(), row.project_community)).collect();
    page.communities = communities.into_iter().map(|(name, id)| (id, name.to_owned())).collect();
    let owners: BTreeSet<&str> = all.iter().map(|row| row.owner.as_str()).collect();
    page.owners = owners.into_iter().map(str::to_owned).collect();
    let is_wanted = |row: &ReportRow| {
        query.community.is_none_or(|wanted| wanted == row.project_community)
            && query.period.is_none_or(|wanted| wanted == row.period)
    };
    let mut rows: Vec<ReportRow> = all.into_iter().filter(is_wanted).collect();
    rows.iter().for_each(|row| page.numbers.count(row.standing));
    rows.retain(|row| query.show.holds(row.standing));
    page.total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    in_order(&mut rows, query.show);
    let offset = usize::try_from(query.offset.unwrap_or(0)).unwrap_or(usize::MAX);
    let limit = usize::try_from(query.limit.unwrap_or(USUAL_PAGE).clamp(1, LONGEST_PAGE)).unwrap_or(usize::MAX);
    page.rows = rows.into_iter().skip(offset).take(limit).collect();
    Ok(page)
}

/// Every report of a project owner, or of all of them, in no order.
pub(super) async fn every_row(
    db: &impl ConnectionTrait,
    programme: Uuid,
    owner: Option<&str>,
    today: NaiveDate,
) -> Result<Vec<ReportRow>, StorageError> {
    let programme = load_programme(db, programme).await?;
    let mut stored = stored(db, programme.id, owner).await?;
    let mut rows = Vec::new();
    for entry in reporting(db, &programme, owner).await? {
        let reports = stored.remove(&entry.id).unwrap_or_default();
        let filed = reports.values().map(|report| report.filed);
        let found = expected(entry.works, filed, &programme.settings, &programme.calendar, today);
        rows.extend(found.into_iter().map(|one| row(&entry, one, reports.get(&one.period))));
    }
    Ok(rows)
}

fn row(entry: &Reporting, one: ExpectedReport, stored: Option<&Stored>) -> ReportRow {
    ReportRow {
        project_community: entry.id,
        code: entry.code.clone(),
        community: entry.name.clone(),
        owner: entry.owner.clone(),
        period: one.period,
        due: one.due,
        standing: one.standing,
        late: one.state == ReportState::Late,
        version: stored.map_or(0, |report| report.version),
        figures: stored.map(|report| report.figures),
        submitted_at: stored.and_then(|report| report.filed.submitted_at),
        readings: String::new(),
    }
}

/// The project communities of a project owner, or all.
async fn reporting(
    db: &impl ConnectionTrait,
    programme: &Programme,
    owner: Option<&str>,
) -> Result<Vec<Reporting>, StorageError> {
    use project_community::Column;
    type Row = (Uuid, Option<String>, Option<String>, Option<String>, String, String, String, String);
    let mut select = project_community::Entity::find()
        .select_only()
        .columns([Column::Id, Column::ActualStart, Column::CompletedOn, Column::WithdrawnOn, Column::Details])
        .columns([community::Column::Code, community::Column::Name])
        .column(project::Column::ProjectOwner)
        .join(JoinType::InnerJoin, to_community())
        .join(JoinType::InnerJoin, to_project())
        .filter(Column::Programme.eq(programme.id));
    if let Some(owner) = owner {
        select = select.filter(project::Column::ProjectOwner.eq(owner));
    }
    let rows: Vec<Row> = select.into_tuple().all(db).await?;
    let reporting = |(id, start, completed, withdrawn, details, code, name, owner): Row| {
        let entry = ProjectCommunity {
            actual_start: read_optional("project_community.actual_start", start.as_deref())?,
            completed_on: read_optional("project_community.completed_on", completed.as_deref())?,
            withdrawn_on: read_optional("project_community.withdrawn_on", withdrawn.as_deref())?,
            opening: opening_of(&details)?,
            ..ProjectCommunity::default()
        };
        Ok(Reporting { id, code, name, owner, works: WorksPeriod::of_entry(&entry, programme) })
    };
    rows.into_iter().map(reporting).collect()
}

/// What is stored, by project community and month.
async fn stored(
    db: &impl ConnectionTrait,
    programme: Uuid,
    owner: Option<&str>,
) -> Result<HashMap<Uuid, BTreeMap<Month, Stored>>, StorageError> {
    use monthly_report::Column;
    type Row = (Uuid, String, String, Option<String>, i64, i64, i64, i64);
    let mut select = monthly_report::Entity::find()
        .select_only()
        .columns([Column::ProjectCommunity, Column::Period, Column::Status, Column::SubmittedAt, Column::Version])
        .columns([Column::CumProgress, Column::MonthInvest, Column::CumInvest])
        .filter(Column::Programme.eq(programme));
    if let Some(owner) = owner {
        select = select
            .join(JoinType::InnerJoin, report_to_entry())
            .join(JoinType::InnerJoin, to_project())
            .filter(project::Column::ProjectOwner.eq(owner));
    }
    let rows: Vec<Row> = select.into_tuple().all(db).await?;
    let mut stored: HashMap<Uuid, BTreeMap<Month, Stored>> = HashMap::new();
    for (entry, period, status, submitted_at, version, cum_progress, month_invest, cum_invest) in rows {
        let period = read("monthly_report.period", &period)?;
        let filed = Filed {
            period,
            status: read("monthly_report.status", &status)?,
            submitted_at: read_optional("monthly_report.submitted_at", submitted_at.as_deref())?,
        };
        let figures = ReportRowFigures {
            cum_progress: Progress::from_tenths(cum_progress),
            month_invest: Money::from_fen(month_invest),
            cum_invest: Money::from_fen(cum_invest),
        };
        stored.entry(entry).or_default().insert(period, Stored { filed, version, figures });
    }
    Ok(stored)
}

fn to_community() -> RelationDef {
    project_community::Entity::belongs_to(community::Entity)
        .from(project_community::Column::Community)
        .to(community::Column::Id)
        .into()
}

/// From a project community to its project.
pub(super) fn to_project() -> RelationDef {
    project_community::Entity::belongs_to(project::Entity)
        .from(project_community::Column::Project)
        .to(project::Column::Id)
        .into()
}

/// From a report to its project community.
pub(super) fn report_to_entry() -> RelationDef {
    monthly_report::Entity::belongs_to(project_community::Entity)
        .from(monthly_report::Column::ProjectCommunity)
        .to(project_community::Column::Id)
        .into()
}
