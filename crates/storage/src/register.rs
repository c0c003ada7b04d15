//! 新增小区: a project community with what is new beside it, its community and its project, in one write with one entry in
//! the audit log.

use crate::{
    Performed, Storage, StorageError, Who, WriteKey,
    aggregate::Aggregate,
    audit::{Left, Said},
    changed_rows::write_difference,
    convert::{community_aggregate, project_aggregate, project_community_aggregate},
    entities::{community, project, project_community},
    group::Group,
    load::{load_community, load_programme, load_project},
    perform::{kept_answer, label, replayed, request_hash},
};
use anju_domain::{
    acts::{Act, RegisterCommunity, Registered, Registration, RegistrationFacts, next_code},
    api::{KnownCommunity, KnownProject, RegisterView},
    policy::parameters::{DIVISION_CODE, HOME_TOWNSHIP},
};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Map, Value, json};
use uuid::Uuid;

struct Asked {
    programme: Uuid,
    who: Who,
    key: WriteKey,
    request: Registration,
    today: NaiveDate,
    now: DateTime<Utc>,
}

impl Storage {
    /// Registers a community; gives the first version of its project community.
    ///
    /// # Errors
    /// As [`Storage::perform`].
    pub async fn register_community(
        &self,
        programme: Uuid,
        who: &Who,
        key: &WriteKey,
        request: Registration,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Performed, StorageError> {
        key.checked()?;
        let idempotency = key.idempotency.clone();
        let asked = Asked { programme, who: who.clone(), key: key.clone(), request, today, now };
        self.queue()?.write(Some(programme), idempotency, asked, |asked, group| Box::pin(asked.perform(group))).await
    }

    /// What a registration may name: the communities and projects that are known, and the code that is free next.
    ///
    /// # Errors
    /// [`StorageError::NotFound`] when there is no such programme.
    pub async fn register_view(&self, programme: Uuid, today: NaiveDate) -> Result<RegisterView, StorageError> {
        let db = self.shared.snapshot().await?;
        let settings = load_programme(&db, programme).await?.settings;
        let communities: Vec<(Uuid, String, String)> = community::Entity::find()
            .select_only()
            .columns([community::Column::Id, community::Column::Code, community::Column::Name])
            .filter(community::Column::Programme.eq(programme))
            .order_by_asc(community::Column::Code)
            .into_tuple()
            .all(&db)
            .await?;
        let projects: Vec<(Uuid, String)> = project::Entity::find()
            .select_only()
            .columns([project::Column::Id, project::Column::Name])
            .filter(project::Column::Programme.eq(programme))
            .order_by_asc(project::Column::Name)
            .order_by_asc(project::Column::Id)
            .into_tuple()
            .all(&db)
            .await?;
        Ok(RegisterView {
            division_code: settings.get(DIVISION_CODE, today).to_owned(),
            township: settings.get(HOME_TOWNSHIP, today).to_owned(),
            next_code: next_code(communities.iter().map(|(_, code, _)| code.as_str())),
            communities: communities.into_iter().map(|(id, code, name)| KnownCommunity { id, code, name }).collect(),
            projects: projects.into_iter().map(|(id, name)| KnownProject { id, name }).collect(),
        })
    }
}

impl Asked {
    async fn perform(&self, group: &mut Group) -> Result<Performed, StorageError> {
        let hash = request_hash(&(RegisterCommunity::NAME, self.request.id, &self.who.user, &self.request))?;
        if let Some(key) = &self.key.idempotency
            && let Some(answer) = group.record.answer(self.programme, key)
        {
            return replayed(answer, &hash);
        }
        if !group.record.has_chain(self.programme) {
            return Err(StorageError::NotFound);
        }
        let facts = facts(group.for_reading().await?, self.programme, &self.request).await?;
        let decision = RegisterCommunity::decide(&facts, &self.request, self.today).map_err(StorageError::Refused)?;
        let made = decision.changes;
        let left = aggregates(self.programme, &made)?;
        let entry = &made.dossier.project_community;
        let said = Said {
            at: self.now,
            who: &self.who,
            act: RegisterCommunity::NAME,
            object: entry.id,
            label: label(&made.dossier.community.code, &made.dossier.community.name),
            before: Value::Object(Map::new()),
            after: told(&made),
            warnings: &decision.warnings,
            objects: left.iter().map(Left::of).collect(),
        };
        let audit_entry = group.record.entry(self.programme, &said)?;
        let answer = kept_answer(self.programme, &self.key, hash, entry.version, &decision.warnings, self.now)?;
        for aggregate in &left {
            write_difference(&[], &aggregate.rows, group.for_writing()).await?;
        }
        // The other communities of the project have one more beside them now.
        group
            .cache
            .forget(self.programme, |other| other.project.id == entry.project || other.community.id == entry.community);
        group.record.say(audit_entry);
        if let Some(answer) = answer {
            group.record.keep_answer(answer);
        }
        Ok(Performed { version: entry.version, warnings: decision.warnings, replayed: false })
    }
}

/// What is new, in the order in which one points to the other.
fn aggregates(programme: Uuid, made: &Registered) -> Result<Vec<Aggregate>, StorageError> {
    let community = made.new_community.iter().map(|community| community_aggregate(programme, community));
    let project = made.new_project.iter().map(|project| project_aggregate(programme, project));
    let entry = project_community_aggregate(programme, &made.dossier.project_community, None);
    community.chain(project).chain([entry]).collect()
}

/// What was made, as the audit log shows it.
fn told(made: &Registered) -> Value {
    let dossier = &made.dossier;
    let community = match &made.new_community {
        Some(new) => {
            json!({ "code": new.code, "name": new.name, "township": new.township, "neighbourhood": new.neighbourhood, "address": new.address })
        }
        None => json!(label(&dossier.community.code, &dossier.community.name)),
    };
    let project = match &made.new_project {
        Some(new) => json!({ "name": new.name, "project_owner": new.project_owner }),
        None => json!(dossier.project.name),
    };
    json!({ "plan_year": dossier.project_community.plan_year, "community": community, "project": project })
}

/// What a registration rests on.
async fn facts(
    db: &impl ConnectionTrait,
    programme: Uuid,
    request: &Registration,
) -> Result<RegistrationFacts, StorageError> {
    let codes = community::Entity::find()
        .select_only()
        .column(community::Column::Code)
        .filter(community::Column::Programme.eq(programme))
        .into_tuple()
        .all(db)
        .await?;
    use project_community::Column;
    let entries: Vec<(Uuid, i64)> = project_community::Entity::find()
        .select_only()
        .columns([Column::Project, Column::PlanYear])
        .filter(Column::Programme.eq(programme))
        .filter(Column::Community.eq(request.community))
        .into_tuple()
        .all(db)
        .await?;
    let entries = entries.into_iter().map(|(project, year)| (project, i32::try_from(year).unwrap_or_default()));
    Ok(RegistrationFacts {
        programme: load_programme(db, programme).await?,
        codes,
        community: load_community(db, programme, request.community).await?,
        project: load_project(db, programme, request.project).await?,
        entries: entries.collect(),
        is_taken: project_community::Entity::find_by_id(request.id).one(db).await?.is_some(),
    })
}
