//! The charts of 统计分析: what the samples show, both sides of each edge, and the records behind a mark.

use super::*;
use crate::{
    chart::{Cell, Emphasis},
    exact::{Area, Money},
    model::Dossier,
    policy::stages::{CommitmentStatus, LineStatus},
    sample,
};

fn dossiers() -> Vec<Dossier> {
    sample::programme().dossiers
}

fn facts_of(dossiers: &[Dossier]) -> ProgrammeFacts {
    let sample = sample::programme();
    let today = sample.programme.demonstration_date.unwrap();
    ProgrammeFacts::of(sample.programme, sample.plans, dossiers, today, 1)
}

fn facts() -> ProgrammeFacts {
    facts_of(&dossiers())
}

fn of(id: &str, facts: &ProgrammeFacts) -> Chart {
    compute(id, facts, &Filter::default(), Language::Zh).unwrap()
}

/// The cells of a row as people read them, without its label.
fn row(chart: &Chart, key: &str) -> Vec<String> {
    let row = chart.row(key).unwrap_or_else(|| panic!("{} has no row {key}", chart.id));
    row.cells[1..].iter().map(Cell::shown).collect()
}

#[test]
fn starts_and_completions_of_the_year() {
    let chart = of("L-03", &facts());
    assert_eq!(chart.message, "2022年开工1个（开工率100.00%），完工0个（完工率0.00%）。");
    assert_eq!(row(&chart, "started"), ["1", "1", "100.00%", "0.00"]);
    assert_eq!(row(&chart, "started_households"), ["312", "312", "100.00%", "0.00"]);
    assert_eq!(row(&chart, "completed_households"), ["312", "0", "0.00%", "0.00"]);
    let narrow = Filter { unit: Some("县住建局".to_owned()), ..Filter::default() };
    let chart = compute("L-03", &facts(), &narrow, Language::Zh).unwrap();
    assert_eq!(row(&chart, "started"), ["—", "1", "—", "—"], "a narrower scope has no plan of its own");
    let next = compute("L-03", &facts(), &Filter { year: Some(2023), ..Filter::default() }, Language::Zh).unwrap();
    assert_eq!(row(&next, "started"), ["1", "0", "0.00%", "—"], "no month of 2023 has passed");
}

#[test]
fn a_rate_may_exceed_the_plan_and_without_a_plan_there_is_none() {
    let mut facts = facts();
    let first = facts.communities.iter().find(|one| one.code == "GT-0001").unwrap().clone();
    let day = |text: &str| text.parse().ok();
    facts.communities = (0..5_u128)
        .map(|number| CommunityFacts {
            id: Uuid::from_u128(number),
            community: Uuid::from_u128(number),
            households: 246,
            actual_start: day(if number == 0 { "2022-10-01" } else { "2022-04-10" }),
            ..first.clone()
        })
        .collect();
    // Another project of a community that was started: it counts once.
    facts.communities.push(CommunityFacts { id: Uuid::from_u128(9), ..facts.communities[1].clone() });
    // Started in another year, or after the day of the figures.
    for date in ["2021-12-31", "2022-10-09"] {
        let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, date.as_bytes());
        facts.communities.push(CommunityFacts { id, community: id, actual_start: day(date), ..first.clone() });
    }
    facts.plans[0].planned_starts = 4;
    facts.plans[0].planned_households = 1_500;
    facts.plans[0].planned_completions = 0;
    facts.plans[0].planned_completion_households = 0;
    let chart = of("L-03", &facts);
    assert_eq!(row(&chart, "started"), ["4", "5", "125.00%", "25.00"]);
    assert_eq!(row(&chart, "started_households"), ["1,500", "1,230", "82.00%", "16.40"]);
    assert_eq!(row(&chart, "completed"), ["0", "0", "—", "—"]);
    assert_eq!(row(&chart, "completed_households"), ["0", "0", "—", "—"]);
    facts.plans[0].planned_completions = 2;
    assert_eq!(row(&of("L-03", &facts), "completed_households"), ["—", "0", "—", "—"], "a plan of communities alone");
}

