//! Functions of the acts around the approvals: votes, reviews, submissions, changes of stage.

use super::{
    Function,
    input::{found, read},
};
use crate::{
    policy::{parameters::Settings, stages::Stage},
    rules::{r32_residents_consent, r33_joint_review, r34_merged_feasibility, r40_stage_changes},
};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value};

/// The functions. No case knows a day.
pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("r32", |input| {
        Ok(found(&r32_residents_consent::check(&read(input)?, &Settings::default(), NaiveDate::default())))
    }),
    ("r33", |input| Ok(found(&r33_joint_review::check(&read(input)?, &Settings::default(), NaiveDate::default())))),
    ("r34", |input| Ok(found(&r34_merged_feasibility::check(&read(input)?)))),
    ("r40", r40),
];

fn r40(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Change {
        from: Stage,
        to: Stage,
    }
    let change: Change = read(input)?;
    Ok(found(&r40_stage_changes::check(change.from, change.to)))
}
