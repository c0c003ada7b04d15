//! Acts on annual plans, and on what the county can bear in a year: load, decide, store and audit inside one write
//! transaction, as for dossiers.

use crate::{
    Performed, Storage, StorageError, Who, WriteKey,
    aggregate::Aggregate,
    audit::{Left, Said},
    changed_rows::write_difference,
    convert::{plan_aggregate, programme_aggregate},
    difference::Difference,
    entities::project_community,
    group::Group,
    load::{Wanted, load_dossiers, load_plans, load_programme},
    perform::{kept_answer, replayed, request_hash},
};
use anju_domain::{
    acts::{
        Act, AdjustPlan, FiscalCapacityEntry, IssuePlan, PlanFacts, ReturnPlan, SaveFiscalCapacity, SavePlan,
        SubmitPlan,
    },
    finding::Finding,
    indicators::ProgrammeFacts,
    model::{AnnualPlan, Programme},
};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use uuid::Uuid;

/// So many dossiers are loaded at a time: a statement takes only so many identities.
const AT_A_TIME: usize = 500;

/// An act on an annual plan.
pub trait PlanAct:
    Act<Facts = PlanFacts, Changes = AnnualPlan, Request: Send + Sync + 'static> + Send + 'static
{
    /// Whether it makes a plan that is not there yet.
    const MAKES: bool = false;
}

impl PlanAct for SavePlan {
    const MAKES: bool = true;
}

impl PlanAct for SubmitPlan {}

impl PlanAct for ReturnPlan {}

impl PlanAct for IssuePlan {}

impl PlanAct for AdjustPlan {}

impl Storage {
    /// Performs an act on an annual plan. All communities that were entered into the plans of its year are in its facts.
    ///
    /// # Errors
    /// As [`Storage::perform`]; the version is that of the plan, 0 of one that is to be made.
    #[expect(clippy::too_many_arguments, reason = "what an act needs, once, at the one way in")]
    pub async fn perform_on_plan<A: PlanAct>(
        &self,
        programme: Uuid,
        who: &Who,
        key: &WriteKey,
        object: Uuid,
        request: A::Request,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        let idempotency = key.idempotency.clone();
        let asked = Asked { programme, who: who.clone(), key: key.clone(), object, request, today, now };
        let queue = self.queue()?;
        queue.write(Some(programme), idempotency, asked, |asked, group| Box::pin(asked.on_plan::<A>(group))).await
    }

    /// Enters what the county can bear in a year.
    ///
    /// # Errors
    /// As [`Storage::perform`]; the version is that of the programme.
    pub async fn save_fiscal_capacity(
        &self,
        programme: Uuid,
        who: &Who,
        key: &WriteKey,
        request: FiscalCapacityEntry,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        let idempotency = key.idempotency.clone();
        let asked = Asked { programme, who: who.clone(), key: key.clone(), object: programme, request, today, now };
        self.queue()?
            .write(Some(programme), idempotency, asked, |asked, group| Box::pin(asked.on_capacity(group)))
            .await
    }
}

/// A request on a plan or the programme.
struct Asked<R> {
    programme: Uuid,
    who: Who,
    key: WriteKey,
    object: Uuid,
    request: R,
    today: NaiveDate,
    now: DateTime<Utc>,
}

/// What an act leaves.
struct Leaves {
    act: &'static str,
    label: String,
    difference: Difference,
    before: Option<Aggregate>,
    after: Aggregate,
    warnings: Vec<Finding>,
}

impl<R: Serialize> Asked<R> {
    async fn on_plan<A: PlanAct<Request = R>>(&self, group: &mut Group) -> Result<Performed, StorageError> {
        let hash = match self.known(A::NAME, group)? {
            Ok(answer) => return Ok(answer),
            Err(hash) => hash,
        };
        let facts = self.plan_facts(group).await?;
        let before = facts.plan();
        if before.is_none() && !A::MAKES {
            return Err(StorageError::NotFound);
        }
        self.seen(before.map_or(0, |plan| plan.version))?;
        let decision = A::decide(&facts, &self.request, self.today).map_err(StorageError::Refused)?;
        let mut after = decision.changes;
        after.version = before.map_or(0, |plan| plan.version) + 1;
        let mut difference = Difference::default();
        difference.plan(before, &after)?;
        let leaves = Leaves {
            act: A::NAME,
            label: format!("{}年度计划", after.year),
            difference,
            before: before.map(|plan| plan_aggregate(self.programme, plan)).transpose()?,
            after: plan_aggregate(self.programme, &after)?,
            warnings: decision.warnings,
        };
        self.leave(leaves, hash, group).await
    }

