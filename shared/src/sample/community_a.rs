//! SA 样例甲小区: eight buildings under works since April 2022, late by ten points in September.

use super::build::{
    self, baseline, building, cable, community, day, id, line, paid_by, paid_by_sector, passed, waived, wan,
};
use super::money::{self, Flow};
use crate::{
    exact::{Area, Month, Progress},
    model::{
        ApprovalStep, Approved, Building, Community, Dossier, InvestmentLine, MonthlyReport, Project, ProjectCommunity,
        ReportRecord,
    },
    policy::{
        approvals::Step,
        funding::Level,
        items::OperatorKind,
        stages::{Component, ReportStatus, Stage, Tenure},
    },
};

const NUMBER: u128 = 1;

pub(super) fn dossier() -> Dossier {
    let mut entry = ProjectCommunity {
        id: id(NUMBER, build::PROJECT_COMMUNITY, 0),
        version: 1,
        project: id(NUMBER, build::PROJECT, 0),
        community: id(NUMBER, build::COMMUNITY, 0),
        plan_year: 2022,
        plan: Some(id(0, build::PLAN, 2022)),
        entered_on: day("2021-12-10"),
        stage: Stage::UnderWay,
        scope_households: 312,
        scope_area: Area::from_hundredths(2_864_000),
        scope_count: Some(8),
        total_invest: Some(wan(114_560)),
        planned_start: day("2022-04-10"),
        actual_start: day("2022-04-10"),
        planned_finish: day("2022-11-30"),
        baseline: baseline(Month::new(2022, 4), &[3, 10, 22, 38, 56, 74, 90, 100]),
        lines: lines(),
        ..ProjectCommunity::default()
    };
    commit(&mut entry);
    money::enter(&mut entry, &FLOWS);
    Dossier {
        community: Community {
            tenure: Some(Tenure::Mixed),
            infra_incomplete: true,
            service_incomplete: true,
            will_strong: true,
            survey_date: day("2021-09-10"),
            buildings: buildings(),
            ..community(NUMBER, "样例甲小区", "样例路1号", "样例东社区")
        },
        project: Project {
            id: id(NUMBER, build::PROJECT, 0),
            version: 1,
            national_code: "2111-620724-04-01-100001".to_owned(),
            name: "样例甲小区改造项目".to_owned(),
            project_owner: "县住建局".to_owned(),
            manager_name: "样例责任人甲".to_owned(),
            manager_post: "项目经理".to_owned(),
            pledge: true,
            total_invest: Some(wan(114_560)),
            approved: Some(Approved {
                body: wan(19_650),
                infra: wan(59_730),
                improvement: wan(31_580),
                upgrade: wan(3600),
                total: wan(114_560),
                ..Approved::default()
            }),
            land_paper: Some("样例用地手续".to_owned()),
            steps: steps(),
            contract_date: day("2022-03-28"),
            ..Project::default()
        },
        project_community: entry,
        reports: reports(),
        ..Dossier::default()
    }
}

fn buildings() -> Vec<Building> {
    [
        ("1#", 1994, 3, 36, 330_000),
        ("2#", 1994, 3, 36, 330_000),
        ("3#", 1995, 3, 42, 387_000),
        ("4#", 1995, 3, 42, 387_000),
        ("5#", 1996, 3, 36, 330_000),
        ("6#", 1997, 4, 48, 440_000),
        ("7#", 1998, 3, 36, 330_000),
        ("8#", 1998, 3, 36, 330_000),
    ]
    .map(|(no, year, stairs, households, area)| building(no, year, 6, stairs, households, area))
    .into()
}

fn lines() -> Vec<InvestmentLine> {
    let power = Some(OperatorKind::Power);
    vec![
        line("B01", "B01", "1860", 9300),
        line("B02", "B02", "1420", 9940),
        line("B07", "B07", "2240", 15_680),
        InvestmentLine {
            component: Some(Component::CivilWorks),
            operator_kind: power,
            ..line("B13t", "B13", "1100", 4400)
        },
        cable("B13c", "B13", OperatorKind::Power, "1100", 3850),
        line("B05", "B05", "6200", 11_160),
        line("B14", "B14", "4780", 7170),
        line("B15", "B15", "9600", 9600),
        line("B16", "B16", "24", 2880),
        line("B08", "B08", "16", 2400),
        line("B09", "B09", "1", 2200),
        line("B10", "B10", "4", 800),
        line("I02", "I02", "2300", 2760),
        line("I03", "I03", "64", 1600),
        line("I06", "I06", "86", 2580),
        line("I07", "I07", "120", 1440),
        line("I14", "I14", "12400", 21_080),
        line("I12", "I12", "2", 1200),
        line("I10", "I10", "6", 920),
        line("U09", "U09", "180", 3600),
    ]
}

