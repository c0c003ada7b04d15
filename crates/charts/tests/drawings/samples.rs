//! Charts made by hand, one of each form in both languages, with the longest labels that the product has.

use anju_domain::{
    chart::{Cell, Chart, Column, Emphasis, Fill, Form, Layer, Row},
    exact::{Area, Money, Progress},
    language::Language,
};
use chrono::NaiveDate;

fn pick<'a>(language: Language, zh: &'a str, en: &'a str) -> &'a str {
    if language == Language::Zh { zh } else { en }
}

fn column(key: &str, name: &str, unit: &str) -> Column {
    Column { key: key.to_owned(), name: name.to_owned(), unit: unit.to_owned() }
}

fn chart(id: &str, language: Language, title: &str, form: Form, columns: Vec<Column>, rows: Vec<Row>) -> Chart {
    Chart {
        id: id.to_owned(),
        language,
        title: title.to_owned(),
        message: pick(language, "到位为落实的44.93%，支付为到位的66.80%。", "44.93% of the commitments received.")
            .to_owned(),
        note: pick(language, "万元；占比四舍五入", "10,000 yuan; shares rounded").to_owned(),
        as_of: NaiveDate::from_ymd_opt(2022, 10, 8).unwrap_or_default(),
        scope: pick(language, "全部年度4个小区", "All 4 communities").to_owned(),
        form,
        columns,
        rows,
        empty: None,
    }
}

fn row(label: &str, cells: Vec<Cell>, emphasis: Emphasis) -> Row {
    let cells = std::iter::once(Cell::Text(label.to_owned())).chain(cells).collect();
    Row { key: label.to_owned(), cells, emphasis, records: None }
}

fn money(wan_cents: i64) -> Cell {
    Cell::Money(Money::from_fen(wan_cents * 10_000))
}

const SOURCES: [(&str, &str, [i64; 3], Emphasis); 9] = [
    ("中央", "Central budget", [100_534, 54_000, 40_000], Emphasis::Plain),
    ("省级", "Provincial budget", [19_840, 10_800, 6_800], Emphasis::Plain),
    ("县级", "County budget", [30_268, 10_000, 5_000], Emphasis::Plain),
    ("财政资金小计", "Subtotal of fiscal funds", [150_642, 74_800, 51_800], Emphasis::Subtotal),
    ("管线单位", "Pipeline operators (water, heat, power)", [21_683, 10_000, 6_000], Emphasis::Plain),
    ("居民", "Residents", [23_340, 5_470, 3_200], Emphasis::Plain),
    ("原产权单位及企业", "Original property owners and enterprises", [3_880, 0, 0], Emphasis::Plain),
    ("社会资本及债券", "Private capital and bonds", [4_500, 1_407, 240], Emphasis::Alarm),
    ("合计", "Total", [204_045, 91_677, 61_240], Emphasis::Total),
];

/// 到位和支付: layers over each other, each row a share of its own base.
pub(crate) fn arrival(language: Language) -> Chart {
    let rows = SOURCES.iter().map(|(zh, en, [base, got, paid], emphasis)| {
        let cells = vec![
            money(*base),
            money(*got),
            Cell::Percent(*got, *base, None),
            money(*paid),
            Cell::Percent(*paid, *got, None),
        ];
        row(pick(language, zh, en), cells, *emphasis)
    });
    let columns = vec![
        column("source", pick(language, "来源", "Source"), ""),
        column("committed", pick(language, "落实", "Committed"), pick(language, "万元", "10,000 yuan")),
        column("received", pick(language, "到位", "Received"), pick(language, "万元", "10,000 yuan")),
        column("received_share", pick(language, "到位率", "Received of committed"), ""),
        column("paid", pick(language, "支付", "Paid"), pick(language, "万元", "10,000 yuan")),
        column("paid_share", pick(language, "支付率", "Paid of received"), ""),
    ];
    let layers = vec![
        Layer { column: 1, fill: Fill::Outline },
        Layer { column: 2, fill: Fill::Light },
        Layer { column: 4, fill: Fill::Solid },
    ];
    let form = Form::Bars {
        before: vec![1],
        layers,
        stacked: false,
        share_of: Some(1),
        after: vec![2, 3, 4, 5],
        bars_on_sums: true,
        falling: false,
        line_at: None,
    };
    chart("L-07", language, pick(language, "资金到位和支付", "Funds received and paid"), form, columns, rows.collect())
}

