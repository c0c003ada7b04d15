//! The functions of cases, by name. A name that is in no group is a failed case.

mod approval_acts;
mod approval_plan;
mod approvals;
mod assessment;
mod buildings_and_owner;
mod community;
mod content;
mod financing;
mod input;
mod office;
mod payments;
mod reports;
mod shown;

use crate::{finding::Finding, rules};
use serde_json::{Map, Value, json};

/// What a function answers, or why it can't.
type Function = fn(&Map<String, Value>) -> Result<Value, String>;

const RULE: &str = "rule";
const SEVERITY: &str = "severity";

/// Functions by group; each group stands in one file.
const GROUPS: &[&[(&str, Function)]] = &[
    approval_acts::FUNCTIONS,
    approval_plan::FUNCTIONS,
    approvals::FUNCTIONS,
    assessment::FUNCTIONS,
    buildings_and_owner::FUNCTIONS,
    community::FUNCTIONS,
    content::FUNCTIONS,
    financing::FUNCTIONS,
    office::FUNCTIONS,
    payments::FUNCTIONS,
    reports::FUNCTIONS,
    shown::FUNCTIONS,
];

/// What the function answers, or why it can't.
pub(super) fn answer(function: &str, input: &Map<String, Value>) -> Result<Value, String> {
    match GROUPS.iter().copied().flatten().find(|(name, _)| *name == function) {
        Some((_, run)) => run(input),
        None => Err(format!("unknown fn {function}")),
    }
}

/// Findings with all their values.
fn findings<'a>(found: impl IntoIterator<Item = &'a Finding>) -> Value {
    found.into_iter().map(in_full).collect()
}

fn in_full(finding: &Finding) -> Value {
    let mut shown: Map<String, Value> =
        finding.params.iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
    shown.insert(RULE.to_owned(), json!(finding.rule));
    shown.insert(SEVERITY.to_owned(), json!(finding.severity));
    Value::Object(shown)
}

/// An answer as a case compares it: of a finding the rule, the severity and the fields that the rule lists.
pub(super) fn compared(answer: Value) -> Value {
    match answer {
        Value::Array(list) => list.into_iter().map(compared).collect(),
        Value::Object(object) => {
            let rule = object.get(RULE).and_then(Value::as_str).filter(|_| object.contains_key(SEVERITY));
            let fields = rule.map(|id| rules::rule(id).map_or(&[][..], |rule| rule.fields));
            let kept =
                |name: &str| fields.is_none_or(|fields| [RULE, SEVERITY].contains(&name) || fields.contains(&name));
            let kept = object.iter().filter(|(name, _)| kept(name));
            Value::Object(kept.map(|(name, value)| (name.clone(), compared(value.clone()))).collect())
        }
        plain => plain,
    }
}

/// A number as files write it: without thousands separators.
fn plain(number: String) -> String {
    number.replace(',', "")
}
