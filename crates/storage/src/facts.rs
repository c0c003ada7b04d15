//! The facts of a programme, kept in memory and brought up to date by what the audit log names since: a change costs the
//! project communities that it touches, not all of them. A new day, a changed programme, a chain that is not the one that
//! was followed, or too many changes have them made anew.
//!
//! Nothing here is told by the writer of this process, so several servers on one database each stay right.

mod anew;
mod dependents;

use crate::{
    Storage, StorageError,
    duties::duty_facts,
    entities::{audit_entry, revision},
    load::load_plans,
    named::named_since,
};
use anew::{Made, facts_of};
use anju_domain::{
    indicators::{DutyFacts, ProgrammeFacts},
    model::AnnualPlan,
};
use chrono::NaiveDate;
use dependents::{Touched, touched};
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, QuerySelect};
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};
use uuid::Uuid;

/// The facts of programmes as they were last asked for.
pub(crate) type KeptFacts = tokio::sync::Mutex<HashMap<Uuid, Kept>>;

/// The facts of a programme up to an entry of its audit log.
#[derive(Debug)]
pub(crate) struct Kept {
    facts: Arc<ProgrammeFacts>,
    /// The project of each project community.
    projects: HashMap<Uuid, Uuid>,
    entry: i64,
    /// The hash of that entry: a log that was put in the place of this one has another.
    hash: String,
}

impl Storage {
    /// What the indicators read, on a day.
    ///
    /// # Errors
    /// [`StorageError::NotFound`].
    pub async fn programme_facts(
        &self,
        programme: Uuid,
        today: NaiveDate,
    ) -> Result<Arc<ProgrammeFacts>, StorageError> {
        // One brings them up to date at a time; whoever waits finds them so.
        let mut all = self.shared.facts.lock().await;
        let db = self.shared.snapshot().await?;
        let head = revision::Entity::find_by_id(programme).one(&db).await?.ok_or(StorageError::NotFound)?;
        if let Some(kept) = all.get_mut(&programme).filter(|kept| kept.facts.as_of == today)
            && let Some(news) = kept.news(&db, programme, &head).await?
        {
            return Ok(kept.take_in(news, head));
        }
        let kept = Kept::anew(&db, programme, today, head).await?;
        let facts = Arc::clone(&kept.facts);
        all.insert(programme, kept);
        Ok(facts)
    }

    /// The same, read whole.
    #[cfg(test)]
    pub(crate) async fn facts_anew(&self, programme: Uuid, today: NaiveDate) -> Result<ProgrammeFacts, StorageError> {
        let db = self.shared.snapshot().await?;
        let head = revision::Entity::find_by_id(programme).one(&db).await?.ok_or(StorageError::NotFound)?;
        Ok(Arc::unwrap_or_clone(Kept::anew(&db, programme, today, head).await?.facts))
    }
}

/// What stands differently since.
#[derive(Debug, Default)]
struct News {
    /// The project communities that were looked at, of which some may be gone, and how they stand.
    asked: BTreeSet<Uuid>,
    made: Made,
    plans: Option<Vec<AnnualPlan>>,
    duties: Option<DutyFacts>,
}

impl Kept {
    async fn anew(
        db: &DatabaseTransaction,
        programme: Uuid,
        today: NaiveDate,
        head: revision::Model,
    ) -> Result<Self, StorageError> {
        let (owner, plans, made) = anew::whole(db, programme, today).await?;
        let duties = duty_facts(db, &owner, today).await?;
        let mut facts = ProgrammeFacts { duties, ..ProgrammeFacts::of(owner, plans, &[], today, head.revision) };
        facts.replace(&BTreeSet::new(), made.communities);
        Ok(Self { facts: Arc::new(facts), projects: made.projects, entry: head.sequence, hash: head.hash })
    }

    /// What changed since; none when everything has to be looked at.
    async fn news(
        &self,
        db: &DatabaseTransaction,
        programme: Uuid,
        head: &revision::Model,
    ) -> Result<Option<News>, StorageError> {
        if (head.sequence, &head.hash) == (self.entry, &self.hash) {
            return Ok(Some(News::default()));
        }
        if head.sequence <= self.entry || hash_of(db, programme, self.entry).await?.as_ref() != Some(&self.hash) {
            return Ok(None);
        }
        let Some(named) = named_since(db, programme, self.entry, None).await? else { return Ok(None) };
        let Touched::These { communities: asked, plans, duties } = touched(db, programme, &named, self).await? else {
            return Ok(None);
        };
        let (owner, today) = (&self.facts.programme, self.facts.as_of);
        let mut news = News { asked, ..News::default() };
        if plans {
            news.plans = Some(load_plans(db, programme).await?);
        }
        let known = news.plans.as_deref().unwrap_or(&self.facts.plans);
        let ids: Vec<Uuid> = news.asked.iter().copied().collect();
        news.made = facts_of(db, owner, known, &ids, today).await?;
        if duties {
            news.duties = Some(duty_facts(db, owner, today).await?);
        }
        Ok(Some(news))
    }

    /// Takes in what changed. Whoever still holds the facts of before keeps those.
    fn take_in(&mut self, news: News, head: revision::Model) -> Arc<ProgrammeFacts> {
        if self.facts.revision != head.revision {
            let facts = Arc::make_mut(&mut self.facts);
            facts.revision = head.revision;
            facts.replace(&news.asked, news.made.communities);
            facts.plans = news.plans.unwrap_or_else(|| std::mem::take(&mut facts.plans));
            facts.duties = news.duties.unwrap_or_else(|| std::mem::take(&mut facts.duties));
        }
        self.projects.retain(|id, _| !news.asked.contains(id));
        self.projects.extend(news.made.projects);
        (self.entry, self.hash) = (head.sequence, head.hash);
        Arc::clone(&self.facts)
    }
}

/// The hash of an entry.
async fn hash_of(db: &impl ConnectionTrait, programme: Uuid, entry: i64) -> Result<Option<String>, StorageError> {
    use audit_entry::Column;
    let found = audit_entry::Entity::find_by_id((programme, entry)).select_only().column(Column::Hash);
    Ok(found.into_tuple().one(db).await?)
}
