//! Worked cases: inputs of one function each and what it must answer, run against the rules of this crate.
//!
//! A file of cases is a JSON array in UTF-8: `[{id, rule, fn, title_zh, input, expect, assumes?}, …]`; `input` and
//! `expect` may hold `variants` of equal number. Nothing in a file makes it panic: a case that can't be run has failed.
//!
//! ```
//! let file = r#"[{"id": "C-03", "rule": "R-01", "fn": "r01", "title_zh": "超出窗口",
//!   "input": {"plan_year": 2023, "buildings": [{"no": "1#", "completed_on": "2001-01-01"}], "gates": ["G1"]},
//!   "expect": {"by_gate": {"G1": [{"rule": "R-01", "severity": "E", "building": "1#"}]}}}]"#;
//! let report = anju_domain::cases::run_cases(file).expect("a file of cases");
//! assert_eq!(report.lines, ["1 passed, 0 failed"]);
//! ```

mod answers;
mod compare;
mod facts;
pub mod worked;

use crate::{
    json::{self, Fault},
    language::{Language, Text},
    words::fill,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::{collections::BTreeSet, fmt};

/// What became of a file of cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CasesReport {
    /// Cases that passed, with all their variants.
    pub passed: usize,
    /// Cases that failed.
    pub failed: usize,
    /// One line a failing case, in the order of the file; last `N passed, N failed`.
    pub lines: Vec<String>,
}

impl CasesReport {
    /// Whether every case passed.
    pub const fn all_passed(&self) -> bool {
        self.failed == 0
    }
}

/// Why a file can't be read as cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CasesError {
    /// It is no JSON, or no list of cases.
    Unreadable(Fault),
    /// Two cases have the same id.
    RepeatedId(String),
}

impl fmt::Display for CasesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(fault) => write!(f, "not a file of cases: {fault}"),
            Self::RepeatedId(id) => write!(f, "not a file of cases: {id} stands there twice"),
        }
    }
}

impl std::error::Error for CasesError {}

impl CasesError {
    /// What is wrong with the file, for people.
    pub fn told(&self, language: Language) -> String {
        let (text, what) = match self {
            Self::Unreadable(fault) => {
                (Text::new("不是算例文件：{what}", "not a file of cases: {what}"), fault.told(language))
            }
            Self::RepeatedId(id) => (
                Text::new("不是算例文件：编号“{what}”出现两次", "not a file of cases: {what} stands there twice"),
                id.clone(),
            ),
        };
        fill(text, language, &[("what", &what)])
    }
}

#[derive(Deserialize)]
struct Case {
    id: String,
    #[serde(rename = "fn")]
    function: String,
    input: Map<String, Value>,
    expect: Map<String, Value>,
}

/// Runs every case of a file.
///
/// # Errors
/// When the text is no file of cases. A case that fails is no error.
pub fn run_cases(text: &str) -> Result<CasesReport, CasesError> {
    let cases: Vec<Case> = json::read(text.trim_start_matches('\u{feff}')).map_err(CasesError::Unreadable)?;
    let mut ids = BTreeSet::new();
    if let Some(twice) = cases.iter().find(|case| !ids.insert(case.id.as_str())) {
        return Err(CasesError::RepeatedId(twice.id.clone()));
    }
    let mut lines: Vec<String> = cases.iter().filter_map(failure).collect();
    let failed = lines.len();
    let passed = cases.len() - failed;
    lines.push(format!("{passed} passed, {failed} failed"));
    Ok(CasesReport { passed, failed, lines })
}

/// The line of a case that fails.
fn failure(case: &Case) -> Option<String> {
    let line = |expected: &Value, got: &Value| Some(format!("{}  expected: {expected}  got: {got}", case.id));
    let Some(inputs) = case.input.get("variants") else {
        let expected = Value::Object(case.expect.clone());
        let got = answer(&case.function, &case.input);
        return if compare::same_answer(&expected, &got) { None } else { line(&expected, &got) };
    };
    let (Some(inputs), Some(expected)) = (inputs.as_array(), case.expect.get("variants").and_then(Value::as_array))
    else {
        return line(&Value::Object(case.expect.clone()), &error("variants: a list in input and a list in expect"));
    };
    if inputs.len() != expected.len() {
        let counts = format!("variants: {} in input, {} in expect", inputs.len(), expected.len());
        return line(&Value::Object(case.expect.clone()), &error(&counts));
    }
    let (mut differing_expected, mut differing_got) = (Map::new(), Map::new());
    for (index, (input, expected)) in inputs.iter().zip(expected).enumerate() {
        let got = match input.as_object() {
            Some(input) => answer(&case.function, input),
            None => error("input: an object"),
        };
        if !compare::same_answer(expected, &got) {
            differing_expected.insert(index.to_string(), expected.clone());
            differing_got.insert(index.to_string(), got);
        }
    }
    if differing_got.is_empty() {
        None
    } else {
        line(&Value::Object(differing_expected), &Value::Object(differing_got))
    }
}

fn answer(function: &str, input: &Map<String, Value>) -> Value {
    answers::answer(function, input).map_or_else(|why| error(&why), answers::compared)
}

fn error(why: &str) -> Value {
    json!({ "error": why })
}

#[cfg(test)]
mod tests;
