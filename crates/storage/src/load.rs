//! Loads dossiers whole: a number of queries that does not grow with the rows.

use crate::{
    StorageError,
    central_uses::central_uses,
    convert::{
        building_of, commitment_of, community_of, line_of, payment_of, plan_of, programme_of, project_community_of,
        project_of, receipt_of, step_of,
    },
    entities::{
        annual_plan, approval_step, building, commitment, community, line, payment, plan_detail, programme, project,
        project_community, receipt,
    },
    reports::load_reports,
    siblings::Siblings,
};
use anju_domain::model::{AnnualPlan, CentralUse, Dossier, NamedElsewhere, Programme, ProjectCommunity};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// Which dossiers of a programme.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wanted<'a> {
    /// All of them.
    All,
    /// These project communities.
    These(&'a [Uuid]),
}

impl Wanted<'_> {
    /// Rows of the whole programme, or those of these owners, which are of the programme already: named once more, it
    /// would have SQLite walk the whole programme by its index for every hundred owners.
    pub(crate) fn condition(self, all: Condition, column: impl ColumnTrait, ids: &BTreeSet<Uuid>) -> Condition {
        match self {
            Self::All => all,
            Self::These(_) => column.is_in(ids.iter().copied()).into(),
        }
    }
}

/// The programme.
pub(crate) async fn load_programme(db: &impl ConnectionTrait, id: Uuid) -> Result<Programme, StorageError> {
    programme_of(programme::Entity::find_by_id(id).one(db).await?.ok_or(StorageError::NotFound)?)
}

/// Its plans, by year and batch.
pub(crate) async fn load_plans(db: &impl ConnectionTrait, programme: Uuid) -> Result<Vec<AnnualPlan>, StorageError> {
    let rows = annual_plan::Entity::find()
        .filter(annual_plan::Column::Programme.eq(programme))
        .order_by_asc(annual_plan::Column::Year)
        .order_by_asc(annual_plan::Column::Batch)
        .order_by_asc(annual_plan::Column::Id)
        .all(db)
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let details = plan_detail::Entity::find().filter(plan_detail::Column::Programme.eq(programme)).all(db).await?;
    let details: HashMap<Uuid, plan_detail::Model> = details.into_iter().map(|row| (row.plan, row)).collect();
    rows.into_iter().map(|row| plan_of(row.clone(), details.get(&row.id))).collect()
}

/// One dossier.
pub(crate) async fn load_dossier(db: &impl ConnectionTrait, owner: Uuid, id: Uuid) -> Result<Dossier, StorageError> {
    let programme = load_programme(db, owner).await?;
    let plans = load_plans(db, owner).await?;
    let mut found = load_dossiers(db, &programme, &plans, Wanted::These(&[id])).await?;
    found.pop().ok_or(StorageError::NotFound)
}

