//! Functions of the approvals: the plan of a project, and the rules that look at its steps.

use super::{
    Function,
    input::{by_gate, read},
};
use crate::{
    facts::ProjectFacts,
    model::{ApprovalStep, Building, BuildingSelection, Dossier, InvestmentLine, Organisation, Project},
    policy::{
        approval_plan::{Flags, PlannedStep, approval_plan},
        approvals::Step,
        stages::{Requirement, StepStatus},
    },
    rules::{self, r38_before_the_start},
};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The functions.
pub(super) const FUNCTIONS: &[(&str, Function)] = &[
    ("approval_plan", plan),
    ("r14", r14),
    ("r15", r15),
    ("r35", r35),
    ("r36", |input| r36_r37(input, "R-36")),
    ("r37", |input| r36_r37(input, "R-37")),
    ("r38", r38),
    ("r39", r39),
    ("r41", r41),
];

fn plan(input: &Map<String, Value>) -> Result<Value, String> {
    let plan = approval_plan(read::<Flags>(input)?);
    Ok(json!({ "plan": plan.iter().filter_map(compared).collect::<Vec<_>>() }))
}

/// A step as cases write it; one that is left out is absent.
fn compared(planned: &PlannedStep) -> Option<Value> {
    let requirement = planned.requirement?;
    let mut shown = Map::new();
    shown.insert("step".to_owned(), json!(planned.step));
    shown.insert("requirement".to_owned(), json!(requirement));
    for (name, step) in [("merged_into", planned.merged_into), ("merge_allowed", planned.merge_allowed)] {
        if let Some(step) = step {
            shown.insert(name.to_owned(), json!(step));
        }
    }
    if let Some(variant) = planned.variant {
        shown.insert("variant".to_owned(), json!(variant));
    }
    // Of the waived steps only the tender has its reason in the form of cases.
    if planned.step == Step::S13 && requirement == Requirement::Waived {
        shown.insert("reason".to_owned(), json!(planned.reason.code()));
    }
    Some(Value::Object(shown))
}

/// What one rule says of a dossier at each listed gate. No case knows a day.
fn judged(
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

fn step(step: Step, status: StepStatus, date: Option<NaiveDate>, joint: bool) -> ApprovalStep {
    ApprovalStep { status, date, joint, ..ApprovalStep::new(step, Requirement::Needed) }
}

fn lift(buildings: BuildingSelection) -> InvestmentLine {
    InvestmentLine { item: "I15".to_owned(), buildings, ..InvestmentLine::default() }
}

fn r14(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        #[serde(default)]
        buildings: Vec<Building>,
        #[serde(default)]
        s11_status: StepStatus,
    }
    let read: Input = read(input)?;
    let mut dossier = Dossier::default();
    dossier.community.buildings = read.buildings;
    dossier.project.steps = vec![step(Step::S11, read.s11_status, None, false)];
    judged(input, "R-14", &dossier, Vec::new())
}

fn r15(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        #[serde(default)]
        lift_buildings: Vec<Building>,
        s05: Requirement,
        s10a: Requirement,
        s10b: Requirement,
    }
    let read: Input = read(input)?;
    let numbers = read.lift_buildings.iter().map(|building| building.no.clone()).collect();
    let mut dossier = Dossier::default();
    dossier.project_community.lines = vec![lift(BuildingSelection::These(numbers))];
    dossier.community.buildings = read.lift_buildings;
    judged(input, "R-15", &dossier, vec![(Step::S05, read.s05), (Step::S10a, read.s10a), (Step::S10b, read.s10b)])
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

fn r41(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Input {
        project_owner_kind: String,
        public_housing: bool,
        entrusting_paper: Option<String>,
        lgfv: bool,
        market_reformed: bool,
        bears_gov_financing: bool,
    }
    let read: Input = read(input)?;
    let owner = Organisation {
        kind: read.project_owner_kind,
        lgfv: read.lgfv,
        market_reformed: read.market_reformed,
        bears_gov_financing: read.bears_gov_financing,
        ..Organisation::default()
    };
    let project = Project {
        public_housing: read.public_housing,
        entrusting_paper: read.entrusting_paper,
        owner_organisation: Some(owner),
        ..Project::default()
    };
    judged(input, "R-41", &Dossier { project, ..Dossier::default() }, Vec::new())
}
