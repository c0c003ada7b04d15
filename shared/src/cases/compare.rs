//! When an answer is the expected one: findings as a multiset, everything else exactly.

use serde_json::Value;

/// Whether the answer is the expected one. Objects are compared by key, lists in order; the findings of a list
/// (`findings`, and each gate of `by_gate`) in any order.
pub(super) fn same_answer(expected: &Value, got: &Value) -> bool {
    let (Value::Object(expected), Value::Object(got)) = (expected, got) else {
        return expected == got;
    };
    expected.len() == got.len()
        && expected.iter().all(|(key, expected)| {
            got.get(key).is_some_and(|got| match key.as_str() {
                "findings" => same_findings(expected, got),
                "by_gate" => same_gates(expected, got),
                _ => expected == got,
            })
        })
}

fn same_gates(expected: &Value, got: &Value) -> bool {
    let (Value::Object(expected), Value::Object(got)) = (expected, got) else {
        return false;
    };
    expected.len() == got.len()
        && expected.iter().all(|(gate, expected)| got.get(gate).is_some_and(|got| same_findings(expected, got)))
}

fn same_findings(expected: &Value, got: &Value) -> bool {
    let (Value::Array(expected), Value::Array(got)) = (expected, got) else {
        return false;
    };
    let mut left: Vec<&Value> = got.iter().collect();
    expected.len() == got.len()
        && expected.iter().all(|expected| {
            let place = left.iter().position(|got| same_finding(expected, got));
            place.map(|place| left.swap_remove(place)).is_some()
        })
}

/// A field that is null is one that is absent.
fn same_finding(expected: &Value, got: &Value) -> bool {
    let (Value::Object(expected), Value::Object(got)) = (expected, got) else {
        return false;
    };
    let stated = || expected.iter().filter(|(_, value)| !value.is_null());
    stated().count() == got.len() && stated().all(|(key, value)| got.get(key) == Some(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn same(expected: &Value, got: &Value) -> bool {
        same_answer(&json!({ "by_gate": { "G1": expected } }), &json!({ "by_gate": { "G1": got } }))
    }

    #[test]
    fn findings_are_a_multiset() {
        let (a, b) = (json!({"rule": "R-05", "line": "a"}), json!({"rule": "R-05", "line": "b"}));
        assert!(same(&json!([a, b]), &json!([b, a])));
        assert!(same(&json!([{"rule": "R-05", "line": "a", "note": null}]), &json!([a])));
        assert!(!same(&json!([a, a]), &json!([a, b])));
        assert!(!same(&json!([a]), &json!([a, a])));
        assert!(!same(&json!([a]), &json!({})));
        assert!(!same(&json!([{"rule": "R-05"}]), &json!([a])), "a listed field is absent where the case has none");
    }

    #[test]
    fn lists_inside_a_finding_are_in_order() {
        let list = |kinds: &[&str]| json!([{ "rule": "R-18", "kinds": kinds }]);
        assert!(same(&list(&["供水", "排水"]), &list(&["供水", "排水"])));
        assert!(!same(&list(&["供水", "排水"]), &list(&["排水", "供水"])));
    }

    #[test]
    fn everything_else_is_exact() {
        assert!(same_answer(&json!({"a": 1, "b": null}), &json!({"b": null, "a": 1})));
        assert!(!same_answer(&json!({"a": 1}), &json!({"a": 1, "b": null})));
        assert!(!same_answer(&json!({"by_gate": {"G1": []}}), &json!({"by_gate": {"G1": [], "G2": []}})));
        assert!(!same_answer(&json!({"shown": ["1"]}), &json!({"shown": ["1", "2"]})));
    }
}
