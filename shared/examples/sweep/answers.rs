//! Natively what the functions of the WebAssembly module give in the browser: the same texts, faults included.

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
use chrono::NaiveDate;

pub(crate) const GATES: [(Gate, &str); 5] =
    [(Gate::G0, "G0"), (Gate::G1, "G1"), (Gate::G2, "G2"), (Gate::G3, "G3"), (Gate::G4, "G4")];

/// One answer a line: the findings on each day at each gate, those of a form on the first day, the words in both languages
/// of those at `gate` on the first day.
pub(crate) fn of_dossier(dossier: &str, days: [&str; 2], gate: &str) -> String {
    answered(|| {
        let dossier: Dossier = json::read_object(dossier)?;
        let [day, _] = days;
        let gate: Gate = json::read_word("gate", gate)?;
        let mut lines = Vec::new();
        for day in days {
            let facts = ProjectFacts::of(&dossier, json::read_word("today", day)?);
            for (gate, _) in GATES {
                lines.push(json::write(&rules::gate_findings(&facts, gate))?);
            }
        }
        let facts = ProjectFacts::of(&dossier, json::read_word("today", day)?);
        let entry = &dossier.project_community;
        lines.push(json::write(&rules::form_findings(&facts, next_gate(entry.stage, entry.plan.is_some())))?);
        let findings = rules::gate_findings(&facts, gate);
        for language in [Language::Zh, Language::En] {
            lines.push(json::write(&rules::explained(&findings, language))?);
        }
        Ok(lines.join("\n"))
    })
}

/// A chart a line.
pub(crate) fn of_charts(facts: &str, filter: &str, language: &str, charts: &[&str]) -> String {
    let chart = |id: &&str| of_call("indicators", &[facts, id, filter, language]);
    charts.iter().map(chart).collect::<Vec<_>>().join("\n")
}

/// What a function gives, or `Error: ` with what it throws.
pub(crate) fn of_call(function: &str, arguments: &[&str]) -> String {
    answered(|| match (function, arguments) {
        ("check", [dossier, gate, today]) => {
            let dossier: Result<Dossier, Fault> = json::read_object(dossier);
            let gate: Gate = json::read_word("gate", gate)?;
            let today: NaiveDate = json::read_word("today", today)?;
            json::write(&rules::gate_findings(&ProjectFacts::of(&dossier?, today), gate))
        }
        ("explain", [findings, language]) => {
            let language: Language = json::read_word("language", language)?;
            let findings: Vec<Finding> = json::read(findings).map_err(|fault| fault.within("findings"))?;
            json::write(&rules::explained(&findings, language))
        }
        ("approvalPlan", [flags]) => {
            let flags: Flags = json::read_object(flags).map_err(|fault| fault.within("flags"))?;
            json::write(&approval_plan(flags))
        }
        ("indicators", [facts, id, filter, language]) => {
            let language: Language = json::read_word("language", language)?;
            let filter: Filter = json::read_object(filter).map_err(|fault| fault.within("filter"))?;
            let facts: ProgrammeFacts = json::read_object(facts).map_err(|fault| fault.within("facts"))?;
            let chart = indicators::compute(id, &facts, &filter, language);
            json::write(&chart.ok_or_else(|| Fault::at("id", format!("there is no chart {id}")))?)
        }
        ("runCases", [text]) => match cases::run_cases(text) {
            Ok(report) => Ok(report.lines.join("\n")),
            // Worded by another type of error.
            Err(error) => Ok(format!("Error: {error}")),
        },
        (function, arguments) => panic!("there is no {function} of {} arguments", arguments.len()),
    })
}

fn answered(run: impl FnOnce() -> Result<String, Fault>) -> String {
    run().unwrap_or_else(|fault| format!("Error: {fault}"))
}
