//! An import: many objects at once, one entry in the audit chain, all of it or nothing.
//!
//! What has to be written is worked out beside the writer. The writer takes it only when the programme still stands where it
//! stood when the import was planned; so two imports at once never mix.

use crate::{
    Performed, Storage, StorageError, Who, WriteKey,
    aggregate::Aggregate,
    audit::{Left, Said},
    changed_rows::write_difference,
    convert::{community_aggregate, project_aggregate, project_community_aggregate, report_aggregate},
    group::Group,
    load::{Wanted, load_dossiers, load_plans, load_programme},
    perform::{kept_answer, replayed, request_hash},
    readings::head,
    rows::{Row, insert},
};
use anju_domain::{
    model::{AnnualPlan, Dossier, Programme, ProjectCommunity},
    workbook::{Change, ImportPlan, Sheet},
};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use std::{iter, num::NonZero, thread};
use uuid::Uuid;

/// Fewer objects than this are not worth a thread.
const SMALLEST_SHARE: usize = 500;

/// Name of the act in the audit log.
pub const IMPORT: &str = "import_workbook";

/// A programme as it stands at a revision.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The programme.
    pub programme: Programme,
    /// Its plans.
    pub plans: Vec<AnnualPlan>,
    /// Its dossiers.
    pub dossiers: Vec<Dossier>,
    /// Its revision.
    pub revision: i64,
}

/// An import to be stored.
#[derive(Clone, Debug)]
pub struct Import {
    /// What the file is called.
    pub file: String,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// Whether rows with faults were left out; otherwise there were none.
    pub good_rows_only: bool,
    /// What changes.
    pub plan: ImportPlan,
    /// The revision at which it was planned.
    pub revision: i64,
}

/// What the writer has to write.
struct Prepared {
    programme: Uuid,
    who: Who,
    key: WriteKey,
    hash: String,
    revision: i64,
    label: String,
    after: Value,
    objects: Vec<Object>,
    now: DateTime<Utc>,
}

impl Storage {
    /// The whole programme with its revision, as one state.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn standing(&self, programme: Uuid) -> Result<Standing, StorageError> {
        let db = self.shared.snapshot().await?;
        let revision = head(&db, programme).await?;
        let (owner, plans) = (load_programme(&db, programme).await?, load_plans(&db, programme).await?);
        let dossiers = load_dossiers(&db, &owner, &plans, Wanted::All).await?;
        Ok(Standing { programme: owner, plans, dossiers, revision })
    }

    /// Stores an import in one transaction with one audit entry; one that changes nothing leaves none. The version that
    /// it gives is the programme's revision.
    ///
    /// # Errors
    /// [`StorageError::StaleVersion`] with the revision that stands when the programme has changed since it was planned.
    pub async fn import(
        &self,
        programme: Uuid,
        who: &Who,
        key: &WriteKey,
        import: Import,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        if import.plan.changes_nothing() {
            return Ok(Performed { version: import.revision, warnings: Vec::new(), replayed: false });
        }
        let idempotency = key.idempotency.clone();
        // Making rows and digests of a large import takes its time; neither the writer nor anybody's request waits for it.
        let (by, with) = (who.clone(), key.clone());
        let prepared = tokio::task::spawn_blocking(move || prepare(programme, &by, &with, import, now));
        let prepared = prepared.await.map_err(|why| StorageError::Unavailable(why.to_string()))??;
        self.queue()?
            .write(Some(programme), idempotency, prepared, |prepared, group| Box::pin(prepared.store(group)))
            .await
    }
}

/// Makes the rows, their digests and what the audit log says.
fn prepare(
    programme: Uuid,
    who: &Who,
    key: &WriteKey,
    import: Import,
    now: DateTime<Utc>,
) -> Result<Prepared, StorageError> {
    let hash = request_hash(&(IMPORT, &import.sha256, import.good_rows_only, &who.user))?;
    let after = said(&import);
    let Import { file, plan, revision, .. } = import;
    let mut objects = Vec::new();
    add(plan.communities, |community| &mut community.version, |one| community_aggregate(programme, one), &mut objects)?;
    add(plan.projects, |project| &mut project.version, |one| project_aggregate(programme, one), &mut objects)?;
    let of_entry = |one: &ProjectCommunity| project_community_aggregate(programme, one, None);
    add(plan.entries, |entry| &mut entry.version, of_entry, &mut objects)?;
    add(plan.reports, |report| &mut report.version, |one| report_aggregate(programme, one), &mut objects)?;
    Ok(Prepared {
        programme,
        who: who.clone(),
        key: key.clone(),
        hash,
        revision,
        label: file.replace('\0', ""),
        after,
        objects,
        now,
    })
}

