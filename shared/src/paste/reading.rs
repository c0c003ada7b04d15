//! A block read into rows of a table, and the rows put on top of those that stand there.

use super::heads::{Place, find};
use crate::{
    cells::{column_letters, half_width, tidy},
    forms::{CellError, Fault, Head, Sheet, Why, fresh_texts, read as read_cells, read_row, texts},
    model::Dossier,
};
use chrono::NaiveDate;

/// How rows begin that are no rows of the table.
const NO_ROWS: [&str; 11] = ["合计", "小计", "总计", "制表", "填表", "填报", "审核", "负责人", "备注:", "注:", "单位:"];

/// A cell of a block that can't come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasteFault {
    /// The row of the block, from 1.
    pub row: usize,
    /// The letter of the column in the block; empty for a column that the block lacks.
    pub letter: String,
    /// The head of the column; none for a cell beyond the table.
    pub head: Option<Head>,
    /// What stands there.
    pub value: String,
    /// Why it can't come in.
    pub why: Why,
}

/// What a block holds.
#[derive(Clone, Debug)]
pub struct Pasted {
    /// The cells of the rows that can come in, by the columns of the table; none where the block says nothing.
    pub rows: Vec<Vec<Option<String>>>,
    /// What can't come in; a row with a fault is left out.
    pub faults: Vec<PasteFault>,
    /// Heads that are none of the table's.
    pub unknown_heads: Vec<String>,
    /// Rows that are titles, sums or signatures.
    pub skipped: usize,
}

/// Reads a block for a dossier.
pub fn read<S: Sheet>(dossier: &Dossier, block: &[Vec<String>], today: NaiveDate) -> Pasted {
    let heads: Vec<Head> = S::columns().iter().map(|column| column.head).collect();
    let (head_row, places) = find(block, &heads);
    let first = head_row.map_or(0, |at| at + 1);
    let named = head_row.and_then(|at| block.get(at)).map(Vec::as_slice).unwrap_or_default();
    let unknown = named.iter().zip(&places).filter(|(text, place)| **place == Place::Unknown && !tidy(text).is_empty());
    let mut pasted = Pasted {
        rows: Vec::new(),
        faults: Vec::new(),
        unknown_heads: unknown.map(|(text, _)| tidy(text)).collect(),
        skipped: block.iter().take(first.saturating_sub(1)).filter(|row| !is_empty(row)).count(),
    };
    let mut taken: Vec<(usize, Vec<Option<String>>)> = Vec::new();
    for (at, row) in block.iter().enumerate().skip(first).filter(|(_, row)| !is_empty(row)) {
        if is_no_row(row) {
            pasted.skipped += 1;
            continue;
        }
        let mut cells = vec![None; heads.len()];
        let mut fault = None;
        for (column, text) in row.iter().enumerate() {
            match places.get(column).copied().unwrap_or(Place::Unknown) {
                Place::Column(to) => {
                    if let Some(cell) = cells.get_mut(to) {
                        *cell = Some(text.clone());
                    }
                }
                Place::Code if is_another(text, dossier) => fault = Some((column, CellError::AnotherCommunity)),
                Place::Unknown if head_row.is_none() && !tidy(text).is_empty() => {
                    fault = fault.or(Some((column, CellError::TooMany)));
                }
                Place::Code | Place::Unknown => {}
            }
        }
        match fault {
            Some((column, error)) => pasted.faults.push(PasteFault {
                row: at + 1,
                letter: letters(column),
                head: None,
                value: row.get(column).cloned().unwrap_or_default(),
                why: Why::Unread(error),
            }),
            None => taken.push((at, cells)),
        }
    }
    for fault in faults::<S>(dossier, &taken, today) {
        let Some((at, cells)) = fault.row.and_then(|row| taken.get(row)) else { continue };
        let from = places.iter().position(|place| *place == Place::Column(fault.column));
        pasted.faults.push(PasteFault {
            row: at + 1,
            letter: from.map(letters).unwrap_or_default(),
            head: heads.get(fault.column).copied(),
            value: cells.get(fault.column).cloned().flatten().unwrap_or_default(),
            why: fault.why,
        });
    }
    pasted.faults.sort_by_key(|a| a.row);
    let is_good = |at: usize| pasted.faults.iter().all(|fault| fault.row != at + 1);
    pasted.rows = taken.into_iter().filter(|(at, _)| is_good(*at)).map(|(_, cells)| cells).collect();
    pasted
}

