//! Reading the input of a function that has a shape of its own.

use crate::{
    finding::{Finding, Gate},
    json::{self, Fault},
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// The input as a type; nulls are absent fields, and fields that the type does not name are ignored.
pub(super) fn read<T: DeserializeOwned>(input: &Map<String, Value>) -> Result<T, String> {
    json::read(&json::without_nulls(&Value::Object(input.clone())).to_string())
        .map_err(|fault| Fault::at(fault.path, fault.message).within("input").to_string())
}

/// What a function with gates answers: `judge` runs once per listed gate.
pub(super) fn by_gate(
    input: &Map<String, Value>,
    mut judge: impl FnMut(Gate) -> Vec<Finding>,
) -> Result<Value, String> {
    #[derive(serde::Deserialize)]
    struct Gates {
        gates: Vec<Gate>,
    }
    let gates = read::<Gates>(input)?.gates;
    let answers: Map<String, Value> =
        gates.into_iter().map(|gate| (format!("{gate:?}"), super::findings(&judge(gate)))).collect();
    Ok(json!({ "by_gate": answers }))
}

/// What a function without gates answers.
pub(super) fn found(found: &[Finding]) -> Value {
    json!({ "findings": super::findings(found) })
}
