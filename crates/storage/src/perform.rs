//! The one way in for acts: load, decide, store and audit inside one write transaction.

use crate::{
    Performed, StorageError, StoredAct, Who, WriteKey,
    aggregate::{Aggregate, hexadecimal},
    audit::{Left, Said},
    cache::Held,
    central_uses::central_uses_differ,
    changed_rows::write_difference,
    convert::{from_json, json, plan_aggregate, project_community_aggregate},
    difference::Difference,
    entities::idempotency,
    group::{Group, seconds},
    load::load_dossier,
    siblings::shows_siblings_something_else,
};
use anju_domain::{
    acts::Act,
    finding::Finding,
    model::{AnnualPlan, ProjectCommunity},
};
use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A request for an act.
pub(crate) struct Asked<A: Act> {
    pub(crate) programme: Uuid,
    pub(crate) who: Who,
    pub(crate) key: WriteKey,
    pub(crate) object: Uuid,
    pub(crate) request: A::Request,
    pub(crate) today: NaiveDate,
    pub(crate) now: DateTime<Utc>,
}

impl<A: StoredAct> Asked<A> {
    /// What tells a repeated request from another one with the same key.
    fn hash(&self) -> Result<String, StorageError> {
        request_hash(&(A::NAME, self.object, &self.who.user, &self.request))
    }

    /// Performs the act inside the group's transaction.
    pub(crate) async fn perform(&self, group: &mut Group) -> Result<Performed, StorageError> {
        let request_hash = self.hash()?;
        if let Some(key) = &self.key.idempotency
            && let Some(answer) = group.record.answer(self.programme, key)
        {
            return replayed(answer, &request_hash);
        }
        if !group.record.has_chain(self.programme) {
            return Err(StorageError::NotFound);
        }
        let mut held = match group.cache.take(self.programme, self.object) {
            Some(held) => held,
            None => load(group, self.programme, self.object).await?,
        };
        let outcome = self.perform_on(&mut held, group, request_hash).await;
        // Whatever came out, what is held is what the transaction holds.
        group.cache.put(self.programme, held);
        outcome
    }

    async fn perform_on(
        &self,
        held: &mut Held,
        group: &mut Group,
        request_hash: String,
    ) -> Result<Performed, StorageError> {
        let dossier = &held.dossier;
        let current = dossier.project_community.version;
        if self.key.version.is_some_and(|seen| seen != current) {
            return Err(StorageError::StaleVersion { current });
        }
        let decision = A::decide(dossier, &self.request, self.today).map_err(StorageError::Refused)?;
        let mut changed = A::changed(decision.changes);
        let version = current + 1;
        let mut entry = changed.project_community.take().unwrap_or_else(|| dossier.project_community.clone());
        entry.version = version;
        let plan = with_next_version(changed.plan.take(), dossier.plan.as_ref());

        let after =
            project_community_aggregate(self.programme, &entry, Some((&dossier.project_community, &held.rows)))?;
        let mut left = vec![Left::of(&after)];
        let mut difference = Difference::default();
        difference.project_community(&dossier.project_community, &entry)?;
        let plan_rows = plan.as_ref().map(|plan| plan_aggregate(self.programme, plan)).transpose()?;
        if let Some(plan_rows) = &plan_rows {
            left.push(Left::of(plan_rows));
            difference.plan(dossier.plan.as_ref(), plan.as_ref())?;
        }
        let (before_value, after_value) = difference.into_values();

        let said = Said {
            at: self.now,
            who: &self.who,
            act: A::NAME,
            object: self.object,
            label: label(&dossier.community.code, &dossier.community.name),
            before: before_value,
            after: after_value,
            warnings: &decision.warnings,
            objects: left,
        };
        let audit_entry = group.record.entry(self.programme, &said)?;
        let answer = kept_answer(self.programme, &self.key, request_hash, version, &decision.warnings, self.now)?;

        if let (Some(plan), Some(rows)) = (&plan, &plan_rows) {
            let before = dossier.plan.as_ref().filter(|before| before.id == plan.id);
            let before = before.map(|before| plan_aggregate(self.programme, before)).transpose()?;
            let before = before.as_ref().map(|before| &*before.rows).unwrap_or_default();
            write_difference(before, &rows.rows, group.for_writing()).await?;
        }
        group.leave(held, &after).await?;
        self.remember(held, group, entry, plan, after);
        group.record.say(audit_entry);
        if let Some(answer) = answer {
            group.record.keep_answer(answer);
        }
        Ok(Performed { version, warnings: decision.warnings, replayed: false })
    }

    /// Takes the changes into memory, and forgets what else they touch.
    fn remember(
        &self,
        held: &mut Held,
        group: &mut Group,
        entry: ProjectCommunity,
        plan: Option<AnnualPlan>,
        after: Aggregate,
    ) {
        if central_uses_differ(&held.dossier.project_community, &entry) {
            group.cache.forget(self.programme, |other| other.community.id == entry.community);
        }
        if shows_siblings_something_else(&held.dossier.project_community, &entry) {
            group.cache.forget(self.programme, |other| other.project.id == entry.project);
        }
        if plan.is_some() {
            group.cache.forget(self.programme, |_| true);
            held.dossier.plan = plan;
        }
        held.dossier.project_community = entry;
        held.rows = after.rows;
    }
}

/// The plan that was made or changed, one version on; none when it is the one that was there.
fn with_next_version(plan: Option<AnnualPlan>, before: Option<&AnnualPlan>) -> Option<AnnualPlan> {
    let mut plan = plan.filter(|plan| before != Some(plan))?;
    plan.version = before.filter(|before| before.id == plan.id).map_or(0, |before| before.version) + 1;
    Some(plan)
}

async fn load(group: &mut Group, programme: Uuid, object: Uuid) -> Result<Held, StorageError> {
    let dossier = load_dossier(group.for_reading().await?, programme, object).await?;
    let rows = project_community_aggregate(programme, &dossier.project_community, None)?.rows;
    Ok(Held { dossier, rows })
}

/// What people call an object, without what no database text may hold.
pub(crate) fn label(code: &str, name: &str) -> String {
    format!("{code} {name}").trim().replace('\0', "")
}

/// What tells a repeated request from another one with the same key.
pub(crate) fn request_hash<T: serde::Serialize>(asked: &T) -> Result<String, StorageError> {
    Ok(hexadecimal(&Sha256::digest(json(asked)?)))
}

/// An answer as it is kept for a repetition; none when the request has no key.
pub(crate) fn kept_answer(
    programme: Uuid,
    key: &WriteKey,
    request: String,
    version: i64,
    warnings: &[Finding],
    now: DateTime<Utc>,
) -> Result<Option<idempotency::Model>, StorageError> {
    let Some(key) = key.idempotency.clone() else { return Ok(None) };
    Ok(Some(idempotency::Model { programme, key, request, version, warnings: json(&warnings)?, at: seconds(now) }))
}

/// The answer that was given before to the same request.
pub(crate) fn replayed(answer: &idempotency::Model, request_hash: &str) -> Result<Performed, StorageError> {
    if answer.request != request_hash {
        return Err(StorageError::RepeatedKey);
    }
    let warnings = from_json("idempotency.warnings", &answer.warnings)?;
    Ok(Performed { version: answer.version, warnings, replayed: true })
}
