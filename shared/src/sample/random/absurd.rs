//! What no form would send and a file may hold: figures at the ends of their range, unknown codes, repeated identities,
//! impossible years, texts of any script.

use super::{Seeded, nearly};
use crate::{
    exact::{Area, Money, Progress},
    model::{
        Building, BuildingSelection, Dossier, FundingCommitment, InvestmentLine, MarketFinancing, OperatorAgreement,
        ScopeAdjustment,
    },
    policy::{
        funding::{FUNDS, Level},
        items::{Class, ITEMS, OperatorKind},
        parameters::Override,
        stages::{CommitmentStatus, Component, Heritage, LineStatus, Stage, StepStatus},
    },
};
use chrono::NaiveDate;

/// Spoils nearly everything.
pub(super) fn spoil(dossier: &mut Dossier, random: &mut Seeded) {
    nearly::spoil(dossier, random);
    settings(dossier, random);
    let community = &mut dossier.community;
    community.code = text(random);
    community.buildings.extend((0..random.count(0, 4)).map(|_| building(random)));
    for aid in &mut community.prior_subsidies {
        (aid.item, aid.buildings, aid.level) = (code(random), selection(random), *random.pick(Level::ALL));
    }
    let entry = &mut dossier.project_community;
    entry.stage = *random.pick(Stage::ALL);
    entry.plan_year = *random.pick(&[0, -1, 1999, 2020, 2026, 9999, i32::MIN, i32::MAX]);
    entry.scope_households = figure(random);
    entry.scope_area = Area::from_hundredths(figure(random));
    entry.scope_count = random.once_in(2).then(|| figure(random));
    entry.total_invest = random.once_in(2).then(|| money(random));
    (entry.actual_start, entry.completed_on) = (date(random), date(random));
    entry.lines.extend((0..random.count(0, 5)).map(|_| line(random)));
    entry.commitments.extend((0..random.count(0, 9)).map(|_| commitment(random)));
    for receipt in &mut entry.receipts {
        receipt.amount = if random.once_in(3) { money(random) } else { receipt.amount };
    }
    for payment in &mut entry.payments {
        (payment.amount, payment.line, payment.purpose) = (money(random), text(random), text(random));
    }
    let project = &mut dossier.project;
    project.total_invest = random.once_in(2).then(|| money(random));
    project.bond_issued = money(random);
    project.national_code = text(random);
    project.new_saleable_area = Area::from_hundredths(figure(random));
    project.contract_date = date(random);
    if let Some(approved) = &mut project.approved {
        (approved.body, approved.infra, approved.total) = (money(random), money(random), money(random));
    }
    for step in &mut project.steps {
        (step.date, step.status) = (date(random), *random.pick(StepStatus::ALL));
    }
    let again = project.steps.first().cloned();
    project.steps.extend(again);
    project.financings.push(financing(random));
    project.operator_agreements.push(OperatorAgreement {
        operator_org: text(random),
        operator_kind: *random.pick(OperatorKind::ALL),
        signed_on: date(random),
        shortfall_reason: random.once_in(2).then(|| text(random)),
    });
    for sibling in &mut dossier.siblings {
        (sibling.cum_invest, sibling.total_invest) = (money(random), Some(money(random)));
        sibling.lines.iter_mut().for_each(|line| (line.item, line.amount) = (code(random), money(random)));
    }
    for report in &mut dossier.reports {
        (report.cum_progress, report.cum_invest) = (Progress::from_tenths(figure(random)), money(random));
    }
}

/// Parameters at odds with the policy, as far as they can be set at all.
fn settings(dossier: &mut Dossier, random: &mut Seeded) {
    for (name, values) in [
        ("operator_share_min", &["0", "35", "100", "9999999"][..]),
        ("window_reading", &["YearStart"]),
        ("overrun_stop_above", &["0", "90"]),
        ("fund_items_F07", &["B01"]),
        ("programme_year_to", &["2020", "2030"]),
    ] {
        if random.once_in(4) {
            // A value that can't be set leaves the policy's.
            let _ = dossier.programme.settings.set(Override {
                name: name.to_owned(),
                valid_from: NaiveDate::MIN,
                value: (*random.pick(values)).to_owned(),
                basis: "样例文件".to_owned(),
            });
        }
    }
    if random.once_in(3) {
        dossier.programme.scope_adjustments.push(ScopeAdjustment {
            plan_year: dossier.project_community.plan_year,
            cutoff: date(random).unwrap_or_default(),
            issuer: text(random),
            doc_no: random.once_in(2).then(|| text(random)),
            date: None,
        });
    }
}

