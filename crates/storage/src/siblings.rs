//! What the communities of a project show to each other: totals, progress of money and lines, for what is judged over the
//! whole project.

use crate::{
    StorageError,
    convert::{commitment_of, line_of, payment_of, project_community_of, report_of},
    entities::{commitment, line, monthly_report, payment, project_community},
};
use anju_domain::model::{MonthlyReport, ProjectCommunity, ReportRecord, SPECIAL_BONDS, Sibling};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The communities of projects, by project; within one by plan year and identity.
#[derive(Debug, Default)]
pub(crate) struct Siblings(BTreeMap<Uuid, Vec<(Uuid, Sibling)>>);

impl Siblings {
    /// Of a whole programme, whose parts are in hand already.
    pub(crate) fn of(entries: &[ProjectCommunity], reports: &BTreeMap<Uuid, Vec<MonthlyReport>>) -> Self {
        let shared = shared(entries.iter().map(|entry| entry.project));
        let mut found = Self::default();
        for entry in entries.iter().filter(|entry| shared.contains(&entry.project)) {
            let reports = reports.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
            found.0.entry(entry.project).or_default().push((entry.id, Sibling::of(entry, reports)));
        }
        found
    }

    /// Of these projects: one query, and four more when any of them has several communities.
    pub(crate) async fn load(
        db: &impl ConnectionTrait,
        programme: Uuid,
        projects: &BTreeSet<Uuid>,
    ) -> Result<Self, StorageError> {
        let rows = project_community::Entity::find()
            .filter(project_community::Column::Programme.eq(programme))
            .filter(project_community::Column::Project.is_in(projects.iter().copied()))
            .order_by_asc(project_community::Column::PlanYear)
            .order_by_asc(project_community::Column::Id)
            .all(db)
            .await?;
        let projects = shared(rows.iter().map(|row| row.project));
        let shared: BTreeSet<Uuid> =
            rows.iter().filter(|row| projects.contains(&row.project)).map(|row| row.id).collect();
        if shared.is_empty() {
            return Ok(Self::default());
        }
        let mut lines = BTreeMap::<Uuid, Vec<_>>::new();
        let of_shared = line::Entity::find()
            .filter(line::Column::ProjectCommunity.is_in(shared.iter().copied()))
            .order_by_asc(line::Column::Position);
        for row in of_shared.all(db).await? {
            lines.entry(row.project_community).or_default().push(line_of(row)?);
        }
        let mut reports = BTreeMap::<Uuid, Vec<_>>::new();
        let of_shared = monthly_report::Entity::find()
            .filter(monthly_report::Column::ProjectCommunity.is_in(shared.iter().copied()));
        for row in of_shared.all(db).await? {
            reports.entry(row.project_community).or_default().push(report_of(row, ReportRecord::default())?);
        }
        // Of their money only that of special bonds is judged over the whole project.
        let mut commitments = BTreeMap::<Uuid, Vec<_>>::new();
        let of_shared = commitment::Entity::find()
            .filter(commitment::Column::ProjectCommunity.is_in(shared.iter().copied()))
            .filter(commitment::Column::Funding.eq(SPECIAL_BONDS))
            .order_by_asc(commitment::Column::Position);
        for row in of_shared.all(db).await? {
            commitments.entry(row.project_community).or_default().push(commitment_of(row)?);
        }
        let mut payments = BTreeMap::<Uuid, Vec<_>>::new();
        let of_shared = payment::Entity::find()
            .filter(payment::Column::ProjectCommunity.is_in(shared.iter().copied()))
            .filter(payment::Column::Funding.eq(SPECIAL_BONDS))
            .order_by_asc(payment::Column::Position);
        for row in of_shared.all(db).await? {
            payments.entry(row.project_community).or_default().push(payment_of(row)?);
        }
        let mut entries = Vec::new();
        for row in rows.into_iter().filter(|row| shared.contains(&row.id)) {
            let lines = lines.remove(&row.id).unwrap_or_default();
            let commitments = commitments.remove(&row.id).unwrap_or_default();
            let payments = payments.remove(&row.id).unwrap_or_default();
            entries.push(project_community_of(row, lines, commitments, Vec::new(), payments)?);
        }
        Ok(Self::of(&entries, &reports))
    }

    /// The other communities of the project.
    pub(crate) fn others(&self, entry: &ProjectCommunity) -> Vec<Sibling> {
        let of_project = self.0.get(&entry.project).into_iter().flatten();
        of_project.filter(|(id, _)| *id != entry.id).map(|(_, sibling)| sibling.clone()).collect()
    }
}

/// The projects that are named more than once.
fn shared(projects: impl Iterator<Item = Uuid>) -> BTreeSet<Uuid> {
    let mut seen = BTreeSet::new();
    projects.filter(|project| !seen.insert(*project)).collect()
}

/// Whether a community shows something else to the others now. Its reports are aggregates of their own.
pub(crate) fn shows_siblings_something_else(before: &ProjectCommunity, after: &ProjectCommunity) -> bool {
    before.total_invest != after.total_invest
        || before.lines != after.lines
        || before.opening != after.opening
        || before.consent_rounds != after.consent_rounds
        || before.has_special_bonds() != after.has_special_bonds()
        || before.paid_from_bonds() != after.paid_from_bonds()
}
