//! What the acts on stages share: a change is judged by the stage table and by the whole validator at its gate.

use super::duty::too_long;
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    model::{Dossier, ProjectCommunity},
    rules::{
        gate_findings,
        r40_stage_changes::{StageChange, check_change, is_transition},
    },
};
use chrono::NaiveDate;

/// What the rules say of a change of stage: the warnings when nothing stops it, else everything, in the order of A-01.
/// `after` holds the days that the change gives, and the stage before it.
pub(super) fn judged(
    after: &Dossier,
    change: &StageChange<'_>,
    gate: Option<Gate>,
    today: NaiveDate,
) -> Result<Vec<Finding>, Vec<Finding>> {
    let mut found = check_change(after, change, today);
    if is_transition(after.project_community.stage, change.to)
        && let Some(gate) = gate
    {
        found.extend(gate_findings(&ProjectFacts::of(after, today), gate));
    }
    found.sort_by(Finding::order);
    if found.iter().any(|finding| finding.severity == Severity::E) { Err(found) } else { Ok(found) }
}

/// A day that is still to come, and one before the start of works.
pub(super) fn day_faults(field: &str, day: NaiveDate, not_before: Option<NaiveDate>, today: NaiveDate) -> Vec<Finding> {
    if day > today {
        return vec![Finding::malformed(field, "day_to_come")];
    }
    if not_before.is_some_and(|start| day < start) {
        return vec![Finding::malformed(field, "before_start")];
    }
    Vec::new()
}

/// What can't be read in the days that works began and ended: to come, or the end before the start.
pub(crate) fn happened_faults(entry: &ProjectCommunity, today: NaiveDate) -> Vec<Finding> {
    let days = [
        ("actual_start", entry.actual_start, None),
        ("completed_on", entry.completed_on, entry.actual_start),
        ("withdrawn_on", entry.withdrawn_on, entry.actual_start),
    ];
    let faults = days.into_iter().filter_map(|(field, day, start)| Some(day_faults(field, day?, start, today)));
    faults.flatten().collect()
}

/// Texts that no form holds.
pub(super) fn text_faults(texts: &[(&str, &str)]) -> Vec<Finding> {
    texts.iter().flat_map(|(path, text)| too_long(path, text)).collect()
}
