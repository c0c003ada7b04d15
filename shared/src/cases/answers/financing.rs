//! Functions that judge bonds, loans and gifts of a project.

use super::{
    Function,
    input::{by_gate, read},
};
use crate::{
    exact::Money,
    facts::ProjectFacts,
    finding::{Finding, Gate},
    model::{Disbursement, Dossier, FundingCommitment, MarketFinancing, Organisation, Receipt, Source},
    policy::stages::BondResult,
    rules,
};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Map, Value};
use uuid::Uuid;

/// The functions.
pub(super) const FUNCTIONS: &[(&str, Function)] = &[("r23", r23), ("r24", r24), ("r28", r28)];

/// What one rule says of a dossier.
fn of_rule(dossier: &Dossier, gate: Gate, rule: &str) -> Vec<Finding> {
    let mut found = rules::check(&ProjectFacts::of(dossier, NaiveDate::default()), gate);
    found.retain(|finding| finding.rule == rule);
    found
}

fn r23(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        bond_result: BondResult,
        issued_amount: Money,
        #[serde(default)]
        paid: Money,
        #[serde(default)]
        revenue_source: String,
    }
    let Input { bond_result, issued_amount, paid, revenue_source } = read(input)?;
    let bonds = FundingCommitment { funding: "F12".to_owned(), ..FundingCommitment::default() };
    let mut dossier = with_cash(bonds, Money::ZERO, paid);
    dossier.project.bond_result = bond_result;
    dossier.project.bond_issued = issued_amount;
    dossier.project.revenue_source = revenue_source;
    by_gate(input, |gate| of_rule(&dossier, gate, "R-23"))
}

fn r24(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        kind: String,
        borrower_kind: String,
        #[serde(default)]
        gov_guarantee: bool,
        #[serde(default)]
        fiscal_repayment: bool,
        #[serde(default)]
        lgfv: bool,
        #[serde(default)]
        market_reformed: bool,
        #[serde(default)]
        bears_gov_financing: bool,
        #[serde(default = "yes")]
        is_debt: bool,
    }
    let read: Input = read(input)?;
    let mut dossier = Dossier::default();
    dossier.project.financings = vec![MarketFinancing {
        kind: read.kind,
        is_debt: read.is_debt,
        borrower: Organisation {
            kind: read.borrower_kind,
            lgfv: read.lgfv,
            market_reformed: read.market_reformed,
            bears_gov_financing: read.bears_gov_financing,
            ..Organisation::default()
        },
        gov_guarantee: read.gov_guarantee,
        fiscal_repayment: read.fiscal_repayment,
        ..MarketFinancing::default()
    }];
    by_gate(input, |gate| of_rule(&dossier, gate, "R-24"))
}

fn yes() -> bool {
    true
}

fn r28(input: &Map<String, Value>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Input {
        funding: String,
        in_kind: bool,
        #[serde(default)]
        valuation_basis: String,
        #[serde(default)]
        received: Money,
        #[serde(default)]
        paid: Money,
    }
    let Input { funding, in_kind, valuation_basis, received, paid } = read(input)?;
    let gift =
        FundingCommitment { funding, in_kind, valuation_basis: Some(valuation_basis), ..FundingCommitment::default() };
    let dossier = with_cash(gift, received, paid);
    by_gate(input, |gate| of_rule(&dossier, gate, "R-28"))
}

/// A dossier of one commitment, of whose source something arrived and was paid.
fn with_cash(commitment: FundingCommitment, received: Money, paid: Money) -> Dossier {
    let (source, date, text): (Source, _, _) = (commitment.source(), NaiveDate::default(), String::new);
    let mut dossier = Dossier::default();
    let entry = &mut dossier.project_community;
    let id = Uuid::nil();
    entry.receipts.push(Receipt {
        id,
        source: source.clone(),
        date,
        amount: received,
        doc_no: text(),
        voucher: text(),
    });
    entry.payments.push(Disbursement {
        id,
        source,
        line: text(),
        date,
        amount: paid,
        doc_no: text(),
        voucher: text(),
        payee: text(),
        purpose: text(),
    });
    entry.commitments.push(commitment);
    dossier
}