#[test]
fn a_gap_is_told_line_by_line() {
    assert_eq!(of("L-06", &facts()).message, "资金已全部落实，没有缺口。");
    assert_eq!(of("L-06-community", &facts()).empty.unwrap(), "所选范围内的小区均没有资金缺口。");
    let mut dossiers = dossiers();
    let entry = &mut dossiers.iter_mut().find(|one| one.community.code == "GT-0001").unwrap().project_community;
    // 12.00 are merely applied for; 5.00 too much on another line: money of one line closes no other.
    entry.commitments.iter_mut().find(|one| one.amount == Money::from_wan_hundredths(1_200)).unwrap().status =
        CommitmentStatus::AppliedFor;
    let (source, total) = (of("L-06", &facts_of(&dossiers)), Money::from_wan_hundredths(1_200));
    assert_eq!(row(&source, "gap")[..2], [total.wan(), "0.59%".to_owned()]);
    assert_eq!(source.message, "缺口12.00万元，占总投资的0.59%；另有拟争取资金12.00万元。");
    let entry = &mut dossiers.iter_mut().find(|one| one.community.code == "GT-0002").unwrap().project_community;
    let more = &mut entry.commitments[0];
    more.amount = more.amount.plus(Money::from_wan_hundredths(500));
    let source = of("L-06", &facts_of(&dossiers));
    assert_eq!(row(&source, "surplus")[0], "-5.00");
    assert_eq!(row(&source, "gap")[0], "12.00");
    let community = of("L-06-community", &facts_of(&dossiers));
    assert_eq!(community.rows.len(), 2, "one community and the sum");
    assert_eq!(row(&community, "total"), ["1,145.60", "1,133.60", "12.00", "1.05%", "12.00"]);
    assert_eq!(community.message, "1个小区有缺口，共12.00万元。");
}

#[test]
fn a_fall_ends_at_the_gap() {
    let mut dossiers = dossiers();
    for dossier in &mut dossiers {
        for (number, one) in dossier.project_community.commitments.iter_mut().enumerate() {
            match number % 3 {
                0 => one.amount = one.amount.plus(one.amount),
                1 => one.status = CommitmentStatus::Intended,
                _ => {}
            }
        }
    }
    let chart = of("L-06", &facts_of(&dossiers));
    let money = |row: &crate::chart::Row| match row.cells[1] {
        Cell::Money(sum) => sum,
        _ => panic!("{row:?}"),
    };
    let (first, rest) = chart.rows.split_first().unwrap();
    let (last, steps) = rest.split_last().unwrap();
    let left = steps.iter().fold(money(first), |left, step| left.minus(money(step)));
    assert_eq!(left, money(last));
    assert!(money(last) > Money::ZERO && steps.iter().any(|step| step.key == "surplus"));
}

#[test]
fn the_operators_share_stands_beside_its_bound() {
    let chart = of("L-08", &facts());
    assert_eq!(chart.message, "管线单位出资216.83万元，占管线改造投资643.60万元的33.69%；各小区均不低于30%。");
    assert_eq!(row(&chart, "62072400-0000-7000-8000-000100030000"), ["143.26", "431.70", "33.19%", "36.95%"]);
    let kinds = of("L-08-operator", &facts());
    assert_eq!(kinds.message, "低于30%的管线类别：供水。");
    assert_eq!(row(&kinds, "供水"), ["36.80", "136.00", "27.06%", "27.06%"]);
    assert_eq!(kinds.row("供水").unwrap().emphasis, Emphasis::Alarm);
    assert_eq!(kinds.row("供热").unwrap().emphasis, Emphasis::Plain, "exactly 30% has reached it");
}

#[test]
fn a_share_a_fen_short_never_shows_as_reached() {
    let mut dossiers = dossiers();
    let second = dossiers.iter_mut().find(|one| one.community.code == "GT-0002").unwrap();
    let paid = second.project_community.commitments.iter_mut().find(|one| one.funding == "F15").unwrap();
    paid.amount = paid.amount.minus(Money::from_fen(1));
    let chart = of("L-08", &facts_of(&dossiers));
    let first = &chart.rows[0];
    assert_eq!((first.cells[3].shown().as_str(), first.emphasis), ("29.99%", Emphasis::Alarm));
    assert!(chart.message.ends_with("1个小区低于30%。"), "{}", chart.message);
    // A cancelled line is out, and with it its kind.
    let second = dossiers.iter_mut().find(|one| one.community.code == "GT-0002").unwrap();
    second.project_community.lines.iter_mut().for_each(|line| line.status = LineStatus::Cancelled);
    let facts = facts_of(&dossiers);
    assert!(facts.communities.iter().any(|one| one.code == "GT-0002" && one.pipelines.is_empty()));
    assert_eq!(of("L-08", &facts).rows.len(), 4, "three communities and the sum");
}