    /// The programme with its plans and the communities of the plan's year.
    async fn plan_facts(&self, group: &mut Group) -> Result<PlanFacts, StorageError> {
        let db = group.for_reading().await?;
        let programme = load_programme(db, self.programme).await?;
        let plans = load_plans(db, self.programme).await?;
        let year = plans.iter().find(|plan| plan.id == self.object).map(|plan| plan.year);
        let of_year: Vec<Uuid> = plans.iter().filter(|plan| Some(plan.year) == year).map(|plan| plan.id).collect();
        let ids: Vec<Uuid> = project_community::Entity::find()
            .select_only()
            .column(project_community::Column::Id)
            .filter(project_community::Column::Programme.eq(self.programme))
            .filter(project_community::Column::Plan.is_in(of_year))
            .order_by_asc(project_community::Column::Id)
            .into_tuple()
            .all(db)
            .await?;
        let mut dossiers = Vec::with_capacity(ids.len());
        for ids in ids.chunks(AT_A_TIME) {
            dossiers.extend(load_dossiers(db, &programme, &plans, Wanted::These(ids)).await?);
        }
        let facts = ProgrammeFacts::of(programme, plans, &dossiers, self.today, 0);
        Ok(PlanFacts { programme: facts, plan: self.object })
    }

    /// The answer given before to the same request, or what tells this request from others.
    fn known(&self, act: &str, group: &Group) -> Result<Result<Performed, String>, StorageError> {
        let hash = request_hash(&(act, self.object, &self.who.user, &self.request))?;
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

    /// Refuses an act on a version that is not the one that stands.
    fn seen(&self, current: i64) -> Result<(), StorageError> {
        match self.key.version {
            Some(seen) if seen != current => Err(StorageError::StaleVersion { current }),
            _ => Ok(()),
        }
    }

    async fn leave(&self, leaves: Leaves, hash: String, group: &mut Group) -> Result<Performed, StorageError> {
        let Leaves { act, label, difference, before, after, warnings } = leaves;
        let (before_value, after_value) = difference.into_values();
        let said = Said {
            at: self.now,
            who: &self.who,
            act,
            object: self.object,
            label,
            before: before_value,
            after: after_value,
            warnings: &warnings,
            objects: vec![Left::of(&after)],
        };
        let entry = group.record.entry(self.programme, &said)?;
        let answer = kept_answer(self.programme, &self.key, hash, after.version, &warnings, self.now)?;
        let old = before.as_ref().map(|before| &*before.rows).unwrap_or_default();
        write_difference(old, &after.rows, group.for_writing()).await?;
        // Every dossier holds the programme, and the plan of its year.
        group.cache.forget(self.programme, |_| true);
        group.record.say(entry);
        if let Some(answer) = answer {
            group.record.keep_answer(answer);
        }
        Ok(Performed { version: after.version, warnings, replayed: false })
    }
}

impl Asked<FiscalCapacityEntry> {
    async fn on_capacity(&self, group: &mut Group) -> Result<Performed, StorageError> {
        let hash = match self.known(SaveFiscalCapacity::NAME, group)? {
            Ok(answer) => return Ok(answer),
            Err(hash) => hash,
        };
        let before = load_programme(group.for_reading().await?, self.programme).await?;
        self.seen(before.version)?;
        let decision = SaveFiscalCapacity::decide(&before, &self.request, self.today).map_err(StorageError::Refused)?;
        let after = Programme { version: before.version + 1, ..decision.changes };
        let mut difference = Difference::default();
        difference.fields(&before, &after)?;
        let leaves = Leaves {
            act: SaveFiscalCapacity::NAME,
            label: format!("{}年度财政承受能力评估", self.request.year),
            difference,
            before: Some(programme_aggregate(&before)?),
            after: programme_aggregate(&after)?,
            warnings: decision.warnings,
        };
        self.leave(leaves, hash, group).await
    }
}