/// 资金来源: one layer, sums without a bar.
pub(crate) fn sources(language: Language) -> Chart {
    let rows = SOURCES.iter().map(|(zh, en, [base, ..], emphasis)| {
        row(pick(language, zh, en), vec![money(*base), Cell::Percent(*base, 204_045, None)], *emphasis)
    });
    let columns = vec![
        column("source", pick(language, "来源", "Source"), ""),
        column("committed", pick(language, "落实", "Committed"), pick(language, "万元", "10,000 yuan")),
        column("share", pick(language, "占比", "Share"), ""),
    ];
    let form = Form::Bars {
        before: vec![],
        layers: vec![Layer { column: 1, fill: Fill::Solid }],
        stacked: false,
        share_of: None,
        after: vec![1, 2],
        bars_on_sums: false,
        falling: false,
        line_at: None,
    };
    chart("L-05", language, pick(language, "资金来源", "Sources of funds"), form, columns, rows.collect())
}

/// 投资按类别: layers end to end with a hatched fourth class.
pub(crate) fn classes(language: Language) -> Chart {
    let communities = [
        ("样例甲小区", "Sample community A, East Gate Street", [79_380, 31_580, 3_600, 1_000], Emphasis::Plain),
        ("样例丙家属院", "Sample family yard C", [35_010, 7_270, 2_820, 0], Emphasis::Plain),
        ("样例乙单栋楼", "Sample single building B", [4_790, 23_845, 0, 300], Emphasis::Plain),
        ("样例丁小区", "Sample community D", [11_400, 4_350, 0, 2], Emphasis::Plain),
        ("合计", "Total", [130_580, 67_045, 6_420, 1_302], Emphasis::Total),
    ];
    let rows = communities.iter().map(|(zh, en, parts, emphasis)| {
        let cells = parts.iter().map(|part| money(*part)).chain([money(parts.iter().sum())]).collect();
        row(pick(language, zh, en), cells, *emphasis)
    });
    let columns = vec![
        column("community", pick(language, "小区", "Community"), ""),
        column("basic", pick(language, "基础类", "Basic"), pick(language, "万元", "10,000 yuan")),
        column("improving", pick(language, "完善类", "Improvement"), pick(language, "万元", "10,000 yuan")),
        column("uplift", pick(language, "提升类", "Upgrading"), pick(language, "万元", "10,000 yuan")),
        column("other", pick(language, "其他费用", "Other costs"), pick(language, "万元", "10,000 yuan")),
        column("all", pick(language, "合计", "Total"), pick(language, "万元", "10,000 yuan")),
    ];
    let fills = [Fill::Solid, Fill::Middle, Fill::Light, Fill::Hatched];
    let form = Form::Bars {
        before: vec![],
        layers: fills.into_iter().enumerate().map(|(i, fill)| Layer { column: i + 1, fill }).collect(),
        stacked: true,
        share_of: None,
        after: vec![1, 2, 3, 4, 5],
        bars_on_sums: false,
        falling: false,
        line_at: None,
    };
    chart("L-04", language, pick(language, "投资按类别", "Investment by class"), form, columns, rows.collect())
}

