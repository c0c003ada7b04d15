//! Findings for the pages: which ones a dossier has, by when each must be solved, in words.

use anju_domain::{
    facts::{ProjectFacts, next_gate},
    finding::{Finding, Gate, Severity},
    language::{Language, Text},
    model::Dossier,
    policy::{clauses, rules as headings},
    rules,
    words::dossier as words,
};
use chrono::NaiveDate;

/// A finding, and the gate before which it must be solved, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) finding: Finding,
    /// The gate that it stops; none for a warning.
    pub(crate) stops_at: Option<Gate>,
}

/// What the rules say of a dossier: now, and at its next gate.
pub(crate) fn of_dossier(dossier: &Dossier, today: NaiveDate) -> Vec<Shown> {
    let entry = &dossier.project_community;
    let facts = ProjectFacts::of(dossier, today);
    let next = next_gate(entry.stage, entry.plan.is_some());
    rules::form_findings(&facts, next)
        .into_iter()
        .map(|shown| Shown {
            stops_at: stops_at(&shown.finding, shown.when.unwrap_or(Gate::G0)),
            finding: shown.finding,
        })
        .collect()
}

/// Warnings of one rule that all ask for the same share a card; what must be solved has its own.
pub(crate) fn by_card(found: Vec<Shown>, language: Language) -> Vec<Vec<Shown>> {
    let mut cards: Vec<Vec<Shown>> = Vec::new();
    let asks = |shown: &Shown| rules::remedy(&shown.finding, language);
    for shown in found {
        let same = |card: &&mut Vec<Shown>| {
            card.first().is_some_and(|first| {
                let warns = first.stops_at.is_none() && shown.stops_at.is_none();
                warns && first.finding.rule == shown.finding.rule && asks(first) == asks(&shown)
            })
        };
        match cards.iter_mut().find(same) {
            Some(card) => card.push(shown),
            None => cards.push(vec![shown]),
        }
    }
    cards
}

/// What the rules say at a gate: the very list by which the server refuses or allows.
pub(crate) fn at_gate(dossier: &Dossier, gate: Gate, today: NaiveDate) -> Vec<Shown> {
    rules::gate_findings(&ProjectFacts::of(dossier, today), gate)
        .into_iter()
        .map(|finding| Shown { stops_at: stops_at(&finding, gate), finding })
        .collect()
}

/// The gate that a finding of this gate stops: an error its own, an announcement a later one, a warning none.
pub(crate) fn stops_at(finding: &Finding, gate: Gate) -> Option<Gate> {
    if finding.severity == Severity::E { Some(gate) } else { finding.stops_from }
}

/// How many of them stop something.
pub(crate) fn stopping(findings: &[Shown]) -> usize {
    findings.iter().filter(|shown| shown.stops_at.is_some()).count()
}

/// By when it must be solved.
pub(crate) const fn urgency(shown: &Shown) -> Text {
    match shown.stops_at {
        Some(Gate::G0) => words::NOW,
        Some(Gate::G1) => words::BEFORE_PLAN,
        Some(Gate::G2) => words::BEFORE_START,
        Some(Gate::G3) => words::BEFORE_PAYMENT,
        Some(Gate::G4) => words::BEFORE_COMPLETION,
        None => words::WARN,
    }
}

/// The clauses that it rests on, as people cite them.
pub(crate) fn basis(finding: &Finding, language: Language) -> Option<String> {
    headings::heading(&finding.rule).map(|heading| clauses::citations(heading.clauses, language))
}

/// The title of its rule.
pub(crate) fn rule_title(finding: &Finding, language: Language) -> Option<&'static str> {
    headings::heading(&finding.rule).map(|heading| heading.title.get(language))
}
