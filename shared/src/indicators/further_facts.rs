//! Sums of a dossier that only some charts read: what lacks, who pays for pipelines, what is built, how old the community is.

use super::facts::counted_lines;
use crate::{
    exact::{Area, Money},
    facts::ProjectFacts,
    model::Dossier,
    policy::{
        items::{OperatorKind, item},
        stages::{CommitmentStatus, Component, LineStatus},
    },
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Pipeline investment of an operator kind: the kind, what operators pay, what is invested, what of that is civil works.
pub(super) type KindFacts = (Option<OperatorKind>, Money, Money, Money);

/// Works of an item in hundredths of its unit: the item, planned, done.
pub(super) type QuantityFacts = (String, i64, i64);

/// The items whose quantities L-18 counts besides pipelines in metres, in its order.
pub(super) const COUNTED_ITEMS: [&str; 8] = ["I06", "I07", "I08", "I15", "I12", "U02", "U09", "U10"];
/// The unit in which pipelines are counted.
const METRE: &str = "m";

/// Whether L-18 counts works of this item.
pub(super) fn is_counted(code: &str) -> bool {
    COUNTED_ITEMS.contains(&code) || is_pipeline_in_metres(code)
}

/// A pipeline that is measured by its length.
pub(super) fn is_pipeline_in_metres(code: &str) -> bool {
    item(code).is_some_and(|item| item.is_pipeline() && item.unit == METRE)
}

/// What lacks on the lines that count: the part of each that no commitment (落实) covers.
pub(super) fn gap(view: &ProjectFacts<'_>) -> Money {
    let lines = view.lines.iter().zip(secured_by_line(view));
    let lacks = lines.filter(|(line, _)| line.line.status != LineStatus::Cancelled).map(|(line, secured)| {
        let lacks = line.line.amount.minus(secured);
        lacks.max(Money::ZERO)
    });
    lacks.sum()
}

/// Pipeline investment by operator kind, in catalogue order.
pub(super) fn pipelines(view: &ProjectFacts<'_>) -> Vec<KindFacts> {
    let mut sums: BTreeMap<Option<OperatorKind>, KindFacts> = BTreeMap::new();
    let by_operators = paid_by_operators(view);
    for (line, paid) in view.lines.iter().zip(by_operators) {
        if !line.is_pipeline() || line.line.status == LineStatus::Cancelled {
            continue;
        }
        let kind = line.operator_kind();
        let sum = sums.entry(kind).or_insert((kind, Money::ZERO, Money::ZERO, Money::ZERO));
        sum.1 = sum.1.plus(paid);
        sum.2 = sum.2.plus(line.line.amount);
        if line.line.component == Some(Component::CivilWorks) {
            sum.3 = sum.3.plus(line.line.amount);
        }
    }
    sums.into_values().collect()
}

fn secured_by_line(view: &ProjectFacts<'_>) -> Vec<Money> {
    by_line(view, |_| true)
}

fn paid_by_operators(view: &ProjectFacts<'_>) -> Vec<Money> {
    by_line(view, |funding| funding == OPERATORS)
}

/// 管线专营单位出资
const OPERATORS: &str = "F15";

fn by_line(view: &ProjectFacts<'_>, counts: impl Fn(&str) -> bool) -> Vec<Money> {
    let mut sums = vec![Money::ZERO; view.lines.len()];
    for commitment in &view.commitments {
        let stated = commitment.commitment;
        if counts(&stated.funding)
            && view.status_of(stated) == CommitmentStatus::Secured
            && let Some(sum) = commitment.line.and_then(|line| sums.get_mut(line))
        {
            *sum = sum.plus(stated.amount);
        }
    }
    sums
}

/// Quantities by item. A route whose civil works and whose other parts are lines of their own is one route: the longer of the two
/// is planned, what is 完成 of both is done. A quantity that can't be read as a decimal of two places is none: a file may hold any
/// text.
pub(super) fn quantities(dossier: &Dossier) -> Vec<QuantityFacts> {
    let mut sums: BTreeMap<&str, [(i64, i64); 2]> = BTreeMap::new();
    for line in counted_lines(dossier).filter(|line| is_counted(&line.item)) {
        // A quantity is a decimal of the same two places as an area.
        let Ok(quantity) = Area::parse(&line.quantity).map(Area::hundredths) else { continue };
        let [civil_works, other] = sums.entry(&line.item).or_default();
        let sum = if line.component == Some(Component::CivilWorks) { civil_works } else { other };
        sum.0 = sum.0.saturating_add(quantity);
        if line.status == LineStatus::Done {
            sum.1 = sum.1.saturating_add(quantity);
        }
    }
    let whole = |[civil_works, other]: [(i64, i64); 2]| match (civil_works.0, other.0) {
        (0, _) => other,
        (_, 0) => civil_works,
        (one, two) => (one.max(two), civil_works.1.min(other.1)),
    };
    sums.into_iter().map(|(item, parts)| (item.to_owned(), whole(parts).0, whole(parts).1)).collect()
}

/// The day by which all buildings in scope were completed, unless one of them or the community will be expropriated.
pub(super) fn built(dossier: &Dossier) -> Option<NaiveDate> {
    let in_scope = || dossier.community.buildings.iter().filter(|building| building.in_scope);
    if dossier.community.expropriation_planned || in_scope().any(|building| building.expropriation_planned) {
        return None;
    }
    let mut last = None;
    for building in in_scope() {
        last = last.max(Some(building.completed_by()?));
    }
    last
}