fn figure(random: &mut Seeded) -> i64 {
    match random.count(0, 3) {
        0 => *random.pick(&[0, 1, -1, i64::MAX, i64::MIN, i64::MAX - 1, i64::MIN + 1]),
        1 => random.between(-1_000, 1_000),
        2 => random.between(i64::MIN, i64::MAX),
        _ => random.between(0, 10_000_000_000),
    }
}

fn money(random: &mut Seeded) -> Money {
    Money::from_fen(figure(random))
}

fn date(random: &mut Seeded) -> Option<NaiveDate> {
    match random.count(0, 4) {
        0 => None,
        1 => Some(NaiveDate::MIN),
        2 => Some(NaiveDate::MAX),
        3 => NaiveDate::from_ymd_opt(*random.pick(&[-1, 0, 1, 2000, 9999, 10_000]), 2, 28),
        _ => Some(random.day_of(2022)),
    }
}

/// Texts with what formats stumble over: braces, quotes, slashes, other scripts, nothing.
fn text(random: &mut Seeded) -> String {
    let parts = [
        "", " ", "{why}", "{", "}", "\"", "\\", "/", "a/0/b", "\u{0}", "é", "𠀀", "🏚", "１２", "B07", "样例", "\n",
        "<b>",
    ];
    (0..random.count(0, 3)).map(|_| *random.pick(&parts)).collect()
}

fn code(random: &mut Seeded) -> String {
    if random.once_in(4) { text(random) } else { random.pick(ITEMS).code.to_owned() }
}

fn selection(random: &mut Seeded) -> BuildingSelection {
    if random.once_in(3) {
        return BuildingSelection::All;
    }
    let numbers = ["1#", "1#", "2#", "99#", "", "1"];
    BuildingSelection::These((0..random.count(0, 4)).map(|_| (*random.pick(&numbers)).to_owned()).collect())
}

fn building(random: &mut Seeded) -> Building {
    Building {
        no: (*random.pick(&["1#", "", "2#", "a/b"])).to_owned(),
        in_scope: random.once_in(2),
        completed_on: date(random),
        completed_year: random.once_in(2).then_some(*random.pick(&[0, i32::MIN, i32::MAX, 1999, 2005])),
        storeys: Some(figure(random)),
        households: figure(random),
        floor_area: Area::from_hundredths(figure(random)),
        heritage: *random.pick(Heritage::ALL),
        ..Building::default()
    }
}

fn line(random: &mut Seeded) -> InvestmentLine {
    InvestmentLine {
        id: (*random.pick(&["B01", "B07", "", "x"])).to_owned(),
        item: code(random),
        category: random.once_in(2).then_some(*random.pick(Class::ALL)),
        buildings: selection(random),
        quantity: (*random.pick(&["", "0", "-1", "1.5", "{n}", "1e400", "十"])).to_owned(),
        unit: text(random),
        component: random.once_in(2).then_some(*random.pick(Component::ALL)),
        operator_kind: random.once_in(2).then_some(*random.pick(OperatorKind::ALL)),
        amount: money(random),
        status: *random.pick(LineStatus::ALL),
        ..InvestmentLine::default()
    }
}

fn commitment(random: &mut Seeded) -> FundingCommitment {
    FundingCommitment {
        line: (*random.pick(&["B01", "B07", "B14", "", "x", "nothing"])).to_owned(),
        funding: if random.once_in(8) { text(random) } else { random.pick(FUNDS).code.to_owned() },
        sub_kind: random.once_in(2).then(|| (*random.pick(&["养老", "其他", "", "{"])).to_owned()),
        level: random.once_in(2).then_some(*random.pick(Level::ALL)),
        operator_kind: random.once_in(2).then_some(*random.pick(OperatorKind::ALL)),
        allowed_items: (0..random.count(0, 2)).map(|_| code(random)).collect(),
        amount: money(random),
        in_kind: random.once_in(2),
        valuation_basis: random.once_in(2).then(|| text(random)),
        status: *random.pick(CommitmentStatus::ALL),
        ..FundingCommitment::default()
    }
}

fn financing(random: &mut Seeded) -> MarketFinancing {
    let mut financing = MarketFinancing {
        kind: (*random.pick(&["F19", "F20", "F21", "F22", "F23", "F08", ""])).to_owned(),
        is_debt: random.once_in(2),
        amount: money(random),
        gov_guarantee: random.once_in(2),
        fiscal_repayment: random.once_in(2),
        ..MarketFinancing::default()
    };
    financing.borrower.kind = text(random);
    financing.borrower.lgfv = random.once_in(2);
    financing
}
