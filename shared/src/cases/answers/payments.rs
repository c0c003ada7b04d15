//! Functions that judge a withdrawal, a use of the maintenance fund, a payment, a report or a year's plan.

use super::{
    Function,
    input::{by_gate, found, read},
};
use crate::{
    exact::Money,
    model::FiscalCapacity,
    policy::{parameters::Settings, stages::CapacityConclusion},
    rules::{
        r21_provident_fund::{self, AccountHolder, Withdrawal},
        r22_maintenance_fund::{self, FundUse},
        r25_earmarked_use::{self, Payment},
        r30_overrun,
        r31_fiscal_capacity::{self, YearPlan},
    },
};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value};

/// The functions.
pub(super) const FUNCTIONS: &[(&str, Function)] =
    &[("r21", r21), ("r22", r22), ("r25", r25), ("r30", r30), ("r31", r31)];

/// No case knows a day: the default parameters hold.
fn defaults() -> (Settings, NaiveDate) {
    (Settings::default(), NaiveDate::default())
}

fn r21(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        account_holder: AccountHolder,
        #[serde(default = "yes")]
        certified_eligible: bool,
        withdrawn: Money,
        dwelling_share: Money,
        subsidies: Money,
    }
    let Input { account_holder, certified_eligible, withdrawn, dwelling_share, subsidies } = read(input)?;
    let withdrawal = Withdrawal { account_holder, certified_eligible, withdrawn, dwelling_share, subsidies };
    by_gate(input, |gate| r21_provident_fund::check(&withdrawal, gate))
}

fn yes() -> bool {
    true
}

fn r22(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        consent_passed: bool,
        balance: Money,
        first_deposit: Money,
        amount: Money,
    }
    let Input { consent_passed, balance, first_deposit, amount } = read(input)?;
    let fund_use = FundUse { consent_passed, amount, balance, first_deposit };
    let (settings, today) = defaults();
    by_gate(input, |gate| r22_maintenance_fund::check(&fund_use, gate, &settings, today))
}

fn r25(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        line: String,
        commitment_line: String,
        committed: Money,
        received: Money,
        paid_after: Money,
        #[serde(default)]
        purpose: String,
    }
    let Input { line, commitment_line, committed, received, paid_after, purpose } = read(input)?;
    let line_is_committed = line == commitment_line;
    let payment = Payment { line_is_committed, committed, received, paid_after, purpose: &purpose };
    let (settings, today) = defaults();
    by_gate(input, |gate| r25_earmarked_use::check(&payment, gate, &settings, today))
}

fn r30(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        #[serde(default)]
        approved_total: Money,
        cum_invest: Money,
    }
    let Input { approved_total, cum_invest } = read(input)?;
    let (settings, today) = defaults();
    Ok(found(&r30_overrun::check(approved_total, cum_invest, &settings, today)))
}

fn r31(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Input {
        plan_year: i32,
        #[serde(rename = "F12")]
        bonds: Money,
        #[serde(rename = "F13")]
        rewards: Money,
        #[serde(rename = "F14")]
        stock: Money,
        fiscal_capacity: Option<Capacity>,
    }
    #[derive(Deserialize)]
    struct Capacity {
        ceiling: Money,
        conclusion: CapacityConclusion,
    }
    let Input { plan_year, bonds, rewards, stock, fiscal_capacity } = read(input)?;
    let capacity = fiscal_capacity.map(|Capacity { ceiling, conclusion }| FiscalCapacity {
        ceiling,
        conclusion,
        ..FiscalCapacity::default()
    });
    let counted = [("F12", bonds), ("F13", rewards), ("F14", stock)];
    let plan = YearPlan { year: plan_year, counted: &counted, capacity: capacity.as_ref() };
    let (settings, today) = defaults();
    by_gate(input, |gate| r31_fiscal_capacity::check(&plan, gate, &settings, today))
}
