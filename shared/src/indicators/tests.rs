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
    let rows: Vec<(String, String)> =
        chart.rows.iter().map(|row| (row.cells[0].shown(), row.cells[1].shown())).collect();
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
    assert!(
        chart.message.starts_with("竣工0个，较时序进度滞后35.00个百分点。2022年度计划1个，已开工1个"),
        "{}",
        chart.message
    );
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
    let lamps: Vec<(&str, Lamp)> =
        overview.warnings.iter().map(|warning| (warning.name.as_str(), warning.lamp)).collect();
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
        [
            "样例甲小区滞后满10个百分点，已持续2个月",
            "县级资金到位33.04%，财政资金中最低",
            "目标24个小区，列入计划仅2个"
        ]
    );
    assert_eq!(
        overview.scope,
        "全部年度4个小区，616户，51,480.00㎡，总投资2,040.45万元；截至2022年10月8日，月报至9月；样例数据"
    );
}

#[test]
fn a_late_step_is_amber_and_a_lag_below_the_marks_too() {
    let mut facts = facts();
    facts.as_of = chrono::NaiveDate::from_ymd_opt(2022, 10, 13).unwrap();
    let lamp = |facts: &ProgrammeFacts, name: &str| {
        overview(facts, &Filter::default(), Language::Zh)
            .warnings
            .into_iter()
            .find(|warning| warning.name == name)
            .unwrap()
            .lamp
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
        let variants = |side: &serde_json::Value| {
            side.get("variants").and_then(|all| all.as_array().cloned()).unwrap_or_else(|| vec![side.clone()])
        };
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
        let of = |facts: &ProgrammeFacts| indicator.chart(facts, &Filter::default(), Language::En);
        assert_eq!(of(&facts), of(&turned), "{}", indicator.id);
    }
    let total = |filter: &Filter| match compute("L-05", &facts, filter, Language::Zh)
        .unwrap()
        .row("total")
        .map(|row| row.cells[1].clone())
    {
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
        for chart in overview.charts.iter().filter(|chart| chart.empty.is_some()) {
            assert!(chart.message.is_empty(), "{}: only the reason is told", chart.id);
        }
    }
    let mut nothing = facts;
    nothing.communities.clear();
    nothing.plans.clear();
    for indicator in INDICATORS {
        indicator.chart(&nothing, &Filter::default(), Language::Zh);
    }
}

#[test]
fn every_row_has_a_cell_a_column_and_english_has_no_chinese_words() {
    let facts = facts();
    for indicator in INDICATORS {
        let chart = indicator.chart(&facts, &Filter::default(), Language::En);
        for row in &chart.rows {
            assert_eq!(row.cells.len(), chart.columns.len(), "{} {}", chart.id, row.key);
        }
        let words = chart.columns.iter().map(|column| &column.name).chain([&chart.title, &chart.message, &chart.scope]);
        for word in words.chain([&chart.note]) {
            let foreign =
                word.replace("万元", "").replace('㎡', "").chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert!(!foreign, "{}: {word}", chart.id);
        }
    }
}

#[test]
fn lamps_and_matters_are_told_in_english_too() {
    let unit = Filter { unit: Some("县住建局".to_owned()), stage: Some(Stage::UnderWay), ..Filter::default() };
    let all = overview(&facts(), &Filter::default(), Language::En);
    let narrowed = overview(&facts(), &unit, Language::En);
    let first = &all.warnings[0];
    assert_eq!(
        (first.reason.as_str(), first.owner.as_str()),
        ("for 2 months running", "County Housing and Construction Bureau")
    );
    assert_eq!(
        all.matters[0].title, "样例甲小区 is 10 points or more behind, for 2 months running",
        "names of places stay as they are"
    );
    assert_eq!(all.matters[2].detail, "the plans of 2024, 2025 are not issued yet");
    assert!(
        narrowed.scope.starts_with(
            "1 community of all years (under way, County Housing and Construction Bureau), 312 households"
        )
    );
    let chinese = overview(&facts(), &unit, Language::Zh);
    assert!(chinese.scope.starts_with("全部年度1个小区（在建，县住建局），312户"), "{}", chinese.scope);
    assert_eq!(chinese.matters.len(), 2, "a narrower scope has no target of its own");
}

