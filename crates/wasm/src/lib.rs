//! The domain for JavaScript, in one file: texts in, texts out, the same bytes as natively.
//!
//! ```js
//! import init, { check, runCases } from "./anju_wasm.js";
//! await init();
//! const findings = JSON.parse(check(dossier, "G1", "2022-10-08"));
//! ```
//!
//! Every function throws an `Error` that names the place of the fault; none ever stops the module.

use anju_domain::{
    cases,
    facts::ProjectFacts,
    finding::Gate,
    json::{self, Fault},
    model::Dossier,
    rules,
};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// The findings of a dossier (JSON, as `anju export dossier` writes it) at a gate (`G0` … `G4`) on a day
/// (`YYYY-MM-DD`): what an act at this gate shows and is refused by.
///
/// # Errors
/// When the dossier, the gate or the day can't be read.
#[wasm_bindgen]
pub fn check(dossier: &str, gate: &str, today: &str) -> Result<String, JsError> {
    findings(dossier, gate, today).map_err(thrown)
}

/// Runs a file of worked cases and gives the lines of `anju cases`: one for each failing case, then how many passed.
///
/// # Errors
/// When the text is no file of cases.
#[wasm_bindgen(js_name = runCases)]
pub fn run_cases(cases: &str) -> Result<String, JsError> {
    report(cases).map_err(thrown)
}

fn findings(dossier: &str, gate: &str, today: &str) -> Result<String, Fault> {
    let gate: Gate = json::read_word("gate", gate)?;
    let today = json::read_word("today", today)?;
    let dossier: Dossier = json::read(dossier)?;
    json::write(&rules::gate_findings(&ProjectFacts::of(&dossier, today), gate))
}

fn report(text: &str) -> Result<String, cases::CasesError> {
    cases::run_cases(text).map(|report| report.lines.join("\n"))
}

fn thrown(fault: impl std::error::Error) -> JsError {
    JsError::new(&fault.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_those_of_the_domain_byte_for_byte() {
        let dossier = r#"{"project_community": {"plan_year": 2026}, "community": {"is_single_building": true}}"#;
        assert_eq!(
            findings(dossier, "G1", "2022-10-08").unwrap(),
            concat!(
                r#"[{"rule":"R-02","severity":"E","path":"plan_year","params":{"year":2026}},"#,
                r#"{"rule":"R-08","severity":"E","path":"is_single_building","params":{"field":"is_single_building"}}]"#
            )
        );
        assert_eq!(findings(dossier, "G0", "2022-10-08").unwrap(), "[]");
    }

    #[test]
    fn a_fault_names_its_place() {
        let fault = |dossier, gate, today| findings(dossier, gate, today).unwrap_err().to_string();
        assert!(fault("{}", "G7", "2022-10-08").starts_with("gate: unknown variant `G7`"));
        assert!(fault("{}", "G1", "2022-02-30").starts_with("today: "));
        assert_eq!(
            fault(r#"{"community": {"buildings": 3}}"#, "G1", "2022-10-08"),
            "community/buildings: invalid type: integer `3`, expected a sequence (line 1, column 29)"
        );
        assert!(fault("", "G1", "2022-10-08").contains("EOF"));
    }

    #[test]
    fn cases_are_reported_in_the_lines_of_the_command() {
        assert_eq!(report("[]").unwrap(), "0 passed, 0 failed");
        assert!(report("{").unwrap_err().to_string().starts_with("not a file of cases: "));
    }
}
