//! Functions of deadlines and of the office's own acts.

use super::{Function, input};
use crate::{
    model::{Calendar, Role},
    policy::{due_date::due_date as due_on, stages::TaskStatus},
    rules::r53_closing_a_duty,
};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The functions.
pub(super) const FUNCTIONS: &[(&str, Function)] = &[("due_date", due_date), ("r53", r53)];

fn due_date(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        from: NaiveDate,
        days: i64,
        #[serde(default)]
        calendar: Calendar,
        #[serde(default)]
        shift_deadlines_over_holidays: bool,
    }
    let case: Input = input::read(input)?;
    Ok(json!({ "due": due_on(case.from, case.days, &case.calendar, case.shift_deadlines_over_holidays) }))
}

/// How many texts say something.
fn given(texts: &[String]) -> usize {
    texts.iter().filter(|text| !text.trim().is_empty()).count()
}

fn r53(input: &Map<String, Value>) -> Result<Value, String> {
    /// How cases name the office.
    const OFFICE: &str = "办公室";

    #[derive(Deserialize)]
    struct Input {
        status: TaskStatus,
        #[serde(default)]
        evidence: Vec<String>,
        #[serde(default)]
        reason: String,
        by_role: Option<String>,
        submitter: Option<String>,
        reviewer: Option<String>,
    }
    let case: Input = input::read(input)?;
    let role = |name: &str| if name == OFFICE { Some(Role::Office) } else { Role::from_code(name) };
    Ok(input::found(&r53_closing_a_duty::check(&r53_closing_a_duty::TaskChange {
        status: case.status,
        evidence: given(&case.evidence),
        reason: &case.reason,
        by: case.by_role.as_deref().and_then(role),
        submitter: case.submitter.as_deref(),
        reviewer: case.reviewer.as_deref(),
    })))
}