#[test]
fn what_is_overdue_is_amber_without_a_lag() {
    let mut facts = facts();
    let first = facts.communities.iter().position(|community| community.code == "GT-0001").unwrap();
    facts.communities[first].reports.clear();
    let standing = |facts: &ProgrammeFacts, code: usize| {
        let id = facts.communities[code].id;
        let warning =
            overview(facts, &Filter::default(), Language::Zh).warnings.into_iter().find(|one| one.id == id).unwrap();
        (warning.lamp, warning.reason, warning.detail)
    };
    let told = |lamp, reason: &str, detail: &str| (lamp, reason.to_owned(), detail.to_owned());
    assert_eq!(standing(&facts, first), told(Lamp::Amber, "尚无审核通过的月报", "计划2022年4月起有进度"));
    // The first report is not overdue in the month after its own.
    facts.as_of = chrono::NaiveDate::from_ymd_opt(2022, 5, 20).unwrap();
    assert_eq!(standing(&facts, first), told(Lamp::Green, "手续未超期", ""));
    facts.as_of = chrono::NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
    let third = facts.communities.iter().position(|community| community.code == "GT-0003").unwrap();
    facts.communities[third].planned_start = chrono::NaiveDate::from_ymd_opt(2022, 10, 7);
    assert_eq!(standing(&facts, third), told(Lamp::Amber, "超过计划开工日期", "计划开工2022年10月7日"));
    facts.communities[third].planned_start = Some(facts.as_of);
    assert_eq!(standing(&facts, third).0, Lamp::Green);
}

#[test]
fn one_large_lag_is_told_by_its_own_mark() {
    let mut facts = facts();
    let first = facts.communities.iter_mut().find(|community| community.code == "GT-0001").unwrap();
    first.reports.last_mut().unwrap().cum_progress = Progress::from_tenths(590);
    let matters = overview(&facts, &Filter::default(), Language::Zh).matters;
    assert_eq!(matters[0].title, "样例甲小区月末滞后15.0个百分点，满15个百分点");
}

#[test]
fn goods_and_labour_are_no_base_of_what_has_come_in() {
    let mut sample = sample::programme();
    let today = sample.programme.demonstration_date.unwrap();
    for dossier in &mut sample.dossiers {
        for gift in dossier.project_community.commitments.iter_mut().filter(|one| one.funding == "F16") {
            gift.in_kind = true;
        }
    }
    let facts = ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, today, 1);
    let chart = |id| compute(id, &facts, &Filter::default(), Language::Zh).unwrap();
    assert_eq!(shown(&chart("L-07"), "total", "secured"), "2,001.65");
    assert!(chart("L-07").row("原产权单位及企业").is_none());
    assert!(chart("L-07").note.ends_with("落实不含实物、投劳"));
    assert_eq!(shown(&chart("L-05"), "total", "secured"), "2,040.45");
    assert_eq!(shown(&chart("L-05"), "原产权单位及企业", "secured"), "38.80");
}

#[test]
fn what_comes_in_this_month_moves_the_rate() {
    let mut facts = facts();
    let first = facts.communities.iter_mut().find(|community| community.code == "GT-0001").unwrap();
    let extra = Money::from_wan_hundredths(20_000);
    let county = first.sources.iter_mut().find(|source| source.funding == "F13").unwrap();
    county.received = county.received.plus(extra);
    first.received.push((Month::new(2022, 10).unwrap(), county.group, extra));
    let chart = compute("L-07", &facts, &Filter::default(), Language::Zh).unwrap();
    assert!(chart.message.starts_with("到位为落实的54.73%，较8月上升9.80个百分点；"), "{}", chart.message);
}

