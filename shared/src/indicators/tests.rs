//! Every figure that the samples must show, and what holds for any programme.

use super::*;
use crate::{
    chart::Cell,
    exact::{Area, Money, Month},
    policy::stages::Stage,
    sample,
};

fn facts() -> ProgrammeFacts {
    let sample = sample::programme();
    let today = sample.programme.demonstration_date.unwrap();
    ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, today, 1)
}

fn chart(id: &str, filter: &Filter) -> Chart {
    compute(id, &facts(), filter, Language::Zh).unwrap()
}

fn shown(chart: &Chart, row: &str, column: &str) -> String {
    let column = chart.column(column).unwrap_or_else(|| panic!("{column}"));
    chart.row(row).unwrap_or_else(|| panic!("{row}")).cells[column].shown()
}

fn of_year(year: i32) -> Filter {
    Filter { year: Some(year), ..Filter::default() }
}

#[test]
fn money_by_source() {
    let chart = chart("L-05", &Filter::default());
    let rows: Vec<(String, String)> = chart.rows.iter().map(|row| (row.cells[0].shown(), row.cells[1].shown())).collect();
    let expected = [
        ("中央", "1,005.34"),
        ("省级", "198.40"),
        ("县级", "302.68"),
        ("财政资金小计", "1,506.42"),
        ("管线单位", "216.83"),
        ("居民", "233.40"),
        ("原产权单位及企业", "38.80"),
        ("社会资本及债券", "45.00"),
        ("合计", "2,040.45"),
    ];
    assert_eq!(rows, expected.map(|(label, sum)| (label.to_owned(), sum.to_owned())));
    assert_eq!(chart.message, "财政资金1,506.42万元，占73.83%。");
    assert_eq!(shown(&chart, "中央", "share"), "49.27%");
}

#[test]
fn money_received_and_paid() {
    let chart = chart("L-07", &Filter::default());
    assert_eq!(chart.message, "到位为落实的44.93%，较8月持平；支付为到位的66.80%，均在9月支付。");
    for (row, received, share, paid, paid_share) in [
        ("中央", "540.00", "53.71%", "400.00", "74.07%"),
        ("省级", "108.00", "54.44%", "68.00", "62.96%"),
        ("县级", "100.00", "33.04%", "50.00", "50.00%"),
        ("fiscal", "748.00", "49.65%", "518.00", "69.25%"),
        ("管线单位", "100.00", "46.12%", "60.00", "60.00%"),
        ("居民", "54.70", "23.44%", "32.00", "58.50%"),
        ("原产权单位及企业", "0.00", "0.00%", "0.00", "—"),
        ("社会资本及债券", "14.07", "31.27%", "2.40", "17.06%"),
        ("total", "916.77", "44.93%", "612.40", "66.80%"),
    ] {
        let got = ["received", "received_share", "paid", "paid_share"].map(|column| shown(&chart, row, column));
        assert_eq!(got, [received, share, paid, paid_share], "{row}");
    }
}

#[test]
fn investment_by_class() {
    let chart = chart("L-04", &Filter::default());
    let total = ["基础类", "完善类", "提升类", "total"].map(|column| shown(&chart, "total", column));
    assert_eq!(total, ["1,305.80", "670.45", "64.20", "2,040.45"]);
    let names: Vec<String> = chart.rows.iter().map(|row| row.cells[0].shown()).collect();
    assert_eq!(names, ["样例甲小区", "样例丙家属院", "样例乙单栋楼", "样例丁小区", "合计"]);
    assert_eq!(chart.message, "基础类占64.00%：主体改造修缮357.90，配套基础设施947.90；其他费用0.00。");
}

#[test]
fn the_curve_lags_eleven_and_then_ten_points() {
    let chart = chart("L-11", &Filter::default());
    assert_eq!(chart.rows.len(), 8);
    assert_eq!(shown(&chart, "2022-08", "lag"), "11.0");
    assert_eq!(shown(&chart, "2022-09", "lag"), "10.0");
    assert_eq!(shown(&chart, "2022-10", "lag"), "—");
    assert_eq!(chart.message, "9月实际64.0%，滞后10.0个百分点，较8月收窄1.0。");
    assert!(matches!(chart.form, crate::chart::Form::Curve { today_after: Some(6), .. }));
}

