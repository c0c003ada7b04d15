//! How long the rule book takes on a dossier of ten buildings, 20 lines and 35 commitments that has nothing to find:
//! `cargo run --release -p anju-domain --example check_speed`.

use anju_domain::{
    exact::{Area, Money},
    facts::ProjectFacts,
    finding::Gate,
    model::{Building, BuildingSelection, Dossier, FundingCommitment, InvestmentLine, PriorSubsidy},
    policy::{funding::Level, items::ITEMS, stages::CommitmentStatus},
    rules,
};
use chrono::NaiveDate;
use std::hint::black_box;

const RUNS: u32 = 100_000;
const LINES: usize = 20;
const COMMITMENTS: usize = 35;

/// A dossier in order: every line paid, pipelines with their operators' share, older aid on other items.
fn dossier() -> Dossier {
    let mut dossier = Dossier::default();
    dossier.community.buildings = (1..=10)
        .map(|number| Building {
            no: format!("{number}#"),
            in_scope: true,
            completed_year: Some(1998),
            households: 36,
            floor_area: Area::from_hundredths(286_400),
            ..Building::default()
        })
        .collect();
    dossier.community.prior_subsidies = ["I14", "I17"]
        .map(|item| PriorSubsidy {
            item: item.to_owned(),
            buildings: BuildingSelection::All,
            level: Level::Central,
            programme: "节能改造".to_owned(),
            year: Some(2012),
            amount: Money::ZERO,
            doc: None,
        })
        .into();
    let entry = &mut dossier.project_community;
    entry.plan_year = 2022;
    entry.scope_households = 360;
    entry.scope_area = Area::from_hundredths(2_864_000);
    entry.scope_count = Some(10);
    entry.lines = ITEMS
        .iter()
        .filter(|item| !item.is_private() && !["B12", "B13"].contains(&item.code))
        .take(LINES)
        .map(|item| InvestmentLine {
            id: item.code.to_owned(),
            item: item.code.to_owned(),
            category: Some(item.class),
            buildings: BuildingSelection::All,
            quantity: "120".to_owned(),
            unit: item.unit.to_owned(),
            amount: Money::from_wan_hundredths(4_000),
            ..InvestmentLine::default()
        })
        .collect();
    let pay = |line: &InvestmentLine, funding: &str, hundredths| FundingCommitment {
        line: line.id.clone(),
        funding: funding.to_owned(),
        operator_kind: ITEMS
            .iter()
            .find(|item| item.code == line.item)
            .and_then(|item| item.operator_kinds.first())
            .copied(),
        amount: Money::from_wan_hundredths(hundredths),
        status: CommitmentStatus::Secured,
        ..FundingCommitment::default()
    };
    let mut commitments = Vec::new();
    for (index, line) in entry.lines.iter().enumerate() {
        let is_pipeline = ITEMS.iter().any(|item| item.code == line.item && item.is_pipeline());
        if index < COMMITMENTS - LINES {
            commitments.push(pay(line, if is_pipeline { "F15" } else { "F13" }, 1_500));
            commitments.push(pay(line, "F08", 2_500));
        } else {
            commitments.push(pay(line, "F10", 4_000));
        }
    }
    entry.commitments = commitments;
    dossier
}

#[expect(clippy::disallowed_methods, reason = "an example that measures needs a clock")]
fn main() {
    let dossier = dossier();
    let today = NaiveDate::from_ymd_opt(2022, 10, 8).expect("a date");
    let facts = ProjectFacts::of(&dossier, today);
    let counts = (facts.lines.len(), facts.commitments.len());
    let found = rules::check(&facts, Gate::G1);
    println!("{} lines, {} commitments, {} findings: {found:?}", counts.0, counts.1, found.len());
    let mean = |name: &str, run: &dyn Fn()| {
        let start = std::time::Instant::now();
        for _ in 0..RUNS {
            run();
        }
        println!("{name}: {:?} a run, mean of {RUNS}", start.elapsed() / RUNS);
    };
    mean("check", &|| drop(black_box(rules::check(black_box(&facts), Gate::G1))));
    mean("facts and check", &|| {
        drop(black_box(rules::check(&ProjectFacts::of(black_box(&dossier), today), Gate::G1)));
    });
    mean("form, two gates", &|| drop(black_box(rules::form_findings(black_box(&facts), Some(Gate::G1)))));
}
