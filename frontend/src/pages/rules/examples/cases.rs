//! The dossiers of the examples: only what the rule in question reads, with the amounts of 《方案》's own field.
//! Longer than other files, because it is a list.

use anju_domain::{
    exact::{Area, Money},
    facts::LineFacts,
    finding::Gate,
    language::Text,
    model::{
        BalancePlan, Building, BuildingSelection, Dossier, FundingCommitment, InvestmentLine, OperatorAgreement,
        PriorSubsidy, ScopeAdjustment,
    },
    policy::{
        funding::Level,
        items::{OperatorKind, item},
        stages::CommitmentStatus,
    },
};
use chrono::NaiveDate;

/// An example.
pub(super) struct Example {
    /// What it shows.
    pub(super) case: Text,
    pub(super) dossier: Dossier,
    pub(super) gate: Gate,
}

/// The examples of a rule; none for one that people judge.
pub(super) fn examples(rule: &str) -> Vec<Example> {
    match rule {
        "R-01" => year_window(),
        "R-02" => scope_adjustment(),
        "R-05" => central_money(),
        "R-08" => buildings(),
        "R-10" => items(),
        "R-16" => ranges(),
        "R-18" => operators(),
        "R-20" => private_part(),
        "R-26" => balance(),
        "R-29" => sectors(),
        _ => Vec::new(),
    }
}

fn example(zh: &'static str, en: &'static str, dossier: Dossier) -> Example {
    Example { case: Text::new(zh, en), dossier, gate: Gate::G1 }
}

/// A dossier with lines (item, hundredths of 万元) as the catalogue wants them, and secured money (item, fund, amount).
fn money(lines: &[(&str, i64)], paid: &[(&str, &str, i64)]) -> Dossier {
    let mut dossier = Dossier::default();
    dossier.project_community.lines = lines.iter().map(|(code, amount)| line(code, *amount)).collect();
    let lines = &dossier.project_community.lines;
    let commitments = paid.iter().map(|(code, fund, amount)| FundingCommitment {
        line: (*code).to_owned(),
        funding: (*fund).to_owned(),
        operator_kind: (*fund == "F15")
            .then(|| lines.iter().find(|line| line.id == *code))
            .flatten()
            .and_then(operator),
        amount: Money::from_wan_hundredths(*amount),
        status: CommitmentStatus::Secured,
        ..FundingCommitment::default()
    });
    dossier.project_community.commitments = commitments.collect();
    dossier
}

fn line(code: &str, amount: i64) -> InvestmentLine {
    let known = item(code);
    InvestmentLine {
        id: code.to_owned(),
        item: code.to_owned(),
        category: known.map(|item| item.class),
        unit: known.map(|item| item.unit.to_owned()).unwrap_or_default(),
        quantity: "2".to_owned(),
        buildings: BuildingSelection::All,
        amount: Money::from_wan_hundredths(amount),
        ..InvestmentLine::default()
    }
}

