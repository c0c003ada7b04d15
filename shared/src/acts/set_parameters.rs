//! 参数设置: the office sets choices of ours (`[param]`) from a day on, with a reason. Values of days that have passed stay; a
//! number that a clause fixes is set by the programme's own paper alone.

use super::{Act, Decision, OwnValue, ProgrammeStanding, programme::check_reason};
use crate::{
    finding::Finding,
    language::Text,
    model::{ParameterChange, Programme},
    policy::parameters::{Override, Settings, contradictions, parameter},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// 参数设置
#[derive(Clone, Copy, Debug)]
pub struct SetParameters;

/// Parameters that are set together: what must fit together can only change together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ParameterEntry {
    /// The first day on which the values hold.
    pub valid_from: NaiveDate,
    /// Why, or the paper that they rest on.
    pub reason: String,
    /// The values.
    pub values: Vec<OwnValue>,
}

impl Act for SetParameters {
    const NAME: &'static str = "set_parameters";
    const TITLE: Text = Text::new("参数设置", "Set parameters");
    type Request = ParameterEntry;
    type Facts = ProgrammeStanding;
    type Changes = Programme;

    fn decide(
        facts: &ProgrammeStanding,
        request: &ParameterEntry,
        today: NaiveDate,
    ) -> Result<Decision<Programme>, Vec<Finding>> {
        let mut found = malformed_values(request, today);
        if !found.is_empty() {
            return Err(found);
        }
        let mut programme = facts.programme.clone();
        for own in &request.values {
            let (name, value) = (own.name.clone(), own.value.trim().to_owned());
            let reason = request.reason.trim().to_owned();
            let entry = Override {
                name: name.clone(),
                valid_from: request.valid_from,
                value: value.clone(),
                basis: reason.clone(),
            };
            if programme.settings.set(entry).is_err() {
                found.push(Finding::malformed("values", "wrong_type"));
            }
            programme.parameter_changes.push(ParameterChange {
                name,
                valid_from: request.valid_from,
                value,
                reason,
                by: facts.by.clone(),
                set_on: today,
            });
        }
        found.extend(broken(&programme.settings, request));
        if found.is_empty() { Ok(Decision { changes: programme, warnings: Vec::new() }) } else { Err(found) }
    }
}

/// What cannot be set, whatever else holds. The form says it while somebody types.
pub fn malformed_values(request: &ParameterEntry, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    if request.valid_from < today {
        found.push(Finding::malformed("valid_from", "day_has_passed"));
    }
    if request.reason.trim().is_empty() {
        found.push(Finding::malformed("reason", "missing_field"));
    }
    check_reason("reason", &request.reason, &mut found);
    if request.values.is_empty() {
        found.push(Finding::malformed("values", "missing_field"));
    }
    let mut seen = BTreeSet::new();
    for (index, own) in request.values.iter().enumerate() {
        let mut say = |field: &str, why| found.push(Finding::malformed(format!("values/{index}/{field}"), why));
        let value = own.value.trim();
        match parameter(&own.name).next() {
            None => say("name", "unknown_parameter"),
            Some(row) if !row.is_choice() => say("name", "fixed_by_clause"),
            Some(_) if !seen.insert(&own.name) => say("name", "repeated_field"),
            Some(row) if !row.kind.accepts(value) => say("value", "wrong_type"),
            Some(row) if !row.allows(value) => say("value", "out_of_range"),
            Some(_) => {}
        }
    }
    found
}

/// What no longer fits together, on the day and on each later one on which one of these values changes again.
fn broken(settings: &Settings, request: &ParameterEntry) -> Vec<Finding> {
    let later = settings.overrides().iter().map(|held| held.valid_from).filter(|day| *day > request.valid_from);
    let days: BTreeSet<NaiveDate> = later.chain([request.valid_from]).collect();
    let mut whys = BTreeSet::new();
    let mut found = Vec::new();
    for contradiction in days.into_iter().flat_map(|day| contradictions(settings, day)) {
        let is_named = |name: &&str| request.values.iter().any(|own| own.name == **name);
        if contradiction.names.iter().any(is_named) && whys.insert((contradiction.names, contradiction.why)) {
            let at = request.values.iter().position(|own| contradiction.names.contains(&own.name.as_str()));
            let path = format!("values/{}/value", at.unwrap_or_default());
            let parts = contradiction.names.iter().map(|name| (*name).to_owned()).collect();
            found.push(Finding::malformed(path, contradiction.why).with_list("names", parts));
        }
    }
    found
}
