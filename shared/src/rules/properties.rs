//! What holds of every dossier, right or wrong: the rules never panic, their findings have words, an order of input
//! means nothing, money never touches what is said of buildings and items.

use super::*;
use crate::{
    exact::{Area, Money},
    language::Language,
    model::{Building, BuildingSelection, Dossier, FundingCommitment, InvestmentLine, OperatorAgreement, PriorSubsidy},
    policy::{
        funding::{FUNDS, Level},
        items::{ITEMS, OperatorKind},
        rules::When,
        stages::{CommitmentStatus, Component},
    },
};
use chrono::NaiveDate;
use proptest::{collection::vec, option, prelude::*, sample::select};

const GATES: [Gate; 5] = [Gate::G0, Gate::G1, Gate::G2, Gate::G3, Gate::G4];

fn selections() -> impl Strategy<Value = BuildingSelection> {
    prop_oneof![
        Just(BuildingSelection::All),
        vec(0..6_u8, 0..4).prop_map(|list| BuildingSelection::These(list.iter().map(|no| format!("{no}#")).collect())),
    ]
}

fn codes() -> impl Strategy<Value = String> {
    prop_oneof![9 => select(ITEMS).prop_map(|item| item.code.to_owned()), 1 => "[A-Z0-9{}]{0,3}"]
}

fn buildings() -> impl Strategy<Value = Vec<Building>> {
    let building = (any::<bool>(), option::of(1970..2030_i32), any::<i64>(), any::<i64>());
    vec(building, 0..5).prop_map(|list| {
        let numbered = list.into_iter().enumerate();
        let building = |(number, (in_scope, completed_year, households, area))| Building {
            no: format!("{number}#"),
            in_scope,
            completed_year,
            households,
            floor_area: Area::from_hundredths(area),
            ..Building::default()
        };
        numbered.map(building).collect()
    })
}

fn line() -> impl Strategy<Value = InvestmentLine> {
    let kinds = option::of(select(OperatorKind::ALL));
    let amounts = prop_oneof![-1..2_000_000_i64, Just(i64::MAX), Just(i64::MIN)];
    (codes(), selections(), "[0-9e.-]{0,4}", kinds, option::of(select(Component::ALL)), amounts).prop_map(
        |(item, buildings, quantity, operator_kind, component, amount)| InvestmentLine {
            item,
            buildings,
            quantity,
            operator_kind,
            component,
            amount: Money::from_fen(amount),
            ..InvestmentLine::default()
        },
    )
}

fn commitment() -> impl Strategy<Value = FundingCommitment> {
    let (funds, statuses) = (select(FUNDS), select(CommitmentStatus::ALL));
    let (kinds, levels) = (option::of(select(OperatorKind::ALL)), option::of(select(Level::ALL)));
    let sectors = option::of(select(&["养老", "文化", "其他", ""][..]));
    (0..9_u8, funds, statuses, kinds, levels, sectors, vec(codes(), 0..2), 1..2_000_000_i64).prop_map(
        |(line, fund, status, operator_kind, level, sector, allowed_items, amount)| FundingCommitment {
            line: line.to_string(),
            funding: fund.code.to_owned(),
            sub_kind: sector.map(str::to_owned),
            level,
            operator_kind,
            allowed_items,
            amount: Money::from_fen(amount),
            status,
            ..FundingCommitment::default()
        },
    )
}

fn dossiers() -> impl Strategy<Value = Dossier> {
    let aid = (codes(), selections(), select(Level::ALL)).prop_map(|(item, buildings, level)| PriorSubsidy {
        item,
        buildings,
        level,
        programme: String::new(),
        year: None,
        amount: Money::ZERO,
        doc: None,
    });
    let agreement = (select(OperatorKind::ALL), any::<bool>()).prop_map(|(operator_kind, signed)| OperatorAgreement {
        operator_org: String::new(),
        operator_kind,
        signed_on: signed.then_some(NaiveDate::MIN),
        shortfall_reason: signed.then(|| "困难".to_owned()),
    });
    let money = (vec(line(), 0..7), vec(commitment(), 0..12), vec(agreement, 0..3));
    (2019..2028_i32, buildings(), vec(aid, 0..3), money).prop_map(
        |(plan_year, buildings, aid, (lines, commitments, agreements))| {
            let mut dossier = Dossier::default();
            dossier.community.buildings = buildings;
            dossier.community.prior_subsidies = aid;
            dossier.project.operator_agreements = agreements;
            let entry = &mut dossier.project_community;
            entry.plan_year = plan_year;
            let numbered = lines.into_iter().enumerate();
            entry.lines = numbered.map(|(id, line)| InvestmentLine { id: id.to_string(), ..line }).collect();
            entry.commitments = commitments;
            dossier
        },
    )
}