fn operator(line: &InvestmentLine) -> Option<OperatorKind> {
    LineFacts { line, item: item(&line.item) }.operator_kind()
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn building(no: &str, completed_on: Option<NaiveDate>, households: i64) -> Building {
    Building {
        no: no.to_owned(),
        in_scope: true,
        completed_on,
        households,
        floor_area: Area::from_hundredths(330_000),
        ..Building::default()
    }
}

fn built(plan_year: i32, completed_on: Option<NaiveDate>, adjustment: Option<Option<&str>>) -> Dossier {
    let mut dossier = Dossier::default();
    dossier.project_community.plan_year = plan_year;
    dossier.community.buildings = vec![building("1#", completed_on, 48)];
    dossier.programme.scope_adjustments = adjustment
        .zip(day(2003, 12, 31))
        .map(|(doc_no, cutoff)| ScopeAdjustment {
            plan_year,
            cutoff,
            issuer: String::new(),
            doc_no: doc_no.map(str::to_owned),
            date: None,
        })
        .into_iter()
        .collect();
    dossier
}

fn year_window() -> Vec<Example> {
    vec![
        example(
            "2023年度，1999年6月30日建成",
            "Plan of 2023, completed on 30 June 1999",
            built(2023, day(1999, 6, 30), None),
        ),
        example(
            "2023年度，恰在2000年12月31日建成",
            "Plan of 2023, completed on the very 31 December 2000",
            built(2023, day(2000, 12, 31), None),
        ),
        example(
            "2023年度，2001年1月1日建成",
            "Plan of 2023, completed on 1 January 2001",
            built(2023, day(2001, 1, 1), None),
        ),
        example(
            "2024年度，2001年1月1日建成",
            "Plan of 2024, completed on 1 January 2001",
            built(2024, day(2001, 1, 1), None),
        ),
    ]
}

fn scope_adjustment() -> Vec<Example> {
    let completed = day(2003, 5, 1);
    vec![
        example(
            "2023年度，范围调整有文号",
            "Plan of 2023, an adjustment with its number",
            built(2023, completed, Some(Some("〔2022〕1号"))),
        ),
        example(
            "2023年度，范围调整缺文号",
            "Plan of 2023, an adjustment without its number",
            built(2023, completed, Some(None)),
        ),
        example(
            "2026年度，没有窗口也没有调整",
            "Plan of 2026, neither window nor adjustment",
            built(2026, completed, None),
        ),
    ]
}

fn central_money() -> Vec<Example> {
    let heated = |fund: &str, earlier: &str| {
        let mut dossier = money(&[("B07", 3234)], &[("B07", fund, 3234)]);
        dossier.community.buildings = vec![building("1#", None, 42), building("2#", None, 42)];
        dossier.community.prior_subsidies = vec![PriorSubsidy {
            item: earlier.to_owned(),
            buildings: BuildingSelection::All,
            level: Level::Central,
            programme: "三供一业".to_owned(),
            year: Some(2017),
            amount: Money::ZERO,
            doc: None,
        }];
        dossier
    };
    vec![
        example(
            "供热曾用中央补助，本次用县财政奖补",
            "Heating had central aid; county money now",
            heated("F13", "B07"),
        ),
        example(
            "供热曾用中央补助，本次再用中央财政",
            "Heating had central aid; central money again",
            heated("F08", "B07"),
        ),
        example(
            "供水曾用中央补助，本次供热用中央财政",
            "Water had central aid; central money for heating",
            heated("F08", "B01"),
        ),
    ]
}

fn buildings() -> Vec<Example> {
    let stated = |households: i64| {
        let mut dossier = Dossier::default();
        dossier.community.buildings = vec![building("1#", None, 156), building("2#", None, 156)];
        dossier.project_community.scope_households = households;
        dossier.project_community.scope_area = Area::from_hundredths(660_000);
        dossier
    };
    vec![
        example("填报312户，楼栋合计312户", "312 households stated, the buildings add up to 312", stated(312)),
        example("填报310户，楼栋合计312户", "310 households stated, the buildings add up to 312", stated(310)),
    ]
}

fn items() -> Vec<Example> {
    let with = |code: &str, change: fn(&mut InvestmentLine)| {
        let mut dossier = money(&[(code, 10_000)], &[]);
        dossier.project_community.lines.iter_mut().for_each(change);
        dossier
    };
    let at_saving = |zh, en, dossier| Example { gate: Gate::G0, ..example(zh, en, dossier) };
    vec![
        at_saving("加装电梯2部，列完善类", "2 lifts under improvement", with("I15", |_| {})),
        at_saving(
            "加装电梯列入基础类",
            "Lifts under basic works",
            with("I15", |line| {
                line.category = item("B01").map(|item| item.class);
            }),
        ),
        at_saving(
            "管沟未注明管线类别",
            "A trench without its operator kind",
            with("B13", |line| line.operator_kind = None),
        ),
    ]
}

fn ranges() -> Vec<Example> {
    vec![
        example("供热由管线专营单位出资", "Heating by its operator", money(&[("B07", 651)], &[("B07", "F15", 651)])),
        example(
            "加装电梯提取住房公积金",
            "A lift by the provident fund",
            money(&[("I15", 4800)], &[("I15", "F06", 4800)]),
        ),
        example(
            "屋面维修提取住房公积金",
            "A roof by the provident fund",
            money(&[("B14", 100)], &[("B14", "F06", 100)]),
        ),
    ]
}

fn operators() -> Vec<Example> {
    let water = |paid: i64| money(&[("B01", 43_170)], &[("B01", "F15", paid)]);
    let pair = |agreed: &[OperatorKind]| {
        let mut dossier = money(&[("B01", 5000), ("B02", 5000)], &[("B01", "F15", 900), ("B02", "F15", 800)]);
        let agreement = |kind: &OperatorKind| OperatorAgreement {
            operator_org: String::new(),
            operator_kind: *kind,
            signed_on: day(2022, 3, 1),
            shortfall_reason: Some("企业经营困难，分期承担".to_owned()),
        };
        dossier.project.operator_agreements = agreed.iter().map(agreement).collect();
        dossier
    };
    let mut intended = money(&[("B01", 6000)], &[("B01", "F15", 2400)]);
    intended.project_community.commitments.iter_mut().for_each(|one| one.status = CommitmentStatus::Intended);
    vec![
        example(
            "出资129.51万元，投资431.70万元：恰为30%，相等即通过",
            "129.51 of 431.70: exactly 30% passes",
            water(12_951),
        ),
        example(
            "出资129.50万元，投资431.70万元：差0.01万元，没有协议",
            "129.50 of 431.70: 0.01 short, without agreement",
            water(12_950),
        ),
        example(
            "出资17.00万元，投资100.00万元：供水、排水均已签协议并写明原因",
            "17.00 of 100.00: both operators have agreed, with their reason",
            pair(&[OperatorKind::Water, OperatorKind::Drainage]),
        ),
        example(
            "出资17.00万元，投资100.00万元：排水已签协议，供水未签",
            "17.00 of 100.00: drainage has agreed, water has not",
            pair(&[OperatorKind::Drainage]),
        ),
        example(
            "24.00万元仍为意向，投资60.00万元：列入年度计划时不计入",
            "24.00 of 60.00 is only intended: it does not count for the annual plan",
            intended,
        ),
        example("没有管线改造项", "No pipeline work", money(&[("B14", 1080)], &[])),
    ]
}

fn private_part() -> Vec<Example> {
    vec![
        example(
            "门窗更换由居民出资和县财政奖补",
            "Windows by the residents and county rewards",
            money(&[("H01", 2880)], &[("H01", "F01", 2280), ("H01", "F13", 600)]),
        ),
        example(
            "门窗更换使用中央财政专项资金",
            "Windows by central funds",
            money(&[("H01", 2880)], &[("H01", "F08", 2880)]),
        ),
    ]
}

fn balance() -> Vec<Example> {
    let mut planned = money(&[("B14", 7170)], &[("B14", "F08", 2610)]);
    planned.project.balance_plan = Some(BalancePlan { doc: String::new(), approved: true });
    vec![
        example(
            "投资71.70万元，资金71.70万元",
            "71.70 invested, 71.70 committed",
            money(&[("B14", 7170)], &[("B14", "F08", 7170)]),
        ),
        example(
            "投资71.70万元，资金26.10万元",
            "71.70 invested, 26.10 committed",
            money(&[("B14", 7170)], &[("B14", "F08", 2610)]),
        ),
        example(
            "投资71.70万元，资金72.70万元",
            "71.70 invested, 72.70 committed",
            money(&[("B14", 7170)], &[("B14", "F08", 7270)]),
        ),
        example(
            "投资71.70万元，资金26.10万元，资金平衡方案已批准",
            "71.70 invested, 26.10 committed, a balance plan approved",
            planned,
        ),
    ]
}

fn sectors() -> Vec<Example> {
    let sport = |code: &str| {
        let mut dossier = money(&[(code, 1200)], &[(code, "F18", 1200)]);
        for one in &mut dossier.project_community.commitments {
            one.sub_kind = Some("体育".to_owned());
            one.level = Some(Level::Province);
        }
        dossier
    };
    vec![
        example("体育资金用于健身设施", "Sport money for sports facilities", sport("I12")),
        example("体育资金用于养老服务设施", "Sport money for elderly care", sport("U09")),
    ]
}
