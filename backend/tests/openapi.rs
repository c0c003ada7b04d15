//! The description of the interface as a file, so that each change of the interface is seen in review.
//!
//! To renew it after a change that is meant: `ANJU_RENEW=1 cargo test -p anju-server --test openapi`.

use anju_server::{openapi::document, routes::ROUTES};
use serde_json::Value;
use std::{collections::BTreeSet, env, fs, path::Path};

#[test]
fn the_interface_is_the_one_of_the_file() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/openapi.json");
    let document = document();
    let text = serde_json::to_string_pretty(&document).unwrap() + "\n";
    if env::var_os("ANJU_RENEW").is_some() {
        fs::write(&file, &text).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    // The order of fields is no matter of the interface.
    let same = serde_json::from_str::<Value>(&kept).is_ok_and(|kept| kept == document);
    let differs = text.lines().zip(kept.lines()).enumerate().find(|(_, (now, kept))| now != kept);
    assert!(same, "the interface has changed, first at {differs:?}; renew the file if it is meant (see above)");
}

#[test]
fn every_route_is_described_and_every_reference_leads_somewhere() {
    let document = document();
    for route in ROUTES {
        let operation = &document["paths"][route.path][route.method_name().to_lowercase()];
        assert_eq!(operation["operationId"], route.name);
        let refused = &operation["responses"]["default"]["content"]["application/problem+json"]["schema"];
        assert_eq!(refused["$ref"], "#/components/schemas/Problem", "{}", route.name);
    }
    let (mut names, mut without_type) = (BTreeSet::new(), BTreeSet::new());
    look(&document, "", &mut names, &mut without_type);
    let known: BTreeSet<String> = document["components"]["schemas"]
        .as_object()
        .unwrap()
        .keys()
        .map(|name| format!("#/components/schemas/{name}"))
        .collect();
    assert_eq!(names, known);
    // Only what the audit log kept of any aggregate has no type of its own.
    assert_eq!(without_type.into_iter().collect::<Vec<_>>(), ["after", "before", "warnings"]);
}

/// Collects what is referred to, and the properties that have no type.
fn look(value: &Value, name: &str, names: &mut BTreeSet<String>, without_type: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(reference) = fields.get("$ref").and_then(Value::as_str) {
                names.insert(reference.to_owned());
            }
            for (key, inner) in fields {
                if name == "properties"
                    && !["$ref", "type", "oneOf", "anyOf", "allOf"].iter().any(|kind| inner.get(kind).is_some())
                {
                    without_type.insert(key.clone());
                }
                look(inner, key, names, without_type);
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| look(inner, "", names, without_type)),
        _ => {}
    }
}
