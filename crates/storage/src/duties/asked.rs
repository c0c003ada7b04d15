//! A request on a task: who asks, whether it was answered before, and what it leaves.

use crate::{
    Performed, StorageError, Who, WriteKey,
    audit::{Left, Said},
    changed_rows::write_difference,
    convert::task_aggregate,
    difference::Difference,
    group::Group,
    load::load_programme,
    perform::{kept_answer, replayed, request_hash},
};
use anju_domain::{
    acts::Actor,
    duties::listed,
    finding::Finding,
    language::Language,
    model::{BodyNames, DutyTask},
};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// Who acts, with the unit to which the account is bound: tasks of other units are not there for it.
#[derive(Clone, Debug, Default)]
pub struct TaskActor {
    /// Who acts.
    pub actor: Actor,
    /// Code of the unit; none for the office.
    pub unit: Option<String>,
}

impl TaskActor {
    pub(super) fn who(&self) -> Who {
        Who { user: self.actor.user.clone(), display: self.actor.display.clone() }
    }

    pub(super) fn sees(&self, task: &DutyTask) -> bool {
        self.unit.as_ref().is_none_or(|unit| *unit == task.owner)
    }
}

/// A request on a task, or on what is to become one.
pub(super) struct Asked<R> {
    pub(super) programme: Uuid,
    pub(super) by: TaskActor,
    pub(super) key: WriteKey,
    pub(super) object: Uuid,
    pub(super) request: R,
    pub(super) today: NaiveDate,
    pub(super) now: DateTime<Utc>,
}

impl<R: serde::Serialize> Asked<R> {
    /// The answer given before to the same request, or what tells this request from others.
    pub(super) fn known(&self, act: &str, group: &Group) -> Result<Result<Performed, String>, StorageError> {
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

    /// Stores what an act leaves of a task, with its entry in the audit log and its answer.
    pub(super) async fn leave(
        &self,
        act: &str,
        hash: String,
        before: Option<&DutyTask>,
        after: &DutyTask,
        warnings: Vec<Finding>,
        group: &mut Group,
    ) -> Result<Performed, StorageError> {
        let rows = task_aggregate(self.programme, after)?;
        let programme = load_programme(group.for_reading().await?, self.programme).await?;
        let names = programme.names_on(self.today);
        let mut difference = Difference::default();
        difference.fields(before.unwrap_or(&DutyTask::default()), after)?;
        let (before_value, after_value) = difference.into_values();
        let who = self.by.who();
        let said = Said {
            at: self.now,
            who: &who,
            act,
            object: self.object,
            label: label(after, &names),
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
}

/// What people call a task: duty, unit as it is called on the day, and period.
pub(super) fn label(task: &DutyTask, names: &BodyNames) -> String {
    let title = listed(&task.duty).map_or("", |duty| duty.title().zh);
    let owner = names.owner(&task.owner, Language::Zh);
    let period = task.period.map(|period| format!(" {period}")).unwrap_or_default();
    format!("{} {title} {owner}{period}", task.duty).replace('\0', "")
}
