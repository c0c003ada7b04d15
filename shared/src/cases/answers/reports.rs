//! Functions of monthly reports and major events.

use super::{Function, input};
use crate::{
    exact::{Money, Month, Progress},
    model::Calendar,
    policy::{
        office::{CorrectionReason, EventKind},
        parameters::{REPORT_DUE_DAY, Settings},
    },
    rules::{
        r46_report_deadline::{ReportMonth, due_day_of, state},
        r47_cumulative_figures::{self, Correction, Cumulative, ReportFigures},
        r48_one_report_a_month::{self, NewReport},
        r49_major_events::{self, ReportedEvent},
        works_period::WorksPeriod,
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The functions.
pub(super) const FUNCTIONS: &[(&str, Function)] = &[("r46", r46), ("r47", r47), ("r48", r48), ("r49", r49)];

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

fn r47(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Previous {
        cum_progress: Progress,
        cum_invest: Money,
    }
    #[derive(Deserialize)]
    struct Current {
        cum_progress: Progress,
        cum_invest: Money,
        month_invest: Money,
        correction: Option<Corrected>,
    }
    #[derive(Deserialize)]
    struct Corrected {
        #[serde(default)]
        reason: String,
        #[serde(default)]
        doc: String,
    }
    #[derive(Deserialize)]
    struct Input {
        previous: Previous,
        current: Current,
    }
    let Input { previous, current } = input::read(input)?;
    // A reason that is none of the three lets nothing fall.
    let correction = current.correction.as_ref().and_then(|corrected| {
        Some(Correction { reason: CorrectionReason::from_code(&corrected.reason)?, doc: &corrected.doc })
    });
    Ok(input::found(&r47_cumulative_figures::check(&ReportFigures {
        previous: Cumulative { cum_progress: previous.cum_progress, cum_invest: previous.cum_invest },
        current: Cumulative { cum_progress: current.cum_progress, cum_invest: current.cum_invest },
        month_invest: current.month_invest,
        quantities: &[],
        correction,
    })))
}

fn r48(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        period: Month,
        #[serde(default)]
        existing: Vec<Month>,
        current_month: Month,
        actual_start: NaiveDate,
        opening_cutoff: Option<Month>,
        completed_on: Option<NaiveDate>,
        withdrawn_on: Option<NaiveDate>,
    }
    let case: Input = input::read(input)?;
    let works = WorksPeriod::of(case.actual_start, [case.completed_on, case.withdrawn_on]).after(case.opening_cutoff);
    Ok(input::found(&r48_one_report_a_month::check(&NewReport {
        period: case.period,
        existing: &case.existing,
        current_month: case.current_month,
        works: Some(works),
    })))
}

fn r49(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        kind: EventKind,
        occurred_at: DateTime<Utc>,
        reported_at: DateTime<Utc>,
    }
    let Input { kind, occurred_at, reported_at } = input::read(input)?;
    let found = r49_major_events::check(&ReportedEvent { kind, occurred_at, reported_at }, &Settings::default());
    Ok(input::found(found.as_slice()))
}