#[test]
fn reports_on_time_by_owner_and_month() {
    let owners = of("L-10", &facts());
    assert_eq!(owners.message, "应报6份，按时5份（83.33%），逾期1份，未报0份。");
    assert_eq!(row(&owners, "县住建局"), ["6", "5", "1", "0", "83.33%"]);
    let months = of("L-10-month", &facts());
    assert_eq!(months.rows.len(), 6);
    assert_eq!(row(&months, "2022-06"), ["1", "0", "1", "0", "0.00%"]);
    let month = |text: &str| text.parse().ok();
    let summer = Filter { from: month("2022-07"), to: month("2022-08"), ..Filter::default() };
    let owners = compute("L-10", &facts(), &summer, Language::Zh).unwrap();
    assert_eq!(row(&owners, "total"), ["2", "2", "0", "0", "100.00%"]);
    assert_eq!(owners.scope, "全部年度4个小区，2022年7月至2022年8月");
    let mut facts = facts();
    let third = facts.communities.iter_mut().find(|one| one.code == "GT-0003").unwrap();
    third.due_reports = Some(("2022-07".parse().unwrap(), "3".to_owned()));
    let owners = of("L-10", &facts);
    assert_eq!(owners.rows[0].key, "城关镇人民政府", "the least on time first");
    assert_eq!(owners.rows[0].emphasis, Emphasis::Alarm);
    // A month in which nothing was due has no share.
    let third = facts.communities.iter_mut().find(|one| one.code == "GT-0003").unwrap();
    third.due_reports = Some(("2022-01".parse().unwrap(), "1".to_owned()));
    assert_eq!(row(&of("L-10-month", &facts), "2022-02"), ["0", "0", "0", "0", "—"]);
}

#[test]
fn money_and_duties_of_some_months() {
    let month = |text: &str| text.parse().ok();
    let may = Filter { from: month("2022-05"), to: month("2022-05"), ..Filter::default() };
    let money = compute("L-07", &facts(), &may, Language::Zh).unwrap();
    let august = Filter { from: month("2022-08"), to: None, ..Filter::default() };
    let later = compute("L-07", &facts(), &august, Language::Zh).unwrap();
    let received = |chart: &Chart| match chart.row("total").unwrap().cells[2] {
        Cell::Money(sum) => sum,
        _ => panic!(),
    };
    assert_eq!(received(&money).plus(received(&later)), Money::from_wan_hundredths(91_677));
    assert!(!money.message.contains('较') && money.scope.ends_with("，2022年5月"), "{}", money.message);
    let curve = compute("L-11", &facts(), &may, Language::Zh).unwrap();
    assert_eq!(curve.rows.len(), 1);
}

#[test]
fn the_backlog_by_built_year() {
    let chart = of("L-14", &facts());
    assert_eq!(chart.message, "2005年12月31日及以前建成的4个小区，已改造0个（0.00%），已列入计划2个，未列入计划2个。");
    assert_eq!(row(&chart, "1998"), ["0", "1", "0", "1", "0.00%"]);
    let mut facts = facts();
    let built = |facts: &mut ProgrammeFacts, code: &str, day: &str| {
        facts.communities.iter_mut().find(|one| one.code == code).unwrap().built = day.parse().ok();
    };
    built(&mut facts, "GT-0002", "2005-12-31");
    built(&mut facts, "GT-0004", "2006-01-01");
    assert!(of("L-14", &facts).message.contains("建成的3个小区"), "the last day of the backlog is in");
    assert_eq!(
        row(&of("L-14", &facts), "2006"),
        ["0", "0", "1", "1", "0.00%"],
        "what is younger is shown all the same"
    );
    // Done, and under works again: not done.
    let first = facts.communities.iter_mut().find(|one| one.code == "GT-0001").unwrap();
    first.stage = Stage::Completed;
    let again = CommunityFacts { id: Uuid::from_u128(9), stage: Stage::UnderWay, ..first.clone() };
    assert_eq!(row(&of("L-14", &facts), "1998"), ["1", "0", "0", "1", "100.00%"]);
    facts.communities.push(again);
    assert_eq!(row(&of("L-14", &facts), "1998"), ["0", "1", "0", "1", "0.00%"]);
    let mut dossiers = dossiers();
    dossiers[0].community.expropriation_planned = true;
    dossiers[1].community.buildings[0].completed_on = None;
    dossiers[1].community.buildings[0].completed_year = None;
    let known = |dossier: &Dossier| CommunityFacts::of(dossier, facts.as_of).built.is_some();
    assert!(!known(&dossiers[0]) && !known(&dossiers[1]) && known(&dossiers[2]));
}