/// The wanted dossiers of a programme, by plan year, code and identity.
pub(crate) async fn load_dossiers(
    db: &impl ConnectionTrait,
    programme: &Programme,
    plans: &[AnnualPlan],
    wanted: Wanted<'_>,
) -> Result<Vec<Dossier>, StorageError> {
    let entries = load_entries(db, programme.id, wanted).await?;
    let communities: BTreeSet<Uuid> = entries.iter().map(|entry| entry.community).collect();
    let mut communities = load_communities(db, programme.id, wanted, &communities).await?;
    let projects: BTreeSet<Uuid> = entries.iter().map(|entry| entry.project).collect();
    let named = load_projects(db, programme.id, wanted, &projects).await?;
    let ids: BTreeSet<Uuid> = entries.iter().map(|entry| entry.id).collect();
    let mut reports = load_reports(db, programme.id, wanted, &ids).await?;
    let siblings = match wanted {
        Wanted::All => Siblings::of(&entries, &reports),
        Wanted::These(_) => Siblings::load(db, programme.id, &projects).await?,
    };
    // By community, what each of its project communities uses of it.
    type Uses = (Uuid, Vec<CentralUse>, Vec<NamedElsewhere>);
    let mut uses: HashMap<Uuid, Vec<Uses>> = HashMap::new();
    for entry in &entries {
        let of_community = uses.entry(entry.community).or_default();
        of_community.push((entry.id, central_uses(entry), NamedElsewhere::of(entry)));
    }
    let mut dossiers = Vec::new();
    for entry in entries {
        if matches!(wanted, Wanted::These(list) if !list.contains(&entry.id)) {
            continue;
        }
        let gone = |what: &str| StorageError::Corrupt(format!("project community {} has no {what}", entry.id));
        let others: Vec<_> =
            uses.get(&entry.community).into_iter().flatten().filter(|(id, ..)| *id != entry.id).collect();
        let other_central_lines = others.iter().flat_map(|(_, uses, _)| uses.iter().cloned()).collect();
        let named_elsewhere = others.iter().flat_map(|(.., named)| named.iter().cloned()).collect();
        let community = communities.get_mut(&entry.community).ok_or_else(|| gone("community"))?.clone();
        let project = named.get(&entry.project).ok_or_else(|| gone("project"))?.clone();
        dossiers.push(Dossier {
            programme: programme.clone(),
            community,
            project,
            plan: plan_for(plans, &entry),
            reports: reports.remove(&entry.id).unwrap_or_default(),
            other_central_lines,
            named_elsewhere,
            siblings: siblings.others(&entry),
            project_community: entry,
        });
    }
    dossiers.sort_by(|a, b| order(a).cmp(&order(b)));
    Ok(dossiers)
}

fn order(dossier: &Dossier) -> (i32, &str, Uuid) {
    (dossier.project_community.plan_year, &dossier.community.code, dossier.project_community.id)
}

/// The plan that it was entered into, else the first of its plan year.
pub(crate) fn plan_for(plans: &[AnnualPlan], entry: &ProjectCommunity) -> Option<AnnualPlan> {
    plans
        .iter()
        .find(|plan| Some(plan.id) == entry.plan)
        .or_else(|| plans.iter().find(|plan| plan.year == entry.plan_year))
        .cloned()
}

/// The wanted project communities, and those that share a community with them (R-05 looks at these).
async fn load_entries(
    db: &impl ConnectionTrait,
    programme: Uuid,
    wanted: Wanted<'_>,
) -> Result<Vec<ProjectCommunity>, StorageError> {
    use project_community::Column;
    let mut of_programme = Condition::all().add(Column::Programme.eq(programme));
    if let Wanted::These(ids) = wanted {
        let communities = sea_orm::sea_query::Query::select()
            .column(Column::Community)
            .from(project_community::Entity)
            .cond_where(of_programme.clone().add(Column::Id.is_in(ids.iter().copied())))
            .to_owned();
        of_programme = of_programme.add(Column::Community.in_subquery(communities));
    }
    let rows =
        project_community::Entity::find().filter(of_programme).order_by_asc(Column::PlanYear).order_by_asc(Column::Id);
    let rows = rows.all(db).await?;
    let ids: BTreeSet<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut lines = BTreeMap::<Uuid, Vec<_>>::new();
    let filter = wanted.condition(line::Column::Programme.eq(programme).into(), line::Column::ProjectCommunity, &ids);
    for row in line::Entity::find().filter(filter).order_by_asc(line::Column::Position).all(db).await? {
        lines.entry(row.project_community).or_default().push(line_of(row)?);
    }
    let mut commitments = BTreeMap::<Uuid, Vec<_>>::new();
    let owner = commitment::Column::ProjectCommunity;
    let filter = wanted.condition(commitment::Column::Programme.eq(programme).into(), owner, &ids);
    for row in commitment::Entity::find().filter(filter).order_by_asc(commitment::Column::Position).all(db).await? {
        commitments.entry(row.project_community).or_default().push(commitment_of(row)?);
    }
    let mut receipts = BTreeMap::<Uuid, Vec<_>>::new();
    let owner = receipt::Column::ProjectCommunity;
    let filter = wanted.condition(receipt::Column::Programme.eq(programme).into(), owner, &ids);
    for row in receipt::Entity::find().filter(filter).order_by_asc(receipt::Column::Position).all(db).await? {
        receipts.entry(row.project_community).or_default().push(receipt_of(row)?);
    }
    let mut payments = BTreeMap::<Uuid, Vec<_>>::new();
    let owner = payment::Column::ProjectCommunity;
    let filter = wanted.condition(payment::Column::Programme.eq(programme).into(), owner, &ids);
    for row in payment::Entity::find().filter(filter).order_by_asc(payment::Column::Position).all(db).await? {
        payments.entry(row.project_community).or_default().push(payment_of(row)?);
    }
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let id = row.id;
        entries.push(project_community_of(
            row,
            lines.remove(&id).unwrap_or_default(),
            commitments.remove(&id).unwrap_or_default(),
            receipts.remove(&id).unwrap_or_default(),
            payments.remove(&id).unwrap_or_default(),
        )?);
    }
    Ok(entries)
}

