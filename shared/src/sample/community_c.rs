//! SC 样例丙家属院: former factory housing with earlier central aid, in reserve in the plan of 2023.

use super::build::{self, building, community, day, id, line, paid_by, planned, wan};
use crate::{
    exact::{Area, Money},
    model::{
        Building, BuildingSelection, Community, Dossier, FundingCommitment, PriorSubsidy, Project, ProjectCommunity,
    },
    policy::{approvals::Step, funding::Level, stages::Tenure},
};

const NUMBER: u128 = 3;

pub(super) fn dossier() -> Dossier {
    let mut entry = ProjectCommunity {
        id: id(NUMBER, build::PROJECT_COMMUNITY, 0),
        version: 1,
        project: id(NUMBER, build::PROJECT, 0),
        community: id(NUMBER, build::COMMUNITY, 0),
        plan_year: 2023,
        plan: Some(id(0, build::PLAN, 2023)),
        entered_on: day("2022-09-20"),
        scope_households: 196,
        scope_area: Area::from_hundredths(1_372_000),
        scope_count: Some(5),
        total_invest: Some(wan(45_100)),
        lines: vec![
            line("B02", "B02", "710", 4260),
            line("B05", "B05", "3600", 6480),
            line("B06", "B06", "480", 3840),
            line("B07", "B07", "660", 4620),
            line("B08", "B08", "8", 1200),
            line("B09", "B09", "1", 1550),
            line("B10", "B10", "2", 400),
            line("B14", "B14", "3440", 5160),
            line("B15", "B15", "5880", 5880),
            line("B16", "B16", "14", 1620),
            line("I01", "I01", "210", 630),
            line("I02", "I02", "1200", 1440),
            line("I03", "I03", "32", 800),
            line("I05", "I05", "4", 520),
            line("I06", "I06", "56", 1680),
            line("I13", "I13", "110", 2200),
            line("U06", "U06", "620", 1860),
            line("U07", "U07", "6", 960),
        ],
        ..ProjectCommunity::default()
    };
    paid_by(&mut entry, "F15", &[("B07", 1386), ("B02", 1278), ("B06", 1152)]);
    let f08 = [("B02", 2982), ("B06", 2688), ("B05", 6480), ("B08", 1200), ("B09", 1550), ("B10", 400)];
    paid_by(&mut entry, "F08", &f08);
    paid_by(&mut entry, "F09", &[("B14", 5160), ("B15", 5880)]);
    paid_by(&mut entry, "F10", &[("B16", 1620), ("U06", 1860), ("U07", 960)]);
    paid_by(&mut entry, "F13", &[("B07", 3234), ("I01", 630), ("I02", 1440), ("I03", 800), ("I05", 520)]);
    paid_by(&mut entry, "F16", &[("I06", 1680), ("I13", 2200)]);
    Dossier {
        community: Community {
            tenure: Some(Tenure::Reformed),
            owner_unit: "样例农机厂".to_owned(),
            infra_incomplete: true,
            will_strong: true,
            survey_date: day("2022-03-15"),
            buildings: buildings(),
            prior_subsidies: ["B01", "B03", "B07"].map(earlier_aid).into(),
            ..community(NUMBER, "样例丙家属院", "样例路3号", "样例西社区")
        },
        project: Project {
            id: id(NUMBER, build::PROJECT, 0),
            version: 1,
            name: "样例丙家属院改造项目".to_owned(),
            project_owner: "城关镇人民政府".to_owned(),
            manager_name: "样例责任人丙".to_owned(),
            manager_post: "项目经理".to_owned(),
            pledge: true,
            total_invest: Some(wan(45_100)),
            steps: vec![planned(Step::S01, "2022-10-12"), planned(Step::S02, "2022-10-20")],
            ..Project::default()
        },
        project_community: entry,
        ..Dossier::default()
    }
}

/// The commitments with the heating's 32.34 from F08 instead of F13.
pub(super) fn first_draft() -> Vec<FundingCommitment> {
    let mut commitments = dossier().project_community.commitments;
    for commitment in
        commitments.iter_mut().filter(|commitment| commitment.funding == "F13" && commitment.line == "B07")
    {
        commitment.funding = "F08".to_owned();
    }
    commitments
}

fn buildings() -> Vec<Building> {
    let mut buildings: Vec<Building> = ["1#", "2#", "3#", "4#"].map(|no| building(no, 1988, 6, 3, 42, 294_000)).into();
    buildings.push(building("5#", 1988, 6, 2, 28, 196_000));
    buildings.push(Building {
        in_scope: false,
        expropriation_planned: true,
        ..building("6#", 1988, 4, 3, 24, 168_000)
    });
    buildings
}

fn earlier_aid(item: &str) -> PriorSubsidy {
    PriorSubsidy {
        item: item.to_owned(),
        buildings: BuildingSelection::All,
        level: Level::Central,
        programme: "三供一业".to_owned(),
        year: Some(2017),
        amount: Money::ZERO,
        doc: None,
    }
}
