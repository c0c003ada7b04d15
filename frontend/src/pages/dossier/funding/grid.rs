//! The funding of a project community as a grid: a row a line, a column a source, a cell the amount as typed.
//!
//! Pure: it turns commitments into a grid and a grid into commitments, and knows nothing of pages.

use anju_domain::{
    exact::{Money, QuantityError},
    facts::LineFacts,
    model::{FundingCommitment, InvestmentLine},
    policy::{funding::Level, items::item, stages::CommitmentStatus},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The fund of the operators.
pub(crate) const OPERATORS: &str = "F15";

fn is_operators(funding: &str) -> bool {
    funding == OPERATORS
}

/// What the commitments of one column have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct SourceColumn {
    /// 资金代码
    pub(crate) funding: String,
    /// 资金子类
    pub(crate) sub_kind: Option<String>,
    /// 级次
    pub(crate) level: Option<Level>,
    /// 出资单位; none for the operators, who are one column: which one pays follows from the line.
    pub(crate) provider: String,
    /// 落实状态
    pub(crate) status: CommitmentStatus,
    /// 文件列明项目
    pub(crate) allowed_items: Vec<String>,
    /// 实物
    pub(crate) in_kind: bool,
    /// 计价依据
    pub(crate) valuation_basis: Option<String>,
    /// 文件
    pub(crate) doc: Option<String>,
    /// Which of several equal commitments on one line.
    pub(crate) ordinal: usize,
}

impl SourceColumn {
    fn of(commitment: &FundingCommitment) -> Self {
        Self {
            funding: commitment.funding.clone(),
            sub_kind: commitment.sub_kind.clone(),
            level: commitment.level,
            provider: if is_operators(&commitment.funding) { String::new() } else { commitment.provider.clone() },
            status: commitment.status,
            allowed_items: commitment.allowed_items.clone(),
            in_kind: commitment.in_kind,
            valuation_basis: commitment.valuation_basis.clone(),
            doc: commitment.doc.clone(),
            ordinal: 0,
        }
    }
}

/// A cell: the commitment's identity, and the amount in 万元 as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CellText {
    /// Identity of the commitment, kept while it is edited.
    pub(crate) id: Uuid,
    /// As typed; empty when nothing is committed.
    pub(crate) text: String,
    /// The operator that pays, where it is known.
    pub(crate) operator: String,
}

/// The grid of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Grid {
    /// The columns, in the order of the funding catalogue.
    pub(crate) columns: Vec<SourceColumn>,
    /// By line and column.
    pub(crate) cells: BTreeMap<(String, usize), CellText>,
    /// The order in which the stored commitments stand, so that an unchanged grid gives them back unchanged.
    order: Vec<Uuid>,
}

/// A cell that can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CellFault {
    /// The line.
    pub(crate) line: String,
    /// The column.
    pub(crate) column: usize,
    /// Why.
    pub(crate) error: QuantityError,
}

impl Grid {
    /// The grid of these commitments.
    pub(crate) fn of(commitments: &[FundingCommitment]) -> Self {
        let mut placed: BTreeSet<(String, SourceColumn)> = BTreeSet::new();
        let keyed: Vec<(SourceColumn, &FundingCommitment)> = commitments
            .iter()
            .map(|commitment| {
                let mut column = SourceColumn::of(commitment);
                while !placed.insert((commitment.line.clone(), column.clone())) {
                    column.ordinal += 1;
                }
                (column, commitment)
            })
            .collect();
        let columns: Vec<SourceColumn> =
            keyed.iter().map(|(column, _)| column.clone()).collect::<BTreeSet<_>>().into_iter().collect();
        let cells = keyed
            .into_iter()
            .filter_map(|(column, commitment)| {
                let index = columns.binary_search(&column).ok()?;
                let operator =
                    if is_operators(&commitment.funding) { commitment.provider.clone() } else { String::new() };
                let cell = CellText { id: commitment.id, text: commitment.amount.wan_exact(), operator };
                Some(((commitment.line.clone(), index), cell))
            })
            .collect();
        Self { columns, cells, order: commitments.iter().map(|commitment| commitment.id).collect() }
    }

