//! A unit, or the office for it, enters that a duty has arisen (frequency A): nobody else knows when it does.

use super::{
    Act, Decision,
    duty::{Actor, too_long},
};
use crate::{
    duties::{arisen, listed},
    finding::Finding,
    language::Text,
    model::{DutyTask, Programme},
    policy::duties::Frequency,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// 登记按需职责
#[derive(Clone, Copy, Debug)]
pub struct RaiseDuty;

/// What has arisen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ArisenDuty {
    /// Identity of the task, made by whoever enters it.
    pub id: Uuid,
    /// `09.1`
    pub duty: String,
    /// What arose.
    pub occasion: String,
}

/// What the act rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArisenFacts {
    /// The programme with its calendar and parameters.
    pub programme: Programme,
    /// Who acts.
    pub actor: Actor,
    /// The unit of who acts, by code; the office enters for any unit.
    pub unit: Option<String>,
}

impl Act for RaiseDuty {
    const NAME: &'static str = "raise_duty";
    const TITLE: Text = Text::new("登记按需职责", "Enter a duty that has arisen");
    type Request = ArisenDuty;
    type Facts = ArisenFacts;
    type Changes = DutyTask;

    fn decide(facts: &ArisenFacts, request: &ArisenDuty, today: NaiveDate) -> Result<Decision<DutyTask>, Vec<Finding>> {
        let mut stops = too_long("occasion", &request.occasion);
        if request.id.is_nil() {
            stops.push(Finding::malformed("id", "repeated_id"));
        }
        if request.occasion.trim().is_empty() {
            stops.push(Finding::malformed("occasion", "missing_field"));
        }
        let duty = listed(&request.duty).filter(|duty| duty.frequency() == Frequency::Arising);
        let Some(duty) = duty else {
            stops.push(Finding::malformed("duty", "no_arising_duty"));
            return Err(stops);
        };
        let task = arisen(&facts.programme, duty, request.id, request.occasion.trim(), today);
        if facts.unit.as_ref().is_some_and(|unit| *unit != task.owner) {
            stops.push(Finding::malformed("duty", "no_arising_duty"));
        }
        if stops.is_empty() { Ok(Decision { changes: task, warnings: Vec::new() }) } else { Err(stops) }
    }
}
