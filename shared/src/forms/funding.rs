//! 资金: a row a commitment, as the workbook has it. The page shows the same money by line and source.

use super::{
    cell::{CellError, Kind},
    column::{Column, column},
    stated::Sheet,
};
use crate::{
    acts::malformed_commitments,
    cells::{self, Value},
    finding::Finding,
    language::Text,
    model::{Dossier, FundingCommitment, ProjectCommunity},
    policy::funding::FUNDS,
};
use chrono::NaiveDate;
use uuid::Uuid;

/// 资金
#[derive(Clone, Copy, Debug)]
pub struct FundingRows;

fn funds() -> Vec<(&'static str, Text)> {
    FUNDS.iter().map(|fund| (fund.code, fund.text())).collect()
}

static COLUMNS: &[Column<FundingCommitment>] = &[
    column!(FundingCommitment, line, "明细编号", "Line", ["编号", "明细号", "改造项代码", "改造项", "改造内容"])
        .required(),
    column!(
        FundingCommitment,
        "funding",
        "资金代码",
        "Fund",
        ["资金", "资金来源", "资金名称"],
        Kind::Choice(funds),
        |row| row.funding.clone(),
        |row, text| {
            row.funding = cells::fund_code(text)?;
            Ok(())
        }
    )
    .required(),
    column!(FundingCommitment, sub_kind, "资金子类", "Kind", ["子类"]),
    column!(FundingCommitment, level, "级次", "Level", []),
    column!(FundingCommitment, provider, "出资单位", "Provider", ["出资方"]),
    column!(FundingCommitment, operator_kind, "管线类别", "Operator kind", ["管线"]),
    column!(
        FundingCommitment,
        "allowed_items",
        "文件列明项目",
        "Items named by its document",
        [],
        Kind::Text,
        |row| row.allowed_items.join("、"),
        |row, text| {
            let read = |part: String| cells::item_code(&part).map_err(|why| CellError::Part(part, why));
            row.allowed_items = cells::several(Value::Text(text))?.into_iter().map(read).collect::<Result<_, _>>()?;
            Ok(())
        }
    ),
    column!(FundingCommitment, amount, "金额", "Amount", ["落实金额", "资金金额"]).required(),
    column!(FundingCommitment, in_kind, "实物", "In goods", ["是否实物"]),
    column!(FundingCommitment, valuation_basis, "计价依据", "Valuation", []),
    column!(FundingCommitment, doc, "文件", "Document", ["文号", "资金文件"]),
    column!(FundingCommitment, status, "落实状态", "Status", ["状态"]).required(),
];

impl Sheet for FundingRows {
    type Row = FundingCommitment;
    const LIST: &'static str = "commitments";

    fn columns() -> &'static [Column<FundingCommitment>] {
        COLUMNS
    }

    fn rows(dossier: &Dossier) -> Vec<FundingCommitment> {
        dossier.project_community.commitments.clone()
    }

    fn with(dossier: &Dossier, rows: &[FundingCommitment]) -> Dossier {
        let project_community = ProjectCommunity { commitments: rows.to_vec(), ..dossier.project_community.clone() };
        Dossier { project_community, ..dossier.clone() }
    }

    /// A line may be named by its item where only one line has it; each row has an identity, so that none is another.
    fn complete(rows: &mut [FundingCommitment], dossier: &Dossier, _: NaiveDate) {
        let lines = &dossier.project_community.lines;
        for (row, number) in rows.iter_mut().zip(1_u128..) {
            if row.id.is_nil() {
                row.id = Uuid::from_u128(number);
            }
            if lines.iter().all(|line| line.id != row.line)
                && let Ok(code) = cells::item_code(&row.line)
            {
                let mut of_item = lines.iter().filter(|line| line.item == code);
                if let (Some(only), None) = (of_item.next(), of_item.next()) {
                    row.line.clone_from(&only.id);
                }
            }
        }
    }

    fn malformed(dossier: &Dossier, rows: &[FundingCommitment], _: NaiveDate) -> Vec<Finding> {
        malformed_commitments(&dossier.project_community.lines, rows)
    }

    fn is_same(known: &FundingCommitment, pasted: &FundingCommitment) -> bool {
        known.line == pasted.line && known.source() == pasted.source()
    }
}