    /// The commitments that the grid states, and the cells that can't be read.
    pub(crate) fn commitments(&self, lines: &[InvestmentLine]) -> (Vec<FundingCommitment>, Vec<CellFault>) {
        let mut faults = Vec::new();
        let mut stated: Vec<FundingCommitment> = Vec::new();
        for line in lines {
            for (index, column) in self.columns.iter().enumerate() {
                let Some(cell) = self.cells.get(&(line.id.clone(), index)).filter(|cell| !cell.text.trim().is_empty())
                else {
                    continue;
                };
                match Money::parse_wan(&cell.text) {
                    Ok(amount) => {
                        let operator =
                            if is_operators(&column.funding) { self.operator_of(line, cell, lines) } else { None };
                        stated.push(commitment(line, column, cell.id, amount, operator));
                    }
                    Err(error) => faults.push(CellFault { line: line.id.clone(), column: index, error }),
                }
            }
        }
        let position = |id: Uuid| self.order.iter().position(|known| *known == id).unwrap_or(usize::MAX);
        stated.sort_by_key(|commitment| position(commitment.id));
        (stated, faults)
    }

    /// The operator that pays a cell: the one that is known, else the one that pays other lines of its kind.
    fn operator_of(&self, line: &InvestmentLine, cell: &CellText, lines: &[InvestmentLine]) -> Option<String> {
        let kind_of = |line: &InvestmentLine| LineFacts { line, item: item(&line.item) }.operator_kind();
        let kind = kind_of(line);
        let of_kind = |id: &str| lines.iter().any(|line| line.id == id && kind_of(line) == kind);
        let others = self.cells.iter().filter(|((id, _), other)| !other.operator.is_empty() && of_kind(id));
        let known = Some(cell).filter(|cell| !cell.operator.is_empty());
        known.or_else(|| others.map(|(_, other)| other).next()).map(|cell| cell.operator.clone())
    }

    /// The grid with another text in a cell; `id` names a commitment that is new.
    #[must_use]
    pub(crate) fn with_text(mut self, line: &str, column: usize, text: String, id: Uuid) -> Self {
        self.cells
            .entry((line.to_owned(), column))
            .and_modify(|cell| cell.text.clone_from(&text))
            .or_insert(CellText { id, text, operator: String::new() });
        self
    }

    /// The grid with another column, and where it stands; an equal column is found again instead.
    #[must_use]
    pub(crate) fn with_column(mut self, column: SourceColumn) -> (Self, usize) {
        match self.columns.binary_search(&column) {
            Ok(index) => (self, index),
            Err(index) => {
                self.columns.insert(index, column);
                self.cells = std::mem::take(&mut self.cells)
                    .into_iter()
                    .map(|((line, at), cell)| ((line, if at >= index { at + 1 } else { at }), cell))
                    .collect();
                (self, index)
            }
        }
    }

    /// The grid with a commitment in the cell of its line and source; what stood there goes. `id` names one that is new.
    #[must_use]
    pub(crate) fn with_commitment(self, commitment: &FundingCommitment, id: Uuid) -> Self {
        let (grid, column) = self.with_column(SourceColumn::of(commitment));
        let mut grid = grid.with_text(&commitment.line, column, commitment.amount.wan_exact(), id);
        if is_operators(&commitment.funding)
            && let Some(cell) = grid.cells.get_mut(&(commitment.line.clone(), column))
        {
            cell.operator.clone_from(&commitment.provider);
        }
        grid
    }

    /// The amount of a cell; nothing when it is empty or can't be read.
    pub(crate) fn amount(&self, line: &str, column: usize) -> Money {
        self.cells
            .get(&(line.to_owned(), column))
            .and_then(|cell| Money::parse_wan(&cell.text).ok())
            .unwrap_or(Money::ZERO)
    }

    /// The line and column of a commitment.
    pub(crate) fn place_of(&self, id: Uuid) -> Option<(String, usize)> {
        self.cells
            .iter()
            .find(|(_, cell)| cell.id == id && !cell.text.trim().is_empty())
            .map(|(place, _)| place.clone())
    }

    /// A grid from its parts, as a draft keeps them; none when they are no grid.
    pub(crate) fn of_parts(
        columns: Vec<SourceColumn>,
        cells: BTreeMap<(String, usize), CellText>,
        base: &[FundingCommitment],
    ) -> Option<Self> {
        let in_order = columns.windows(2).all(|pair| pair[0] < pair[1]);
        let inside = cells.keys().all(|(_, column)| *column < columns.len());
        (in_order && inside).then(|| Self {
            columns,
            cells,
            order: base.iter().map(|commitment| commitment.id).collect(),
        })
    }

    /// The text of a cell.
    pub(crate) fn text(&self, line: &str, column: usize) -> String {
        self.cells.get(&(line.to_owned(), column)).map(|cell| cell.text.clone()).unwrap_or_default()
    }
}