/// What is wrong with the rows, once they stand on top of those of the dossier that they are about.
fn faults<S: Sheet>(dossier: &Dossier, taken: &[(usize, Vec<Option<String>>)], today: NaiveDate) -> Vec<Fault> {
    let known = texts::<S>(dossier);
    let rows: Vec<Vec<Option<String>>> = taken.iter().map(|(_, cells)| cells.clone()).collect();
    let cells: Vec<Vec<String>> = rows.iter().map(|row| completed::<S>(&known, row).1).collect();
    let mut faults = read_cells::<S>(dossier, &cells, today).faults;
    // What the block does not name stays; it is not removed.
    faults.retain(|fault| fault.row.is_some());
    faults
}

/// The rows of a table with those of a block on top: a row that is about the same thing takes what the block says, others
/// are added at the end.
pub fn merged<S: Sheet>(known: &[Vec<String>], rows: &[Vec<Option<String>>]) -> Vec<Vec<String>> {
    let fresh = fresh_texts::<S>();
    let is_entered = |row: &&Vec<String>| **row != fresh && !is_empty(row);
    let mut out: Vec<Vec<String>> = known.iter().filter(is_entered).cloned().collect();
    for row in rows {
        let (at, cells) = completed::<S>(&out, row);
        match at.and_then(|at| out.get_mut(at)) {
            Some(place) => *place = cells,
            None => out.push(cells),
        }
    }
    out
}

/// The row of a table that a pasted one is about, and its cells with what was pasted.
fn completed<S: Sheet>(known: &[Vec<String>], row: &[Option<String>]) -> (Option<usize>, Vec<String>) {
    let on = |mut cells: Vec<String>| {
        for (cell, pasted) in cells.iter_mut().zip(row) {
            if let Some(text) = pasted {
                *cell = tidy(text);
            }
        }
        cells
    };
    let fresh = on(fresh_texts::<S>());
    let (pasted, _) = read_row::<S>(&fresh, S::fresh());
    let is_same = |cells: &Vec<String>| {
        let (known, unread) = read_row::<S>(cells, S::fresh());
        unread.is_empty() && S::is_same(&known, &pasted)
    };
    match known.iter().position(is_same) {
        Some(at) => (Some(at), on(known.get(at).cloned().unwrap_or_default())),
        None => (None, fresh),
    }
}

fn letters(column: usize) -> String {
    column_letters(u16::try_from(column).unwrap_or(u16::MAX))
}

fn is_empty(row: &[String]) -> bool {
    row.iter().all(|text| tidy(text).is_empty())
}

/// A sum or a signature: its first words say so.
fn is_no_row(row: &[String]) -> bool {
    let first = row.iter().map(|text| half_width(&tidy(text)).replace(' ', "")).find(|text| !text.is_empty());
    first.is_some_and(|text| NO_ROWS.iter().any(|begin| text.starts_with(begin)))
}

