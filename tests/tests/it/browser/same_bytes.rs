//! Invariant 5: native and WebAssembly give the same findings, charts and case report, byte for byte.

use super::{run, tools};
use anju_domain::{
    cases::run_cases,
    facts::ProjectFacts,
    finding::Gate,
    indicators::{Filter, INDICATORS, ProgrammeFacts, compute},
    language::Language,
    model::Dossier,
    policy::{funding::SourceGroup, items::Class},
    rules::gate_findings,
    sample,
};
use serde_json::{Value, json};
use std::{fs, path::Path};

const CASES: &str = include_str!("../../../policy/cases.json");

fn text(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("the domain's values are JSON")
}

/// The samples, and each with something wrong in it.
fn dossiers() -> Vec<Dossier> {
    let mut all = sample::programme().dossiers;
    for mut dossier in sample::programme().dossiers {
        let entry = &mut dossier.project_community;
        entry.plan_year += 4;
        entry.scope_households += 1;
        for commitment in entry.commitments.iter_mut().step_by(2) {
            commitment.funding = "F06".to_owned();
        }
        for commitment in entry.commitments.iter_mut().skip(1).step_by(3) {
            commitment.funding = "F08".to_owned();
            commitment.amount = commitment.amount.plus(commitment.amount);
        }
        for line in entry.lines.iter_mut().step_by(4) {
            line.unit = "个".to_owned();
        }
        all.push(dossier);
    }
    all
}

#[test]
fn findings_charts_and_cases() {
    let Some(node) = tools() else { return };
    let sample = sample::programme();
    let today = sample.programme.demonstration_date.expect("the sample has a date");
    let mut checks = Vec::new();
    for dossier in dossiers() {
        for (gate, name) in [(Gate::G0, "G0"), (Gate::G1, "G1"), (Gate::G2, "G2"), (Gate::G4, "G4")] {
            let findings = text(&gate_findings(&ProjectFacts::of(&dossier, today), gate));
            checks.push(
                json!({ "dossier": text(&dossier), "gate": name, "today": today.to_string(), "findings": findings }),
            );
        }
    }
    assert!(checks.iter().any(|check| check["findings"].as_str().is_some_and(|findings| findings.len() > 500)));
    let facts = ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, today, 1);
    let mut charts: Vec<Value> = Vec::new();
    for filter in [
        Filter::default(),
        Filter { year: Some(2022), ..Filter::default() },
        Filter { year: Some(2031), ..Filter::default() },
        Filter {
            source: Some(SourceGroup::County),
            class: Some(Class::Upgrade),
            from: "2022-05".parse().ok(),
            to: "2022-08".parse().ok(),
            ..Filter::default()
        },
    ] {
        for (language, name) in [(Language::Zh, "zh"), (Language::En, "en")] {
            for indicator in INDICATORS {
                let chart = compute(indicator.id, &facts, &filter, language).expect("it is listed");
                charts.push(json!({
                    "facts": text(&facts), "id": indicator.id, "filter": text(&filter), "language": name, "chart": text(&chart),
                }));
            }
        }
    }
    let report = run_cases(CASES).expect("the papers' cases are readable").lines.join("\n");
    let expected = json!({ "checks": checks, "charts": charts, "cases": { "text": CASES, "report": report } });
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/same_bytes.json");
    fs::write(&file, expected.to_string()).expect("the build folder can be written");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    runtime.block_on(run(node, "same_bytes.mjs", vec![file.to_string_lossy().into_owned()]));
}
