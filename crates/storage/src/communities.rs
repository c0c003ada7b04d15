//! The list of project communities.

use crate::{
    StorageError,
    entities::{community, project_community},
    load::{Wanted, load_dossiers, load_plans, load_programme},
};
use anju_domain::{
    api::{CommunityPage, CommunityQuery, CommunityRow},
    indicators::{CommunityFacts, ProgrammeFacts},
    model::{Dossier, Programme},
};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef};
use std::collections::HashMap;
use uuid::Uuid;

/// So many dossiers are loaded at a time for a whole list: a statement takes only so many identities.
const AT_A_TIME: usize = 500;

/// A page of the project communities, by plan year and code. Names and codes of all are looked at, dossiers are loaded
/// for the page alone; the number of queries does not grow with either.
pub(crate) async fn page(
    db: &impl ConnectionTrait,
    programme: Uuid,
    query: &CommunityQuery,
    today: NaiveDate,
) -> Result<CommunityPage, StorageError> {
    let (owner, found) = matching(db, programme, query).await?;
    let offset = usize::try_from(query.offset.unwrap_or(0)).unwrap_or(usize::MAX);
    let limit = usize::try_from(query.limit.unwrap_or(50).clamp(1, 200)).unwrap_or(200);
    let ids: Vec<Uuid> = found.iter().copied().skip(offset).take(limit).collect();
    Ok(CommunityPage { total: count(&found), rows: rows(db, owner, &ids, today).await? })
}

/// Every project community of a query; none of them when there are more than `most`.
pub(crate) async fn whole(
    db: &impl ConnectionTrait,
    programme: Uuid,
    query: &CommunityQuery,
    today: NaiveDate,
    most: usize,
) -> Result<CommunityPage, StorageError> {
    let (owner, found) = matching(db, programme, query).await?;
    let mut page = CommunityPage { total: count(&found), rows: Vec::new() };
    if found.len() <= most {
        for ids in found.chunks(AT_A_TIME) {
            page.rows.extend(rows(db, owner.clone(), ids, today).await?);
        }
    }
    Ok(page)
}

fn count(found: &[Uuid]) -> i64 {
    i64::try_from(found.len()).unwrap_or(i64::MAX)
}

/// The programme and those of its project communities that a query asks for, in their order.
async fn matching(
    db: &impl ConnectionTrait,
    programme: Uuid,
    query: &CommunityQuery,
) -> Result<(Programme, Vec<Uuid>), StorageError> {
    use project_community::Column;
    let owner = load_programme(db, programme).await?;
    let mut select = project_community::Entity::find()
        .select_only()
        .columns([Column::Id, Column::PlanYear])
        .columns([community::Column::Code, community::Column::Name, community::Column::Neighbourhood])
        .join(JoinType::InnerJoin, to_community())
        .filter(Column::Programme.eq(programme));
    if let Some(year) = query.year {
        select = select.filter(Column::PlanYear.eq(i64::from(year)));
    }
    if let Some(stage) = query.stage {
        select = select.filter(Column::Stage.eq(stage.code()));
    }
    let mut found: Vec<(Uuid, i64, String, String, String)> = select.into_tuple().all(db).await?;
    if let Some(search) = query.search.as_deref().map(str::trim).filter(|search| !search.is_empty()) {
        // Here and not in SQL: the two databases fold case differently.
        let search = search.to_lowercase();
        let holds = |text: &String| text.to_lowercase().contains(&search);
        found.retain(|(_, _, code, name, neighbourhood)| holds(code) || holds(name) || holds(neighbourhood));
    }
    found.sort_by(|a, b| (a.1, &a.2, a.0).cmp(&(b.1, &b.2, b.0)));
    Ok((owner, found.into_iter().map(|row| row.0).collect()))
}

/// The rows of these project communities.
async fn rows(
    db: &impl ConnectionTrait,
    owner: Programme,
    ids: &[Uuid],
    today: NaiveDate,
) -> Result<Vec<CommunityRow>, StorageError> {
    let programme = owner.id;
    let plans = load_plans(db, programme).await?;
    let dossiers = load_dossiers(db, &owner, &plans, Wanted::These(ids)).await?;
    let facts = ProgrammeFacts::of(owner, plans, &dossiers, today, 0);
    let known: HashMap<Uuid, &CommunityFacts> = facts.communities.iter().map(|facts| (facts.id, facts)).collect();
    let rows = dossiers
        .iter()
        .filter_map(|dossier| {
            let facts = known.get(&dossier.project_community.id)?;
            Some(row(dossier, facts))
        })
        .collect();
    Ok(rows)
}

fn to_community() -> RelationDef {
    project_community::Entity::belongs_to(community::Entity)
        .from(project_community::Column::Community)
        .to(community::Column::Id)
        .into()
}

fn row(dossier: &Dossier, facts: &CommunityFacts) -> CommunityRow {
    let entry = &dossier.project_community;
    let in_scope = dossier.community.buildings.iter().filter(|building| building.in_scope).count();
    CommunityRow {
        id: entry.id,
        code: dossier.community.code.clone(),
        name: dossier.community.name.clone(),
        neighbourhood: dossier.community.neighbourhood.clone(),
        plan_year: entry.plan_year,
        stage: entry.stage,
        project_owner: dossier.project.project_owner.clone(),
        manager: dossier.project.manager_name.clone(),
        buildings: i64::try_from(in_scope).unwrap_or(i64::MAX),
        households: entry.scope_households,
        area: entry.scope_area,
        total: facts.invest.iter().map(|(_, amount)| *amount).sum(),
        stops: facts.findings.stops,
        warnings: facts.findings.warnings,
    }
}
