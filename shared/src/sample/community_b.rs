//! SB 样例乙单栋楼: a single block with lifts, in reserve for the plan of 2024.

use super::build::{self, building, community, day, id, line, paid_by, wan};
use crate::{
    exact::Area,
    model::{Building, Community, Dossier, Project, ProjectCommunity},
    policy::stages::Tenure,
};

const NUMBER: u128 = 2;

pub(super) fn dossier() -> Dossier {
    let mut entry = ProjectCommunity {
        id: id(NUMBER, build::PROJECT_COMMUNITY, 0),
        version: 1,
        project: id(NUMBER, build::PROJECT, 0),
        community: id(NUMBER, build::COMMUNITY, 0),
        plan_year: 2024,
        scope_households: 48,
        scope_area: Area::from_hundredths(432_000),
        scope_count: Some(1),
        total_invest: Some(wan(28_635)),
        lines: vec![
            line("B01", "B01", "260", 1300),
            line("B07", "B07", "310", 2170),
            line("B14", "B14", "720", 1080),
            line("I03", "I03", "12", 300),
            line("I08", "I08", "6", 480),
            line("I14", "I14", "3050", 5185),
            line("I15", "I15", "3", 15_000),
            line("H01", "H01", "48", 2880),
            line("H02", "H02", "48", 240),
        ],
        ..ProjectCommunity::default()
    };
    paid_by(&mut entry, "F15", &[("B01", 390), ("B07", 651)]);
    paid_by(&mut entry, "F08", &[("B01", 910), ("B07", 1519), ("B14", 1080)]);
    paid_by(&mut entry, "F09", &[("I14", 5185)]);
    paid_by(&mut entry, "F13", &[("I15", 3000), ("I03", 300), ("H01", 600)]);
    paid_by(&mut entry, "F06", &[("I15", 4800)]);
    paid_by(&mut entry, "F01", &[("I15", 7200), ("H01", 2280), ("H02", 240)]);
    paid_by(&mut entry, "F21", &[("I08", 480)]);
    Dossier {
        community: Community {
            is_single_building: true,
            tenure: Some(Tenure::Reformed),
            infra_incomplete: true,
            service_incomplete: true,
            will_strong: true,
            survey_date: day("2022-06-20"),
            buildings: vec![Building {
                completed_on: day("2003-10-20"),
                completed_year: None,
                lift_feasible: true,
                consent_passed: true,
                ..building("1#", 2003, 6, 3, 48, 432_000)
            }],
            ..community(NUMBER, "样例乙单栋楼", "样例路2号", "样例东社区")
        },
        project: Project {
            id: id(NUMBER, build::PROJECT, 0),
            version: 1,
            name: "样例乙单栋楼改造项目".to_owned(),
            project_owner: "县住建局".to_owned(),
            manager_name: "样例责任人乙".to_owned(),
            manager_post: "项目经理".to_owned(),
            adds_floor_area: true,
            total_invest: Some(wan(28_635)),
            ..Project::default()
        },
        project_community: entry,
        ..Dossier::default()
    }
}
