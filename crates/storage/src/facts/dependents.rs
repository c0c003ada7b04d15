//! Whose facts depend on what changed. A project community shows its money to the others of its project and its central
//! money to the others of its community; a plan is that of those that were entered into it and of its year's others.

use super::Kept;
use crate::{
    StorageError,
    aggregate::{BearsOn, Kind},
    entities::{annual_plan, monthly_report, project_community},
    named::Named,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::BTreeSet;
use uuid::Uuid;

/// After more objects than this, looking at everything is as quick; a statement takes only so many, too.
const MOST_OBJECTS: usize = 2_000;

/// Whose facts may stand differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Touched {
    /// All of them.
    Everything,
    /// These.
    These {
        /// The project communities.
        communities: BTreeSet<Uuid>,
        /// Whether plans changed.
        plans: bool,
        /// Whether tasks of units changed.
        duties: bool,
    },
}

/// Whose facts depend on these objects.
pub(super) async fn touched(
    db: &impl ConnectionTrait,
    programme: Uuid,
    named: &Named,
    kept: &Kept,
) -> Result<Touched, StorageError> {
    let (mut objects, mut duties) = (0, false);
    for (kind, ids) in named.kinds() {
        match kind.bears_on() {
            BearsOn::Everything => return Ok(Touched::Everything),
            BearsOn::Communities => objects += ids.len(),
            BearsOn::Duties => duties = true,
            BearsOn::Nothing => {}
        }
    }
    if objects > MOST_OBJECTS {
        return Ok(Touched::Everything);
    }
    let plans = named.of(Kind::AnnualPlan).next().is_some();
    if objects == 0 {
        return Ok(Touched::These { communities: BTreeSet::new(), plans, duties });
    }
    let Some(mut own) = with_reports(db, named).await? else { return Ok(Touched::Everything) };
    own.extend(named.of(Kind::ProjectCommunity));
    let mut communities = as_it_is(db, programme, named, &own).await?;
    communities.extend(as_it_was(kept, named, &own));
    communities.extend(own);
    Ok(Touched::These { communities, plans, duties })
}

/// The project communities whose reports are named; none when a report is gone.
async fn with_reports(db: &impl ConnectionTrait, named: &Named) -> Result<Option<BTreeSet<Uuid>>, StorageError> {
    use monthly_report::Column;
    let reports: Vec<Uuid> = named.of(Kind::MonthlyReport).collect();
    if reports.is_empty() {
        return Ok(Some(BTreeSet::new()));
    }
    let count = reports.len();
    let owners = monthly_report::Entity::find().select_only().column(Column::ProjectCommunity);
    let owners: Vec<Uuid> = owners.filter(Column::Id.is_in(reports)).into_tuple().all(db).await?;
    Ok((owners.len() == count).then(|| owners.into_iter().collect()))
}

/// Those that belong to what is named, as the database has it.
async fn as_it_is(
    db: &impl ConnectionTrait,
    programme: Uuid,
    named: &Named,
    own: &BTreeSet<Uuid>,
) -> Result<BTreeSet<Uuid>, StorageError> {
    use project_community::{Column, Entity};
    let mut any = Condition::any();
    if !own.is_empty() {
        let of_own = |column: Column| {
            let own = Entity::find().select_only().column(column).filter(Column::Id.is_in(own.iter().copied()));
            column.in_subquery(own.into_query())
        };
        any = any.add(of_own(Column::Project)).add(of_own(Column::Community));
    }
    for (kind, column) in
        [(Kind::Project, Column::Project), (Kind::Community, Column::Community), (Kind::AnnualPlan, Column::Plan)]
    {
        let ids: Vec<Uuid> = named.of(kind).collect();
        if !ids.is_empty() {
            any = any.add(column.is_in(ids.iter().copied()));
        }
        if kind == Kind::AnnualPlan && !ids.is_empty() {
            let years = annual_plan::Entity::find().select_only().column(annual_plan::Column::Year);
            let years = years.filter(annual_plan::Column::Id.is_in(ids));
            any = any.add(Column::PlanYear.in_subquery(years.into_query()));
        }
    }
    let ids = Entity::find().select_only().column(Column::Id).filter(Column::Programme.eq(programme)).filter(any);
    Ok(ids.into_tuple::<Uuid>().all(db).await?.into_iter().collect())
}

/// Those that belonged to what is named before it changed.
fn as_it_was(kept: &Kept, named: &Named, own: &BTreeSet<Uuid>) -> BTreeSet<Uuid> {
    let all = &kept.facts.communities;
    let mut projects: BTreeSet<Uuid> = named.of(Kind::Project).collect();
    projects.extend(own.iter().filter_map(|id| kept.projects.get(id)));
    let mut communities: BTreeSet<Uuid> = named.of(Kind::Community).collect();
    communities.extend(all.iter().filter(|one| own.contains(&one.id)).map(|one| one.community));
    let plans: BTreeSet<Uuid> = named.of(Kind::AnnualPlan).collect();
    let years: BTreeSet<i32> =
        kept.facts.plans.iter().filter(|plan| plans.contains(&plan.id)).map(|plan| plan.year).collect();
    all.iter()
        .filter(|one| {
            communities.contains(&one.community)
                || kept.projects.get(&one.id).is_some_and(|project| projects.contains(project))
                || one.plan.is_some_and(|plan| plans.contains(&plan))
                || years.contains(&one.plan_year)
        })
        .map(|one| one.id)
        .collect()
}
