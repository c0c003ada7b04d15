//! The domain for JavaScript, in one file: texts in, texts out, the same bytes as natively.
//!
//! ```js
//! import init, { Dossier, approvalPlan, check, explain, indicators, runCases } from "./anju_wasm.js";
//! await init();
//! const findings = JSON.parse(check(dossier, "G1", "2022-10-08"));
//! const kept = new Dossier(dossier); // read once, checked as often as something is typed
//! const now = JSON.parse(kept.check("G0", "2022-10-08"));
//! const words = JSON.parse(explain(JSON.stringify(findings), "zh")); // a message and a remedy for each
//! const steps = JSON.parse(approvalPlan('{"has_I15": true}'));
//! ```
//!
//! Every function throws an `Error` that names the place of the fault; none ever stops the module.

mod read_dossier;
mod types;

use anju_domain::{
    cases,
    facts::{ProjectFacts, next_gate},
    finding::{Finding, Gate},
    indicators::{self, Filter, ProgrammeFacts},
    json::{self, Fault},
    language::Language,
    model::Dossier,
    policy::approval_plan::{Flags, approval_plan},
    rules,
};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// The findings of a dossier (JSON, as `anju export dossier` writes it) at a gate (`G0` … `G4`) on a day
/// (`YYYY-MM-DD`): what an act at this gate shows and is refused by.
///
/// # Errors
/// When the dossier, the gate or the day can't be read.
#[wasm_bindgen(unchecked_return_type = "Json<Finding[]>")]
pub fn check(
    #[wasm_bindgen(unchecked_param_type = "Json<object>")] dossier: &str,
    #[wasm_bindgen(unchecked_param_type = "Gate")] gate: &str,
    today: &str,
) -> Result<String, JsError> {
    findings(dossier, gate, today).map_err(thrown)
}

/// The words of findings (JSON array, as `check` gives them) in a language (`zh` or `en`): for each what happened and who
/// does what to mend it.
///
/// # Errors
/// When the findings or the language can't be read.
#[wasm_bindgen(unchecked_return_type = "Json<Explained[]>")]
pub fn explain(
    #[wasm_bindgen(unchecked_param_type = "Json<Finding[]>")] findings: &str,
    #[wasm_bindgen(unchecked_param_type = "Language")] language: &str,
) -> Result<String, JsError> {
    words(findings, language).map_err(thrown)
}

/// The approvals that a project with these flags needs (JSON object; `{}` for a project as most are): every step in the
/// order of the catalogue, those left out too, each with its reason and clause.
///
/// # Errors
/// When the flags can't be read.
#[wasm_bindgen(js_name = approvalPlan, unchecked_return_type = "Json<PlannedStep[]>")]
pub fn approval_steps(
    #[wasm_bindgen(unchecked_param_type = "Json<ApprovalFlags>")] flags: &str,
) -> Result<String, JsError> {
    plan(flags).map_err(thrown)
}

/// One chart (`L-01` …) as a `Chart` value in JSON, from the facts of a programme (JSON, as `/api/v1/facts` gives
/// them), a filter (JSON object; `{}` for everything) and a language (`zh` or `en`).
///
/// # Errors
/// When an argument can't be read or there is no such chart.
#[wasm_bindgen(js_name = indicators, unchecked_return_type = "Json<Chart>")]
pub fn indicator(
    #[wasm_bindgen(unchecked_param_type = "Json<object>")] facts: &str,
    id: &str,
    #[wasm_bindgen(unchecked_param_type = "Json<ChartFilter>")] filter: &str,
    #[wasm_bindgen(unchecked_param_type = "Language")] language: &str,
) -> Result<String, JsError> {
    chart(facts, id, filter, language).map_err(thrown)
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
    let read = json::read_object(dossier);
    judge(read.as_ref().map_err(Clone::clone), gate, today)
}

/// What the rules say of a dossier that was read; the words beside it are looked at first.
fn judge(dossier: Result<&Dossier, Fault>, gate: &str, today: &str) -> Result<String, Fault> {
    let gate: Gate = json::read_word("gate", gate)?;
    let today = json::read_word("today", today)?;
    let dossier = dossier?;
    json::write(&rules::gate_findings(&ProjectFacts::of(dossier, today), gate))
}

/// What a form shows of a dossier: the findings of saving and those of the gate that it meets next.
fn shown(dossier: &Dossier, today: &str) -> Result<String, Fault> {
    let today = json::read_word("today", today)?;
    let entry = &dossier.project_community;
    let next = next_gate(entry.stage, entry.plan.is_some());
    json::write(&rules::form_findings(&ProjectFacts::of(dossier, today), next))
}

