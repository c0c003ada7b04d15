//! The JSON Schemas as files, and that they say what `check` and `chart` really take and give.
//!
//! To renew the files after a change that is meant: `ANJU_RENEW=1 cargo test -p anju-server --test schema`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

use anju_domain::{
    exact::Money,
    facts::ProjectFacts,
    finding::Gate,
    indicators::{self, Filter, INDICATORS, ProgrammeFacts},
    json,
    language::Language,
    model::Dossier,
    rules,
    sample::{self, random},
    schema::Subject,
};
use chrono::NaiveDate;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::{env, fs, path::Path, process::Command};

const GATES: [Gate; 5] = [Gate::G0, Gate::G1, Gate::G2, Gate::G3, Gate::G4];

/// Enough for each kind of fault to come many times.
const DOSSIERS: u64 = 600;

fn validator(subject: Subject) -> Validator {
    jsonschema::draft202012::new(&subject.document()).unwrap()
}

#[track_caller]
fn keeps(validator: &Validator, value: &Value, what: &str) {
    let faults: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(faults.is_empty(), "{what}: {faults:#?}");
}

fn anju(arguments: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_anju")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_schemas_are_those_of_the_files_and_of_the_command() {
    let all = anju(&["schema"]);
    for subject in Subject::ALL {
        let document = subject.document();
        let name = subject.name();
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/schema").join(format!("{name}.json"));
        let text = serde_json::to_string_pretty(&document).unwrap() + "\n";
        if env::var_os("ANJU_RENEW").is_some() {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, &text).unwrap();
        }
        // The order of fields depends on the features of serde_json and is no matter of the schema.
        let kept: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        assert!(kept == document, "docs/schema/{name}.json is not what the types say; renew it if that is meant");
        assert_eq!(anju(&["schema", name]), document);
        assert_eq!(all[name], document);
        assert!(jsonschema::draft202012::meta::is_valid(&document), "{name} is no JSON Schema");
    }
}

/// Samples and seeded dossiers, absurd ones too: what the types write keeps to the schema, and so does what is found.
#[test]
fn dossiers_and_findings_keep_to_their_schemas() {
    let (of_dossier, of_findings) = (validator(Subject::Dossier), validator(Subject::Findings));
    let today = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
    let seeded = (0..DOSSIERS).map(random::dossier);
    let (mut dossiers, mut found) = (0, 0);
    for dossier in sample::programme().dossiers.into_iter().chain(seeded).chain([Dossier::default()]) {
        keeps(&of_dossier, &serde_json::to_value(&dossier).unwrap(), &format!("dossier {dossiers}"));
        for gate in GATES {
            let findings = rules::gate_findings(&ProjectFacts::of(&dossier, today), gate);
            keeps(&of_findings, &serde_json::to_value(&findings).unwrap(), &format!("findings of {dossiers}"));
            found += findings.len();
        }
        dossiers += 1;
    }
    assert!(found > dossiers, "the dossiers say too little of the findings: {found}");
}

#[test]
fn charts_keep_to_their_schema() {
    let of_chart = validator(Subject::Chart);
    let nothing = json!({ "programme": {}, "as_of": "2022-10-08", "revision": 1, "plans": [], "communities": [] });
    let facts: ProgrammeFacts = json::read_object(&nothing.to_string()).unwrap();
    for indicator in INDICATORS {
        let chart = indicators::compute(indicator.id, &facts, &Filter::default(), Language::Zh).unwrap();
        keeps(&of_chart, &serde_json::to_value(&chart).unwrap(), indicator.id);
    }
    let refused = json!({ "is": "money", "value": 1.5 });
    assert!(!jsonschema::is_valid(
        &json!({ "$ref": "#/$defs/Cell", "$defs": Subject::Chart.document()["$defs"] }),
        &refused
    ));
}

/// What serde refuses the schema refuses too, and the other way round.
#[test]
fn schema_and_reading_agree_on_what_is_no_dossier() {
    let of_dossier = validator(Subject::Dossier);
    let fen = serde_json::to_value(Money::default()).unwrap();
    assert!(fen.is_i64(), "money is a number of fen");
    let dossiers = [
        (json!({}), true),
        (json!({ "unknown": 1 }), true),
        (json!({ "plan": null }), true),
        (json!({ "community": { "name": "某小区" } }), true),
        (json!({ "community": { "name": null } }), false),
        (json!({ "community": { "buildings": 3 } }), false),
        (json!({ "community": 7 }), false),
        (json!({ "project_community": { "plan_year": "2022" } }), false),
        (json!({ "project_community": { "stage": "无" } }), false),
        (json!({ "programme": { "active_from": "2022-13" } }), false),
        (json!([]), false),
        (json!(null), false),
    ];
    for (value, is_one) in dossiers {
        assert_eq!(of_dossier.is_valid(&value), is_one, "schema: {value}");
        assert_eq!(json::read_object::<Dossier>(&value.to_string()).is_ok(), is_one, "reading: {value}");
    }
}
