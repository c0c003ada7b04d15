//! The one way in for acts: load, decide, store and audit inside one write transaction.

use crate::{
    Performed, Stamp, StorageError, StoredAct, Who, WriteKey,
    aggregate::hexadecimal,
    audit::Said,
    cache::Held,
    changed_rows::write_difference,
    convert::{from_json, json, project_community_aggregate},
    entities::idempotency,
    group::{Group, seconds},
    load::load_dossier,
    outcome::Outcome,
};
use anju_domain::{acts::Act, finding::Finding};
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
        let year = held.dossier.project_community.plan_year;
        let outcome = self.perform_on(&mut held, group, request_hash).await;
        // Whatever came out, what is held is what the transaction holds; but another plan year may have another plan.
        if held.dossier.project_community.plan_year == year {
            group.cache.put(self.programme, held);
        }
        outcome
    }

    async fn perform_on(
        &self,
        held: &mut Held,
        group: &mut Group,
        request_hash: String,
    ) -> Result<Performed, StorageError> {
        let current = A::version(&held.dossier, &self.request);
        if self.key.version.is_some_and(|seen| seen != current) {
            return Err(StorageError::StaleVersion { current });
        }
        let decision = A::decide(&held.dossier, &self.request, self.today).map_err(StorageError::Refused)?;
        let stamp = Stamp { user: &self.who.user, display: &self.who.display, at: self.now };
        let changed = A::changed(decision.changes, &stamp);
        let mut outcome = Outcome::of(self.programme, &held.dossier, &held.rows, changed)?;
        let (before, after) = std::mem::take(&mut outcome.difference).into_values();
        let said = Said {
            at: self.now,
            who: &self.who,
            act: A::NAME,
            object: self.object,
            label: label(&held.dossier.community.code, &held.dossier.community.name),
            before,
            after,
            warnings: &decision.warnings,
            objects: outcome.objects(),
        };
        let audit_entry = group.record.entry(self.programme, &said)?;
        for (before, after) in &outcome.beside {
            let before = before.as_ref().map(|before| &*before.rows).unwrap_or_default();
            write_difference(before, &after.rows, group.for_writing()).await?;
        }
        if let Some((_, after)) = &outcome.project_community {
            group.leave(held, after).await?;
        }
        if outcome.may_touch_others(&held.dossier) {
            group.cache.forget(self.programme, |other| outcome.touches(&held.dossier, other));
        }
        if let Some(rows) = outcome.enter(&mut held.dossier) {
            held.rows = rows;
        }
        let version = A::version(&held.dossier, &self.request);
        let answer = kept_answer(self.programme, &self.key, request_hash, version, &decision.warnings, self.now)?;
        group.record.say(audit_entry);
        if let Some(answer) = answer {
            group.record.keep_answer(answer);
        }
        Ok(Performed { version, warnings: decision.warnings, replayed: false })
    }
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
