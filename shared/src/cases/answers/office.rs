//! Functions of deadlines and of the office's own acts.

use super::{Function, input};
use crate::{
    exact::Month,
    model::{Calendar, Role},
    policy::{due_date::due_date as due_on, parameters::REPORT_DUE_DAY, stages::TaskStatus},
    rules::{
        r46_report_deadline::{ReportMonth, due_day_of, state},
        r53_closing_a_duty,
        works_period::WorksPeriod,
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The functions.
pub(super) const FUNCTIONS: &[(&str, Function)] = &[("due_date", due_date), ("r46", r46), ("r53", r53)];

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

fn r46(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        period: Month,
        submitted_at: Option<DateTime<Utc>>,
        now: Option<DateTime<Utc>>,
        opening_cutoff: Option<Month>,
        #[serde(default)]
        calendar: Calendar,
        #[serde(default)]
        shift_deadlines_over_holidays: bool,
    }
    let case: Input = input::read(input)?;
    let now = case.now.or(case.submitted_at).ok_or("input/now: needed without submitted_at")?;
    let day = REPORT_DUE_DAY.default_on(case.period.next().first_day());
    let due = due_day_of(case.period, day, &case.calendar, case.shift_deadlines_over_holidays);
    let month = ReportMonth { period: case.period, submitted_at: case.submitted_at, due };
    let works = WorksPeriod { first: case.period, last: None }.after(case.opening_cutoff);
    Ok(json!({ "state": state(&month, &works, now).code() }))
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
