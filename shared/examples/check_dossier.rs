//! What the rules say of a dossier file at a gate, and what to do about it; without a file, of a sample
//! whose heating is paid by central money once more.
//! `cargo run -p anju-domain --example check_dossier -- dossier.json G1`

use anju_domain::{facts::ProjectFacts, finding::Gate, json, language::Language, model::Dossier, rules, sample};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let dossier = match arguments.next() {
        Some(file) => read(&file)?,
        None => first_draft(),
    };
    let gate: Gate = json::read_word("gate", &arguments.next().unwrap_or_else(|| "G1".to_owned()))?;
    let today =
        dossier.programme.demonstration_date.ok_or("this example checks on the demonstration date of a sample")?;
    let findings = rules::gate_findings(&ProjectFacts::of(&dossier, today), gate);
    for finding in &findings {
        println!("{} {:?} {}", finding.rule, finding.severity, finding.path);
        println!("  {}", rules::message(finding, Language::Zh));
        println!("  {}", rules::remedy(finding, Language::Zh));
    }
    println!("findings on {today}: {}", findings.len());
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the domain reads no files; a program around it does")]
fn read(file: &str) -> Result<Dossier, Box<dyn Error>> {
    Ok(json::read_object(&std::fs::read_to_string(file)?)?)
}

fn first_draft() -> Dossier {
    let mut dossier = sample::programme().dossiers.swap_remove(1);
    dossier.project_community.commitments = sample::first_draft_of_the_third();
    dossier
}