/// Bars whose layers are printed nowhere, with a column of words.
pub(crate) fn stages(language: Language) -> Chart {
    let rows = [("储备", "In reserve", 12, 3), ("新开工", "Newly started", 5, 9), ("竣工", "Completed", 0, 1)];
    let rows = rows.iter().map(|(zh, en, own, other)| {
        let who = pick(language, "城关镇人民政府及县住房和城乡建设局", "Town government and county housing bureau");
        let cells = vec![Cell::Count(*own), Cell::Count(*other), Cell::Count(own + other), Cell::Text(who.to_owned())];
        row(pick(language, zh, en), cells, Emphasis::Plain)
    });
    let columns = vec![
        column("stage", pick(language, "阶段", "Stage"), ""),
        column("plan", pick(language, "列入年度计划", "In an annual plan"), pick(language, "个", "communities")),
        column("none", pick(language, "未列入年度计划", "In no annual plan yet"), pick(language, "个", "communities")),
        column("all", pick(language, "小区数", "Communities"), pick(language, "个", "")),
        column("who", pick(language, "责任单位", "Responsible unit"), ""),
    ];
    let form = Form::Bars {
        before: vec![],
        layers: vec![Layer { column: 1, fill: Fill::Solid }, Layer { column: 2, fill: Fill::Light }],
        stacked: true,
        share_of: None,
        after: vec![3, 4],
        bars_on_sums: false,
        falling: false,
        line_at: None,
    };
    chart("L-02", language, pick(language, "阶段分布", "Communities by stage"), form, columns, rows.collect())
}

/// A curve of so many months; the actual figures end after `done` of them.
pub(crate) fn curve(language: Language, months: usize, done: usize) -> Chart {
    let planned = |i: usize| (1000 * (i + 1) * (i + 1) / (months * months)) as i64;
    let actual = |i: usize| planned(i) * 85 / 100;
    let rows = (0..months).map(|i| {
        let (year, month) = (2022 + (i + 3) / 12, (i + 3) % 12 + 1);
        let is_done = i < done;
        let lag = planned(i) - actual(i);
        let progress = |tenths| Cell::Progress(Progress::from_tenths(tenths));
        let cells = vec![
            Cell::Text(if language == Language::Zh {
                format!("{year}年{month}月")
            } else {
                format!("{year}-{month:02}")
            }),
            progress(planned(i)),
            if is_done { progress(actual(i)) } else { Cell::Absent },
            if is_done { progress(lag) } else { Cell::Absent },
        ];
        let emphasis = if is_done && lag >= 70 { Emphasis::Alarm } else { Emphasis::Plain };
        Row { key: format!("{year}-{month:02}"), cells, emphasis, records: None }
    });
    let columns = vec![
        column("month", pick(language, "月份", "Month"), ""),
        column("planned", pick(language, "计划", "Planned"), "%"),
        column("actual", pick(language, "实际", "Actual"), "%"),
        column("lag", pick(language, "滞后", "Behind plan, in points"), ""),
    ];
    let form = Form::Curve {
        layers: vec![Layer { column: 1, fill: Fill::Outline }, Layer { column: 2, fill: Fill::Solid }],
        below: Some(3),
        today_after: Some(done),
    };
    chart("L-11", language, pick(language, "进度S曲线", "S-curve of progress"), form, columns, rows.collect())
}

/// The mock's very curve.
pub(crate) fn mock_curve(language: Language) -> Chart {
    let mut chart = curve(language, 8, 6);
    let planned = [30, 100, 220, 380, 560, 740, 900, 1000];
    let actual = [20, 80, 180, 310, 450, 640];
    for (i, row) in chart.rows.iter_mut().enumerate() {
        let progress = |tenths| Cell::Progress(Progress::from_tenths(tenths));
        row.cells[1] = progress(planned[i]);
        if let Some(actual) = actual.get(i) {
            row.cells[2] = progress(*actual);
            row.cells[3] = progress(planned[i] - actual);
            row.emphasis = if planned[i] - actual >= 100 { Emphasis::Alarm } else { Emphasis::Plain };
        }
    }
    chart
}

