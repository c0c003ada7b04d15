//! What somebody else's program does with the packaged domain: each promise of its guide once.

use anju_domain::{
    cases,
    facts::ProjectFacts,
    finding::Gate,
    json,
    language::Language,
    model::Dossier,
    policy::approval_plan::{Flags, approval_plan},
    rules, sample,
};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let dossier: Dossier = json::read_object(r#"{"project_community": {"plan_year": 2026}}"#)?;
    let findings = rules::gate_findings(&ProjectFacts::of(&dossier, json::read_word("today", "2022-10-08")?), Gate::G1);
    assert_eq!(findings[0].rule, "R-02");
    assert!(rules::message(&findings[0], Language::Zh).contains("2026"));

    let fault = json::read_object::<Dossier>(r#"{"community": {"buildings": 3}}"#).expect_err("no list");
    assert_eq!(fault.path, "community/buildings");

    let steps = approval_plan(Flags { has_lift: true, ..Flags::default() });
    assert!(steps.iter().any(|planned| planned.step.code() == "S10a" && planned.requirement.is_some()));

    for dossier in sample::programme().dossiers {
        let text = json::write(&dossier)?;
        assert_eq!(json::read_object::<Dossier>(&text)?, dossier);
    }
    assert!(cases::run_cases("[]")?.all_passed());
    println!("the packaged domain works in another program");
    Ok(())
}
