//! Every executable rule on dossiers of every quality, in every plan year, at every gate: none ever panics, what it says has
//! words, saying it twice gives the same, and what is in order is not stopped.

use super::*;
use crate::{
    exact::Money,
    language::Language,
    model::{Dossier, FiscalCapacity},
    policy::{parameters::Settings, stages::CapacityConclusion},
    sample::random::{Quality, Seeded, dossier_of},
};
use chrono::NaiveDate;
use r21_provident_fund::{AccountHolder, Withdrawal};
use r22_maintenance_fund::FundUse;
use r25_earmarked_use::Payment;
use r31_fiscal_capacity::YearPlan;

const GATES: [Gate; 5] = [Gate::G0, Gate::G1, Gate::G2, Gate::G3, Gate::G4];
const SEEDS: u64 = 40;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()
}

fn at(dossier: &Dossier, gate: Gate) -> Vec<Finding> {
    check(&ProjectFacts::of(dossier, today()), gate)
}

/// Findings without their places, which follow the order of input; duplicate lines are those that come later.
fn unplaced(dossier: &Dossier, gate: Gate) -> Vec<Finding> {
    let mut found = at(dossier, gate);
    found.retain(|finding| finding.rule != "R-12");
    found.iter_mut().for_each(|finding| finding.path.clear());
    found.sort_by(Finding::order);
    found
}

fn every(qualities: &[Quality], mut run: impl FnMut(u64, Dossier)) {
    for quality in qualities {
        for seed in 0..SEEDS {
            run(seed, dossier_of(*quality, seed));
        }
    }
}

#[test]
fn every_rule_in_every_plan_year_at_every_gate() {
    every(&Quality::ALL, |seed, mut dossier| {
        for plan_year in 2020..=2027 {
            dossier.project_community.plan_year = plan_year;
            let facts = ProjectFacts::of(&dossier, today());
            for gate in GATES {
                let found = check(&facts, gate);
                assert_eq!(found, check(&facts, gate), "seed {seed}");
                assert!(found.is_sorted_by(|a, b| a.order(b).is_le()), "seed {seed}");
                for finding in &found {
                    for language in [Language::Zh, Language::En] {
                        let texts = [message(finding, language), remedy(finding, language)];
                        assert!(texts.iter().all(|text| !text.is_empty()), "seed {seed}: {finding:?}");
                    }
                }
            }
            form_findings(&facts, Some(Gate::G1));
        }
    });
}

/// Nothing is remembered from one dossier to the next: asked in another order, and in between others, each is told the same.
#[test]
fn a_check_depends_on_its_dossier_alone() {
    let dossiers: Vec<Dossier> =
        (0..SEEDS).flat_map(|seed| Quality::ALL.map(|quality| dossier_of(quality, seed))).collect();
    let alone: Vec<Vec<Finding>> = dossiers.iter().map(|dossier| at(dossier, Gate::G2)).collect();
    let facts: Vec<ProjectFacts<'_>> = dossiers.iter().map(|dossier| ProjectFacts::of(dossier, today())).collect();
    for (place, facts) in facts.iter().enumerate().rev() {
        check(facts, GATES[place % GATES.len()]);
        assert_eq!(check(facts, Gate::G2), alone[place], "dossier {place}");
    }
    std::thread::scope(|scope| {
        for turn in 0..4 {
            let (facts, alone) = (&facts, &alone);
            scope.spawn(move || {
                for place in (0..facts.len()).skip(turn).step_by(3) {
                    assert_eq!(check(&facts[place], Gate::G2), alone[place], "dossier {place}");
                }
            });
        }
    });
}

#[test]
fn what_is_in_order_is_not_stopped_at_any_gate() {
    every(&[Quality::Valid], |seed, dossier| {
        let reached = if dossier.project_community.completed_on.is_some() { GATES.len() } else { GATES.len() - 1 };
        for gate in &GATES[..reached] {
            let stopping: Vec<Finding> =
                at(&dossier, *gate).into_iter().filter(|finding| finding.severity == Severity::E).collect();
            assert!(stopping.is_empty(), "seed {seed} at {gate:?}: {stopping:?}");
        }
    });
}

