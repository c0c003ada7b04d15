//! Functions of the rules on who builds, and on buildings that need more than the others.

use super::{
    Function,
    approvals::{judged, lift, step},
    input::read,
};
use crate::{
    model::{Building, BuildingSelection, Dossier, Organisation, Project},
    policy::{
        approvals::Step,
        stages::{Requirement, StepStatus},
    },
};
use serde::Deserialize;
use serde_json::{Map, Value};

/// The functions.
pub(super) const FUNCTIONS: &[(&str, Function)] = &[("r14", r14), ("r15", r15), ("r41", r41)];

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
