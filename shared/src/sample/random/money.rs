//! Lines, the money that pays them to the last fen, and what of it has come and gone.

use super::Seeded;
use crate::{
    exact::Money,
    model::{
        Approved, BuildingSelection, Disbursement, FundingCommitment, ImplementingParty, InvestmentLine,
        MarketFinancing, Organisation, PriorSubsidy, Project, ProjectCommunity, Receipt, Sibling, SiblingLine, Source,
    },
    policy::{
        funding::{Level, fund, sector_items},
        items::{BudgetClass, ITEMS, Item, OperatorKind, item},
        parameters::{FUND_ITEMS_F07, OPERATOR_SHARE_MIN},
        stages::{BondResult, CommitmentStatus, Component, PartyKind},
    },
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Items that ask for papers of their own, or are another item's content.
const LEFT_OUT: &[&str] = &["I15", "I17"];
/// Operator kinds whose civil works and cables are told apart.
const SPLIT: &[OperatorKind] = &[OperatorKind::Power, OperatorKind::Telecom, OperatorKind::CableTv];

/// Fills in lines, commitments, totals and the approval; gives the project's other communities, so many.
pub(super) fn fill(
    entry: &mut ProjectCommunity,
    project: &mut Project,
    prior: &[PriorSubsidy],
    siblings: usize,
    random: &mut Seeded,
) -> Vec<Sibling> {
    let has_bonds = random.once_in(4);
    project.bond_result = if has_bonds { BondResult::Passed } else { BondResult::Pending };
    project.revenue_source = if has_bonds { "停车收入".to_owned() } else { String::new() };
    entry.lines = chosen_items(random).into_iter().map(|item| line(item, random)).collect();
    for line in &entry.lines {
        let Some(item) = item(&line.item) else { continue };
        let had_central = prior.iter().any(|aid| aid.item == item.code && aid.level == Level::Central);
        pay(line, item, has_bonds, had_central, &mut entry.commitments, random);
    }
    let siblings: Vec<Sibling> = (0..siblings).map(|_| sibling(random)).collect();
    let own: Money = entry.lines.iter().map(|line| line.amount).sum();
    let others: Money = siblings.iter().flat_map(|sibling| &sibling.lines).map(|line| line.amount).sum();
    entry.total_invest = Some(own);
    project.total_invest = Some(own.plus(others));
    project.approved = Some(approved(entry, &siblings));
    if entry.commitments.iter().any(|commitment| commitment.funding == "F19") {
        project.financings.push(MarketFinancing {
            kind: "F19".to_owned(),
            is_debt: true,
            borrower: Organisation {
                name: "样例企业".to_owned(),
                kind: PartyKind::Enterprise.code().to_owned(),
                ..Organisation::default()
            },
            amount: Money::from_fen(random.between(1, 1_000_000_000)),
            ..MarketFinancing::default()
        });
    }
    siblings
}

/// At least one item of the works, each once.
fn chosen_items(random: &mut Seeded) -> Vec<&'static Item> {
    let density = random.pick(&[2, 4, 8]).to_owned();
    let mut chosen: Vec<&Item> =
        ITEMS.iter().filter(|item| !LEFT_OUT.contains(&item.code)).filter(|_| random.once_in(density)).collect();
    if chosen.is_empty() {
        chosen.extend(item("B14"));
    }
    chosen
}

