//! Functions that show numbers as people read them.

use super::{Function, plain};
use crate::exact::{Bound, Money, Ratio};
use serde_json::{Map, Value, json};

/// The functions.
pub(super) const FUNCTIONS: &[(&str, Function)] = &[("ratio", ratio), ("rounding", rounding)];

fn ratio(input: &Map<String, Value>) -> Result<Value, String> {
    let ratios = input.get("ratios").and_then(Value::as_object).ok_or("input/ratios: an object")?;
    let shown = |(name, pair): (&String, &Value)| match pair.as_array().map(Vec::as_slice) {
        Some([part, whole]) => match (part.as_i64(), whole.as_i64()) {
            (Some(part), Some(whole)) => {
                Ok((name.clone(), json!(Ratio::new(part, whole).percent(Bound::None).map(plain))))
            }
            _ => Err(format!("input/ratios/{name}: two integers")),
        },
        _ => Err(format!("input/ratios/{name}: two integers")),
    };
    ratios.iter().map(shown).collect::<Result<Map<_, _>, _>>().map(Value::Object)
}

fn rounding(input: &Map<String, Value>) -> Result<Value, String> {
    let fen = input.get("fen").and_then(Value::as_array).ok_or("input/fen: a list")?;
    let shown = |fen: &Value| fen.as_i64().map(|fen| plain(Money::from_fen(fen).wan()));
    let shown: Option<Vec<String>> = fen.iter().map(shown).collect();
    Ok(json!({ "shown": shown.ok_or("input/fen: integers")? }))
}
