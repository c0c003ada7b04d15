//! What can be read. Readings go past the writer and see what is committed.

use crate::{
    Storage, StorageError, VerifyReport, audit,
    convert::programme_of,
    duties::duty_facts,
    entities::{community, programme, project_community, revision},
    load::{Wanted, load_dossier, load_dossiers, load_plans, load_programme},
    verify,
};
use anju_domain::{
    api::{AuditList, AuditPage, AuditQuery, AuditRecord},
    indicators::ProgrammeFacts,
    model::{Dossier, Programme},
    policy::stages::Stage,
};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

impl Storage {
    /// All programmes, by division code.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn programmes(&self) -> Result<Vec<Programme>, StorageError> {
        let rows = programme::Entity::find().order_by_asc(programme::Column::DivisionCode).all(&self.readers()).await?;
        rows.into_iter().map(programme_of).collect()
    }

    /// A programme.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn programme(&self, id: Uuid) -> Result<Programme, StorageError> {
        load_programme(&self.readers(), id).await
    }

    /// Everything about one project community.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn dossier(&self, programme: Uuid, id: Uuid) -> Result<Dossier, StorageError> {
        load_dossier(&self.shared.snapshot().await?, programme, id).await
    }

    /// Every dossier of a programme.
    ///
    /// # Errors
    /// [`StorageError::NotFound`] when there is no such programme.
    pub async fn dossiers(&self, programme: Uuid) -> Result<Vec<Dossier>, StorageError> {
        let db = self.shared.snapshot().await?;
        let (owner, plans) = (load_programme(&db, programme).await?, load_plans(&db, programme).await?);
        load_dossiers(&db, &owner, &plans, Wanted::All).await
    }

    /// The project communities in 新开工 whose works started before a day.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn started_before(&self, programme: Uuid, day: NaiveDate) -> Result<Vec<Uuid>, StorageError> {
        use project_community::Column;
        let rows = project_community::Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::Programme.eq(programme))
            .filter(Column::Stage.eq(Stage::NewStart.code()))
            // Days are stored as text of four digits, two and two, so that they sort as days.
            .filter(Column::ActualStart.lt(day.to_string()))
            .order_by_asc(Column::Id);
        Ok(rows.into_tuple().all(&self.readers()).await?)
    }

    /// What the indicators read of the duties alone: no plan and no community is read.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn duty_progress(&self, programme: Uuid, today: NaiveDate) -> Result<ProgrammeFacts, StorageError> {
        let snapshot = self.shared.snapshot().await?;
        let owner = load_programme(&snapshot, programme).await?;
        let revision = head(&snapshot, programme).await?;
        let duties = duty_facts(&snapshot, &owner, today).await?;
        Ok(ProgrammeFacts { duties, ..ProgrammeFacts::of(owner, Vec::new(), &[], today, revision) })
    }

    /// The project community whose community has this code; the latest plan year when there are several.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn community_of_code(&self, programme: Uuid, code: &str) -> Result<Option<Uuid>, StorageError> {
        use project_community::Column;
        let of_code = community::Entity::find()
            .select_only()
            .column(community::Column::Id)
            .filter(community::Column::Programme.eq(programme))
            .filter(community::Column::Code.eq(code));
        let found = project_community::Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::Programme.eq(programme))
            .filter(Column::Community.in_subquery(of_code.into_query()));
        let latest = found.order_by_desc(Column::PlanYear).order_by_desc(Column::Id).into_tuple();
        Ok(latest.one(&self.readers()).await?)
    }

    /// The newest entries of the audit log that a query asks for, no more than `most`.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn newest_audit_entries(
        &self,
        programme: Uuid,
        query: &AuditQuery,
        most: usize,
    ) -> Result<Vec<AuditRecord>, StorageError> {
        audit::whole(&self.readers(), programme, query, most).await
    }

    /// The newest entries of the audit log, a line each, no more than `most`; those before an entry when one is named.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn audit_lines(
        &self,
        programme: Uuid,
        before: Option<i64>,
        most: usize,
    ) -> Result<AuditList, StorageError> {
        audit::lines(&self.readers(), programme, before, most).await
    }

    /// A page of the audit log, newest first. [`crate::INSTALLATION`] has the changes of accounts.
    ///
    /// # Errors
    /// Those of any reading.
    pub async fn audit_page(&self, programme: Uuid, query: &AuditQuery) -> Result<AuditPage, StorageError> {
        audit::page(&self.readers(), programme, query).await
    }

    /// The revision of a programme: grows with every committed change.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn revision(&self, programme: Uuid) -> Result<i64, StorageError> {
        head(&self.readers(), programme).await
    }

    /// Recomputes the audit chains and compares everything that is stored with its last digest.
    ///
    /// # Errors
    /// Those of any reading; what is wrong with the stored data is in the report.
    pub async fn verify(&self) -> Result<VerifyReport, StorageError> {
        verify::verify(&self.shared.snapshot().await?).await
    }
}

pub(crate) async fn head(db: &impl ConnectionTrait, programme: Uuid) -> Result<i64, StorageError> {
    let row = revision::Entity::find_by_id(programme).one(db).await?;
    row.map(|row| row.revision).ok_or(StorageError::NotFound)
}
