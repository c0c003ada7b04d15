//! The facts of project communities, made of their dossiers. Some dossiers are held at a time, never all of a programme.

use crate::{
    StorageError,
    entities::project_community,
    load::{Wanted, load_dossiers, load_plans, load_programme},
};
use anju_domain::{
    indicators::CommunityFacts,
    model::{AnnualPlan, Programme},
};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// So many dossiers are held at a time.
const AT_A_TIME: usize = 250;

/// Facts as they were made, with the project of each.
#[derive(Debug, Default)]
pub(super) struct Made {
    pub(super) communities: Vec<CommunityFacts>,
    pub(super) projects: HashMap<Uuid, Uuid>,
}

/// A programme with its plans and the facts of all its project communities.
pub(super) async fn whole(
    db: &impl ConnectionTrait,
    programme: Uuid,
    today: NaiveDate,
) -> Result<(Programme, Vec<AnnualPlan>, Made), StorageError> {
    use project_community::Column;
    let owner = load_programme(db, programme).await?;
    let plans = load_plans(db, programme).await?;
    let of_programme =
        project_community::Entity::find().select_only().column(Column::Id).filter(Column::Programme.eq(programme));
    let ids: Vec<Uuid> =
        of_programme.order_by_asc(Column::PlanYear).order_by_asc(Column::Id).into_tuple().all(db).await?;
    let made = facts_of(db, &owner, &plans, &ids, today).await?;
    Ok((owner, plans, made))
}

/// The facts of these project communities; those that are gone are left out.
pub(super) async fn facts_of(
    db: &impl ConnectionTrait,
    owner: &Programme,
    plans: &[AnnualPlan],
    ids: &[Uuid],
    today: NaiveDate,
) -> Result<Made, StorageError> {
    let mut made = Made::default();
    for some in ids.chunks(AT_A_TIME) {
        for dossier in load_dossiers(db, owner, plans, Wanted::These(some)).await? {
            made.projects.insert(dossier.project_community.id, dossier.project.id);
            made.communities.push(CommunityFacts::of(&dossier, today));
        }
    }
    Ok(made)
}
