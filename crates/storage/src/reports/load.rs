//! Loads reports whole: a number of queries that does not grow with the rows.

use crate::{
    StorageError,
    convert::{report_of, report_record_of},
    entities::{monthly_report, report_evidence, report_record},
    load::Wanted,
};
use anju_domain::model::{MonthlyReport, ReportRecord};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// The reports of the wanted project communities, by project community; of one by period.
pub(crate) async fn load_reports(
    db: &impl ConnectionTrait,
    programme: Uuid,
    wanted: Wanted<'_>,
    ids: &BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, Vec<MonthlyReport>>, StorageError> {
    let of = monthly_report::Column::ProjectCommunity;
    let mut records = load_records(db, programme, wanted, ids).await?;
    let rows = monthly_report::Entity::find()
        .filter(wanted.condition(monthly_report::Column::Programme.eq(programme).into(), of, ids))
        .order_by_asc(monthly_report::Column::Period)
        .order_by_asc(monthly_report::Column::Id);
    let mut reports = BTreeMap::<Uuid, Vec<_>>::new();
    for row in rows.all(db).await? {
        let record = records.remove(&row.id).unwrap_or_default();
        reports.entry(row.project_community).or_default().push(report_of(row, record)?);
    }
    Ok(reports)
}

/// What belongs to reports, by report.
async fn load_records(
    db: &impl ConnectionTrait,
    programme: Uuid,
    wanted: Wanted<'_>,
    ids: &BTreeSet<Uuid>,
) -> Result<HashMap<Uuid, ReportRecord>, StorageError> {
    let of = monthly_report::Column::ProjectCommunity;
    let all = |column: Condition| wanted.condition(column, of, ids);
    let rows = report_record::Entity::find()
        .join(JoinType::InnerJoin, record_to_report())
        .filter(all(report_record::Column::Programme.eq(programme).into()));
    let mut records = HashMap::new();
    for row in rows.all(db).await? {
        records.insert(row.report, report_record_of(&row)?);
    }
    let links = report_evidence::Entity::find()
        .join(JoinType::InnerJoin, photo_to_report())
        .filter(all(report_evidence::Column::Programme.eq(programme).into()))
        .order_by_asc(report_evidence::Column::Report)
        .order_by_asc(report_evidence::Column::Position);
    for link in links.all(db).await? {
        records.entry(link.report).or_default().photos.push(link.evidence);
    }
    Ok(records)
}

fn record_to_report() -> RelationDef {
    report_record::Entity::belongs_to(monthly_report::Entity)
        .from(report_record::Column::Report)
        .to(monthly_report::Column::Id)
        .into()
}

/// From a photo to its report.
pub(super) fn photo_to_report() -> RelationDef {
    report_evidence::Entity::belongs_to(monthly_report::Entity)
        .from(report_evidence::Column::Report)
        .to(monthly_report::Column::Id)
        .into()
}
