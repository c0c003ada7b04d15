//! Findings that say that something is missing, and who answers for it, as their remedies say.

use super::{Found, Lack, Who};
use crate::{
    duties::{OFFICE, TOWN},
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    rules::{gate_findings, taken_over::is_softened},
};

const DEVELOPMENT: &str = "02";
const FINANCE: &str = "03";
const NATURAL_RESOURCES: &str = "04";
const MARKET: &str = "12";

/// Adds them, but those that the office has closed.
pub(super) fn find(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Found>) {
    for finding in gate_findings(facts, gate) {
        let Some((who, with)) = answers(facts, &finding) else { continue };
        let is_taken_over = is_softened(&finding);
        if finding.severity == Severity::W && !is_taken_over && !only_warns(&finding) {
            continue;
        }
        let from = match finding.rule.as_ref() {
            // What only warns is told from the entry into the plan on.
            "R-56" => Some(Gate::G1),
            _ => finding.stops_from.or((finding.severity == Severity::E).then_some(Gate::G0)),
        };
        found.push(Found { lack: Lack::Finding(finding), who, with, from, is_taken_over });
    }
}

/// Whether it stops nothing in any case, and is missing all the same.
fn only_warns(finding: &Finding) -> bool {
    match finding.rule.as_ref() {
        "R-54" | "R-55" | "R-56" => true,
        "R-23" => finding.params.text("why") == Some("revenue_source"),
        _ => false,
    }
}

/// Who answers for what a finding says is missing, and who decides on it; none when it speaks of something that is there.
fn answers(facts: &ProjectFacts<'_>, finding: &Finding) -> Option<(Who, Option<&'static str>)> {
    let why = finding.params.text("why").unwrap_or_default();
    let unit = |code: &'static str| Some((Who::Unit(code), None));
    let owner = |with: Option<&'static str>| Some((Who::ProjectOwner, with));
    match finding.rule.as_ref() {
        "R-01" if finding.params.text("field").is_some() => unit(OFFICE),
        "R-02" => unit(OFFICE),
        "R-04" | "R-54" | "R-56" => unit(TOWN),
        "R-13" | "R-14" | "R-15" | "R-42" | "R-55" => owner(None),
        "R-19" if why == "component" => unit(OFFICE),
        "R-23" if why == "review" => unit(DEVELOPMENT),
        "R-23" if why == "revenue_source" => unit(OFFICE),
        "R-26" if finding.params.get("gap").is_some() => Some((Who::Unit(OFFICE), Some(FINANCE))),
        "R-28" if why == "valuation_basis" => unit(OFFICE),
        "R-35" if why == "land_paper" => owner(None),
        "R-35" | "R-36" => owner(Some(NATURAL_RESOURCES)),
        "R-37" => owner(Some(OFFICE)),
        "R-38" if why == "missing" => owner((finding.params.text("item") != Some("contract")).then_some(OFFICE)),
        "R-39" if why == "S10b" => owner(Some(MARKET)),
        "R-39" if finding.params.get("acceptance").is_none() => owner(None),
        "R-41" if why == "entrusting_paper" && !facts.project.project_owner.trim().is_empty() => unit(OFFICE),
        _ => None,
    }
}