fn commit(entry: &mut ProjectCommunity) {
    paid_by(entry, "F15", &[("B01", 2790), ("B02", 2982), ("B07", 4704), ("B13c", 3850)]);
    let f08 = [("B01", 6510), ("B02", 6958), ("B07", 10_976), ("B13t", 4400), ("B05", 11_160), ("B08", 1996)];
    paid_by(entry, "F08", &f08);
    paid_by(entry, "F09", &[("B14", 7170), ("B15", 9600), ("B16", 1230)]);
    paid_by(entry, "F10", &[("B16", 1650), ("B08", 404), ("B09", 2200), ("B10", 800), ("I14", 946)]);
    paid_by(entry, "F13", &[("I14", 15_134), ("I02", 2760), ("I03", 1600)]);
    paid_by(entry, "F07", &[("I14", 5000)]);
    paid_by(entry, "F21", &[("I06", 2580), ("I07", 1440)]);
    paid_by_sector(entry, "F18", Some("体育"), Some(Level::Province), &[("I12", 1200)]);
    paid_by_sector(entry, "F18", Some("养老"), Some(Level::Province), &[("U09", 3600)]);
    paid_by(entry, "F05", &[("I10", 920)]);
}

const FLOWS: [Flow; 10] = [
    Flow { funding: "F08", sub_kind: None, received: 37_800, paid: 28_000 },
    Flow { funding: "F09", sub_kind: None, received: 16_200, paid: 12_000 },
    Flow { funding: "F10", sub_kind: None, received: 6000, paid: 4000 },
    Flow { funding: "F07", sub_kind: None, received: 5000, paid: 3000 },
    Flow { funding: "F18", sub_kind: Some("养老"), received: 3600, paid: 2000 },
    Flow { funding: "F18", sub_kind: Some("体育"), received: 1200, paid: 800 },
    Flow { funding: "F15", sub_kind: None, received: 10_000, paid: 6000 },
    Flow { funding: "F13", sub_kind: None, received: 10_000, paid: 5000 },
    Flow { funding: "F21", sub_kind: None, received: 1407, paid: 240 },
    Flow { funding: "F05", sub_kind: None, received: 470, paid: 200 },
];

fn steps() -> Vec<ApprovalStep> {
    vec![
        passed(Step::S01, "2022-01-20"),
        ApprovalStep { joint: true, ..passed(Step::S02, "2022-02-10") },
        passed(Step::S03, "2022-03-01"),
        waived(Step::S04, "2022-03-05"),
        waived(Step::S05, "2022-03-05"),
        waived(Step::S06, "2022-03-05"),
        passed(Step::S07, "2022-04-02"),
        passed(Step::S08, "2022-04-02"),
        passed(Step::S13, "2022-03-25"),
    ]
}

/// Progress in percent, cumulative investment in hundredths of 万元, the day of the next month on which it was sent.
const REPORTS: [(i64, i64, &str, &str); 6] = [
    (2, 1500, "2022-05-03", ""),
    (8, 8500, "2022-06-03", ""),
    (18, 20_000, "2022-07-08", "雨天停工三天"),
    (31, 34_500, "2022-08-03", ""),
    (45, 50_000, "2022-09-03", "外墙保温材料到货迟"),
    (64, 70_000, "2022-10-03", "节能班组不足"),
];

fn reports() -> Vec<MonthlyReport> {
    let months = std::iter::successors(Month::new(2022, 4), |month| Some(month.next()));
    let before = std::iter::once(0).chain(REPORTS.iter().map(|report| report.1));
    months
        .zip(REPORTS)
        .zip(before)
        .zip(1..)
        .map(|(((period, (percent, invested, sent, problems)), before), number)| MonthlyReport {
            id: id(NUMBER, build::REPORT, number),
            version: 1,
            project_community: id(NUMBER, build::PROJECT_COMMUNITY, 0),
            period,
            cum_progress: Progress::from_tenths(percent * 10),
            month_invest: wan(invested - before),
            cum_invest: wan(invested),
            problems: problems.to_owned(),
            next_steps: "按计划推进下月工程".to_owned(),
            reporter: "样例责任人甲".to_owned(),
            // Sent at 09:00 in Beijing, which is one in the morning of the same day in UTC.
            submitted_at: day(sent).and_then(|day| day.and_hms_opt(1, 0, 0)).map(|at| at.and_utc()),
            status: ReportStatus::Accepted,
            record: ReportRecord::default(),
        })
        .collect()
}