/// Three targets; `more` raises what is done over them.
pub(crate) fn gauges(language: Language, more: bool) -> Chart {
    let factor = if more { 30 } else { 0 };
    let gauge = |zh: &str, en: &str, cell: fn(i64) -> Cell, done: i64, works: i64, target: i64| {
        let cells = vec![
            cell(done),
            cell(works),
            cell(target),
            Cell::Percent(35, 100, None),
            Cell::Percent(done, target, None),
            Cell::Percent(works, target, None),
        ];
        row(pick(language, zh, en), cells, Emphasis::Plain)
    };
    let area: fn(i64) -> Cell = |hundredths| Cell::Area(Area::from_hundredths(hundredths));
    let rows = vec![
        gauge("小区（个）", "Communities", Cell::Count, factor, 1, 24),
        gauge("建筑面积（㎡）", "Building area (m²)", area, 0, 2_864_000, 70_000_000),
        gauge("户数（户）", "Households in the scope", Cell::Count, 10 * factor, 312, 7_000),
    ];
    let columns = vec![
        column("target_name", pick(language, "目标", "Target"), ""),
        column("done", pick(language, "竣工", "Completed"), ""),
        column("works", pick(language, "在建", "Under works"), ""),
        column("target", pick(language, "目标", "Target"), ""),
        column("pace", pick(language, "时序进度", "Share of time passed"), ""),
        column("done_share", pick(language, "竣工占比", "Completed share"), ""),
        column("works_share", pick(language, "在建占比", "Share under works"), ""),
    ];
    let form = Form::Gauges { done: 1, under_way: 2, target: 3, pace: 4, shares: [5, 6] };
    chart("L-01", language, pick(language, "“十四五”目标任务", "Five-year targets"), form, columns, rows)
}

/// A chart with nothing to show.
pub(crate) fn empty(language: Language) -> Chart {
    let mut chart = sources(language);
    chart.rows.clear();
    let why = pick(language, "2023年度尚未落实资金，无可统计的来源。", "No funds are committed for 2023 yet.");
    chart.empty = Some(why.to_owned());
    chart
}

/// Every sample by name.
/// 成员单位职责: so many rows that a wide picture is folded.
pub(crate) fn units(language: Language) -> Chart {
    let unit = |n: i64| {
        let name = match n {
            9 => pick(language, "市住房公积金中心高台管理部", "Gaotai Office of the Housing Provident Fund Centre")
                .to_owned(),
            n => format!("{}{n}", pick(language, "县文广旅游局", "Bureau ")),
        };
        let share = |part| Cell::Percent(part, n, None);
        let cells = vec![Cell::Count(n), Cell::Count(n - 1), Cell::Count(1), share(n - 1), share(n - 1)];
        row(&name, cells, if n % 5 == 0 { Emphasis::Alarm } else { Emphasis::Plain })
    };
    let mut rows: Vec<Row> = (1..=16).map(unit).collect();
    let share = Cell::Percent(120, 136, None);
    let sum = vec![Cell::Count(136), Cell::Count(120), Cell::Count(16), share.clone(), share];
    rows.push(row(pick(language, "合计", "Total"), sum, Emphasis::Total));
    let columns = vec![
        column("unit", pick(language, "单位", "Unit"), ""),
        column("due", pick(language, "应办", "Due"), ""),
        column("done", pick(language, "已办结", "Done"), ""),
        column("overdue", pick(language, "逾期", "Overdue"), ""),
        column("on_time_share", pick(language, "按时率", "On time"), "%"),
        column("done_share", pick(language, "完成率", "Done of due"), "%"),
    ];
    let layers = vec![Layer { column: 1, fill: Fill::Outline }, Layer { column: 2, fill: Fill::Solid }];
    let form = Form::Bars {
        before: vec![1],
        layers,
        stacked: false,
        share_of: Some(1),
        after: vec![2, 3, 4, 5],
        bars_on_sums: false,
        falling: false,
        line_at: None,
    };
    chart("L-09", language, pick(language, "成员单位职责落实情况", "Duties of the member units"), form, columns, rows)
}