/// An object as it was and as it is.
type Object = (Option<Aggregate>, Aggregate);

/// Adds the objects of a kind; what is after the change has the next version. Digests take their time, so every processor
/// makes some.
fn add<T: Send + Sync>(
    changes: Vec<Change<T>>,
    version: fn(&mut T) -> &mut i64,
    aggregate: impl Fn(&T) -> Result<Aggregate, StorageError> + Sync,
    objects: &mut Vec<Object>,
) -> Result<(), StorageError> {
    let made = |Change { mut before, mut after }: Change<T>| -> Result<Object, StorageError> {
        *version(&mut after) = before.as_mut().map_or(0, |before| *version(before)) + 1;
        Ok((before.as_ref().map(&aggregate).transpose()?, aggregate(&after)?))
    };
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let share = changes.len().div_ceil(processors).max(SMALLEST_SHARE);
    let mut changes = changes.into_iter();
    let shares: Vec<Vec<Change<T>>> = iter::repeat_with(|| changes.by_ref().take(share).collect())
        .take_while(|share: &Vec<_>| !share.is_empty())
        .collect();
    thread::scope(|scope| {
        let makers: Vec<_> = shares
            .into_iter()
            .map(|share| scope.spawn(|| share.into_iter().map(&made).collect::<Result<Vec<Object>, _>>()))
            .collect();
        for maker in makers {
            let made = maker.join().map_err(|_| StorageError::Unavailable("rows could not be made".to_owned()))?;
            objects.extend(made?);
        }
        Ok(())
    })
}

/// What the audit log says of an import: the file, and the changes of each row by sheet.
fn said(import: &Import) -> Value {
    let mut sheets = Map::new();
    for tally in &import.plan.sheets {
        let counts = json!({
            "new": tally.new,
            "changed": tally.changed,
            "unchanged": tally.unchanged,
            "left_out": tally.faulty + tally.waiting,
        });
        sheets.insert(tally.name.replace('\0', ""), counts);
    }
    let mut rows = Map::new();
    for sheet in Sheet::ALL {
        let of_sheet = import.plan.changes.iter().filter(|change| change.sheet == *sheet);
        let rows_of: Vec<Value> = of_sheet
            .map(|change| {
                let key = change.key.replace('\0', "");
                if change.is_new {
                    return json!([change.row, key]);
                }
                let fields = change
                    .fields
                    .iter()
                    .map(|(head, was, is)| json!([head, was.replace('\0', ""), is.replace('\0', "")]));
                json!([change.row, key, fields.collect::<Vec<_>>()])
            })
            .collect();
        if !rows_of.is_empty() {
            rows.insert(sheet.name().to_owned(), Value::Array(rows_of));
        }
    }
    json!({
        "file": import.file.replace('\0', ""),
        "sha256": import.sha256,
        "good_rows_only": import.good_rows_only,
        "sheets": sheets,
        "rows": rows,
    })
}

impl Prepared {
    async fn store(&self, group: &mut Group) -> Result<Performed, StorageError> {
        if let Some(key) = &self.key.idempotency
            && let Some(answer) = group.record.answer(self.programme, key)
        {
            return replayed(answer, &self.hash);
        }
        // Within a group other writes may have come before this one; their entries count too.
        let current = group.record.standing(self.programme).ok_or(StorageError::NotFound)?;
        if current != self.revision {
            return Err(StorageError::StaleVersion { current });
        }
        let entry = group.record.entry(
            self.programme,
            &Said {
                at: self.now,
                who: &self.who,
                act: IMPORT,
                object: self.programme,
                label: self.label.clone(),
                before: json!({}),
                after: self.after.clone(),
                warnings: &[],
                objects: self.objects.iter().map(|(_, after)| Left::of(after)).collect(),
            },
        )?;
        let version = self.revision + 1;
        let answer = kept_answer(self.programme, &self.key, self.hash.clone(), version, &[], self.now)?;
        let db = group.for_writing();
        let new = self.objects.iter().filter(|(before, _)| before.is_none());
        let rows: Vec<&Row> = new.flat_map(|(_, after)| after.rows.iter().map(|kept| &kept.row)).collect();
        insert(&rows, db).await?;
        for (before, after) in &self.objects {
            if let Some(before) = before {
                write_difference(&before.rows, &after.rows, db).await?;
            }
        }
        group.cache.forget(self.programme, |_| true);
        group.record.say(entry);
        if let Some(answer) = answer {
            group.record.keep_answer(answer);
        }
        Ok(Performed { version, warnings: Vec::new(), replayed: false })
    }
}
