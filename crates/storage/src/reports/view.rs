//! A report as its project owner and the office see it, and which files may show what it says.

use super::{
    load::photo_to_report,
    page::{report_to_entry, to_project},
};
use crate::{
    Storage, StorageError,
    convert::evidence_of,
    entities::{evidence, monthly_report, project, project_community, report_evidence},
    load::load_dossier,
};
use anju_domain::{
    api::{EvidenceView, ReportList, ReportPage, ReportQuery, ReportView},
    exact::Month,
    lists::reports::latest_first,
    model::{Dossier, Evidence},
    reports::{Filed, ReportFacts, expected},
};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

impl Storage {
    /// A page of reports.
    ///
    /// # Errors
    /// [`StorageError::NotFound`] when there is no such programme.
    pub async fn reports(
        &self,
        programme: Uuid,
        query: &ReportQuery,
        today: NaiveDate,
    ) -> Result<ReportPage, StorageError> {
        super::page::page(&self.shared.snapshot().await?, programme, query, today).await
    }

    /// The reports of a project owner, or of all of them, the latest months first; of more than `most` the latest.
    ///
    /// # Errors
    /// [`StorageError::NotFound`] when there is no such programme.
    pub async fn all_reports(
        &self,
        programme: Uuid,
        bound_to: Option<&str>,
        today: NaiveDate,
        most: usize,
    ) -> Result<ReportList, StorageError> {
        let mut rows = super::page::every_row(&self.shared.snapshot().await?, programme, bound_to, today).await?;
        let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        latest_first(&mut rows);
        rows.truncate(most);
        Ok(ReportList { total, rows })
    }

    /// The report of a month, or of the month that waits for its project owner; for a project owner only those of its own
    /// projects are there.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn report(
        &self,
        programme: Uuid,
        bound_to: Option<&str>,
        project_community: Uuid,
        period: Option<Month>,
        today: NaiveDate,
    ) -> Result<ReportView, StorageError> {
        let db = self.shared.snapshot().await?;
        let dossier = load_dossier(&db, programme, project_community).await?;
        if bound_to.is_some_and(|owner| owner != dossier.project.project_owner) {
            return Err(StorageError::NotFound);
        }
        let facts = ReportFacts::of(&dossier);
        let period = period.unwrap_or_else(|| waiting(&facts, today));
        let report = facts.report(period);
        let ids = report.map(|report| report.record.photos.clone()).unwrap_or_default();
        let mut files: HashMap<Uuid, Evidence> = crate::duties::evidence_files(&db, programme, &ids)
            .await?
            .into_iter()
            .map(|file| (file.id, file))
            .collect();
        let view = |file: Evidence| EvidenceView {
            preview: file.media_type.starts_with("image/"),
            elsewhere: Vec::new(),
            evidence: file,
        };
        Ok(ReportView {
            period,
            version: report.map_or(0, |report| report.version),
            planned: planned(&dossier, period),
            photos: ids.iter().filter_map(|id| files.remove(id)).map(view).collect(),
            code: dossier.community.code,
            community: dossier.community.name,
            owner: dossier.project.project_owner,
            facts,
        })
    }

    /// Whether reports of a project community are there for somebody who is bound to a project owner.
    ///
    /// # Errors
    /// [`StorageError::NotFound`] when they are not.
    pub async fn may_report(
        &self,
        programme: Uuid,
        bound_to: Option<&str>,
        project_community: Uuid,
    ) -> Result<(), StorageError> {
        let owner = owner_of(&self.readers(), programme, project_community).await?;
        if bound_to.is_some_and(|bound| bound != owner) { Err(StorageError::NotFound) } else { Ok(()) }
    }

    /// Those of these files that a report of a project community may show: what its project owner brought, or, for the
    /// office, anybody; and what its reports show already.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn report_files(
        &self,
        programme: Uuid,
        bound_to: Option<&str>,
        project_community: Uuid,
        files: &[Uuid],
    ) -> Result<Vec<Uuid>, StorageError> {
        if files.is_empty() {
            return Ok(Vec::new());
        }
        let db = self.shared.snapshot().await?;
        let shown: Vec<Uuid> = report_evidence::Entity::find()
            .select_only()
            .column(report_evidence::Column::Evidence)
            .join(JoinType::InnerJoin, photo_to_report())
            .filter(monthly_report::Column::ProjectCommunity.eq(project_community))
            .into_tuple()
            .all(&db)
            .await?;
        let found = crate::duties::evidence_files(&db, programme, files).await?;
        let may = |file: &Evidence| bound_to.is_none_or(|owner| owner == file.owner) || shown.contains(&file.id);
        Ok(found.into_iter().filter(may).map(|file| file.id).collect())
    }

    /// A file for somebody who is bound to a project owner: what was brought in its name, and what its reports show.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn report_photo(&self, programme: Uuid, owner: &str, id: Uuid) -> Result<Evidence, StorageError> {
        let db = self.shared.snapshot().await?;
        let row = evidence::Entity::find_by_id(id)
            .filter(evidence::Column::Programme.eq(programme))
            .one(&db)
            .await?
            .ok_or(StorageError::NotFound)?;
        let file = evidence_of(row)?;
        if file.owner == owner {
            return Ok(file);
        }
        let shown = report_evidence::Entity::find()
            .join(JoinType::InnerJoin, photo_to_report())
            .join(JoinType::InnerJoin, report_to_entry())
            .join(JoinType::InnerJoin, to_project())
            .filter(
                Condition::all()
                    .add(report_evidence::Column::Evidence.eq(id))
                    .add(project::Column::ProjectOwner.eq(owner)),
            )
            .one(&db)
            .await?;
        shown.map(|_| file).ok_or(StorageError::NotFound)
    }

    /// The project owners that projects of a programme name, by name.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn project_owners(&self, programme: Uuid) -> Result<Vec<String>, StorageError> {
        let mut names: Vec<String> = project::Entity::find()
            .select_only()
            .column(project::Column::ProjectOwner)
            .distinct()
            .filter(project::Column::Programme.eq(programme))
            .into_tuple()
            .all(&self.readers())
            .await?;
        names.retain(|name| !name.trim().is_empty());
        names.sort();
        Ok(names)
    }
}

async fn owner_of(db: &impl ConnectionTrait, programme: Uuid, project_community: Uuid) -> Result<String, StorageError> {
    let found: Option<String> = project_community::Entity::find_by_id(project_community)
        .select_only()
        .column(project::Column::ProjectOwner)
        .join(JoinType::InnerJoin, to_project())
        .filter(project_community::Column::Programme.eq(programme))
        .into_tuple()
        .one(db)
        .await?;
    found.ok_or(StorageError::NotFound)
}

/// The first month that waits for the project owner; else the last one that there is, else that of today.
fn waiting(facts: &ReportFacts, today: NaiveDate) -> Month {
    let filed = facts.reports.iter().map(Filed::from);
    let found = expected(facts.works, filed, &facts.settings, &facts.calendar, today);
    let waits = found.iter().find(|one| one.standing.waits_for_owner());
    waits.or(found.last()).map_or_else(|| Month::of(today), |one| one.period)
}

fn planned(dossier: &Dossier, period: Month) -> Option<anju_domain::exact::Progress> {
    let points = &dossier.project_community.baseline;
    points.iter().find(|point| point.period == period).map(|point| point.cum_progress)
}
