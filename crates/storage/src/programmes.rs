//! Acts on the programme itself: it begins in a folder that holds none, and changes afterwards. As for dossiers, load, decide,
//! store and audit are one write transaction.

use crate::{
    Performed, Storage, StorageError, Who, WriteKey,
    audit::{Left, Said},
    changed_rows::write_difference,
    convert::programme_aggregate,
    difference::Difference,
    entities::programme,
    group::Group,
    load::load_programme,
    perform::{kept_answer, label, replayed, request_hash},
};
use anju_domain::{
    acts::{
        Act, CreateProgramme, EditProgramme, FolderStanding, ProgrammeEntry, ProgrammeStanding, SaveBodies,
        SetParameters,
    },
    finding::Finding,
    model::Programme,
};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait};
use serde::Serialize;
use uuid::Uuid;

/// An act on a programme that is there.
pub trait ProgrammeAct:
    Act<Facts = ProgrammeStanding, Changes = Programme, Request: Send + Sync + 'static> + Send + 'static
{
}

impl ProgrammeAct for EditProgramme {}
impl ProgrammeAct for SetParameters {}
impl ProgrammeAct for SaveBodies {}

/// A request about a programme.
struct Asked<R> {
    programme: Uuid,
    who: Who,
    key: WriteKey,
    request: R,
    today: NaiveDate,
    now: DateTime<Utc>,
}

impl Storage {
    /// Begins a county's own programme; gives its first version. The day is that of the machine's clock: no programme is
    /// there that could stand on another one.
    ///
    /// # Errors
    /// [`StorageError::Refused`], also when a programme is there already, and those of any write.
    pub async fn create_programme(
        &self,
        who: &Who,
        key: &WriteKey,
        request: ProgrammeEntry,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        let (programme, idempotency) = (request.id, key.idempotency.clone());
        let asked = Asked { programme, who: who.clone(), key: key.clone(), request, today, now };
        self.queue()?.write(Some(programme), idempotency, asked, |asked, group| Box::pin(asked.create(group))).await
    }

    /// Performs an act on the programme.
    ///
    /// # Errors
    /// As [`Storage::perform`].
    pub async fn perform_on_programme<A: ProgrammeAct>(
        &self,
        programme: Uuid,
        who: &Who,
        key: &WriteKey,
        request: A::Request,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        let idempotency = key.idempotency.clone();
        let asked = Asked { programme, who: who.clone(), key: key.clone(), request, today, now };
        self.queue()?
            .write(Some(programme), idempotency, asked, |asked, group| Box::pin(asked.perform::<A>(group)))
            .await
    }
}

impl Asked<ProgrammeEntry> {
    async fn create(&self, group: &mut Group) -> Result<Performed, StorageError> {
        let hash = match self.known(CreateProgramme::NAME, group)? {
            Ok(answer) => return Ok(answer),
            Err(hash) => hash,
        };
        let holds = holds(group).await?;
        let facts = FolderStanding { holds: holds.first().copied() };
        let decision = CreateProgramme::decide(&facts, &self.request, self.today).map_err(StorageError::Refused)?;
        if group.record.has_chain(self.programme) {
            return Err(StorageError::Refused(vec![Finding::malformed("id", "repeated_id")]));
        }
        let after = Programme { version: 1, ..decision.changes };
        group.begin_chain(self.programme).await?;
        self.leave(CreateProgramme::NAME, hash, None, &after, decision.warnings, group).await
    }
}

impl<R: Serialize> Asked<R> {
    async fn perform<A: ProgrammeAct<Request = R>>(&self, group: &mut Group) -> Result<Performed, StorageError> {
        let hash = match self.known(A::NAME, group)? {
            Ok(answer) => return Ok(answer),
            Err(hash) => hash,
        };
        if !group.record.has_chain(self.programme) {
            return Err(StorageError::NotFound);
        }
        let before = load_programme(group.for_reading().await?, self.programme).await?;
        if self.key.version.is_some_and(|seen| seen != before.version) {
            return Err(StorageError::StaleVersion { current: before.version });
        }
        let facts = ProgrammeStanding { programme: before, by: self.who.display.clone() };
        let decision = A::decide(&facts, &self.request, self.today).map_err(StorageError::Refused)?;
        let after = Programme { version: facts.programme.version + 1, ..decision.changes };
        let done = self.leave(A::NAME, hash, Some(&facts.programme), &after, decision.warnings, group).await?;
        // Every dossier in memory holds the programme.
        group.cache.forget(self.programme, |_| true);
        Ok(done)
    }

    /// The answer given before to the same request, or what tells this request from others.
    fn known(&self, act: &str, group: &Group) -> Result<Result<Performed, String>, StorageError> {
        let hash = request_hash(&(act, self.programme, &self.who.user, &self.request))?;
        let key = self.key.idempotency.as_deref();
        match key.and_then(|key| group.record.answer(self.programme, key)) {
            Some(answer) => Ok(Ok(replayed(answer, &hash)?)),
            None => Ok(Err(hash)),
        }
    }

    /// Stores what an act leaves of a programme, with its entry in the audit log and its answer.
    async fn leave(
        &self,
        act: &str,
        hash: String,
        before: Option<&Programme>,
        after: &Programme,
        warnings: Vec<Finding>,
        group: &mut Group,
    ) -> Result<Performed, StorageError> {
        let rows = programme_aggregate(after)?;
        let mut difference = Difference::default();
        difference.fields(before.unwrap_or(&Programme::default()), after)?;
        let (was, is) = difference.into_values();
        let said = Said {
            at: self.now,
            who: &self.who,
            act,
            object: self.programme,
            label: label(&after.division_code, &after.name),
            before: was,
            after: is,
            warnings: &warnings,
            objects: vec![Left::of(&rows)],
        };
        let entry = group.record.entry(self.programme, &said)?;
        let answer = kept_answer(self.programme, &self.key, hash, after.version, &warnings, self.now)?;
        let old = before.map(programme_aggregate).transpose()?;
        let old = old.as_ref().map(|old| &*old.rows).unwrap_or_default();
        write_difference(old, &rows.rows, group.for_writing()).await?;
        group.record.say(entry);
        if let Some(answer) = answer {
            group.record.keep_answer(answer);
        }
        Ok(Performed { version: after.version, warnings, replayed: false })
    }
}

/// Of every programme that is there, whether it is a 样例 one. Of several servers on one PostgreSQL one asks after the other,
/// so that no two of them begin a programme at once.
pub(crate) async fn holds(group: &mut Group) -> Result<Vec<bool>, StorageError> {
    let db = group.for_reading().await?;
    if db.get_database_backend() == DbBackend::Postgres {
        db.execute_unprepared("SELECT pg_advisory_xact_lock(7236271)").await?;
    }
    let rows = programme::Entity::find().all(db).await?;
    Ok(rows.into_iter().map(|row| row.sample != 0).collect())
}
