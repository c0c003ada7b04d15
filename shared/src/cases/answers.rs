//! The functions of cases, by name. A name that is not here is a failed case.

use super::facts::CaseFacts;
use crate::{
    exact::{Bound, Money, Ratio},
    facts::ProjectFacts,
    finding::{Finding, Gate},
    rules::{self, r18_operator_share_floor as r18},
};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// A function that runs rules of a project community at each listed gate: name, rules, fields of its input.
type Gated = (&'static str, &'static [&'static str], &'static [&'static str]);

const GATED: &[Gated] = &[
    ("r01", &["R-01", "R-02"], &["plan_year", "buildings", "reading", "scope_adjustments"]),
    ("r05", &["R-05"], &["buildings", "prior_subsidies", "other_central_lines", "lines", "commitments"]),
    ("r08", &["R-08"], &["scope_households", "scope_area", "scope_count", "is_single_building", "buildings"]),
    ("r10", &["R-10"], &["lines"]),
    ("r16", &["R-16", "R-20", "R-29"], &["lines", "commitments"]),
    ("r18", &["R-18"], &["lines", "commitments", "operator_agreements", "bond_result"]),
    ("r26", &["R-26"], &["lines", "commitments", "balance_plan_approved", "bond_result"]),
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

/// What the function answers, or why it can't.
pub(super) fn answer(function: &str, input: &Map<String, Value>) -> Result<Value, String> {
    match function {
        "community" => community(input),
        "ratio" => ratio(input),
        "rounding" => rounding(input),
        _ => match GATED.iter().find(|(name, ..)| *name == function) {
            Some((_, rules, fields)) => gated(function, rules, fields, input),
            None => Err(format!("unknown fn {function}")),
        },
    }
}

fn gated(function: &str, rules: &[&str], fields: &[&str], input: &Map<String, Value>) -> Result<Value, String> {
    let case = CaseFacts::read(input, &[&["gates"], fields].concat())?;
    let facts = case.facts();
    let mut answer = Map::new();
    answer.insert("by_gate".to_owned(), by_gate(&facts, &case.gates, rules));
    if function == "r18" {
        let gate = *case.gates.last().ok_or("input/gates: none")?;
        answer.extend(share(&facts, gate));
    }
    Ok(Value::Object(answer))
}

/// The findings of these rules at each gate, with the fields by which they are compared.
fn by_gate(facts: &ProjectFacts<'_>, gates: &[Gate], rules: &[&str]) -> Value {
    let at = |gate: Gate| -> Value {
        let found = rules::check(facts, gate);
        found.iter().filter(|finding| rules.contains(&finding.rule.as_ref())).map(compared).collect()
    };
    Value::Object(gates.iter().map(|gate| (format!("{gate:?}"), at(*gate))).collect())
}

fn compared(finding: &Finding) -> Value {
    let fields = rules::rule(&finding.rule).map_or(&[][..], |rule| rule.fields);
    let mut shown = Map::new();
    shown.insert("rule".to_owned(), json!(finding.rule));
    shown.insert("severity".to_owned(), json!(finding.severity));
    for (name, value) in finding.params.iter().filter(|(name, _)| fields.contains(name)) {
        shown.insert(name.to_owned(), json!(value));
    }
    Value::Object(shown)
}

/// The parts of R-18 at a gate.
fn share(facts: &ProjectFacts<'_>, gate: Gate) -> Map<String, Value> {
    let share = r18::share(facts, gate);
    let shown = share.as_ref().and_then(|share| r18::share_shown(share, facts)).map(plain);
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

fn ratio(input: &Map<String, Value>) -> Result<Value, String> {
    let ratios = input.get("ratios").and_then(Value::as_object).ok_or("input/ratios: an object")?;
    let shown = |(name, pair): (&String, &Value)| match pair.as_array().map(Vec::as_slice) {
        Some([part, whole]) => match (part.as_i64(), whole.as_i64()) {
            (Some(part), Some(whole)) => {
                Ok((name.clone(), json!(Ratio::new(part, whole).percent(Bound::None).map(plain))))
            }
            _ => Err(format!("input/ratios/{name}: two integers")),
        },
        _ => Err(format!("input/ratios/{name}: two integers")),
    };
    ratios.iter().map(shown).collect::<Result<Map<_, _>, _>>().map(Value::Object)
}

fn rounding(input: &Map<String, Value>) -> Result<Value, String> {
    let fen = input.get("fen").and_then(Value::as_array).ok_or("input/fen: a list")?;
    let shown = |fen: &Value| fen.as_i64().map(|fen| plain(Money::from_fen(fen).wan()));
    let shown: Option<Vec<String>> = fen.iter().map(shown).collect();
    Ok(json!({ "shown": shown.ok_or("input/fen: integers")? }))
}

/// A number as files write it: without thousands separators.
fn plain(number: String) -> String {
    number.replace(',', "")
}