#[test]
fn targets_count_each_community_once_and_ignore_the_year() {
    let chart = chart("L-01", &of_year(2025));
    assert_eq!(shown(&chart, "communities", "under_way_share"), "4.17%");
    assert_eq!(shown(&chart, "area", "under_way_share"), "4.09%");
    assert_eq!(shown(&chart, "households", "under_way_share"), "4.46%");
    assert_eq!(shown(&chart, "communities", "pace"), "35.00%");
    assert!(chart.message.starts_with("竣工0个，较时序进度滞后35.00个百分点。2022年度计划1个，已开工1个"), "{}", chart.message);
}

#[test]
fn completion_reaches_the_stated_shares() {
    let mut facts = facts();
    for community in facts.communities.iter_mut().filter(|community| community.code != "GT-0004") {
        community.stage = Stage::Completed;
    }
    let chart = compute("L-01", &facts, &Filter::default(), Language::Zh).unwrap();
    let shares = ["communities", "area", "households"].map(|row| shown(&chart, row, "done_share"));
    assert_eq!(shares, ["12.50%", "6.67%", "7.94%"]);
    // A second project of the same community under works takes it back.
    let mut again = facts.communities[0].clone();
    again.id = Uuid::from_u128(9);
    again.stage = Stage::UnderWay;
    facts.communities.push(again);
    let chart = compute("L-01", &facts, &Filter::default(), Language::Zh).unwrap();
    assert_eq!(shown(&chart, "communities", "done"), "2");
}

#[test]
fn stages_on_the_day() {
    let chart = chart("L-02", &Filter::default());
    assert_eq!(chart.message, "储备3个，本年新开工1个。");
    assert_eq!(shown(&chart, "reserve", "households"), "304");
    assert_eq!(shown(&chart, "total", "area"), "51,480.00");
    let mut later = facts();
    later.as_of = chrono::NaiveDate::from_ymd_opt(2023, 1, 1).unwrap();
    let chart = compute("L-02", &later, &Filter::default(), Language::Zh).unwrap();
    assert_eq!(shown(&chart, "continued", "communities"), "1");
}

#[test]
fn lamps_and_matters() {
    let overview = overview(&facts(), &Filter::default(), Language::Zh);
    let lamps: Vec<(&str, Lamp)> = overview.warnings.iter().map(|warning| (warning.name.as_str(), warning.lamp)).collect();
    assert_eq!(
        lamps,
        [
            ("样例甲小区", Lamp::Red),
            ("样例丙家属院", Lamp::Green),
            ("样例乙单栋楼", Lamp::NotStarted),
            ("样例丁小区", Lamp::NotStarted)
        ]
    );
    let first = &overview.warnings[0];
    assert_eq!((first.reason.as_str(), first.detail.as_str()), ("已持续2个月", "9月月报：节能班组不足"));
    assert_eq!(overview.warnings[1].detail, "居民同意改造方案计划10月12日");
    assert_eq!(overview.warnings_message, "红灯1个，建议约谈；黄灯0个，绿灯1个，未启动2个。");
    let titles: Vec<&str> = overview.matters.iter().map(|matter| matter.title.as_str()).collect();
    assert_eq!(
        titles,
        ["样例甲小区滞后满10个百分点，已持续2个月", "县级资金到位33.04%，财政资金中最低", "目标24个小区，列入计划仅2个"]
    );
    assert_eq!(overview.scope, "全部年度4个小区，616户，51,480.00㎡，总投资2,040.45万元；截至2022年10月8日，月报至9月；样例数据");
}

#[test]
fn a_late_step_is_amber_and_a_lag_below_the_marks_too() {
    let mut facts = facts();
    facts.as_of = chrono::NaiveDate::from_ymd_opt(2022, 10, 13).unwrap();
    let lamp = |facts: &ProgrammeFacts, name: &str| {
        overview(facts, &Filter::default(), Language::Zh).warnings.into_iter().find(|warning| warning.name == name).unwrap().lamp
    };
    assert_eq!(lamp(&facts, "样例丙家属院"), Lamp::Amber);
    let first = facts.communities.iter_mut().find(|community| community.code == "GT-0001").unwrap();
    first.reports.last_mut().unwrap().cum_progress = Progress::from_tenths(641);
    assert_eq!(lamp(&facts, "样例甲小区"), Lamp::Amber);
    let first = facts.communities.iter_mut().find(|community| community.code == "GT-0001").unwrap();
    first.reports.last_mut().unwrap().cum_progress = Progress::from_tenths(740);
    assert_eq!(lamp(&facts, "样例甲小区"), Lamp::Green);
}

