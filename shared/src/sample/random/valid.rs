//! A dossier in order: a project community in the midst of its life, with all that the papers ask of it.

use super::{Seeded, money, papers};
use crate::{
    exact::Area,
    model::{Building, BuildingSelection, Community, Dossier, PriorSubsidy, Programme, Project, ProjectCommunity},
    policy::{
        funding::Level,
        stages::{Stage, Tenure},
    },
};

/// A dossier that nothing stops at any gate.
pub(super) fn dossier(random: &mut Seeded) -> Dossier {
    let plan_year = i32::try_from(random.between(2021, 2025)).unwrap_or_default();
    let stage = *random.pick(&[Stage::Reserve, Stage::NewStart, Stage::UnderWay, Stage::Completed]);
    let siblings = random.count(0, 2);
    dossier_at(plan_year, stage, siblings, random)
}

/// The same of a plan year and a stage, in a project with so many other communities.
pub(in crate::sample) fn dossier_at(plan_year: i32, stage: Stage, siblings: usize, random: &mut Seeded) -> Dossier {
    let community = community(random);
    let scope = || community.buildings.iter().filter(|building| building.in_scope);
    let mut entry = ProjectCommunity {
        id: random.id(),
        version: random.between(1, 9),
        project: random.id(),
        community: community.id,
        plan_year,
        stage,
        scope_households: scope().map(|building| building.households).sum(),
        scope_area: scope().map(|building| building.floor_area).sum(),
        scope_count: i64::try_from(scope().count()).ok().filter(|_| !random.once_in(4)),
        ..ProjectCommunity::default()
    };
    let mut project = Project { id: entry.project, version: 1, ..Project::default() };
    let siblings = money::fill(&mut entry, &mut project, &community.prior_subsidies, siblings, random);
    let plan = papers::fill(&mut entry, &mut project, &community, random);
    let reports = papers::reports(&entry, random);
    money::move_money(&mut entry, &mut project, random);
    Dossier {
        programme: Programme {
            id: random.id(),
            version: 1,
            division_code: "620724".to_owned(),
            name: "随机样例规划".to_owned(),
            sample: true,
            ..Programme::default()
        },
        community,
        project,
        project_community: entry,
        plan,
        reports,
        siblings,
        ..Dossier::default()
    }
}

fn community(random: &mut Seeded) -> Community {
    let count = random.count(1, 10);
    let buildings: Vec<Building> = (1..=count).map(|number| building(number, random)).collect();
    Community {
        id: random.id(),
        code: format!("GT-{:04}", random.between(1, 9999)),
        name: format!("样例{}小区", random.between(1, 999)),
        division_code: "620724".to_owned(),
        township: "城关镇".to_owned(),
        address: "样例路1号".to_owned(),
        neighbourhood: "样例东社区".to_owned(),
        is_single_building: buildings.len() == 1,
        tenure: Some(*random.pick(Tenure::ALL)),
        infra_incomplete: true,
        service_incomplete: random.once_in(2),
        will_strong: true,
        built_early: random.once_in(2),
        neglected: random.once_in(2),
        buildings,
        prior_subsidies: prior_subsidies(random),
        ..Community::default()
    }
}

/// The first building is always in scope; one out of scope may be of any age.
fn building(number: usize, random: &mut Seeded) -> Building {
    let in_scope = number == 1 || !random.once_in(6);
    let year = i32::try_from(random.between(1975, if in_scope { 1999 } else { 2015 })).unwrap_or_default();
    let households = random.between(8, 60);
    let date = random.day_of(year);
    let is_dated = random.once_in(2);
    Building {
        no: format!("{number}#"),
        in_scope,
        completed_on: is_dated.then_some(date),
        completed_year: (!is_dated).then_some(year),
        storeys: Some(random.between(2, 7)),
        stair_units: Some(random.between(1, 5)),
        households,
        floor_area: Area::from_hundredths(households * random.between(5_500, 11_000)),
        structure: "砖混".to_owned(),
        expropriation_planned: !in_scope && random.once_in(3),
        ..Building::default()
    }
}

fn prior_subsidies(random: &mut Seeded) -> Vec<PriorSubsidy> {
    let count = random.count(0, 3);
    (0..count)
        .map(|_| PriorSubsidy {
            item: (*random.pick(&["B01", "B03", "B07", "I14"])).to_owned(),
            buildings: if random.once_in(2) {
                BuildingSelection::All
            } else {
                BuildingSelection::These(vec!["1#".to_owned(), "2#".to_owned()])
            },
            level: *random.pick(Level::ALL),
            programme: (*random.pick(&["节能改造", "三供一业", "其他"])).to_owned(),
            year: i32::try_from(random.between(2008, 2019)).ok(),
            ..blank()
        })
        .collect()
}

fn blank() -> PriorSubsidy {
    PriorSubsidy {
        item: String::new(),
        buildings: BuildingSelection::All,
        level: Level::County,
        programme: String::new(),
        year: None,
        amount: crate::exact::Money::ZERO,
        doc: None,
    }
}