fn line(item: &'static Item, random: &mut Seeded) -> InvestmentLine {
    let operator_kind = (!item.operator_kinds.is_empty()).then(|| *random.pick(item.operator_kinds));
    let component = match operator_kind {
        None => Component::Other,
        Some(kind) if SPLIT.contains(&kind) => {
            *random.pick(&[Component::CivilWorks, Component::Cable, Component::Equipment])
        }
        Some(_) => Component::Equipment,
    };
    let (kind, of_operator) = if component == Component::Cable {
        (PartyKind::Operator, operator_kind)
    } else {
        (PartyKind::Enterprise, None)
    };
    let operator = operator_kind.map(|kind| format!("样例{kind}单位"));
    InvestmentLine {
        id: item.code.to_owned(),
        item: item.code.to_owned(),
        category: Some(item.class),
        buildings: if random.once_in(4) {
            BuildingSelection::These(vec!["1#".to_owned()])
        } else {
            BuildingSelection::All
        },
        quantity: random.between(1, 9_999).to_string(),
        unit: item.unit.to_owned(),
        component: Some(component),
        operator_kind,
        amount: Money::from_fen(if random.once_in(3) {
            random.between(1, 300_000_000)
        } else {
            random.between(1, 20_000) * 10_000
        }),
        implementing_party: Some(ImplementingParty { kind: kind.code().to_owned(), operator_kind: of_operator }),
        owner: operator.clone(),
        maintainer: operator,
        ..InvestmentLine::default()
    }
}

/// Pays a line to the last fen.
fn pay(
    line: &InvestmentLine,
    item: &'static Item,
    has_bonds: bool,
    had_central: bool,
    commitments: &mut Vec<FundingCommitment>,
    random: &mut Seeded,
) {
    let total = line.amount.fen();
    let mut rest = total;
    if let Some(kind) = line.operator_kind {
        let floor = OPERATOR_SHARE_MIN.default_on(NaiveDate::default());
        let least = (total * floor + 99) / 100;
        let is_cable = line.component == Some(Component::Cable);
        let share = if is_cable { total } else { random.between(least, total) };
        commitments.push(FundingCommitment {
            operator_kind: Some(kind),
            provider: format!("样例{kind}单位"),
            ..commitment(line, "F15", share, random)
        });
        rest -= share;
    }
    let funds = funds(item, has_bonds, had_central);
    for part in (0..random.count(1, 3)).rev() {
        let amount = if part == 0 { rest } else { random.between(0, rest) };
        if amount > 0 {
            let fund = *random.pick(funds.as_slice());
            commitments.push(detailed(commitment(line, fund, amount, random), item, random));
            rest -= amount;
        }
    }
}

/// The funds that may pay an item.
fn funds(item: &Item, has_bonds: bool, had_central: bool) -> Vec<&'static str> {
    if item.is_private() {
        return vec!["F01", "F04", "F06", "F13", "F16", "F17"];
    }
    let mut funds = vec!["F01", "F10", "F13", "F14"];
    if item.is_cost() {
        return funds;
    }
    funds.extend(["F02", "F03", "F04", "F05", "F11", "F16", "F17", "F19", "F21"]);
    if has_bonds {
        funds.push("F12");
    }
    if !had_central {
        funds.extend(["F08", "F08", "F09"]);
    }
    if FUND_ITEMS_F07.default_on(NaiveDate::default()).contains(item.code) {
        funds.push("F07");
    }
    if sector_of(item).is_some() {
        funds.push("F18");
    }
    funds
}

/// The sector whose money may pay an item.
fn sector_of(item: &Item) -> Option<&'static str> {
    let sectors = fund("F18").map_or(&[][..], |fund| fund.sub_kinds);
    let pays = |sector: &&&str| {
        sector_items(sector).is_some_and(|list| list.default_on(NaiveDate::default()).contains(item.code))
    };
    sectors.iter().find(pays).copied()
}

fn commitment(line: &InvestmentLine, funding: &str, fen: i64, random: &mut Seeded) -> FundingCommitment {
    FundingCommitment {
        id: random.id(),
        line: line.id.clone(),
        funding: funding.to_owned(),
        amount: Money::from_fen(fen),
        status: CommitmentStatus::Secured,
        ..FundingCommitment::default()
    }
}