#[test]
fn faults_are_found() {
    let stopped = |dossier: &Dossier| at(dossier, Gate::G3).iter().any(|finding| finding.severity == Severity::E);
    let mut found = 0;
    every(&[Quality::NearlyValid], |_, dossier| found += u64::from(stopped(&dossier)));
    assert!(found > SEEDS / 2, "{found} of {SEEDS}");
}

#[test]
fn an_order_of_input_means_nothing() {
    every(&[Quality::Valid, Quality::NearlyValid], |seed, dossier| {
        let mut turned = dossier.clone();
        let entry = &mut turned.project_community;
        entry.lines.reverse();
        entry.commitments.reverse();
        entry.receipts.reverse();
        entry.payments.reverse();
        turned.community.prior_subsidies.reverse();
        turned.project.financings.reverse();
        turned.project.steps.reverse();
        turned.siblings.iter_mut().for_each(|sibling| sibling.lines.reverse());
        turned.siblings.reverse();
        for gate in GATES {
            assert_eq!(unplaced(&dossier, gate), unplaced(&turned, gate), "seed {seed} at {gate:?}");
        }
    });
}

/// Rules that look at buildings, items and units of quantity, never at money.
const OF_THINGS: &[&str] = &["R-01", "R-02", "R-03", "R-07", "R-08", "R-12", "R-13", "R-14", "R-56"];

#[test]
fn adding_money_never_changes_what_is_said_of_things() {
    every(&Quality::ALL, |seed, dossier| {
        let mut richer = dossier.clone();
        let again = richer.project_community.commitments.clone();
        richer.project_community.commitments.extend(again);
        let mut poorer = dossier.clone();
        poorer.project_community.commitments.clear();
        let of_things = |dossier: &Dossier, gate| {
            let mut found = at(dossier, gate);
            found.retain(|finding| OF_THINGS.contains(&finding.rule.as_ref()));
            found
        };
        for gate in GATES {
            let said = of_things(&dossier, gate);
            assert_eq!(said, of_things(&richer, gate), "seed {seed}");
            assert_eq!(said, of_things(&poorer, gate), "seed {seed}");
        }
    });
}

/// Rules of another subject than a project community, on figures at the ends of their range.
#[test]
fn rules_of_their_own_subject_never_panic() {
    let mut random = Seeded::new(20);
    let settings = Settings::default();
    for _ in 0..2_000 {
        let mut figure = || {
            let ends = [0, 1, -1, i64::MAX, i64::MIN, 100, 110];
            Money::from_fen(if random.once_in(2) { *random.pick(&ends) } else { random.between(i64::MIN, i64::MAX) })
        };
        let [a, b, c] = [figure(), figure(), figure()];
        let is_good = a > b;
        let account_holder = if is_good { AccountHolder::Owner } else { AccountHolder::Other };
        let withdrawal =
            Withdrawal { account_holder, certified_eligible: is_good, withdrawn: a, dwelling_share: b, subsidies: c };
        let fund_use = FundUse { consent_passed: is_good, amount: a, balance: b, first_deposit: c };
        let payment =
            Payment { line_is_committed: is_good, committed: a, received: b, paid_after: c, purpose: "{why}" };
        let conclusion = if is_good { CapacityConclusion::Bearable } else { CapacityConclusion::NotBearable };
        let capacity = FiscalCapacity { ceiling: c, conclusion, ..FiscalCapacity::default() };
        let plan = YearPlan { year: i32::MIN, counted: &[("F12", a), ("F13", b), ("", c)], capacity: Some(&capacity) };
        for gate in GATES {
            let mut found = r21_provident_fund::check(&withdrawal, gate);
            found.extend(r22_maintenance_fund::check(&fund_use, gate, &settings, today()));
            found.extend(r25_earmarked_use::check(&payment, gate, &settings, today()));
            found.extend(r30_overrun::check(a, b, &settings, today()));
            found.extend(r31_fiscal_capacity::check(&plan, gate, &settings, today()));
            for finding in found {
                assert!(!message(&finding, Language::Zh).contains('—'), "{finding:?}");
                assert!(!remedy(&finding, Language::En).contains('—'), "{finding:?}");
            }
        }
    }
}
