//! Questions with texts that may be anything: damaged dossiers, facts, findings, flags and cases; once, monstrous ones.

use crate::{
    answers::GATES,
    block::{DAYS, DOSSIERS},
    question::{Kind, Question},
};
use anju_domain::{
    facts::ProjectFacts,
    finding::Gate,
    indicators::{INDICATORS, ProgrammeFacts},
    json, rules,
    sample::{
        self,
        random::{self, Seeded, damaged},
    },
};
use serde_json::{Value, json};

/// Cases of every function that a file of cases can name.
const CASES: &str = include_str!("../../../tests/policy/cases.json");

const FLAGS: &str = r#"{"in_annual_plan": true, "merged_feasibility": false, "land_rights_change": true, "new_build": false,
    "adds_floor_area": false, "changes_structure": true, "pledge": false, "has_I15": true, "has_heritage": false,
    "has_F12": true, "delivery_mode": "代建", "below_tender_limit": true}"#;

/// The questions of a block.
pub(crate) fn questions(number: u64) -> Vec<Question> {
    let mut random = Seeded::new(number ^ 0x0BAD_F00D);
    let mut asked = Vec::new();
    let mut ask = |what: &str, input: &[&str]| {
        let input = input.iter().map(|text| (*text).to_owned()).collect();
        asked.push(Question { name: format!("{what} of block {number}"), kind: Kind::Call, input });
    };
    for _ in 0..60 {
        let seed = number * DOSSIERS + random.number() % DOSSIERS;
        let text = damaged(&json::write(&random::dossier(seed)).expect("a dossier is JSON"), &mut random);
        let (_, gate) = random.pick(&GATES);
        let day: &str = random.pick::<&str>(&DAYS);
        ask("damaged dossier", &["check", &text, gate, day]);
    }
    let sample = sample::programme();
    let day = DAYS[2].parse().expect("a day");
    let findings = rules::check(&ProjectFacts::of(&random::dossier(number * DOSSIERS), day), Gate::G4);
    let findings = json::write(&findings).expect("findings are JSON");
    let facts = ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, day, 1);
    let facts = json::write(&facts).expect("facts are JSON");
    for language in ["zh", "en", "zh", "en"].iter().chain(&["", "Zh"]) {
        ask("damaged findings", &["explain", &damaged(&findings, &mut random), language]);
        ask("damaged flags", &["approvalPlan", &damaged(FLAGS, &mut random)]);
        let indicator = random.pick(INDICATORS).id;
        ask("damaged facts", &["indicators", &damaged(&facts, &mut random), indicator, "{}", language]);
        let filter = damaged(r#"{"year": 2022, "stage": "储备", "community": null}"#, &mut random);
        ask("damaged filter", &["indicators", &facts, indicator, &filter, language]);
    }
    ask("changed cases", &["runCases", &changed_cases(&mut random)]);
    ask("damaged cases", &["runCases", &damaged(CASES, &mut random)]);
    if number == 0 {
        for (name, text) in monstrous(1_000_000) {
            ask(name, &["check", &text, "G1", "2022-10-08"]);
        }
        for (name, text) in monstrous(50_000) {
            ask(name, &["runCases", &text]);
            ask(name, &["explain", &text, "zh"]);
            ask(name, &["approvalPlan", &text]);
            ask(name, &["indicators", &text, "L-01", "{}", "en"]);
        }
    }
    asked
}

/// The office's cases with other figures, none of which passes: so each line of the report says what was answered.
fn changed_cases(random: &mut Seeded) -> String {
    let mut cases: Value = serde_json::from_str(CASES).expect("the cases are JSON");
    for case in cases.as_array_mut().into_iter().flatten() {
        change(&mut case["input"], random);
        case["expect"] = match case["input"].get("variants").and_then(Value::as_array) {
            Some(variants) => json!({ "variants": vec![json!({ "nothing": 0 }); variants.len()] }),
            None => json!({ "nothing": 0 }),
        };
    }
    cases.to_string()
}

fn change(value: &mut Value, random: &mut Seeded) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(|value| change(value, random)),
        Value::Array(list) => list.iter_mut().for_each(|value| change(value, random)),
        Value::Bool(is) if random.once_in(4) => *is = !*is,
        Value::Number(number) if random.once_in(4) => {
            let figure = number.as_i64().unwrap_or_default();
            let near = figure.saturating_add(random.between(-1, 1));
            *value = json!(*random.pick(&[near, near, near, 0, -1, i64::MAX, i64::MIN]));
        }
        _ => {}
    }
}

/// Texts of a size that no person sends, each of one kind of excess; the longest are ten times `size` bytes long.
fn monstrous(size: usize) -> Vec<(&'static str, String)> {
    let inside = |what: &str| format!(r#"{{"community": {{"name": {what}}}, "plan": null}}"#);
    vec![
        ("nothing", String::new()),
        ("spaces", " ".repeat(10 * size)),
        ("a long name", inside(&format!("\"{}\"", "x".repeat(10 * size)))),
        ("a long number", inside(&"9".repeat(size))),
        ("a long fraction", inside(&format!("0.{}", "3".repeat(size)))),
        ("a long key", format!(r#"{{"{}": 0}}"#, "安".repeat(10 * size / 3))),
        ("one key very often", format!("{{{}}}", vec![r#""x": 0"#; size / 10].join(","))),
        ("deep lists", "[".repeat(size)),
        ("deep lists in what is unknown", format!(r#"{{"unknown": {}{}}}"#, "[".repeat(size), "]".repeat(size))),
        ("deep objects", format!("{}{}", r#"{"community":"#.repeat(size / 10), "}".repeat(size / 10))),
        ("a long code", format!(r#"{{"community": {{"tenure": "{}"}}}}"#, "y".repeat(size))),
        ("many lines", many(size / 1000)),
    ]
}

/// So many lines with as many commitments, payments, buildings and steps.
fn many(count: usize) -> String {
    let numbered = |shape: &str| (0..count).map(|n| shape.replace('#', &n.to_string())).collect::<Vec<_>>().join(",");
    format!(
        r##"{{"community": {{"buildings": [{}], "prior_subsidies": []}},
        "project_community": {{"plan_year": 2022, "lines": [{}], "commitments": [{}]}}}}"##,
        numbered(r##"{"no": "#栋", "in_scope": true, "completed_year": 1990}"##),
        numbered(r#"{"id": "x#", "item": "B07", "buildings": "all", "quantity": "1", "unit": "m", "amount": 100}"#),
        numbered(r#"{"line": "x#", "funding": "F15", "amount": 30, "status": "落实"}"#),
    )
}