#[test]
fn targets_are_not_capped_and_never_shown_as_reached_too_early() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(include_str!("../../../tests/policy/cases.json")).unwrap();
    let mut seen = 0;
    for case in cases.iter().filter(|case| case["fn"] == "l01") {
        let variants = |side: &serde_json::Value| {
            side.get("variants").and_then(|all| all.as_array().cloned()).unwrap_or_else(|| vec![side.clone()])
        };
        for (input, expect) in variants(&case["input"]).iter().zip(variants(&case["expect"])) {
            seen += 1;
            let mut facts = facts();
            let one = facts.communities[0].clone();
            facts.communities = (0..input["communities"].as_u64().unwrap())
                .map(|number| CommunityFacts {
                    id: Uuid::from_u128(u128::from(number)),
                    community: Uuid::from_u128(u128::from(number)),
                    stage: Stage::Completed,
                    buildings: Vec::new(),
                    households: if number == 0 { input["households"].as_i64().unwrap() } else { 0 },
                    area: Area::from_hundredths(if number == 0 { input["area"].as_i64().unwrap() } else { 0 }),
                    ..one.clone()
                })
                .collect();
            let chart = compute("L-01", &facts, &Filter::default(), Language::Zh).unwrap();
            for field in ["communities", "area", "households"] {
                assert_eq!(
                    shown(&chart, field, "done_share"),
                    format!("{}%", expect[field].as_str().unwrap()),
                    "{}",
                    case["id"]
                );
            }
        }
    }
    assert!(seen > 0);
}

#[test]
fn five_plan_years_are_stacked_with_the_earliest_as_one() {
    let mut facts = facts();
    let mut other = facts.communities[0].clone();
    other.id = Uuid::from_u128(9);
    other.plan_year = 2021;
    facts.communities.push(other);
    let chart = compute("L-02", &facts, &Filter::default(), Language::Zh).unwrap();
    let years: Vec<&str> = chart.columns[4..].iter().map(|column| column.name.as_str()).collect();
    assert_eq!(years, ["2022年度及以前", "2023年度", "2024年度", "2025年度"]);
    assert_eq!(shown(&chart, "new", "2022"), "2");
    assert_eq!(shown(&chart, "total", "communities"), "5");
}

#[test]
fn the_largest_are_shown_and_the_others_together() {
    let mut facts = facts();
    for number in 0..6_u128 {
        let mut other = facts.communities.iter().find(|community| community.code == "GT-0004").unwrap().clone();
        other.id = Uuid::from_u128(number);
        facts.communities.push(other);
    }
    let chart = compute("L-04", &facts, &Filter::default(), Language::Zh).unwrap();
    assert_eq!(chart.rows.len(), 9, "seven, the others, the sum");
    assert_eq!(chart.rows[7].cells[0].shown(), "其他3个小区");
    assert_eq!(shown(&chart, "others", "total"), "472.50");
    assert_eq!(shown(&chart, "total", "total"), "2,985.45");
}

#[test]
fn withdrawn_communities_leave_the_money_and_the_plans() {
    let mut facts = facts();
    let third = facts.communities.iter_mut().find(|community| community.code == "GT-0003").unwrap();
    third.stage = Stage::Withdrawn;
    let chart = |id| compute(id, &facts, &Filter::default(), Language::Zh).unwrap();
    assert_eq!(shown(&chart("L-05"), "total", "secured"), "1,589.45");
    assert_eq!(shown(&chart("L-04"), "total", "total"), "1,589.45");
    assert_eq!(shown(&chart("L-02"), "withdrawn", "communities"), "1");
    let overview = overview(&facts, &Filter::default(), Language::Zh);
    assert_eq!(overview.warnings.len(), 3);
    assert_eq!(overview.matters.last().unwrap().title, "目标24个小区，列入计划仅1个");
}

#[test]
fn the_curve_of_all_is_that_of_its_parts() {
    let mut facts = facts();
    let mut other = facts.communities[0].clone();
    other.weight = Money::from_fen(7);
    other.baseline = vec![
        (Month::new(2021, 11).unwrap(), Progress::from_tenths(15)),
        (Month::new(2023, 2).unwrap(), Progress::COMPLETE),
    ];
    facts.communities.push(other);
    let of = |community: &CommunityFacts| l11_progress_curve::Tally::of(community);
    let parts: Vec<_> = facts.communities.iter().map(of).collect();
    for (community, part) in facts.communities.iter().zip(&parts) {
        assert_eq!(l11_progress_curve::points_of(community), part.points(), "{}", community.name);
    }
    let whole = parts.iter().fold(l11_progress_curve::Tally::default(), |sum, part| sum.plus(part));
    let turned = parts.iter().rev().fold(l11_progress_curve::Tally::default(), |sum, part| sum.plus(part));
    assert_eq!(whole, turned);
    let chart = compute("L-11", &facts, &Filter::default(), Language::Zh).unwrap();
    let planned: Vec<String> = whole.points().iter().map(|point| point.planned.shown()).collect();
    let shown: Vec<String> = chart.rows.iter().map(|row| row.cells[1].shown()).collect();
    assert_eq!(planned, shown);
    assert_eq!((shown.len(), shown.last().unwrap().as_str()), (16, "100.0"));
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
}

