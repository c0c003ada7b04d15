//! The list of project communities.

use crate::{
    StorageError,
    entities::{community, project_community},
    load::{Wanted, load_dossiers, load_plans, load_programme},
};
use anju_domain::{
    api::{CommunityPage, CommunityQuery, CommunityRow},
    indicators::ProgrammeFacts,
    model::Dossier,
};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef};
use uuid::Uuid;

/// A page of the project communities, by plan year and code. Names and codes of all are looked at, dossiers are loaded
/// for the page alone; the number of queries does not grow with either.
pub(crate) async fn page(
    db: &impl ConnectionTrait,
    programme: Uuid,
    query: &CommunityQuery,
    today: NaiveDate,
) -> Result<CommunityPage, StorageError> {
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
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let offset = usize::try_from(query.offset.unwrap_or(0)).unwrap_or(usize::MAX);
    let limit = usize::try_from(query.limit.unwrap_or(50).clamp(1, 200)).unwrap_or(200);
    let ids: Vec<Uuid> = found.into_iter().skip(offset).take(limit).map(|row| row.0).collect();
    let plans = load_plans(db, programme).await?;
    let dossiers = load_dossiers(db, &owner, &plans, Wanted::These(&ids)).await?;
    let facts = ProgrammeFacts::of(owner, plans, &dossiers, today, 0);
    let rows = dossiers
        .iter()
        .filter_map(|dossier| {
            let facts = facts.communities.iter().find(|facts| facts.id == dossier.project_community.id)?;
            Some(row(dossier, facts))
        })
        .collect();
    Ok(CommunityPage { total, rows })
}

fn to_community() -> RelationDef {
    project_community::Entity::belongs_to(community::Entity)
        .from(project_community::Column::Community)
        .to(community::Column::Id)
        .into()
}

fn row(dossier: &Dossier, facts: &anju_domain::indicators::CommunityFacts) -> CommunityRow {
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
