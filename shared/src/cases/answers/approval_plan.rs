//! The function of the plan of approvals.

use super::{Function, input::read};
use crate::policy::{
    approval_plan::{Flags, PlannedStep, approval_plan},
    approvals::Step,
    stages::Requirement,
};
use serde_json::{Map, Value, json};

/// The function.
pub(super) const FUNCTIONS: &[(&str, Function)] = &[("approval_plan", plan)];

fn plan(input: &Map<String, Value>) -> Result<Value, String> {
    let plan = approval_plan(read::<Flags>(input)?);
    Ok(json!({ "plan": plan.iter().filter_map(compared).collect::<Vec<_>>() }))
}

/// A step as cases write it; one that is left out is absent.
fn compared(planned: &PlannedStep) -> Option<Value> {
    let requirement = planned.requirement?;
    let mut shown = Map::new();
    shown.insert("step".to_owned(), json!(planned.step));
    shown.insert("requirement".to_owned(), json!(requirement));
    for (name, step) in [("merged_into", planned.merged_into), ("merge_allowed", planned.merge_allowed)] {
        if let Some(step) = step {
            shown.insert(name.to_owned(), json!(step));
        }
    }
    if let Some(variant) = planned.variant {
        shown.insert("variant".to_owned(), json!(variant));
    }
    // Of the waived steps only the tender has its reason in the form of cases.
    if planned.step == Step::S13 && requirement == Requirement::Waived {
        shown.insert("reason".to_owned(), json!(planned.reason.code()));
    }
    Some(Value::Object(shown))
}
