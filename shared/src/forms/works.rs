//! 改造内容: a row a line of investment.

use super::{
    cell::{Cell, Kind},
    column::{Column, column},
    stated::Sheet,
};
use crate::{
    acts::{malformed_lines, removed_lines},
    cells::{self, Value, tidy, without_unit},
    finding::Finding,
    language::Text,
    model::{Dossier, ImplementingParty, InvestmentLine, ProjectCommunity},
    policy::items::{ITEMS, item},
};
use chrono::NaiveDate;

/// 改造内容
#[derive(Clone, Copy, Debug)]
pub struct Works;

/// The items of the catalogue, as a list to choose from.
pub(super) fn items() -> Vec<(&'static str, Text)> {
    ITEMS.iter().map(|item| (item.code, item.text())).collect()
}

/// The column of an item.
macro_rules! item_column {
    ($row:ty) => {
        $crate::forms::column::column!(
            $row,
            "item",
            "改造项代码",
            "Item",
            ["改造项", "改造内容", "改造项目", "项目代码"],
            $crate::forms::cell::Kind::Choice($crate::forms::works::items),
            |row| row.item.clone(),
            |row, text| {
                row.item = $crate::cells::item_code(text)?;
                Ok(())
            }
        )
        .required()
    };
}
pub(super) use item_column;

static COLUMNS: &[Column<InvestmentLine>] = &[
    column!(InvestmentLine, id, "明细编号", "Line", ["编号", "明细号"]),
    item_column!(InvestmentLine),
    column!(InvestmentLine, category, "类别", "Class", ["改造类别"]),
    column!(InvestmentLine, buildings, "楼栋", "Buildings", ["涉及楼栋", "楼栋号"]),
    column!(
        InvestmentLine,
        "quantity",
        "数量",
        "Quantity",
        ["工程量"],
        Kind::Number(""),
        |row| row.quantity.clone(),
        |row, text| {
            let units: Vec<&str> = ITEMS.iter().map(|item| item.unit).collect();
            row.quantity = cells::quantity(Value::Text(without_unit(&tidy(text), &units)))?;
            Ok(())
        }
    )
    .required(),
    column!(InvestmentLine, unit, "计量单位", "Unit", ["单位"]),
    column!(InvestmentLine, component, "费用构成", "Component", ["构成"]),
    column!(InvestmentLine, operator_kind, "管线类别", "Operator kind", ["管线"]),
    column!(InvestmentLine, location, "位置", "Location", []),
    column!(InvestmentLine, amount, "投资", "Investment", ["金额", "投资额", "总投资"]).required(),
    column!(
        InvestmentLine,
        "implementing_party/kind",
        "实施主体",
        "Done by",
        [],
        Kind::Text,
        |row| row.implementing_party.as_ref().map(|party| party.kind.clone()).unwrap_or_default(),
        |row, text| {
            let kind = tidy(text);
            let operator_kind = row.implementing_party.as_ref().and_then(|party| party.operator_kind);
            row.implementing_party = (!kind.is_empty()).then_some(ImplementingParty { kind, operator_kind });
            Ok(())
        }
    ),
    column!(
        InvestmentLine,
        "implementing_party/operator_kind",
        "实施单位管线类别",
        "Its operator kind",
        [],
        <Option<crate::policy::items::OperatorKind> as Cell>::KIND,
        |row| row.implementing_party.as_ref().and_then(|party| party.operator_kind).written(),
        |row, text| {
            match (Option::read(text)?, row.implementing_party.as_mut()) {
                (kind, Some(party)) => party.operator_kind = kind,
                (None, None) => {}
                (kind, None) => {
                    row.implementing_party =
                        Some(ImplementingParty { operator_kind: kind, ..ImplementingParty::default() });
                }
            }
            Ok(())
        }
    ),
    column!(InvestmentLine, owner_after, "改造后产权单位", "Owner afterwards", []),
    column!(InvestmentLine, owner, "产权单位", "Owner", []),
    column!(InvestmentLine, maintainer, "维护单位", "Maintained by", ["管护单位"]),
    column!(InvestmentLine, status, "状态", "Status", ["实施状态"]),
];

impl Sheet for Works {
    type Row = InvestmentLine;
    const LIST: &'static str = "lines";

    fn columns() -> &'static [Column<InvestmentLine>] {
        COLUMNS
    }

    fn rows(dossier: &Dossier) -> Vec<InvestmentLine> {
        dossier.project_community.lines.clone()
    }

    fn with(dossier: &Dossier, rows: &[InvestmentLine]) -> Dossier {
        let project_community = ProjectCommunity { lines: rows.to_vec(), ..dossier.project_community.clone() };
        Dossier { project_community, ..dossier.clone() }
    }

    /// Class and unit are those of the item, the number is made of it, where none was entered.
    fn complete(rows: &mut [InvestmentLine], dossier: &Dossier, today: NaiveDate) {
        for at in 0..rows.len() {
            let taken: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
            let Some(row) = rows.get_mut(at) else { continue };
            let Some(known) = item(&row.item) else { continue };
            if row.id.is_empty() {
                row.id = free_id(&row.item, &taken);
            }
            if row.category.is_none() {
                row.category = Some(known.class_under(&dossier.programme.settings, today));
            }
            if row.unit.is_empty() {
                row.unit = known.unit.to_owned();
            }
        }
    }

    fn malformed(dossier: &Dossier, rows: &[InvestmentLine], _: NaiveDate) -> Vec<Finding> {
        let mut found = malformed_lines(rows, &dossier.community.buildings);
        found.extend(removed_lines(&dossier.project_community, rows));
        found
    }

    /// The number says it; a row that came without one is about the line with the same item, part and buildings.
    fn is_same(known: &InvestmentLine, pasted: &InvestmentLine) -> bool {
        let thing = |row: &InvestmentLine| (row.item.clone(), row.component, row.operator_kind, row.buildings.clone());
        if pasted.id.is_empty() { thing(known) == thing(pasted) } else { known.id == pasted.id }
    }
}

/// A number made of the item's code that no other line has: `B07`, `B07-2`, …
fn free_id(item: &str, taken: &[String]) -> String {
    let mut id = item.to_owned();
    let mut next = 2;
    while taken.contains(&id) {
        id = format!("{item}-{next}");
        next += 1;
    }
    id
}