fn commitment(
    line: &InvestmentLine,
    column: &SourceColumn,
    id: Uuid,
    amount: Money,
    operator: Option<String>,
) -> FundingCommitment {
    let facts = LineFacts { line, item: item(&line.item) };
    FundingCommitment {
        id,
        line: line.id.clone(),
        funding: column.funding.clone(),
        sub_kind: column.sub_kind.clone(),
        level: column.level,
        provider: operator.unwrap_or_else(|| column.provider.clone()),
        // An operator pays for its own pipelines: the kind is that of the line.
        operator_kind: if is_operators(&column.funding) { facts.operator_kind() } else { None },
        allowed_items: column.allowed_items.clone(),
        amount,
        in_kind: column.in_kind,
        valuation_basis: column.valuation_basis.clone(),
        doc: column.doc.clone(),
        status: column.status,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: &str, item: &str) -> InvestmentLine {
        InvestmentLine { id: id.to_owned(), item: item.to_owned(), ..InvestmentLine::default() }
    }

    fn paid(number: u128, line: &str, funding: &str, wan_hundredths: i64) -> FundingCommitment {
        FundingCommitment {
            id: Uuid::from_u128(number),
            line: line.to_owned(),
            funding: funding.to_owned(),
            amount: Money::from_wan_hundredths(wan_hundredths),
            status: CommitmentStatus::Secured,
            ..FundingCommitment::default()
        }
    }

    #[test]
    fn a_grid_gives_back_what_it_was_made_of() {
        let lines = [line("B01", "B01"), line("I03", "I03")];
        let list = vec![paid(3, "I03", "F13", 300), paid(1, "B01", "F08", 910), paid(2, "B01", "F08", 10)];
        let grid = Grid::of(&list);
        assert_eq!(grid.columns.len(), 3, "two equal commitments on a line take two columns");
        assert_eq!(grid.commitments(&lines), (list, vec![]));
    }

    #[test]
    fn a_typed_amount_becomes_a_commitment_and_an_empty_one_none() {
        let lines = [line("B07", "B07")];
        let grid = Grid::of(&[paid(1, "B07", "F15", 651)]);
        let (grid, f13) = grid.with_column(SourceColumn {
            funding: "F13".to_owned(),
            status: CommitmentStatus::Secured,
            ..SourceColumn::default()
        });
        let grid = grid.with_text("B07", f13, "0.01".to_owned(), Uuid::from_u128(9));
        let (stated, faults) = grid.commitments(&lines);
        assert!(faults.is_empty());
        assert_eq!(stated.len(), 2);
        assert_eq!(stated[1].amount, Money::from_wan_hundredths(1));
        assert_eq!(stated[0].operator_kind.map(|kind| kind.code()), Some("供热"));
        let grid = grid.with_text("B07", f13, " ".to_owned(), Uuid::nil());
        assert_eq!(grid.commitments(&lines).0.len(), 1);
        let grid = grid.with_text("B07", f13, "abc".to_owned(), Uuid::nil());
        assert_eq!(grid.commitments(&lines).1[0].error, QuantityError::NotANumber);
    }

    #[test]
    fn a_pasted_commitment_takes_its_cell_and_comes_in_once() {
        let lines = [line("B07", "B07")];
        let grid = Grid::of(&[paid(1, "B07", "F15", 651)]);
        let new = FundingCommitment { provider: "供热公司".to_owned(), ..paid(9, "B07", "F15", 700) };
        let twice = grid.with_commitment(&new, Uuid::from_u128(9)).with_commitment(&new, Uuid::from_u128(8));
        let (stated, faults) = twice.commitments(&lines);
        assert!(faults.is_empty());
        assert_eq!((stated.len(), stated[0].id, stated[0].provider.as_str()), (1, Uuid::from_u128(1), "供热公司"));
        assert_eq!(stated[0].amount, Money::from_wan_hundredths(700));
    }

    #[test]
    fn the_operators_are_one_column_and_each_keeps_its_name() {
        let lines = [line("B01", "B01"), line("B07", "B07"), line("B08", "B07")];
        let by = |number, line, provider: &str| FundingCommitment {
            provider: provider.to_owned(),
            operator_kind: LineFacts { line: &lines[if line == "B01" { 0 } else { 1 }], item: item(line) }
                .operator_kind(),
            ..paid(number, line, "F15", 100)
        };
        let list = vec![by(1, "B01", "供水公司"), by(2, "B07", "供热公司")];
        let grid = Grid::of(&list);
        assert_eq!(grid.columns.len(), 1);
        assert_eq!(grid.commitments(&lines), (list, vec![]));
        let (stated, _) = grid.with_text("B08", 0, "1".to_owned(), Uuid::from_u128(3)).commitments(&lines);
        assert_eq!(stated.last().map(|one| one.provider.as_str()), Some("供热公司"), "the operator of its kind");
    }
}