#[test]
fn many_built_years_are_told_in_spans() {
    let mut facts = facts();
    let first = facts.communities[0].clone();
    facts.communities = (1979..=1993)
        .map(|year| CommunityFacts {
            id: Uuid::from_u128(year as u128),
            community: Uuid::from_u128(year as u128),
            built: chrono::NaiveDate::from_ymd_opt(year, 6, 1),
            ..first.clone()
        })
        .collect();
    let keys = |facts: &ProgrammeFacts| of("L-14", facts).rows.into_iter().map(|row| row.key).collect::<Vec<_>>();
    assert_eq!(keys(&facts), ["1975-1979", "1980-1984", "1985-1989", "1990-1994", "total"]);
    let behind = records(&facts, &Filter::default(), "L-14", "1980-1984", Language::Zh).unwrap();
    assert_eq!(behind.rows.len(), 5);
    facts.communities.pop();
    assert_eq!(keys(&facts).len(), 15, "fourteen years and the sum");
}

#[test]
fn results_count_what_is_done_each_in_its_unit() {
    let mut dossiers = dossiers();
    assert_eq!(
        row(&of("L-18", &facts_of(&dossiers)), "B13"),
        ["1,100", "0", "0.00%"],
        "civil works and cable are one route"
    );
    let first = dossiers.iter_mut().find(|one| one.community.code == "GT-0001").unwrap();
    for line in first.project_community.lines.iter_mut().filter(|line| line.item == "B07" || line.item == "I07") {
        line.status = LineStatus::Done;
    }
    first.project_community.lines.iter_mut().find(|line| line.item == "B13").unwrap().status = LineStatus::Done;
    let chart = of("L-18", &facts_of(&dossiers));
    assert_eq!(row(&chart, "B07"), ["3,210", "2,240", "69.78%"]);
    assert_eq!(row(&chart, "B13"), ["1,100", "0", "0.00%"], "the cable is not done");
    assert_eq!(row(&chart, "I07"), ["120", "120", "100.00%"]);
    assert!(chart.message.starts_with("完成管线改造2,240米（计划的"), "{}", chart.message);
    let first = dossiers.iter_mut().find(|one| one.community.code == "GT-0001").unwrap();
    for line in first.project_community.lines.iter_mut().filter(|line| line.item == "I07") {
        line.quantity = "约120".to_owned();
    }
    assert!(of("L-18", &facts_of(&dossiers)).row("I07").is_none(), "what can't be read is no number");
}

#[test]
fn investment_done_of_what_the_years_planned() {
    let chart = of("L-19", &facts());
    assert_eq!(row(&chart, "2022"), ["1,145.60", "700.00", "61.10%"]);
    assert_eq!(row(&chart, "2024"), ["—", "0.00", "—"]);
    assert_eq!(row(&chart, "total"), ["1,596.60", "700.00", "43.84%"]);
    let unit = Filter { unit: Some("县住建局".to_owned()), ..Filter::default() };
    let chart = compute("L-19", &facts(), &unit, Language::Zh).unwrap();
    assert_eq!(row(&chart, "2022"), ["—", "700.00", "—"]);
    assert_eq!(chart.message, "累计完成投资700.00万元。");
}

