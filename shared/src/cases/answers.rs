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

/// Findings as a case compares them: rule, severity and the fields that the rule lists.
fn findings<'a>(found: impl IntoIterator<Item = &'a Finding>) -> Value {
    found.into_iter().map(compared).collect()
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

/// A number as files write it: without thousands separators.
fn plain(number: String) -> String {
    number.replace(',', "")
}
