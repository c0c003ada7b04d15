//! SD 样例丁小区: small, in reserve for the plan of 2025.

use super::build::{self, building, cable, community, day, id, line, paid_by, paid_by_sector, wan};
use crate::{
    exact::{Area, Money},
    model::{Building, BuildingSelection, Community, Dossier, InvestmentLine, PriorSubsidy, Project, ProjectCommunity},
    policy::{funding::Level, items::OperatorKind, stages::Tenure},
};

const NUMBER: u128 = 4;

pub(super) fn dossier() -> Dossier {
    let these = |numbers: &[&str]| BuildingSelection::These(numbers.iter().map(|no| (*no).to_owned()).collect());
    let mut entry = ProjectCommunity {
        id: id(NUMBER, build::PROJECT_COMMUNITY, 0),
        version: 1,
        project: id(NUMBER, build::PROJECT, 0),
        community: id(NUMBER, build::COMMUNITY, 0),
        plan_year: 2025,
        scope_households: 60,
        scope_area: Area::from_hundredths(480_000),
        scope_count: Some(2),
        total_invest: Some(wan(15_750)),
        lines: vec![
            line("B01", "B01", "600", 3000),
            cable("B04c", "B04", OperatorKind::Telecom, "500", 2000),
            line("B05", "B05", "2000", 4000),
            InvestmentLine { buildings: these(&["1#", "2#"]), ..line("B14", "B14", "1500", 2400) },
            InvestmentLine { buildings: these(&["2#"]), ..line("I14", "I14", "1800", 3000) },
            line("I12", "I12", "1", 600),
            line("H01", "H01", "30", 750),
        ],
        ..ProjectCommunity::default()
    };
    paid_by(&mut entry, "F08", &[("B01", 2500)]);
    paid_by(&mut entry, "F15", &[("B01", 500), ("B04c", 2000)]);
    paid_by(&mut entry, "F10", &[("B05", 4000)]);
    paid_by(&mut entry, "F07", &[("B14", 2400)]);
    paid_by(&mut entry, "F09", &[("I14", 3000)]);
    paid_by_sector(&mut entry, "F18", Some("体育"), Some(Level::Province), &[("I12", 600)]);
    paid_by(&mut entry, "F01", &[("H01", 500)]);
    paid_by(&mut entry, "F13", &[("H01", 250)]);
    Dossier {
        community: Community {
            tenure: Some(Tenure::Commodity),
            built_early: true,
            infra_incomplete: true,
            service_incomplete: true,
            will_strong: true,
            survey_date: day("2022-07-05"),
            buildings: vec![
                Building {
                    completed_on: day("2002-06-30"),
                    completed_year: None,
                    ..building("1#", 2002, 6, 3, 30, 240_000)
                },
                building("2#", 2003, 6, 3, 30, 240_000),
                Building { in_scope: false, ..building("3#", 2008, 6, 2, 24, 200_000) },
            ],
            prior_subsidies: vec![PriorSubsidy {
                item: "I14".to_owned(),
                buildings: these(&["1#"]),
                level: Level::Central,
                programme: "节能改造".to_owned(),
                year: Some(2015),
                amount: Money::ZERO,
                doc: None,
            }],
            ..community(NUMBER, "样例丁小区", "样例路4号", "样例西社区")
        },
        project: Project {
            id: id(NUMBER, build::PROJECT, 0),
            version: 1,
            name: "样例丁小区改造项目".to_owned(),
            project_owner: "城关镇人民政府".to_owned(),
            manager_name: "样例责任人丁".to_owned(),
            manager_post: "项目经理".to_owned(),
            pledge: true,
            total_invest: Some(wan(15_750)),
            ..Project::default()
        },
        project_community: entry,
        ..Dossier::default()
    }
}