#[test]
fn a_source_and_a_class_narrow_to_the_communities_that_have_them() {
    let facts = facts();
    let names = |filter: &Filter| {
        let chart = compute("L-04", &facts, filter, Language::Zh).unwrap();
        chart.rows.iter().map(|row| row.cells[0].shown()).filter(|name| name != "合计").collect::<Vec<_>>()
    };
    let enterprises = Filter { source: Some(SourceGroup::OwnersAndDevelopers), ..Filter::default() };
    assert_eq!(names(&enterprises), ["样例丙家属院"]);
    let upgrade = Filter { class: Some(Class::Upgrade), ..Filter::default() };
    assert_eq!(names(&upgrade), ["样例甲小区", "样例丙家属院"]);
    let scope = compute("L-04", &facts, &upgrade, Language::Zh).unwrap().scope;
    assert_eq!(scope, "全部年度2个小区（有提升类）");
    assert_eq!(FigureQuery::of(upgrade.clone(), Language::En).filter(), upgrade);
}

#[test]
fn the_records_of_a_mark_add_up_to_it() {
    let facts = facts();
    let all = Filter::default();
    for (id, key) in [
        ("L-01", "households"),
        ("L-02", "reserve"),
        ("L-04", "total"),
        ("L-05", "县级"),
        ("L-05", "fiscal"),
        ("L-06", "invest"),
        ("L-07", "fiscal"),
        ("L-08", "total"),
        ("L-08-operator", "供热"),
        ("L-10", "县住建局"),
        ("L-10-month", "2022-06"),
        ("L-14", "2003"),
        ("L-18", "pipelines"),
        ("L-19", "2022"),
    ] {
        let chart = compute(id, &facts, &all, Language::Zh).unwrap();
        let records = records(&facts, &all, id, key, Language::Zh).unwrap_or_else(|| panic!("{id} {key}"));
        assert!(!records.rows.is_empty(), "{id} {key}");
        for (place, column) in records.columns.iter().enumerate() {
            let shown = &chart.row(key).unwrap().cells[chart.column(&column.key).unwrap()];
            let sum =
                |of: fn(&Cell) -> Option<i64>| records.rows.iter().filter_map(|row| of(&row.cells[place])).sum::<i64>();
            match shown {
                Cell::Money(amount) => assert_eq!(
                    sum(|cell| if let Cell::Money(one) = cell { Some(one.fen()) } else { None }),
                    amount.fen(),
                    "{id} {key}"
                ),
                Cell::Count(count) => assert_eq!(
                    sum(|cell| if let Cell::Count(one) = cell { Some(*one) } else { None }),
                    *count,
                    "{id} {key}"
                ),
                Cell::Area(area) => assert_eq!(
                    sum(|cell| if let Cell::Area(one) = cell { Some(one.hundredths()) } else { None }),
                    area.hundredths(),
                    "{id} {key}"
                ),
                _ => {}
            }
        }
    }
    let lagging = records(&facts, &all, "L-11", "2022-09", Language::Zh).unwrap();
    assert_eq!((lagging.label.as_str(), lagging.rows.len()), ("2022年9月", 1));
    let first = &lagging.rows[0];
    assert_eq!((first.name.as_str(), first.owner.as_str()), ("样例甲小区", "县住建局"));
    assert_eq!(first.cells.iter().map(Cell::shown).collect::<Vec<_>>(), ["10.0", "74.0", "64.0"]);
    assert_eq!(records(&facts, &all, "L-09", "11", Language::Zh), None, "duties are no records of communities");
    assert_eq!(records(&facts, &all, "L-05", "无", Language::Zh), None);
    assert_eq!(records(&facts, &all, "L-99", "total", Language::Zh), None);
}

#[test]
fn the_others_of_a_long_chart_have_their_records() {
    let mut facts = facts();
    let (first, mut area) = (facts.communities[0].clone(), Area::default());
    for number in 0..9_u128 {
        area = area.plus(Area::from_hundredths(1));
        facts.communities.push(CommunityFacts { id: Uuid::from_u128(number), area, ..first.clone() });
    }
    let chart = compute("L-04", &facts, &Filter::default(), Language::Zh).unwrap();
    assert_eq!(chart.rows[7].cells[0].shown(), "其他6个小区");
    let others = records(&facts, &Filter::default(), "L-04", "others", Language::Zh).unwrap();
    assert_eq!(others.rows.len(), 6);
}

#[test]
fn the_charts_of_the_overview_are_among_all_and_all_are_in_order() {
    assert!(INDICATORS.is_sorted_by_key(|one| one.id));
    for one in ON_OVERVIEW {
        assert_eq!(indicator(one.id).unwrap().title, one.title);
    }
}