fn at(dossier: &Dossier, gate: Gate) -> Vec<Finding> {
    check(&ProjectFacts::of(dossier, NaiveDate::default()), gate)
}

/// Findings without their places, which follow the order of input. Of two equal lines R-12 tells the later one.
fn unplaced(dossier: &Dossier, gate: Gate) -> Vec<Finding> {
    let mut found = at(dossier, gate);
    found.retain(|finding| finding.rule != "R-12");
    found.iter_mut().for_each(|finding| finding.path.clear());
    found.sort_by(Finding::order);
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_finding_is_worded_and_stops_no_earlier_than_its_rule(dossier in dossiers()) {
        for gate in GATES {
            for finding in at(&dossier, gate) {
                for text in [message(&finding, Language::Zh), message(&finding, Language::En), remedy(&finding, Language::Zh)] {
                    prop_assert!(!text.is_empty() && !text.contains('—'), "{text}");
                }
                let heading = rule(&finding.rule).unwrap().heading;
                prop_assert!(finding.is_announcement() || heading.severity.contains(&finding.severity));
                if let When::Gates(gates) = heading.when {
                    prop_assert!(finding.severity == Severity::W || gate >= gates[0]);
                }
                let json = serde_json::to_string(&finding).unwrap();
                prop_assert_eq!(serde_json::to_string(&serde_json::from_str::<Finding>(&json).unwrap()).unwrap(), json);
            }
        }
    }

    #[test]
    fn an_order_of_input_means_nothing(mut dossier in dossiers()) {
        // Sums stop at the largest amount: beyond it an order would matter.
        for line in &mut dossier.project_community.lines {
            line.amount = line.amount.clamp(Money::ZERO, Money::from_fen(2_000_000));
        }
        let mut turned = dossier.clone();
        turned.project_community.lines.reverse();
        turned.project_community.commitments.reverse();
        turned.community.prior_subsidies.reverse();
        turned.project.operator_agreements.reverse();
        for gate in [Gate::G0, Gate::G1] {
            prop_assert_eq!(unplaced(&dossier, gate), unplaced(&turned, gate));
        }
    }

    #[test]
    fn money_never_changes_what_is_said_of_buildings_and_items(dossier in dossiers()) {
        let mut without = dossier.clone();
        without.project_community.commitments.clear();
        let of_things = |dossier: &Dossier| {
            let mut found = at(dossier, Gate::G1);
            found.retain(|finding| ["R-01", "R-02", "R-08", "R-10"].contains(&finding.rule.as_ref()));
            found
        };
        prop_assert_eq!(of_things(&dossier), of_things(&without));
    }

    #[test]
    fn a_form_shows_what_stops_the_next_gate_and_nothing_twice(dossier in dossiers(), next in option::of(select(&GATES[1..]))) {
        let facts = ProjectFacts::of(&dossier, NaiveDate::default());
        let shown = form_findings(&facts, next);
        for stop in gate_findings(&facts, next.unwrap_or(Gate::G0)).iter().filter(|stop| stop.severity == Severity::E) {
            prop_assert!(shown.iter().any(|shown| shown.finding == *stop));
        }
        prop_assert!(shown.iter().all(|shown| !shown.finding.is_announcement()));
        for (index, one) in shown.iter().enumerate() {
            let same = |other: &Shown| (&other.finding.rule, &other.finding.path) == (&one.finding.rule, &one.finding.path);
            prop_assert!(!shown[..index].iter().any(same));
        }
    }
}