fn is_another(text: &str, dossier: &Dossier) -> bool {
    let code = half_width(&tidy(text));
    !code.is_empty() && code != dossier.community.code
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        forms::{Buildings, FundingRows, Works},
        language::Language,
        paste::cells,
        sample,
    };

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()
    }

    fn dossier() -> Dossier {
        sample::of_code("GT-0002")
    }

    fn told(pasted: &Pasted) -> Vec<(usize, String, String)> {
        let one = |fault: &PasteFault| (fault.row, fault.letter.clone(), fault.why.text(Language::Zh));
        pasted.faults.iter().map(one).collect()
    }

    #[test]
    fn a_sheet_as_office_people_keep_it() {
        let block = "样例小区楼栋情况\t\t\t\n楼号\t建成年代\t户数（户）\t建筑面积（㎡）\n２＃\t1998年\t 36 户\t2,520.50㎡\n3＃\t1997\t42\t2940\n合计\t\t78\t5460.5\n填表人：\t\t\t\n";
        let dossier = dossier();
        let pasted = read::<Buildings>(&dossier, &cells(block), today());
        assert_eq!(told(&pasted), []);
        assert_eq!((pasted.rows.len(), pasted.skipped), (2, 3));
        let merged = merged::<Buildings>(&texts::<Buildings>(&dossier), &pasted.rows);
        let stated = read_cells::<Buildings>(&dossier, &merged, today());
        assert_eq!(stated.faults, []);
        let added = &stated.rows[1];
        assert_eq!((added.no.as_str(), added.households, added.completed_year), ("2#", 36, Some(1998)));
        assert!(added.in_scope, "a building is in scope unless the sheet says otherwise");
        let again = super::merged::<Buildings>(&merged, &pasted.rows);
        assert_eq!(again.len(), merged.len(), "the same block again adds nothing");
    }

    #[test]
    fn every_cell_that_can_not_be_read_is_told_with_its_place() {
        let block = "楼栋号\t层数\t户数\t建筑面积\n2#\t41\t36\t2520\n3#\t6\t十二\t2940\n4#\t6\t12\t840\n";
        let pasted = read::<Buildings>(&dossier(), &cells(block), today());
        assert_eq!(
            told(&pasted),
            [(2, "B".to_owned(), "层数须在1至40之间".to_owned()), (3, "C".to_owned(), "不是数字".to_owned())]
        );
        assert_eq!(pasted.rows.len(), 1, "good rows come in");
        assert_eq!(pasted.faults[1].value, "十二");
    }

    #[test]
    fn rows_of_another_community_stay_out_and_unknown_heads_are_told() {
        let block = "小区编码\t楼栋号\t户数\t建筑面积\t颜色\nGT-0001\t2#\t36\t2520\t白\nGT-0002\t3#\t36\t2520\t白";
        let pasted = read::<Buildings>(&dossier(), &cells(block), today());
        assert_eq!(told(&pasted), [(2, "A".to_owned(), "小区编码不是本小区的".to_owned())]);
        assert_eq!((pasted.rows.len(), pasted.unknown_heads), (1, vec!["颜色".to_owned()]));
    }

    #[test]
    fn a_pasted_row_changes_only_what_it_says() {
        let dossier = dossier();
        let no = dossier.community.buildings[0].no.clone();
        let block = format!("楼栋号\t户数\n{no}\t49");
        let pasted = read::<Buildings>(&dossier, &cells(&block), today());
        assert_eq!(told(&pasted), []);
        let merged = merged::<Buildings>(&texts::<Buildings>(&dossier), &pasted.rows);
        let mut expected = dossier.community.buildings.clone();
        expected[0].households = 49;
        assert_eq!(read_cells::<Buildings>(&dossier, &merged, today()).rows, expected);
    }

    #[test]
    fn works_and_money_come_in_by_names_too() {
        let mut dossier = dossier();
        dossier.project_community.lines.clear();
        dossier.project_community.commitments.clear();
        let block = "改造内容\t工程量\t投资（万元）\n供热\t310m\t21.7\nB14 屋面维修\t720\t10.8\n";
        let pasted = read::<Works>(&dossier, &cells(block), today());
        assert_eq!(told(&pasted), []);
        let works = merged::<Works>(&[], &pasted.rows);
        let stated = read_cells::<Works>(&dossier, &works, today());
        assert_eq!(stated.faults, []);
        let block =
            "明细编号\t资金来源\t金额\t落实状态\nB07\t管线专营单位出资\t6.51万\t落实\n屋面维修\tF08\t10.8\t拟争取\n";
        let money = read::<FundingRows>(&stated.dossier, &cells(block), today());
        assert_eq!(told(&money).len(), 2, "{:?}", told(&money));
        let block = "明细编号\t资金来源\t管线类别\t金额\t落实状态\t文件\nB07\t管线专营单位出资\t供暖\t6.51万\t落实\t\n屋面维修\tF08\t\t10.8\t拟争取\t申请1号\n";
        let money = read::<FundingRows>(&stated.dossier, &cells(block), today());
        assert_eq!(told(&money), []);
        assert_eq!(money.rows.len(), 2);
    }

    #[test]
    fn without_heads_what_is_too_much_is_told() {
        let wide = vec![vec!["1".to_owned(); 40]];
        let pasted = read::<Buildings>(&dossier(), &wide, today());
        assert_eq!(pasted.faults.len(), 1);
        assert!(pasted.rows.is_empty());
        assert!(read::<Buildings>(&dossier(), &cells(""), today()).rows.is_empty());
    }

    /// From nothing to the annual plan by what people paste and type: each step leaves fewer things to solve.
    #[test]
    fn a_community_comes_from_nothing_to_the_annual_plan() {
        use crate::{
            acts::{
                Act, EnterAnnualPlan, NewCommunity, NewProject, PlanEntry, RegisterCommunity, Registration,
                RegistrationFacts,
            },
            facts::ProjectFacts,
            finding::{Gate, Severity},
            forms::{CommunityForm, ProjectForm, ScheduleForm},
            rules,
        };
        use uuid::Uuid;

        let facts = RegistrationFacts { programme: sample::programme().programme, ..RegistrationFacts::default() };
        let request = Registration {
            id: Uuid::from_u128(1),
            plan_year: 2022,
            community: Uuid::from_u128(2),
            new_community: Some(NewCommunity {
                code: "GT-0005".to_owned(),
                name: "新小区".to_owned(),
                division_code: "620724".to_owned(),
                township: "城关镇".to_owned(),
                ..NewCommunity::default()
            }),
            project: Uuid::from_u128(3),
            new_project: Some(NewProject { name: "改造项目".to_owned(), project_owner: "县住建局".to_owned() }),
        };
        let mut dossier = RegisterCommunity::decide(&facts, &request, today()).unwrap().changes.dossier;
        let left = |dossier: &Dossier| {
            let found = rules::gate_findings(&ProjectFacts::of(dossier, today()), Gate::G1);
            found.iter().filter(|finding| finding.severity == Severity::E).count()
        };
        let mut steps = vec![left(&dossier)];

        let block = "楼号\t建成年代\t层数\t单元数\t户数\t建筑面积\n1#\t1998年\t6\t3\t36户\t2,520.00\n";
        let pasted = read::<Buildings>(&dossier, &cells(block), today());
        assert_eq!(told(&pasted), []);
        dossier = read_cells::<Buildings>(&dossier, &merged::<Buildings>(&[], &pasted.rows), today()).dossier;
        dossier = typed::<CommunityForm>(
            &dossier,
            &[
                ("单栋", "是"),
                ("建成年代较早", "是"),
                ("市政配套设施不完善", "是"),
                ("居民改造意愿强烈", "是"),
                ("产权性质", "房改房"),
            ],
        );
        dossier = typed::<ScheduleForm>(&dossier, &[("改造户数", "36"), ("改造面积", "2520"), ("改造楼栋数", "1")]);
        dossier = typed::<ProjectForm>(&dossier, &[("责任人", "样例"), ("责任人职务", "副局长")]);
        steps.push(left(&dossier));

        let block = "改造项代码\t楼栋\t数量\t投资\nB07\t全部\t310\t21.7\nB14\t全部\t420\t4.2\n";
        let pasted = read::<Works>(&dossier, &cells(block), today());
        assert_eq!(told(&pasted), []);
        dossier = read_cells::<Works>(&dossier, &merged::<Works>(&[], &pasted.rows), today()).dossier;

        let block = "明细编号\t资金代码\t管线类别\t金额\t落实状态\nB07\tF15\t供热\t6.51\t落实\nB07\tF08\t\t15.19\t落实\nB14\tF08\t\t4.2\t落实\n";
        let pasted = read::<FundingRows>(&dossier, &cells(block), today());
        assert_eq!(told(&pasted), []);
        dossier = read_cells::<FundingRows>(&dossier, &merged::<FundingRows>(&[], &pasted.rows), today()).dossier;
        steps.push(left(&dossier));
        assert!(steps[0] > steps[1] && steps[2] == 0, "{steps:?}");
        let entered = EnterAnnualPlan::decide(&dossier, &PlanEntry { new_plan: Uuid::from_u128(4) }, today());
        assert!(entered.is_ok(), "{entered:?}");
    }

    /// The dossier with texts typed under these heads of a form of fields.
    fn typed<S: Sheet>(dossier: &Dossier, texts_by_head: &[(&str, &str)]) -> Dossier {
        let mut cells = texts::<S>(dossier);
        for (head, text) in texts_by_head {
            let column = S::columns().iter().position(|column| column.head.name.zh == *head).unwrap();
            (*text).clone_into(&mut cells[0][column]);
        }
        let stated = read_cells::<S>(dossier, &cells, today());
        assert_eq!(stated.faults, []);
        stated.dossier
    }
}