#[test]
fn interviews_are_suggested_as_the_cases_say() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(include_str!("../../../tests/policy/cases.json")).unwrap();
    let mut seen = 0;
    for case in cases.iter().filter(|case| case["fn"] == "suggest") {
        seen += 1;
        let variants = |side: &serde_json::Value| side.get("variants").and_then(|all| all.as_array().cloned()).unwrap_or_else(|| vec![side.clone()]);
        for (input, expect) in variants(&case["input"]).iter().zip(variants(&case["expect"])) {
            let lags: Vec<Progress> = serde_json::from_value(input["lag_tenths"].clone()).unwrap();
            let got = interview_suggested(&lags, &crate::policy::parameters::Settings::default(), facts().as_of);
            assert_eq!(serde_json::to_value(got).unwrap(), expect["interview_suggested_at_month"], "{}", case["id"]);
        }
    }
    assert!(seen > 0);
}

#[test]
fn a_filter_is_the_same_as_having_only_those() {
    for year in [2022, 2023, 2024, 2025] {
        let mut only = facts();
        only.communities.retain(|community| community.plan_year == year);
        for id in ["L-02", "L-04", "L-05", "L-07", "L-11"] {
            let filtered = chart(id, &of_year(year));
            let alone = compute(id, &only, &of_year(year), Language::Zh).unwrap();
            assert_eq!(filtered, alone, "{id} {year}");
        }
    }
}

#[test]
fn order_does_not_matter_and_parts_add_up() {
    let facts = facts();
    let mut turned = facts.clone();
    turned.communities.reverse();
    for indicator in INDICATORS {
        let of = |facts: &ProgrammeFacts| (indicator.compute)(facts, &Filter::default(), Language::En);
        assert_eq!(of(&facts), of(&turned), "{}", indicator.id);
    }
    let total = |filter: &Filter| match compute("L-05", &facts, filter, Language::Zh).unwrap().row("total").map(|row| row.cells[1].clone()) {
        Some(Cell::Money(sum)) => sum,
        _ => Money::ZERO,
    };
    let parts: Money = [2022, 2023, 2024, 2025].into_iter().map(|year| total(&of_year(year))).sum();
    assert_eq!(parts, total(&Filter::default()));
}

#[test]
fn an_empty_scope_says_why_in_both_languages() {
    let facts = facts();
    for language in [Language::Zh, Language::En] {
        for id in ["L-02", "L-04", "L-05", "L-07", "L-11"] {
            let chart = compute(id, &facts, &of_year(2031), language).unwrap();
            assert!(chart.empty.is_some_and(|why| !why.is_empty()), "{id}");
        }
        let overview = overview(&facts, &of_year(2031), language);
        assert!(overview.warnings.is_empty());
    }
    let mut nothing = facts;
    nothing.communities.clear();
    nothing.plans.clear();
    for indicator in INDICATORS {
        (indicator.compute)(&nothing, &Filter::default(), Language::Zh);
    }
}

#[test]
fn every_row_has_a_cell_a_column_and_english_has_no_chinese_words() {
    let facts = facts();
    for indicator in INDICATORS {
        let chart = (indicator.compute)(&facts, &Filter::default(), Language::En);
        for row in &chart.rows {
            assert_eq!(row.cells.len(), chart.columns.len(), "{} {}", chart.id, row.key);
        }
        let words = chart.columns.iter().map(|column| &column.name).chain([&chart.title, &chart.message, &chart.scope]);
        for word in words {
            let foreign = word.replace("万元", "").replace('㎡', "").chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert!(!foreign, "{}: {word}", chart.id);
        }
    }
}

#[test]
fn curves_of_several_communities_are_weighted_by_investment() {
    let mut facts = facts();
    let mut other = facts.communities.iter().find(|community| community.code == "GT-0001").unwrap().clone();
    other.id = Uuid::from_u128(9);
    other.weight = Money::from_fen(other.weight.fen() * 3);
    other.reports.clear();
    other.baseline = vec![(Month::new(2022, 5).unwrap(), Progress::from_tenths(400))];
    facts.communities.push(other);
    let chart = compute("L-11", &facts, &Filter::default(), Language::Zh).unwrap();
    // April: (3.0 × 1 + 0 × 3) / 4; May: (10.0 × 1 + 40.0 × 3) / 4.
    assert_eq!(shown(&chart, "2022-04", "planned"), "0.8");
    assert_eq!(shown(&chart, "2022-05", "planned"), "32.5");
    assert_eq!(shown(&chart, "2022-09", "actual"), "16.0");
    let _ = Area::default();
}