/// A community of the programme, when it is there.
pub(crate) async fn load_community(
    db: &impl ConnectionTrait,
    programme: Uuid,
    id: Uuid,
) -> Result<Option<anju_domain::model::Community>, StorageError> {
    use community::Column;
    let known = community::Entity::find_by_id(id).filter(Column::Programme.eq(programme)).one(db).await?;
    let Some(known) = known else { return Ok(None) };
    let one = BTreeSet::from([known.id]);
    Ok(load_communities(db, programme, Wanted::These(&[]), &one).await?.remove(&id))
}

/// A project of the programme, when it is there.
pub(crate) async fn load_project(
    db: &impl ConnectionTrait,
    programme: Uuid,
    id: Uuid,
) -> Result<Option<anju_domain::model::Project>, StorageError> {
    use project::Column;
    let known = project::Entity::find_by_id(id).filter(Column::Programme.eq(programme)).one(db).await?;
    let Some(known) = known else { return Ok(None) };
    let one = BTreeSet::from([known.id]);
    Ok(load_projects(db, programme, Wanted::These(&[]), &one).await?.remove(&id))
}

async fn load_communities(
    db: &impl ConnectionTrait,
    programme: Uuid,
    wanted: Wanted<'_>,
    ids: &BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, anju_domain::model::Community>, StorageError> {
    let filter = wanted.condition(building::Column::Programme.eq(programme).into(), building::Column::Community, ids);
    let mut buildings = BTreeMap::<Uuid, Vec<_>>::new();
    for row in building::Entity::find().filter(filter).order_by_asc(building::Column::Position).all(db).await? {
        buildings.entry(row.community).or_default().push(building_of(row)?);
    }
    let filter = wanted.condition(community::Column::Programme.eq(programme).into(), community::Column::Id, ids);
    let rows = community::Entity::find().filter(filter).all(db).await?;
    rows.into_iter()
        .map(|row| Ok((row.id, community_of(row.clone(), buildings.remove(&row.id).unwrap_or_default())?)))
        .collect()
}

async fn load_projects(
    db: &impl ConnectionTrait,
    programme: Uuid,
    wanted: Wanted<'_>,
    ids: &BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, anju_domain::model::Project>, StorageError> {
    let owner = approval_step::Column::Project;
    let filter = wanted.condition(approval_step::Column::Programme.eq(programme).into(), owner, ids);
    let mut steps = BTreeMap::<Uuid, Vec<_>>::new();
    let rows = approval_step::Entity::find().filter(filter).order_by_asc(approval_step::Column::Position);
    for row in rows.all(db).await? {
        steps.entry(row.project).or_default().push(step_of(row)?);
    }
    let filter = wanted.condition(project::Column::Programme.eq(programme).into(), project::Column::Id, ids);
    let rows = project::Entity::find().filter(filter).all(db).await?;
    rows.into_iter()
        .map(|row| Ok((row.id, project_of(row.clone(), steps.remove(&row.id).unwrap_or_default())?)))
        .collect()
}
