//! Functions that judge some fields of a project or a community, each read as the object that holds them.

use super::{
    Function,
    input::{by_gate, found, read},
};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    model::{Dossier, ProjectCommunity},
    rules::{self, r43_social_credit_code, r44_identity_number},
};
use chrono::NaiveDate;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// The functions.
pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("r06", |input| of_project(input, "R-06", &["new_saleable_area", "demolish_rebuild"])),
    ("r07", |input| {
        let community = object(input, &["division_code", "township"])?;
        gated(input, "R-07", &Dossier { community, ..Dossier::default() })
    }),
    ("r11", |input| {
        let (project, project_community) = (object(input, &["approved"])?, object(input, &["lines"])?);
        gated(input, "R-11", &Dossier { project, project_community, ..Dossier::default() })
    }),
    ("r13", |input| of_project(input, "R-13", &["changes_function", "changes_structure", "exception_paper"])),
    ("r42", |input| of_project(input, "R-42", &["manager_name", "manager_post"])),
    ("r43", |input| {
        let code: Code = read(input)?;
        by_gate(input, |_| r43_social_credit_code::check(&code.usci))
    }),
    ("r44", |input| {
        let number: Number = read(input)?;
        Ok(found(&r44_identity_number::check(&number.id_no, number.today)))
    }),
    ("r45", |input| of_project(input, "R-45", &["national_code"])),
    ("r54", r54),
];

#[derive(Deserialize)]
struct Code {
    #[serde(default)]
    usci: String,
}

#[derive(Deserialize)]
struct Number {
    #[serde(default)]
    id_no: String,
    today: NaiveDate,
}

fn r54(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Day {
        on: NaiveDate,
    }
    let mut project_community: ProjectCommunity = object(input, &["completed_on"])?;
    project_community.property_management = Some(object(input, &["mode", "services", "fee", "committee", "stand_in"])?);
    let dossier = Dossier { project_community, ..Dossier::default() };
    Ok(found(&judged(&ProjectFacts::of(&dossier, read::<Day>(input)?.on), Gate::G0, "R-54")))
}

/// A rule that reads these fields of the project.
fn of_project(input: &Map<String, Value>, rule: &str, fields: &[&str]) -> Result<Value, String> {
    gated(input, rule, &Dossier { project: object(input, fields)?, ..Dossier::default() })
}

/// The object that has these fields; all others are ignored.
fn object<T: DeserializeOwned>(input: &Map<String, Value>, fields: &[&str]) -> Result<T, String> {
    let named = input.iter().filter(|(name, _)| fields.contains(&name.as_str()));
    read(&named.map(|(name, value)| (name.clone(), value.clone())).collect())
}

/// What a rule finds in a dossier at each listed gate. No case knows a day: all parameters hold throughout.
fn gated(input: &Map<String, Value>, rule: &str, dossier: &Dossier) -> Result<Value, String> {
    let facts = ProjectFacts::of(dossier, NaiveDate::default());
    by_gate(input, |gate| judged(&facts, gate, rule))
}

/// What one rule finds at a gate.
fn judged(facts: &ProjectFacts<'_>, gate: Gate, rule: &str) -> Vec<Finding> {
    rules::check(facts, gate).into_iter().filter(|finding| finding.rule == rule).collect()
}
