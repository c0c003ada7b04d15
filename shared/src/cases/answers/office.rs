//! Functions of deadlines and of the office's own acts.

use super::{Function, input};
use crate::{
    model::{Calendar, Role},
    policy::{due_date::due_date as due_on, office::Ground, stages::TaskStatus, units::SeatRole},
    rules::{
        r50_bulletins_stay, r51_grounds,
        r52_successors::{self, SeatChange},
        r53_closing_a_duty::{self, TaskChange},
    },
};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The functions.
pub(super) const FUNCTIONS: &[(&str, Function)] =
    &[("due_date", due_date), ("r50", r50), ("r51", r51), ("r52", r52), ("r53", r53)];

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

fn r50(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        #[serde(default)]
        numbers: Vec<i64>,
        #[serde(default)]
        edit_published: bool,
    }
    let case: Input = input::read(input)?;
    Ok(input::found(&r50_bulletins_stay::check(&case.numbers, case.edit_published)))
}

fn r51(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        #[serde(default)]
        trigger: String,
        #[serde(default)]
        evidence: Vec<String>,
    }
    let case: Input = input::read(input)?;
    Ok(input::found(r51_grounds::check(Ground::from_code(&case.trigger), given(&case.evidence)).as_slice()))
}

fn r52(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        #[serde(default = "member")]
        role: SeatRole,
        #[serde(default)]
        consent_leader: bool,
        #[serde(default)]
        consent_deputy: bool,
        #[serde(default)]
        predecessor_post: String,
        #[serde(default)]
        successor_post: String,
        predecessor_to: NaiveDate,
        from: NaiveDate,
    }
    const fn member() -> SeatRole {
        SeatRole::Member
    }
    let case: Input = input::read(input)?;
    Ok(input::found(&r52_successors::check(&SeatChange {
        role: case.role,
        consent_leader: case.consent_leader,
        consent_deputy: case.consent_deputy,
        predecessor_post: &case.predecessor_post,
        successor_post: &case.successor_post,
        predecessor_to: case.predecessor_to,
        from: case.from,
    })))
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
    Ok(input::found(&r53_closing_a_duty::check(&TaskChange {
        status: case.status,
        evidence: given(&case.evidence),
        reason: &case.reason,
        by: case.by_role.as_deref().and_then(role),
        submitter: case.submitter.as_deref(),
        reviewer: case.reviewer.as_deref(),
    })))
}