/// 资金缺口: a fall from the whole to what lacks, with a step upwards on its way.
pub(crate) fn fall(language: Language) -> Chart {
    let steps = [
        ("总投资", "Investment", 204_045, Emphasis::Plain),
        ("中央", "Central budget", 100_534, Emphasis::Plain),
        ("管线单位", "Pipeline operators (water, heat, power)", 51_683, Emphasis::Plain),
        ("原产权单位及企业", "Original property owners and enterprises", 40, Emphasis::Plain),
        ("居民", "Residents", 33_340, Emphasis::Plain),
        ("超出改造项投资的部分", "More than its line needs", -6_000, Emphasis::Plain),
        ("资金缺口", "Gap", 24_448, Emphasis::Total),
    ];
    let rows = steps.iter().map(|(zh, en, amount, emphasis)| {
        row(pick(language, zh, en), vec![money(*amount), Cell::Percent(*amount, 204_045, None)], *emphasis)
    });
    let rows = rows.collect();
    let columns = vec![
        column("step", pick(language, "项目", "Step"), ""),
        column("amount", pick(language, "金额", "Amount"), "万元"),
        column("share", pick(language, "占总投资", "Of investment"), "%"),
    ];
    let form = Form::Bars {
        before: vec![],
        layers: vec![Layer { column: 1, fill: Fill::Solid }],
        stacked: false,
        share_of: None,
        after: vec![1, 2],
        bars_on_sums: true,
        falling: true,
        line_at: None,
    };
    chart("L-06", language, pick(language, "资金缺口", "Funding gap"), form, columns, rows)
}

/// 管线单位出资比例: shares beside a bound, which the longest of them does not reach when `low`.
pub(crate) fn bound(language: Language, low: bool) -> Chart {
    let shares =
        [("样例甲小区", "Sample community A", 12), ("样例乙单栋楼", "Sample B", 30), ("样例丙家属院", "Sample C", 46)];
    let rows = shares.iter().take(if low { 1 } else { 3 }).map(|(zh, en, share)| {
        let emphasis = if *share < 30 { Emphasis::Alarm } else { Emphasis::Plain };
        let cells = vec![money(share * 10), money(1_000), Cell::Percent(*share, 100, Some(30))];
        row(pick(language, zh, en), cells, emphasis)
    });
    let rows = rows.collect();
    let columns = vec![
        column("community", pick(language, "小区", "Community"), ""),
        column("paid", pick(language, "管线单位出资", "Operators pay"), "万元"),
        column("invested", pick(language, "管线改造投资", "Pipelines"), "万元"),
        column("share", pick(language, "出资比例", "Share"), "%"),
    ];
    let form = Form::Bars {
        before: vec![],
        layers: vec![Layer { column: 3, fill: Fill::Solid }],
        stacked: false,
        share_of: None,
        after: vec![1, 2, 3],
        bars_on_sums: true,
        falling: false,
        line_at: Some(30),
    };
    chart("L-08", language, pick(language, "管线单位出资比例", "Operators' share"), form, columns, rows)
}

pub(crate) fn all() -> Vec<(String, Chart)> {
    let mut all = Vec::new();
    for language in [Language::Zh, Language::En] {
        let code = pick(language, "zh", "en");
        let samples = [
            ("arrival", arrival(language)),
            ("sources", sources(language)),
            ("classes", classes(language)),
            ("stages", stages(language)),
            ("units", units(language)),
            ("fall", fall(language)),
            ("bound", bound(language, false)),
            ("bound_low", bound(language, true)),
            ("curve", mock_curve(language)),
            ("curve_60", curve(language, 60, 25)),
            ("gauges", gauges(language, false)),
            ("gauges_over", gauges(language, true)),
            ("empty", empty(language)),
        ];
        all.extend(samples.into_iter().map(|(name, chart)| (format!("{name}_{code}"), chart)));
    }
    all
}
