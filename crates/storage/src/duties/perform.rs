//! Acts on tasks: load, decide, store and audit inside one write transaction, as for dossiers.

use super::load::{evidence, task};
use crate::{
    Performed, Storage, StorageError, Who, WriteKey,
    audit::{Left, Said},
    changed_rows::write_difference,
    convert::task_aggregate,
    difference::Difference,
    group::Group,
    perform::{kept_answer, replayed, request_hash},
};
use anju_domain::{
    acts::{
        Act, Actor, ArisenDuty, ArisenFacts, DutyEntry, RaiseDuty, ReviewDuty, SaveDuty, SubmitDuty, TaskFacts,
        WaiveDuty,
    },
    duties::{listed, owner_text},
    finding::Finding,
    model::DutyTask,
};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// An act on a task.
pub trait TaskAct: Act<Facts = TaskFacts, Changes = DutyTask, Request: Send + Sync + 'static> + Send + 'static {
    /// The files that the request names.
    fn files(_: &Self::Request) -> &[Uuid] {
        &[]
    }
}

impl TaskAct for SaveDuty {
    fn files(request: &DutyEntry) -> &[Uuid] {
        &request.evidence
    }
}

impl TaskAct for SubmitDuty {
    fn files(request: &DutyEntry) -> &[Uuid] {
        &request.evidence
    }
}

impl TaskAct for WaiveDuty {}

impl TaskAct for ReviewDuty {}

/// Name of the act in the audit log by which units were reminded.
const REMIND: &str = "remind_duties";
/// The most tasks of one reminder.
const MOST_REMINDED: usize = 5_000;

/// Who acts, with the unit to which the account is bound: tasks of other units are not there for it.
#[derive(Clone, Debug, Default)]
pub struct TaskActor {
    /// Who acts.
    pub actor: Actor,
    /// Code of the unit; none for the office.
    pub unit: Option<String>,
}

impl TaskActor {
    fn who(&self) -> Who {
        Who { user: self.actor.user.clone(), display: self.actor.display.clone() }
    }

    pub(super) fn sees(&self, task: &DutyTask) -> bool {
        self.unit.as_ref().is_none_or(|unit| *unit == task.owner)
    }
}

/// A request on a task, or on what is to become one.
struct Asked<R> {
    programme: Uuid,
    by: TaskActor,
    key: WriteKey,
    object: Uuid,
    request: R,
    today: NaiveDate,
    now: DateTime<Utc>,
}

impl Storage {
    /// Performs an act on a task.
    ///
    /// # Errors
    /// As [`Storage::perform`]; [`StorageError::NotFound`] for a task of another unit.
    #[expect(clippy::too_many_arguments, reason = "what an act needs, once, at the one way in")]
    pub async fn perform_on_task<A: TaskAct>(
        &self,
        programme: Uuid,
        by: &TaskActor,
        key: &WriteKey,
        object: Uuid,
        request: A::Request,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        let idempotency = key.idempotency.clone();
        let asked = Asked { programme, by: by.clone(), key: key.clone(), object, request, today, now };
        self.queue()?
            .write(Some(programme), idempotency, asked, |asked, group| Box::pin(asked.perform::<A>(group)))
            .await
    }

    /// Enters a duty that has arisen; gives the first version of its task.
    ///
    /// # Errors
    /// As [`Storage::perform`].
    pub async fn raise_duty(
        &self,
        programme: Uuid,
        by: &TaskActor,
        key: &WriteKey,
        request: ArisenDuty,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        let idempotency = key.idempotency.clone();
        let object = request.id;
        let asked = Asked { programme, by: by.clone(), key: key.clone(), object, request, today, now };
        self.queue()?.write(Some(programme), idempotency, asked, |asked, group| Box::pin(asked.raise(group))).await
    }

    /// Records that units were reminded of tasks (催办). The tasks stay as they are.
    ///
    /// # Errors
    /// As [`Storage::perform`].
    pub async fn remind(
        &self,
        programme: Uuid,
        by: &TaskActor,
        key: &WriteKey,
        tasks: Vec<Uuid>,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        if tasks.is_empty() || tasks.len() > MOST_REMINDED {
            return Err(StorageError::Refused(vec![Finding::malformed("tasks", "missing_field")]));
        }
        let idempotency = key.idempotency.clone();
        let asked =
            Asked { programme, by: by.clone(), key: key.clone(), object: programme, request: tasks, today, now };
        self.queue()?.write(Some(programme), idempotency, asked, |asked, group| Box::pin(asked.remind(group))).await
    }
}

impl<R: serde::Serialize> Asked<R> {
    /// The answer given before to the same request, or what tells this request from others.
    fn known(&self, act: &str, group: &Group) -> Result<Result<Performed, String>, StorageError> {
        let hash = request_hash(&(act, self.object, &self.by.actor.user, &self.request))?;
        if let Some(key) = &self.key.idempotency
            && let Some(answer) = group.record.answer(self.programme, key)
        {
            return Ok(Ok(replayed(answer, &hash)?));
        }
        if !group.record.has_chain(self.programme) {
            return Err(StorageError::NotFound);
        }
        Ok(Err(hash))
    }

