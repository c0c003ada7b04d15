//! A worked example on each side of every rule, in the form of case files, to be changed and judged again.
//!
//! What they say in words stands in [`crate::policy::examples`].

use super::answers;
use crate::{
    finding::{Finding, Gate, Params, Severity},
    json::{self, Fault},
};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// By rule; one object a line.
const WORKED: &str = include_str!("worked.json");

/// The worked examples of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Worked {
    #[serde(rename = "fn")]
    function: String,
    passes: Value,
    fails: Value,
}

/// What a rule says of an input at a gate; a rule on its own act has none.
pub type Said = (Option<Gate>, Finding);

/// The worked examples of the rule with this id.
pub fn worked(rule: &str) -> Option<Worked> {
    let start = format!("\"{rule}\": ");
    let object = WORKED.lines().find_map(|line| line.trim().strip_prefix(&start))?;
    json::read(object.trim_end_matches(',')).ok()
}

impl Worked {
    /// The input that the rule lets pass, as text: a field a line.
    pub fn passes(&self) -> String {
        laid_out(&self.passes)
    }

    /// The input in which the rule finds something, as text: a field a line.
    pub fn fails(&self) -> String {
        laid_out(&self.fails)
    }

    /// What `rule` says of an input.
    ///
    /// # Errors
    /// When the text is no input of the rule: what is wrong with it, with path, line and column.
    pub fn judge(&self, rule: &str, text: &str) -> Result<Vec<Said>, Fault> {
        let input: Map<String, Value> = json::read_object(text)?;
        let answer = answers::answer(&self.function, &input).map_err(|told| fault_of(&told).placed_in(text))?;
        let mut said = Vec::new();
        if let Some(found) = answer.get("findings").and_then(Value::as_array) {
            said.extend(found.iter().filter_map(finding).map(|finding| (None, finding)));
        }
        for (gate, found) in answer.get("by_gate").and_then(Value::as_object).into_iter().flatten() {
            let gate = serde_json::from_value(Value::from(gate.as_str())).ok();
            said.extend(found.as_array().into_iter().flatten().filter_map(finding).map(|finding| (gate, finding)));
        }
        said.extend(late(&input, &answer).map(|finding| (None, finding)));
        said.retain(|(_, finding)| finding.rule == rule);
        Ok(said)
    }
}

/// What the functions of case files say of their input, `input/lines/0/amount: expected …`, as a fault.
fn fault_of(told: &str) -> Fault {
    let (path, message) = told.split_once(": ").filter(|(path, _)| path.starts_with("input")).unwrap_or(("", told));
    Fault::at(path.trim_start_matches("input").trim_start_matches('/'), message)
}

/// A finding from the answer of a function.
fn finding(answer: &Value) -> Option<Finding> {
    let mut params = answer.as_object()?.clone();
    let rule = params.remove("rule")?.as_str()?.to_owned();
    let severity: Severity = serde_json::from_value(params.remove("severity")?).ok()?;
    let params: Params = serde_json::from_value(Value::Object(params)).ok()?;
    let path = String::new();
    Some(Finding { rule: Cow::Owned(rule), severity, path, params, stops_from: None })
}

/// The finding of R-46, whose function answers a state.
fn late(input: &Map<String, Value>, answer: &Value) -> Option<Finding> {
    let state = answer.get("state")?.as_str().filter(|state| ["late", "missing"].contains(state))?;
    let period = input.get("period")?.as_str()?;
    Some(Finding::new("R-46", Severity::W, "").with("state", state).with("period", period))
}

/// An object as text: a field a line, and of a list of objects an object a line.
fn laid_out(input: &Value) -> String {
    let Some(fields) = input.as_object() else { return input.to_string() };
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| match value.as_array().filter(|list| list.iter().any(Value::is_object)) {
            Some(list) => {
                let rows: Vec<_> = list.iter().map(|row| format!("    {row}")).collect();
                format!("  \"{name}\": [\n{}\n  ]", rows.join(",\n"))
            }
            None => format!("  \"{name}\": {value}"),
        })
        .collect();
    format!("{{\n{}\n}}", fields.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        language::Language,
        policy::{examples::examples, rules::HEADINGS},
        rules::message,
    };

    #[test]
    fn of_every_rule_one_passes_and_one_does_not() {
        let mut faults = Vec::new();
        for heading in HEADINGS {
            let id = heading.id;
            assert!(examples(id).is_some(), "{id} in words");
            let worked = worked(id).unwrap_or_else(|| panic!("{id} has worked examples"));
            let passes = worked.judge(id, &worked.passes());
            if passes != Ok(Vec::new()) {
                faults.push(format!("{id} must pass: {passes:?}"));
            }
            let fails = worked.judge(id, &worked.fails());
            // What can stop does stop.
            let gravest = fails.iter().flatten().map(|(_, finding)| finding.severity).min();
            if gravest != heading.severity.iter().copied().min() {
                faults.push(format!("{id} must not pass: {fails:?}"));
            }
            for (_, finding) in fails.iter().flatten() {
                for text in [Language::Zh, Language::En].map(|language| message(finding, language)) {
                    assert!(!text.contains(['{', '}']), "{id}: {text}");
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        assert_eq!(WORKED.lines().count(), HEADINGS.len() + 2, "one of each, and no other");
    }

    #[test]
    fn an_input_that_is_none_is_refused_with_its_place() {
        let worked = worked("R-18").unwrap();
        assert!(worked.judge("R-18", "{").is_err());
        assert!(worked.judge("R-18", "[]").is_err());
        let told = worked.judge("R-18", "{\"gates\": [\"G1\"],\n \"lines\": [{\"id\": \"1\", \"amount\": \"x\"}]}");
        let fault = told.unwrap_err();
        assert_eq!((fault.path.as_str(), fault.line, fault.column), ("lines/0/amount", 2, 34));
        assert!(fault.told(Language::Zh).ends_with("这里应填整数（不带引号和小数）"), "{}", fault.told(Language::Zh));
    }
}
