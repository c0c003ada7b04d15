//! Functions of the rules that look at the steps of a project.

use super::{
    Function,
    input::{by_gate, read},
};
use crate::{
    facts::ProjectFacts,
    model::{ApprovalStep, BuildingSelection, Dossier, InvestmentLine, Project},
    policy::{
        approval_plan::Flags,
        approvals::Step,
        stages::{Requirement, StepStatus},
    },
    rules::{self, r38_before_the_start},
};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value};

/// The functions.
pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("r35", r35),
    ("r36", |input| r36_r37(input, "R-36")),
    ("r37", |input| r36_r37(input, "R-37")),
    ("r38", r38),
    ("r39", r39),
];

/// What one rule says of a dossier at each listed gate. No case knows a day.
pub(super) fn judged(
    input: &Map<String, Value>,
    rule: &str,
    dossier: &Dossier,
    requirements: Vec<(Step, Requirement)>,
) -> Result<Value, String> {
    let mut facts = ProjectFacts::of(dossier, NaiveDate::default());
    facts.requirements = requirements;
    by_gate(input, |gate| {
        let mut found = rules::check(&facts, gate);
        found.retain(|finding| finding.rule == rule);
        found
    })
}

/// A step with this status.
pub(super) fn step(step: Step, status: StepStatus, date: Option<NaiveDate>, joint: bool) -> ApprovalStep {
    ApprovalStep { status, date, joint, ..ApprovalStep::new(step, Requirement::Needed) }
}

/// A line of lifts.
pub(super) fn lift(buildings: BuildingSelection) -> InvestmentLine {
    InvestmentLine { item: "I15".to_owned(), buildings, ..InvestmentLine::default() }
}

/// The status of a step in cases, where a waived one has no other.
fn status(text: Option<&str>) -> Result<StepStatus, String> {
    match text {
        None | Some("免办") => Ok(StepStatus::NotSubmitted),
        Some(text) => StepStatus::from_code(text).ok_or_else(|| format!("input: no status {text}")),
    }
}

fn r35(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        #[serde(default)]
        land_rights_change: bool,
        s04_status: Option<String>,
        land_paper: Option<String>,
    }
    let read: Input = read(input)?;
    let project = Project {
        land_rights_change: read.land_rights_change,
        land_paper: read.land_paper,
        steps: vec![step(Step::S04, status(read.s04_status.as_deref())?, None, false)],
        ..Project::default()
    };
    judged(input, "R-35", &Dossier { project, ..Dossier::default() }, Vec::new())
}

fn r36_r37(input: &Map<String, Value>, rule: &str) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        #[serde(flatten)]
        flags: Flags,
        s05_status: Option<String>,
        s06_status: Option<String>,
        #[serde(default)]
        s06_joint: bool,
    }
    let read: Input = read(input)?;
    let flags = read.flags;
    let project = Project {
        new_build: flags.new_build,
        adds_floor_area: flags.adds_floor_area,
        changes_structure: flags.changes_structure,
        changes_function: flags.changes_function,
        pledge: flags.pledge,
        steps: vec![
            step(Step::S05, status(read.s05_status.as_deref())?, None, false),
            step(Step::S06, status(read.s06_status.as_deref())?, None, read.s06_joint),
        ],
        ..Project::default()
    };
    let mut dossier = Dossier { project, ..Dossier::default() };
    if flags.has_lift {
        dossier.project_community.lines = vec![lift(BuildingSelection::All)];
    }
    judged(input, rule, &dossier, Vec::new())
}

fn r38(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        actual_start: Option<NaiveDate>,
        #[serde(rename = "S07")]
        permit: Option<String>,
        #[serde(rename = "S08")]
        supervision: Option<String>,
        contract: Option<String>,
    }
    use r38_before_the_start::Paper;
    let paper = |text: Option<String>, path: &str| {
        let paper = match text.as_deref() {
            None => Paper::Missing,
            Some("merged") => Paper::Merged,
            Some(text) => Paper::Dated(text.parse().map_err(|_| format!("input/{path}: no date {text}"))?),
        };
        Ok::<_, String>((paper, path.to_owned()))
    };
    let read: Input = read(input)?;
    let papers = [paper(read.permit, "S07")?, paper(read.supervision, "S08")?, paper(read.contract, "contract")?];
    by_gate(input, |gate| r38_before_the_start::judge(read.actual_start, papers.clone(), gate))
}

fn r39(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Input {
        s09_status: StepStatus,
        s09_date: Option<NaiveDate>,
        completed_on: Option<NaiveDate>,
        joint: bool,
        #[serde(rename = "has_I15")]
        has_lift: bool,
        s10b_status: StepStatus,
    }
    let read: Input = read(input)?;
    let mut dossier = Dossier::default();
    dossier.project.steps = vec![
        step(Step::S09, read.s09_status, read.s09_date, read.joint),
        step(Step::S10b, read.s10b_status, None, false),
    ];
    dossier.project_community.completed_on = read.completed_on;
    if read.has_lift {
        dossier.project_community.lines = vec![lift(BuildingSelection::All)];
    }
    judged(input, "R-39", &dossier, Vec::new())
}