/// A commitment with what its fund asks for.
fn detailed(mut it: FundingCommitment, item: &Item, random: &mut Seeded) -> FundingCommitment {
    match it.funding.as_str() {
        "F11" => it.allowed_items = vec![item.code.to_owned()],
        "F18" => {
            it.sub_kind = sector_of(item).map(str::to_owned);
            it.level = Some(Level::Province);
        }
        "F04" => it.in_kind = true,
        "F02" | "F16" | "F17" => it.in_kind = random.once_in(2),
        "F05" | "F21" => {
            it.sub_kind = fund(&it.funding).map(|fund| (*random.pick(fund.sub_kinds)).to_owned());
        }
        _ => {}
    }
    if it.in_kind {
        it.valuation_basis = Some("评估单".to_owned());
        it.provider = "样例捐赠单位".to_owned();
    }
    it
}

fn sibling(random: &mut Seeded) -> Sibling {
    let lines: Vec<SiblingLine> = chosen_items(random)
        .into_iter()
        .map(|item| SiblingLine {
            item: item.code.to_owned(),
            amount: Money::from_fen(random.between(1, 20_000) * 10_000),
        })
        .collect();
    Sibling { total_invest: Some(lines.iter().map(|line| line.amount).sum()), lines, ..Sibling::default() }
}

/// What the reply to the feasibility study says: the lines of all communities by class.
fn approved(entry: &ProjectCommunity, siblings: &[Sibling]) -> Approved {
    let own = entry.lines.iter().map(|line| (line.item.as_str(), line.amount));
    let others = siblings.iter().flat_map(|sibling| &sibling.lines).map(|line| (line.item.as_str(), line.amount));
    let mut approved = Approved::default();
    for (code, amount) in own.chain(others) {
        let Some(item) = item(code) else { continue };
        let class = match item.budget_class() {
            BudgetClass::Body => &mut approved.body,
            BudgetClass::Infrastructure => &mut approved.infra,
            BudgetClass::Improvement => &mut approved.improvement,
            BudgetClass::Upgrade => &mut approved.upgrade,
            BudgetClass::Other => &mut approved.other,
            BudgetClass::Contingency => &mut approved.contingency,
        };
        *class = class.plus(amount);
        approved.total = approved.total.plus(amount);
    }
    approved
}

/// Receipts within what is committed and payments within what has arrived, for works that have begun.
pub(super) fn move_money(entry: &mut ProjectCommunity, project: &mut Project, random: &mut Seeded) {
    let bonds = entry.commitments.iter().filter(|commitment| commitment.funding == "F12");
    project.bond_issued = bonds.map(|commitment| commitment.amount).sum();
    let Some(start) = entry.actual_start else { return };
    let mut sources: BTreeMap<Source, Vec<(String, Money)>> = BTreeMap::new();
    for commitment in entry.commitments.iter().filter(|commitment| !commitment.in_kind) {
        sources.entry(commitment.source()).or_default().push((commitment.line.clone(), commitment.amount));
    }
    for (source, lines) in sources {
        let committed: i64 = lines.iter().map(|(_, amount)| amount.fen()).sum();
        let received = random.between(0, committed);
        let mut left = random.between(0, received);
        if received > 0 {
            entry.receipts.push(receipt(&source, start, received, random));
        }
        for (line, amount) in lines {
            let paid = left.min(amount.fen());
            left -= paid;
            if paid > 0 {
                entry.payments.push(payment(&source, line, start, paid, random));
            }
        }
    }
}

fn receipt(source: &Source, date: NaiveDate, fen: i64, random: &mut Seeded) -> Receipt {
    Receipt {
        id: random.id(),
        source: source.clone(),
        date,
        amount: Money::from_fen(fen),
        doc_no: "〔样例〕3号".to_owned(),
        voucher: String::new(),
    }
}

fn payment(source: &Source, line: String, date: NaiveDate, fen: i64, random: &mut Seeded) -> Disbursement {
    Disbursement {
        id: random.id(),
        source: source.clone(),
        line,
        date,
        amount: Money::from_fen(fen),
        doc_no: String::new(),
        voucher: String::new(),
        payee: "样例施工单位".to_owned(),
        purpose: "工程款".to_owned(),
    }
}