/// What no form sends and a file may hold: sums stop at the largest number, and every chart is drawn.
#[test]
fn charts_of_absurd_dossiers() {
    use sample::random::{Quality, dossier_of};
    let dossiers: Vec<_> = (0..60).map(|seed| dossier_of(Quality::Absurd, seed)).collect();
    let sample = sample::programme();
    let today = sample.programme.demonstration_date.unwrap();
    let facts = ProgrammeFacts::of(sample.programme, sample.plans, &dossiers, today, 1);
    for indicator in INDICATORS {
        for language in [Language::Zh, Language::En] {
            assert!(compute(indicator.id, &facts, &Filter::default(), language).is_some());
        }
    }
    let mut doubled = facts;
    doubled.communities.iter_mut().for_each(|community| community.households = i64::MAX);
    let pipeline = compute("L-02", &doubled, &Filter::default(), Language::En).unwrap();
    assert!(pipeline.row("total").unwrap().cells.contains(&Cell::Count(i64::MAX)));
}

/// So many communities with a red lamp, the lag growing with the number.
fn many_red(count: u16) -> ProgrammeFacts {
    let mut facts = facts();
    let red = facts.communities.iter().find(|community| community.code == "GT-0001").unwrap().clone();
    facts.communities = (1..=count)
        .map(|number| {
            let mut one = red.clone();
            one.id = Uuid::from_u128(number.into());
            one.name = format!("{number}");
            let last = one.reports.last_mut().unwrap();
            last.cum_progress = Progress::from_tenths(last.cum_progress.tenths() - i64::from(number));
            one
        })
        .collect();
    facts
}

#[test]
fn the_worst_are_named_and_all_are_counted() {
    for (count, left_out) in [(30, 0), (31, 1), (70, 40)] {
        let overview = overview(&many_red(count), &Filter::default(), Language::Zh);
        let names: Vec<String> = overview.warnings.iter().map(|warning| warning.name.clone()).collect();
        let worst: Vec<String> = (1..=count).rev().take(30).map(|number| number.to_string()).collect();
        assert_eq!((names, overview.warnings_left_out), (worst, left_out));
        assert!(overview.warnings_message.starts_with(&format!("红灯{count}个")), "{}", overview.warnings_message);
    }
}

#[test]
fn matters_name_ten_communities_and_count_the_others() {
    for count in [10, 11, 12] {
        let overview = overview(&many_red(count), &Filter::default(), Language::Zh);
        let urgent: Vec<&str> =
            overview.matters.iter().filter(|matter| matter.urgent).map(|matter| matter.title.as_str()).collect();
        assert_eq!(urgent.len(), usize::from(count.min(11)), "{urgent:?}");
        let others = format!("另有{}个小区滞后达到约谈标准", count - 10);
        assert_eq!(urgent.contains(&others.as_str()), count > 10, "{urgent:?}");
        assert!(overview.matters_message.contains(&format!("建议约谈{count}项")), "{}", overview.matters_message);
    }
}

/// A building that two project communities of one community name counts once, with what the later one says of it; so it
/// does among few buildings as among many.
#[test]
fn buildings_count_once_among_few_and_among_many() {
    for count in [3, 23, 24, 25, 60] {
        let mut facts = facts();
        facts.communities.truncate(2);
        let [one, other] = facts.communities.as_mut_slice() else { panic!("two communities") };
        (one.stage, other.stage, other.community) = (Stage::Completed, Stage::Completed, one.community);
        one.buildings = (1..count).map(|no| (format!("{no}#").into(), 10, Area::from_hundredths(100))).collect();
        other.buildings = vec![("1#".into(), 7, Area::from_hundredths(50))];
        let chart = compute("L-01", &facts, &Filter::default(), Language::Zh).unwrap();
        assert_eq!(shown(&chart, "communities", "done"), "1");
        assert_eq!(shown(&chart, "households", "done"), ((count - 2) * 10 + 7).to_string(), "{count}");
    }
}
