//! The entries of a new source: which ones its fund needs, and what is wrong with them.
//!
//! Pure: the very check of the act is asked, on a smallest amount that stands for those to come.

use super::grid::SourceColumn;
use anju_domain::{
    acts::malformed_commitments,
    exact::Money,
    facts::LineFacts,
    finding::Finding,
    model::{FundingCommitment, InvestmentLine},
    policy::{
        funding::{Fund, InKind, Level, fund},
        items::item,
        stages::CommitmentStatus,
    },
};
use uuid::Uuid;

/// The levels that a fund may have which follows its level.
pub(super) const LEVELS: [Level; 2] = [Level::Central, Level::Province];
/// The sector whose document names the items that it may pay.
const OTHER: &str = "其他";

/// Which entries a fund asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Needs {
    pub(super) sub_kind: bool,
    pub(super) level: bool,
    pub(super) items: bool,
    pub(super) in_kind: bool,
    pub(super) valuation: bool,
}

/// The fund of a source.
pub(super) fn fund_of(source: &SourceColumn) -> Option<&'static Fund> {
    fund(&source.funding)
}

/// What a source asks for, as it stands.
pub(super) fn needs(source: &SourceColumn) -> Needs {
    let Some(fund) = fund_of(source) else { return Needs::default() };
    Needs {
        sub_kind: !fund.sub_kinds.is_empty(),
        level: fund.by_level,
        items: fund.code == "F11" || (fund.code == "F18" && source.sub_kind.as_deref() == Some(OTHER)),
        in_kind: matches!(fund.in_kind, InKind::IfGoods | InKind::UnlessCashRent),
        valuation: source.in_kind,
    }
}

/// The source with another fund: what the other one does not ask for is dropped.
pub(super) fn with_fund(source: &SourceColumn, code: &str) -> SourceColumn {
    let in_kind = fund(code).is_some_and(|fund| matches!(fund.in_kind, InKind::Always | InKind::UnlessCashRent));
    SourceColumn {
        funding: code.to_owned(),
        status: source.status,
        doc: source.doc.clone(),
        in_kind,
        ..SourceColumn::default()
    }
}

/// What is wrong with the entries; the paths end with the name of the entry.
pub(super) fn wrong(source: &SourceColumn, lines: &[InvestmentLine]) -> Vec<Finding> {
    let Some(line) = lines.first() else { return Vec::new() };
    let trial = FundingCommitment {
        id: Uuid::from_u128(1),
        line: line.id.clone(),
        funding: source.funding.clone(),
        sub_kind: source.sub_kind.clone(),
        level: source.level,
        provider: source.provider.clone(),
        operator_kind: LineFacts { line, item: item(&line.item) }.operator_kind(),
        allowed_items: source.allowed_items.clone(),
        amount: Money::from_fen(1),
        in_kind: source.in_kind,
        valuation_basis: source.valuation_basis.clone(),
        doc: source.doc.clone(),
        status: source.status,
    };
    // Which operator pays follows from each line.
    malformed_commitments(lines, &[trial]).into_iter().filter(|finding| entry(finding) != "operator_kind").collect()
}

/// The name of the entry that a finding is about.
pub(super) fn entry(finding: &Finding) -> &str {
    finding.path.rsplit('/').next().unwrap_or_default()
}

/// A new source: secured, until somebody says otherwise.
pub(super) fn blank() -> SourceColumn {
    SourceColumn { status: CommitmentStatus::Secured, ..SourceColumn::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong_entries(source: &SourceColumn) -> Vec<String> {
        let line = InvestmentLine { id: "B14".to_owned(), item: "B14".to_owned(), ..InvestmentLine::default() };
        wrong(source, &[line]).iter().map(|finding| entry(finding).to_owned()).collect()
    }

    #[test]
    fn each_fund_asks_for_what_it_needs() {
        assert_eq!(wrong_entries(&blank()), ["funding"]);
        assert!(wrong_entries(&with_fund(&blank(), "F06")).is_empty());
        assert!(wrong_entries(&with_fund(&blank(), "F15")).is_empty());
        assert_eq!(wrong_entries(&with_fund(&blank(), "F11")), ["allowed_items"]);
        assert_eq!(wrong_entries(&with_fund(&blank(), "F18")), ["sub_kind", "level"]);
        let applied = SourceColumn { status: CommitmentStatus::AppliedFor, ..with_fund(&blank(), "F08") };
        assert_eq!(wrong_entries(&applied), ["doc"]);
        assert!(needs(&with_fund(&blank(), "F18")).level);
        assert!(with_fund(&blank(), "F04").in_kind);
    }
}
