//! Which lines and cells of the grid a finding is about.
//!
//! Pure: it reads findings and a grid, and knows nothing of pages.

use super::grid::{Grid, OPERATORS, SourceColumn};
use crate::findings::Shown;
use anju_domain::{
    facts::LineFacts,
    finding::{Finding, Param},
    model::{FundingCommitment, InvestmentLine},
    policy::{funding::fund, items::item},
};
use std::collections::{BTreeMap, BTreeSet};

/// The rule about central money, which is a matter of the sources that are central.
const CENTRAL: &str = "R-05";

/// What is marked. A place names the findings by their number in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Lines of findings.
    pub(super) lines: BTreeSet<String>,
    /// Cells, by line and column.
    pub(super) cells: BTreeMap<(String, usize), usize>,
}

/// The marks of these findings; what is no matter of money marks nothing.
pub(super) fn marks(found: &[Shown], lines: &[InvestmentLine], stated: &[FundingCommitment], grid: &Grid) -> Marks {
    let mut marks = Marks::default();
    for (number, shown) in found.iter().enumerate() {
        let finding = &shown.finding;
        if matches!(finding.rule.as_ref(), "R-10" | "R-55") {
            continue;
        }
        if let Some(commitment) = numbered(finding, "commitments").and_then(|index| stated.get(index)) {
            marks.lines.insert(commitment.line.clone());
            if let Some(place) = grid.place_of(commitment.id) {
                marks.cells.entry(place).or_insert(number);
            }
            continue;
        }
        let named = finding.params.text("line").map(str::to_owned);
        let line = named.or_else(|| lines.get(numbered(finding, "lines")?).map(|line| line.id.clone()));
        if let Some(line) = line {
            match finding.rule.as_ref() {
                CENTRAL => mark_cells(&mut marks, grid, &line, is_central, number),
                _ => {
                    let named = finding.params.text("funding");
                    mark_cells(&mut marks, grid, &line, |source| Some(source.funding.as_str()) == named, number);
                }
            }
            marks.lines.insert(line);
        }
        if let Some(Param::List(kinds)) = finding.params.get("kinds") {
            for line in lines.iter().filter(|line| is_of_kind(line, kinds)) {
                mark_cells(&mut marks, grid, &line.id, |source| source.funding == OPERATORS, number);
                marks.lines.insert(line.id.clone());
            }
        }
    }
    marks
}

fn numbered(finding: &Finding, list: &str) -> Option<usize> {
    let mut segments = finding.path.split('/');
    (segments.next() == Some(list)).then(|| segments.next()?.parse().ok())?
}

fn is_of_kind(line: &InvestmentLine, kinds: &[String]) -> bool {
    let facts = LineFacts { line, item: item(&line.item) };
    facts.is_pipeline() && facts.operator_kind().is_some_and(|kind| kinds.iter().any(|known| known == kind.code()))
}

fn is_central(source: &SourceColumn) -> bool {
    fund(&source.funding).is_some_and(|fund| fund.is_central(source.level))
}

/// Marks the filled cells of these sources on a line, and the operators' also when it is empty: that is what is wrong.
fn mark_cells(marks: &mut Marks, grid: &Grid, line: &str, about: impl Fn(&SourceColumn) -> bool, number: usize) {
    for (column, source) in grid.columns.iter().enumerate().filter(|(_, source)| about(source)) {
        if !grid.text(line, column).trim().is_empty() || source.funding == OPERATORS {
            marks.cells.entry((line.to_owned(), column)).or_insert(number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_domain::{exact::Money, finding::Severity};
    use uuid::Uuid;

    fn line(code: &str) -> InvestmentLine {
        InvestmentLine { id: code.to_owned(), item: code.to_owned(), ..InvestmentLine::default() }
    }

    fn paid(number: u128, line: &str, funding: &str) -> FundingCommitment {
        FundingCommitment {
            id: Uuid::from_u128(number),
            line: line.to_owned(),
            funding: funding.to_owned(),
            amount: Money::from_wan_hundredths(100),
            ..FundingCommitment::default()
        }
    }

    fn marked(finding: Finding) -> Marks {
        let lines = [line("B01"), line("B07"), line("B14")];
        let stated = [paid(1, "B07", "F15"), paid(2, "B14", "F06")];
        marks(&[Shown { finding, stops_at: None }], &lines, &stated, &Grid::of(&stated))
    }

    #[test]
    fn a_finding_marks_what_it_is_about() {
        let kinds = marked(Finding::new("R-18", Severity::W, "").with_list("kinds", vec!["供热".to_owned()]));
        assert_eq!(kinds.lines.iter().map(String::as_str).collect::<Vec<_>>(), ["B07"]);
        assert_eq!(kinds.cells.keys().cloned().collect::<Vec<_>>(), [("B07".to_owned(), 1)]);
        let range =
            marked(Finding::new("R-16", Severity::W, "commitments/1").with("line", "B14").with("funding", "F06"));
        assert_eq!(range.cells.keys().cloned().collect::<Vec<_>>(), [("B14".to_owned(), 0)]);
        let central = Finding::new("R-05", Severity::W, "lines/2").with("line", "B14");
        assert!(marked(central).cells.is_empty(), "the provident fund is no central money");
        let over = marked(Finding::new("R-26", Severity::E, "lines/1").with("line", "B07"));
        assert_eq!((over.lines.len(), over.cells.len()), (1, 0));
        assert_eq!(marked(Finding::new("R-01", Severity::E, "buildings/0")), Marks::default());
    }
}
