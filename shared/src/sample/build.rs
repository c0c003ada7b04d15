//! Short ways to write a sample community: what its table in the papers gives, and nothing else.

use crate::{
    exact::{Area, Money, Month, Progress},
    model::{
        ApprovalStep, Baseline, Building, BuildingSelection, Community, FundingCommitment, ImplementingParty,
        InvestmentLine, ProjectCommunity,
    },
    policy::{
        approvals::Step,
        funding::Level,
        items::{OperatorKind, item},
        stages::{CommitmentStatus, Component, PartyKind, Requirement, StepStatus},
    },
};
use chrono::NaiveDate;
use uuid::Uuid;

/// A date of the papers; they give no impossible one.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

/// Where the sixteen bits of an identity begin that hold the number of its community.
pub(super) const COMMUNITY_BITS: u32 = 32;

/// Identity of a thing of a sample community: its number, what it is, and which one.
pub(super) fn id(community: u128, kind: u128, number: u128) -> Uuid {
    Uuid::from_u128(0x6207_2400_0000_7000_8000_0000_0000_0000 | (community << COMMUNITY_BITS) | (kind << 16) | number)
}

pub(super) const COMMUNITY: u128 = 1;
pub(super) const PROJECT: u128 = 2;
pub(super) const PROJECT_COMMUNITY: u128 = 3;
pub(super) const COMMITMENT: u128 = 4;
pub(super) const RECEIPT: u128 = 5;
pub(super) const PAYMENT: u128 = 6;
pub(super) const REPORT: u128 = 7;
pub(super) const PLAN: u128 = 8;

/// 万元 in hundredths, as the papers state amounts: 9300 is 93.00.
pub(super) const fn wan(hundredths: i64) -> Money {
    Money::from_wan_hundredths(hundredths)
}

pub(super) fn community(number: u128, name: &str, address: &str, neighbourhood: &str) -> Community {
    Community {
        id: id(number, COMMUNITY, 0),
        code: format!("GT-{number:04}"),
        name: name.to_owned(),
        division_code: "620724".to_owned(),
        township: "城关镇".to_owned(),
        address: address.to_owned(),
        neighbourhood: neighbourhood.to_owned(),
        ..Community::default()
    }
}

/// A building in scope.
pub(super) fn building(
    no: &str,
    built_year: i32,
    storeys: i64,
    stair_units: i64,
    households: i64,
    hundredths: i64,
) -> Building {
    Building {
        no: no.to_owned(),
        in_scope: true,
        completed_year: Some(built_year),
        storeys: Some(storeys),
        stair_units: Some(stair_units),
        households,
        floor_area: Area::from_hundredths(hundredths),
        structure: "砖混".to_owned(),
        ..Building::default()
    }
}

/// A line of all buildings in scope: identity, item, quantity, amount in hundredths of 万元. A pipeline line is equipment
/// by its item's operator kind, any other one 其他; a contractor does it.
pub(super) fn line(id: &str, code: &str, quantity: &str, hundredths: i64) -> InvestmentLine {
    let item = item(code);
    let operator_kind = item.and_then(|item| item.operator_kinds.first().copied());
    InvestmentLine {
        id: id.to_owned(),
        item: code.to_owned(),
        category: item.map(|item| item.class),
        buildings: BuildingSelection::All,
        quantity: quantity.to_owned(),
        unit: item.map(|item| item.unit.to_owned()).unwrap_or_default(),
        component: Some(if operator_kind.is_some() { Component::Equipment } else { Component::Other }),
        operator_kind,
        amount: wan(hundredths),
        implementing_party: Some(ImplementingParty {
            kind: PartyKind::Enterprise.code().to_owned(),
            operator_kind: None,
        }),
        ..InvestmentLine::default()
    }
}

/// A cable line, done by the operator of its kind.
pub(super) fn cable(id: &str, code: &str, kind: OperatorKind, quantity: &str, hundredths: i64) -> InvestmentLine {
    InvestmentLine {
        component: Some(Component::Cable),
        operator_kind: Some(kind),
        implementing_party: Some(ImplementingParty {
            kind: PartyKind::Operator.code().to_owned(),
            operator_kind: Some(kind),
        }),
        ..line(id, code, quantity, hundredths)
    }
}

/// Commitments of one fund: line and amount in hundredths of 万元, all 落实.
pub(super) fn paid_by(entry: &mut ProjectCommunity, funding: &str, amounts: &[(&str, i64)]) {
    paid_by_sector(entry, funding, None, None, amounts);
}

/// The same with a sector and a level.
pub(super) fn paid_by_sector(
    entry: &mut ProjectCommunity,
    funding: &str,
    sub_kind: Option<&str>,
    level: Option<Level>,
    amounts: &[(&str, i64)],
) {
    for (line, hundredths) in amounts {
        let number = u128::try_from(entry.commitments.len()).unwrap_or_default() + 1;
        let community = (entry.id.as_u128() >> COMMUNITY_BITS) & 0xff;
        let operator_kind = entry.lines.iter().find(|known| known.id == *line).and_then(|line| line.operator_kind);
        let operator = operator_kind.filter(|_| funding == "F15");
        entry.commitments.push(FundingCommitment {
            id: id(community, COMMITMENT, number),
            line: (*line).to_owned(),
            funding: funding.to_owned(),
            sub_kind: sub_kind.map(str::to_owned),
            level,
            provider: operator.map(|kind| format!("样例{kind}单位")).unwrap_or_default(),
            operator_kind: operator,
            amount: wan(*hundredths),
            status: CommitmentStatus::Secured,
            ..FundingCommitment::default()
        });
    }
}

pub(super) fn passed(step: Step, date: &str) -> ApprovalStep {
    ApprovalStep { status: StepStatus::Passed, date: day(date), ..ApprovalStep::new(step, Requirement::Needed) }
}

pub(super) fn waived(step: Step, date: &str) -> ApprovalStep {
    ApprovalStep { requirement: Requirement::Waived, status: StepStatus::NotSubmitted, ..passed(step, date) }
}

pub(super) fn planned(step: Step, date: &str) -> ApprovalStep {
    ApprovalStep { status: StepStatus::NotSubmitted, planned_on: day(date), date: None, ..passed(step, date) }
}

/// Planned cumulative percents from a month on.
pub(super) fn baseline(first: Option<Month>, percents: &[i64]) -> Vec<Baseline> {
    std::iter::successors(first, |month| Some(month.next()))
        .zip(percents)
        .map(|(period, percent)| Baseline { period, cum_progress: Progress::from_tenths(percent * 10) })
        .collect()
}
