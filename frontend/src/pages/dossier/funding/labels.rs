//! What lines and sources are called: in the heads of the grid, and in the accessible name of each cell.
//!
//! A name alone is enough where it is the only one; otherwise what tells two of them apart is added.

use super::grid::SourceColumn;
use crate::naming;
use anju_domain::{
    language::Language,
    model::InvestmentLine,
    policy::{
        funding::{InKind, fund, sub_kind_text},
        items::item,
        stages::CommitmentStatus,
    },
    words::{fill, funding as words},
};

/// What a source is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SourceLabel {
    /// Its name among the sources of this table.
    pub(super) name: String,
    /// The name of the fund.
    pub(super) fund: String,
    /// Its code.
    pub(super) code: String,
    /// What else is known of it: kind, level, provider, status where it is not 落实.
    pub(super) details: Vec<String>,
}

/// What a line is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LineLabel {
    /// Its name among the lines of this table: 供热.
    pub(super) name: String,
    /// With its code: B07 供热.
    pub(super) full: String,
}

/// What the sources are called.
pub(super) fn sources(columns: &[SourceColumn], language: Language) -> Vec<SourceLabel> {
    columns
        .iter()
        .map(|column| {
            let alike: Vec<&SourceColumn> = columns.iter().filter(|other| other.funding == column.funding).collect();
            let details = details(column, &alike, language);
            let fund = naming::fund_name(&column.funding, language);
            let name = if alike.len() == 1 { fund.clone() } else { bracketed(&fund, &details, language) };
            SourceLabel { name, fund, code: column.funding.clone(), details }
        })
        .collect()
}

fn details(column: &SourceColumn, alike: &[&SourceColumn], language: Language) -> Vec<String> {
    let mut details = Vec::new();
    if let Some(kind) = column.sub_kind.as_deref().filter(|kind| !kind.is_empty()) {
        details.push(sub_kind_text(kind).map_or_else(|| kind.to_owned(), |text| text.get(language).to_owned()));
    }
    details.extend(column.level.map(|level| level.text().get(language).to_owned()));
    if column.in_kind && fund(&column.funding).is_some_and(|fund| fund.in_kind != InKind::Always) {
        details.push(words::GOODS.get(language).to_owned());
    }
    if alike.iter().any(|other| other.provider != column.provider) && !column.provider.is_empty() {
        details.push(naming::unit(&column.provider, language));
    }
    if column.status != CommitmentStatus::Secured {
        details.push(column.status.text().get(language).to_owned());
    }
    let shows_the_same = |other: &&&SourceColumn| {
        (&other.sub_kind, other.level, &other.provider, other.status, other.in_kind)
            == (&column.sub_kind, column.level, &column.provider, column.status, column.in_kind)
    };
    let equals: Vec<_> = alike.iter().filter(shows_the_same).collect();
    if equals.len() > 1
        && let Some(place) = equals.iter().position(|other| **other == column)
    {
        details.push((place + 1).to_string());
    }
    details
}

/// What the lines are called.
pub(super) fn lines(lines: &[InvestmentLine], language: Language) -> Vec<LineLabel> {
    lines
        .iter()
        .map(|line| {
            let name = item(&line.item).map_or_else(|| line.item.clone(), |item| item.text().get(language).to_owned());
            let full = naming::item_with_code(&line.item, language);
            let alike: Vec<&InvestmentLine> = lines.iter().filter(|other| other.item == line.item).collect();
            if alike.len() == 1 {
                return LineLabel { name, full };
            }
            let mut details: Vec<String> =
                line.component.map(|part| part.text().get(language).to_owned()).into_iter().collect();
            let equals: Vec<_> = alike.iter().filter(|other| other.component == line.component).collect();
            if equals.len() > 1
                && let Some(place) = equals.iter().position(|other| other.id == line.id)
            {
                details.push((place + 1).to_string());
            }
            LineLabel { name: bracketed(&name, &details, language), full: bracketed(&full, &details, language) }
        })
        .collect()
}

/// The accessible name of a cell.
pub(super) fn cell(line: &str, source: &str, language: Language) -> String {
    fill(words::CELL, language, &[("item", line), ("source", source)])
}

fn bracketed(name: &str, details: &[String], language: Language) -> String {
    match (details, language) {
        ([], _) => name.to_owned(),
        (_, Language::Zh) => format!("{name}（{}）", details.join("、")),
        (_, Language::En) => format!("{name} ({})", details.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(funding: &str, sub_kind: Option<&str>, status: CommitmentStatus) -> SourceColumn {
        SourceColumn {
            funding: funding.to_owned(),
            sub_kind: sub_kind.map(str::to_owned),
            status,
            ..SourceColumn::default()
        }
    }

    #[test]
    fn a_fund_that_stands_alone_needs_no_more_than_its_name() {
        let found = sources(
            &[column("F15", None, CommitmentStatus::Secured), column("F06", None, CommitmentStatus::Intended)],
            Language::Zh,
        );
        assert_eq!(found[0].name, "管线专营单位出资");
        assert!(found[0].details.is_empty());
        assert_eq!((found[1].name.as_str(), found[1].details.join("")), ("住房公积金提取", "意向".to_owned()));
    }

    #[test]
    fn what_looks_alike_is_told_apart() {
        let twice = SourceColumn { ordinal: 1, ..column("F18", Some("养老"), CommitmentStatus::Secured) };
        let found = sources(
            &[
                column("F18", Some("体育"), CommitmentStatus::Secured),
                column("F18", Some("养老"), CommitmentStatus::Secured),
                twice,
            ],
            Language::Zh,
        );
        let names: std::collections::BTreeSet<_> = found.iter().map(|label| label.name.as_str()).collect();
        assert_eq!(names.len(), 3, "{names:?}");
    }
}