fn words(findings: &str, language: &str) -> Result<String, Fault> {
    let language: Language = json::read_word("language", language)?;
    let findings: Vec<Finding> = json::read(findings).map_err(|fault| fault.within("findings"))?;
    json::write(&rules::explained(&findings, language))
}

fn plan(flags: &str) -> Result<String, Fault> {
    let flags: Flags = json::read_object(flags).map_err(|fault| fault.within("flags"))?;
    json::write(&approval_plan(flags))
}

fn chart(facts: &str, id: &str, filter: &str, language: &str) -> Result<String, Fault> {
    let language: Language = json::read_word("language", language)?;
    let filter: Filter = json::read_object(filter).map_err(|fault| fault.within("filter"))?;
    let facts: ProgrammeFacts = json::read_object(facts).map_err(|fault| fault.within("facts"))?;
    let chart = indicators::compute(id, &facts, &filter, language);
    json::write(&chart.ok_or_else(|| Fault::at("id", format!("there is no chart {id}")))?)
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
        let read: Dossier = json::read(dossier).unwrap();
        let today = json::read_word("today", "2022-10-08").unwrap();
        let natively = rules::gate_findings(&ProjectFacts::of(&read, today), Gate::G1);
        let text = findings(dossier, "G1", "2022-10-08").unwrap();
        assert_eq!(text, json::write(&natively).unwrap());
        let first = r#"[{"rule":"R-02","severity":"E","path":"plan_year","params":{"year":2026}},"#;
        assert!(text.starts_with(first), "{text}");
        let saving = rules::gate_findings(&ProjectFacts::of(&read, today), Gate::G0);
        assert_eq!(findings(dossier, "G0", "2022-10-08").unwrap(), json::write(&saving).unwrap());
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
    fn findings_have_words_and_faults_of_them_a_place() {
        let said = findings(r#"{"project_community": {"plan_year": 2026}}"#, "G1", "2022-10-08").unwrap();
        let read: Vec<Finding> = json::read(&said).unwrap();
        let natively = rules::explained(&read, Language::Zh);
        assert_eq!(words(&said, "zh").unwrap(), json::write(&natively).unwrap());
        assert!(words(&said, "en").unwrap().starts_with(r#"[{"message":""#));
        assert_eq!(words("[]", "en").unwrap(), "[]");
        let fault = |findings, language| words(findings, language).unwrap_err().to_string();
        assert!(fault("[]", "fr").starts_with("language: unknown variant `fr`"));
        assert!(fault(r#"[{"rule": 3}]"#, "zh").starts_with("findings/0/rule: invalid type"));
        assert!(fault("{}", "zh").starts_with("findings: invalid type"));
    }

    #[test]
    fn a_plan_has_every_step_and_a_fault_of_a_flag_its_place() {
        let steps = plan(r#"{"has_I15": true}"#).unwrap();
        assert_eq!(steps.matches(r#""step":"#).count(), 17);
        assert!(steps.contains(concat!(
            r#"{"step":"S05","requirement":"需办","merged_into":null,"merge_allowed":"S07","variant":null,"#,
            r#""reason":"altering","clause":"4.3d"}"#
        )));
        let fault = |flags| plan(flags).unwrap_err().to_string();
        assert!(fault(r#"{"pledge": 1}"#).starts_with("flags/pledge: invalid type"));
        assert!(fault("[]").starts_with("flags: "));
    }

    #[test]
    fn a_chart_is_that_of_the_domain_and_needs_its_four_arguments() {
        const NO_COMMUNITIES: &str =
            r#"{"programme": {}, "as_of": "2022-10-08", "revision": 1, "plans": [], "communities": []}"#;
        let fault = |facts, id, filter, language| chart(facts, id, filter, language).unwrap_err().to_string();
        assert!(fault("{}", "L-01", "{}", "fr").starts_with("language: unknown variant `fr`"));
        assert!(fault("{}", "L-01", r#"{"colour": 1}"#, "zh").starts_with("filter/colour: unknown field"));
        assert!(fault("{}", "L-01", "{}", "zh").starts_with("facts: missing field"));
        assert_eq!(fault(NO_COMMUNITIES, "L-99", "{}", "zh"), "id: there is no chart L-99");
        for id in indicators::INDICATORS.iter().map(|indicator| indicator.id) {
            let facts: ProgrammeFacts = json::read(NO_COMMUNITIES).unwrap();
            let natively = indicators::compute(id, &facts, &Filter::default(), Language::En).unwrap();
            assert_eq!(chart(NO_COMMUNITIES, id, "{}", "en").unwrap(), json::write(&natively).unwrap());
        }
    }

    #[test]
    fn cases_are_reported_in_the_lines_of_the_command() {
        assert_eq!(report("[]").unwrap(), "0 passed, 0 failed");
        assert!(report("{").unwrap_err().to_string().starts_with("not a file of cases: "));
    }
}
