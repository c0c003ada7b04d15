//! Another county: its own window of completion years, its own share of the operators, its own town, and a bureau that was
//! merged into another. Nothing of the rules changes. `cargo run -p anju-domain --example another_county`

use anju_domain::{
    facts::ProjectFacts,
    finding::Gate,
    json,
    language::Language,
    model::{Programme, Succession},
    policy::parameters::{OPERATOR_SHARE_MIN, Override},
    rules, sample,
};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let from = json::read_word("from", "2022-01-01")?;
    let mut county =
        Programme { division_code: "620722".into(), name: "邻县老旧小区改造".into(), ..Programme::default() };
    for (name, value) in [("window_cutoff", "1995-12-31"), ("operator_share_min", "40"), ("home_township", "城南镇")]
    {
        let basis = "邻县实施方案".into();
        county.settings.set(Override { name: name.into(), valid_from: from, value: value.into(), basis })?;
    }
    county.successions.push(Succession { unit: "09".into(), successor: "06".into(), date: from });

    let today = json::read_word("today", "2022-10-08")?;
    println!("operators pay at least {}%", county.settings.get(OPERATOR_SHARE_MIN, today));
    for mut dossier in sample::programme().dossiers {
        dossier.programme = county.clone();
        for finding in rules::gate_findings(&ProjectFacts::of(&dossier, today), Gate::G1) {
            println!("{} {}: {}", dossier.community.name, finding.rule, rules::message(&finding, Language::Zh));
        }
    }
    Ok(())
}
