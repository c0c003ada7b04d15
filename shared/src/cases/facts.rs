//! The input of a case as a dossier, with the defaults of the form of case files.

use crate::{
    exact::{Area, Money},
    facts::ProjectFacts,
    finding::Gate,
    json::{self, Fault},
    model::{
        BalancePlan, Building, CentralUse, Community, Dossier, FundingCommitment, InvestmentLine, OperatorAgreement,
        PriorSubsidy, ScopeAdjustment,
    },
    policy::{
        parameters::{Override, WINDOW_READING, WindowReading},
        stages::{BondResult, CommitmentStatus},
    },
};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value};

/// The fields of every function that looks at a project community.
#[derive(Default, Deserialize)]
#[serde(default)]
struct CaseInput {
    gates: Vec<Gate>,
    plan_year: i32,
    reading: Option<WindowReading>,
    scope_adjustments: Vec<ScopeAdjustment>,
    is_single_building: bool,
    community: Flags,
    scope_households: i64,
    scope_area: Area,
    scope_count: Option<i64>,
    total_invest: Option<Money>,
    buildings: Vec<Building>,
    prior_subsidies: Vec<PriorSubsidy>,
    other_central_lines: Vec<CentralUse>,
    lines: Vec<InvestmentLine>,
    commitments: Vec<FundingCommitment>,
    operator_agreements: Vec<OperatorAgreement>,
    balance_plan_approved: bool,
    bond_result: BondResult,
}

/// What a case says of a community.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Flags {
    infra_incomplete: bool,
    service_incomplete: bool,
    will_strong: bool,
    built_early: bool,
    neglected: bool,
    expropriation_planned: bool,
}

/// A case as a dossier.
pub(super) struct CaseFacts {
    pub(super) gates: Vec<Gate>,
    dossier: Dossier,
}

impl CaseFacts {
    /// Reads the named fields of an input; those that a function does not name are ignored.
    pub(super) fn read(input: &Map<String, Value>, fields: &[&str]) -> Result<Self, String> {
        let named: Map<String, Value> = fields
            .iter()
            .filter_map(|field| Some((*field, input.get(*field).filter(|value| !value.is_null())?)))
            .map(|(field, value)| (field.to_owned(), prepared(field, value)))
            .collect();
        let read: CaseInput = json::read(&Value::Object(named).to_string())
            .map_err(|fault| Fault::at(fault.path, fault.message).within("input").to_string())?;
        Ok(Self { gates: read.gates.clone(), dossier: dossier(read)? })
    }

    /// The facts of the case. No case knows a day: all parameters but the window hold throughout.
    pub(super) fn facts(&self) -> ProjectFacts<'_> {
        ProjectFacts::of(&self.dossier, NaiveDate::default())
    }
}

/// A field with its nulls taken as absent and a commitment without status as 落实.
fn prepared(field: &str, value: &Value) -> Value {
    let mut value = json::without_nulls(value);
    if field == "commitments"
        && let Value::Array(commitments) = &mut value
    {
        for commitment in commitments.iter_mut().filter_map(Value::as_object_mut) {
            commitment.entry("status").or_insert_with(|| CommitmentStatus::Secured.code().into());
        }
    }
    value
}

fn dossier(input: CaseInput) -> Result<Dossier, String> {
    let mut dossier = Dossier {
        community: Community {
            is_single_building: input.is_single_building,
            infra_incomplete: input.community.infra_incomplete,
            service_incomplete: input.community.service_incomplete,
            will_strong: input.community.will_strong,
            built_early: input.community.built_early,
            neglected: input.community.neglected,
            expropriation_planned: input.community.expropriation_planned,
            buildings: input.buildings,
            prior_subsidies: input.prior_subsidies,
            ..Community::default()
        },
        other_central_lines: input.other_central_lines,
        ..Dossier::default()
    };
    let entry = &mut dossier.project_community;
    entry.plan_year = input.plan_year;
    entry.scope_households = input.scope_households;
    entry.scope_area = input.scope_area;
    entry.scope_count = input.scope_count;
    entry.total_invest = input.total_invest;
    entry.lines = input.lines;
    entry.commitments = input.commitments;
    let project = &mut dossier.project;
    project.operator_agreements = input.operator_agreements;
    project.balance_plan = Some(BalancePlan { doc: String::new(), approved: input.balance_plan_approved });
    project.bond_result = input.bond_result;
    let programme = &mut dossier.programme;
    programme.scope_adjustments = input.scope_adjustments;
    if let Some(reading) = input.reading {
        let setting = Override {
            name: WINDOW_READING.name().to_owned(),
            valid_from: NaiveDate::MIN,
            value: reading.code().to_owned(),
            basis: String::new(),
        };
        programme.settings.set(setting).map_err(|error| format!("input/reading: {error}"))?;
    }
    Ok(dossier)
}
