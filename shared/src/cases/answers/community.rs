//! Functions that judge a project community, or a part of one, at the gates that a case lists.

use super::{Function, findings, plain};
use crate::{
    cases::facts::CaseFacts,
    exact::{Bound, Money, Ratio},
    facts::ProjectFacts,
    finding::Gate,
    rules::{self, r18_operator_share_floor},
};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The functions.
pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("r01", |input| gated(input, &["R-01", "R-02"], &["plan_year", "buildings", "reading", "scope_adjustments"])),
    ("r03", |input| gated(input, &["R-03"], &["community", "buildings"])),
    ("r04", |input| gated(input, &["R-04"], &["community", "prior_subsidies"])),
    ("r05", |input| {
        gated(input, &["R-05"], &["buildings", "prior_subsidies", "other_central_lines", "lines", "commitments"])
    }),
    ("r08", |input| {
        gated(input, &["R-08"], &["scope_households", "scope_area", "scope_count", "is_single_building", "buildings"])
    }),
    ("r09", |input| gated(input, &["R-09"], &["scope_area", "scope_households", "total_invest"])),
    ("r10", |input| gated(input, &["R-10"], &["lines"])),
    ("r12", |input| gated(input, &["R-12"], &["buildings", "lines"])),
    ("r16", |input| gated(input, &["R-16", "R-20", "R-29"], &["lines", "commitments"])),
    ("r17", |input| gated(input, &["R-17"], &["lines", "commitments", "bond_result"])),
    ("r18", r18),
    ("r19", |input| gated(input, &["R-19"], &["lines", "commitments"])),
    ("r26", |input| gated(input, &["R-26"], &["lines", "commitments", "balance_plan_approved", "bond_result"])),
    ("r27", |input| gated(input, &["R-27"], &["lines", "total_invest"])),
    ("r55", |input| gated(input, &["R-55"], &["lines"])),
    ("r56", |input| gated(input, &["R-56"], &["community"])),
    ("community", community),
];

/// The fields of a whole project community.
const COMMUNITY: &[&str] = &[
    "plan_year",
    "reading",
    "scope_adjustments",
    "is_single_building",
    "community",
    "scope_households",
    "scope_area",
    "scope_count",
    "total_invest",
    "buildings",
    "prior_subsidies",
    "other_central_lines",
    "lines",
    "commitments",
    "operator_agreements",
    "balance_plan_approved",
    "bond_result",
];

/// Runs these rules of a project community at each listed gate; `fields` are those of the input that the function names.
fn gated(input: &Map<String, Value>, rules: &[&str], fields: &[&str]) -> Result<Value, String> {
    let case = CaseFacts::read(input, &[&["gates"], fields].concat())?;
    Ok(json!({ "by_gate": by_gate(&case.facts(), &case.gates, rules) }))
}

fn r18(input: &Map<String, Value>) -> Result<Value, String> {
    let case = CaseFacts::read(input, &["gates", "lines", "commitments", "operator_agreements", "bond_result"])?;
    let facts = case.facts();
    let mut answer = share(&facts, *case.gates.last().ok_or("input/gates: none")?);
    answer.insert("by_gate".to_owned(), by_gate(&facts, &case.gates, &["R-18"]));
    Ok(Value::Object(answer))
}

/// The findings of these rules at each gate, with the fields by which they are compared.
fn by_gate(facts: &ProjectFacts<'_>, gates: &[Gate], rules: &[&str]) -> Value {
    let at = |gate: Gate| -> Value {
        let found = rules::check(facts, gate);
        findings(found.iter().filter(|finding| rules.contains(&finding.rule.as_ref())))
    };
    Value::Object(gates.iter().map(|gate| (format!("{gate:?}"), at(*gate))).collect())
}

/// The parts of R-18 at a gate.
fn share(facts: &ProjectFacts<'_>, gate: Gate) -> Map<String, Value> {
    let share = r18_operator_share_floor::share(facts, gate);
    let shown = share.as_ref().and_then(|share| r18_operator_share_floor::share_shown(share, facts)).map(plain);
    let mut answer = Map::new();
    answer.insert("applicable".to_owned(), json!(share.is_some()));
    if let Some(share) = share {
        answer.insert("a".to_owned(), json!(share.paid));
        answer.insert("b".to_owned(), json!(share.invested));
    }
    answer.insert("share_shown".to_owned(), json!(shown));
    answer
}

fn community(input: &Map<String, Value>) -> Result<Value, String> {
    let compared = input.get("rules_compared").and_then(Value::as_array).ok_or("input/rules_compared: missing")?;
    let compared: Vec<&str> = compared.iter().filter_map(Value::as_str).collect();
    if let Some(unknown) = compared.iter().find(|id| rules::rule(id).is_none()) {
        return Err(format!("unknown fn community with {unknown}"));
    }
    let case = CaseFacts::read(input, &[&["gates"], COMMUNITY].concat())?;
    let facts = case.facts();
    let total: Money = facts.lines.iter().map(|line| line.line.amount).sum();
    let mut by_class = BTreeMap::<&str, Money>::new();
    for line in &facts.lines {
        if let Some(item) = line.item {
            let sum = by_class.entry(item.budget_class_under(facts.settings, facts.today).key()).or_default();
            *sum = sum.plus(line.line.amount);
        }
    }
    let (mut by_funding, mut fiscal) = (BTreeMap::<&str, Money>::new(), Money::ZERO);
    for commitment in facts.commitments.iter().filter(|commitment| facts.counts(commitment, Gate::G1)) {
        let Some(fund) = commitment.fund else { continue };
        let sum = by_funding.entry(fund.code).or_default();
        *sum = sum.plus(commitment.commitment.amount);
        if fund.is_fiscal(commitment.commitment.level) {
            fiscal = fiscal.plus(commitment.commitment.amount);
        }
    }
    Ok(json!({
        "by_gate": by_gate(&facts, &case.gates, &compared),
        "total": total,
        "by_class": by_class,
        "by_funding": by_funding,
        "fiscal": fiscal,
        "fiscal_share": Ratio::new(fiscal.fen(), total.fen()).percent(Bound::None).map(plain),
        "r18": share(&facts, Gate::G1),
    }))
}