    async fn leave(
        &self,
        act: &str,
        hash: String,
        before: Option<&DutyTask>,
        after: &DutyTask,
        warnings: Vec<Finding>,
        group: &mut Group,
    ) -> Result<Performed, StorageError> {
        let rows = task_aggregate(self.programme, after)?;
        let mut difference = Difference::default();
        difference.fields(before.unwrap_or(&DutyTask::default()), after)?;
        let (before_value, after_value) = difference.into_values();
        let who = self.by.who();
        let said = Said {
            at: self.now,
            who: &who,
            act,
            object: self.object,
            label: label(after),
            before: before_value,
            after: after_value,
            warnings: &warnings,
            objects: vec![Left::of(&rows)],
        };
        let entry = group.record.entry(self.programme, &said)?;
        let answer = kept_answer(self.programme, &self.key, hash, after.version, &warnings, self.now)?;
        let old = before.map(|before| task_aggregate(self.programme, before)).transpose()?;
        let old = old.as_ref().map(|before| &*before.rows).unwrap_or_default();
        write_difference(old, &rows.rows, group.for_writing()).await?;
        group.record.say(entry);
        if let Some(answer) = answer {
            group.record.keep_answer(answer);
        }
        Ok(Performed { version: after.version, warnings, replayed: false })
    }

    async fn perform<A: TaskAct<Request = R>>(&self, group: &mut Group) -> Result<Performed, StorageError> {
        let hash = match self.known(A::NAME, group)? {
            Ok(answer) => return Ok(answer),
            Err(hash) => hash,
        };
        let db = group.for_reading().await?;
        let before = task(db, self.programme, self.object).await?;
        if !self.by.sees(&before) {
            return Err(StorageError::NotFound);
        }
        if self.key.version.is_some_and(|seen| seen != before.version) {
            return Err(StorageError::StaleVersion { current: before.version });
        }
        let mut files = evidence(db, self.programme, A::files(&self.request)).await?;
        // The office enters for bodies without an account; a file that the task has already may stay.
        let is_office = self.by.unit.is_none();
        files.retain(|file| is_office || file.owner == before.owner || before.evidence.contains(&file.id));
        let facts = TaskFacts { task: before, evidence: files, actor: self.by.actor.clone() };
        let decision = A::decide(&facts, &self.request, self.today).map_err(StorageError::Refused)?;
        let after = DutyTask { version: facts.task.version + 1, ..decision.changes };
        self.leave(A::NAME, hash, Some(&facts.task), &after, decision.warnings, group).await
    }
}

impl Asked<ArisenDuty> {
    async fn raise(&self, group: &mut Group) -> Result<Performed, StorageError> {
        let hash = match self.known(RaiseDuty::NAME, group)? {
            Ok(answer) => return Ok(answer),
            Err(hash) => hash,
        };
        let db = group.for_reading().await?;
        let programme = crate::load::load_programme(db, self.programme).await?;
        match task(db, self.programme, self.request.id).await {
            Err(StorageError::NotFound) => {}
            Ok(_) => return Err(StorageError::Refused(vec![Finding::malformed("id", "repeated_id")])),
            Err(why) => return Err(why),
        }
        let facts = ArisenFacts { programme, actor: self.by.actor.clone(), unit: self.by.unit.clone() };
        let decision = RaiseDuty::decide(&facts, &self.request, self.today).map_err(StorageError::Refused)?;
        let after = DutyTask { version: 1, ..decision.changes };
        self.leave(RaiseDuty::NAME, hash, None, &after, decision.warnings, group).await
    }
}

impl Asked<Vec<Uuid>> {
    async fn remind(&self, group: &mut Group) -> Result<Performed, StorageError> {
        let hash = match self.known(REMIND, group)? {
            Ok(answer) => return Ok(answer),
            Err(hash) => hash,
        };
        let who = self.by.who();
        let said = Said {
            at: self.now,
            who: &who,
            act: REMIND,
            object: self.object,
            label: String::new(),
            before: serde_json::json!({}),
            after: serde_json::json!({ "tasks": self.request }),
            warnings: &[],
            objects: Vec::new(),
        };
        let entry = group.record.entry(self.programme, &said)?;
        group.record.say(entry);
        if let Some(answer) = kept_answer(self.programme, &self.key, hash, 0, &[], self.now)? {
            group.record.keep_answer(answer);
        }
        Ok(Performed { version: 0, warnings: Vec::new(), replayed: false })
    }
}

/// What people call a task: duty, unit and period.
pub(super) fn label(task: &DutyTask) -> String {
    let title = listed(&task.duty).map_or("", |duty| duty.title().zh);
    let owner = owner_text(&task.owner).map_or(task.owner.as_str(), |text| text.zh);
    let period = task.period.map(|period| format!(" {period}")).unwrap_or_default();
    format!("{} {title} {owner}{period}", task.duty).replace('\0', "")
}
