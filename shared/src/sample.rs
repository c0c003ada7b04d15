//! The sample programme, marked 样例: four fictional communities on a demonstration date, by which people learn the
//! product and the tests know every figure. It never mixes with a county's own data.

mod build;
mod community_a;
mod community_b;
mod community_c;
mod community_d;
mod duty_tasks;
#[cfg(any(test, feature = "generator"))]
mod many;
mod money;
#[cfg(any(test, feature = "generator"))]
mod over_months;
mod plans;
#[cfg(any(test, feature = "generator"))]
pub mod random;

pub use duty_tasks::duty_tasks;
#[cfg(any(test, feature = "generator"))]
pub use many::communities;
#[cfg(any(test, feature = "generator"))]
pub use over_months::{MOST_MONTHS, duty_tasks_over_months, over_months};

use crate::{
    exact::Month,
    model::{AnnualPlan, Dossier, FundingCommitment, Programme},
};
use chrono::NaiveDate;
use uuid::Uuid;

/// Identity of the sample programme.
pub const PROGRAMME: Uuid = Uuid::from_u128(0x6207_2400_0000_7000_8000_0000_0000_0001);

/// A whole programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleProgramme {
    /// The programme.
    pub programme: Programme,
    /// Its annual plans.
    pub plans: Vec<AnnualPlan>,
    /// Its dossiers; each holds the programme and its plan again.
    pub dossiers: Vec<Dossier>,
}

/// The sample programme on its demonstration date.
pub fn programme() -> SampleProgramme {
    whole(shapes())
}

/// The four samples, without programme and plan.
fn shapes() -> Vec<Dossier> {
    vec![community_a::dossier(), community_c::dossier(), community_b::dossier(), community_d::dossier()]
}

/// The programme of these communities on the demonstration date of the samples.
fn whole(dossiers: Vec<Dossier>) -> SampleProgramme {
    let plans = plans::plans(&dossiers);
    with_plans(programme_from(Month::new(2022, 1), build::day("2022-10-08")), plans, dossiers)
}

/// The sample programme from a month on, on a day.
fn programme_from(active_from: Option<Month>, demonstration_date: Option<NaiveDate>) -> Programme {
    Programme {
        id: PROGRAMME,
        version: 1,
        division_code: "620724".to_owned(),
        name: "高台县城镇老旧小区改造".to_owned(),
        name_en: "Gaotai county: renovation of old urban communities".to_owned(),
        active_from,
        sample: true,
        demonstration_date,
        fiscal_capacities: (2022..=2025).map(plans::capacity).collect(),
        basis_docs: ["国办发〔2020〕23号", "甘政办发〔2020〕102号", "张政办发〔2020〕65号"].map(str::to_owned).into(),
        ..Programme::default()
    }
}

/// A programme whose dossiers hold it and their plans.
fn with_plans(programme: Programme, plans: Vec<AnnualPlan>, mut dossiers: Vec<Dossier>) -> SampleProgramme {
    for dossier in &mut dossiers {
        dossier.programme = programme.clone();
        dossier.plan = plans.iter().find(|plan| plan.year == dossier.project_community.plan_year).cloned();
    }
    SampleProgramme { programme, plans, dossiers }
}

/// The funding of 样例丙家属院 as it was first drafted: its heating paid by central money once more.
pub fn first_draft_of_the_third() -> Vec<FundingCommitment> {
    community_c::first_draft()
}

/// The sample with this code.
#[cfg(test)]
pub(crate) fn of_code(code: &str) -> Dossier {
    programme().dossiers.into_iter().find(|dossier| dossier.community.code == code).unwrap()
}

#[cfg(test)]
mod tests;
