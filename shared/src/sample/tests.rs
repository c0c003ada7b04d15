//! Every figure that the papers state of the samples.

use super::*;
use crate::{
    exact::{Area, Money},
    facts::{ProjectFacts, next_gate},
    finding::{Gate, Severity},
    model::{FundingCommitment, InvestmentLine, Source},
    policy::{
        approvals::Step,
        items::{Class, item},
        stages::Requirement,
    },
    rules,
};
use serde_json::Value;

fn wan(hundredths: i64) -> Money {
    Money::from_wan_hundredths(hundredths)
}

fn by_code(code: &str) -> Dossier {
    programme().dossiers.into_iter().find(|dossier| dossier.community.code == code).unwrap()
}

fn class_sum(dossier: &Dossier, class: Class) -> Money {
    let lines = dossier.project_community.lines.iter();
    lines.filter(|line| item(&line.item).unwrap().class == class).map(|line| line.amount).sum()
}

fn fund_sum(dossier: &Dossier, funding: &str) -> Money {
    let commitments = dossier.project_community.commitments.iter();
    commitments.filter(|commitment| commitment.funding == funding).map(|commitment| commitment.amount).sum()
}

#[test]
fn totals_and_classes() {
    for (code, total, basic, improvement, upgrade) in [
        ("GT-0001", 114_560, 79_380, 31_580, 3600),
        ("GT-0002", 28_635, 4790, 23_845, 0),
        ("GT-0003", 45_100, 35_010, 7270, 2820),
        ("GT-0004", 15_750, 11_400, 4350, 0),
    ] {
        let dossier = by_code(code);
        let entry = &dossier.project_community;
        assert_eq!(entry.lines.iter().map(|line| line.amount).sum::<Money>(), wan(total), "{code}");
        assert_eq!(
            entry.commitments.iter().map(|commitment| commitment.amount).sum::<Money>(),
            wan(total),
            "{code}: gap 0"
        );
        assert_eq!(entry.total_invest, Some(wan(total)));
        let classes = [Class::Basic, Class::Improvement, Class::Upgrade].map(|class| class_sum(&dossier, class));
        assert_eq!(classes, [wan(basic), wan(improvement), wan(upgrade)], "{code}");
    }
}

#[test]
fn funds_of_the_first() {
    let dossier = by_code("GT-0001");
    let sums = [
        ("F15", 14_326),
        ("F08", 42_000),
        ("F09", 18_000),
        ("F10", 6000),
        ("F13", 19_494),
        ("F07", 5000),
        ("F21", 4020),
        ("F18", 4800),
        ("F05", 920),
    ];
    for (funding, hundredths) in sums {
        assert_eq!(fund_sum(&dossier, funding), wan(hundredths), "{funding}");
    }
}

#[test]
fn money_in_and_out_of_the_first() {
    let entry = by_code("GT-0001").project_community;
    assert_eq!(entry.receipts.iter().map(|receipt| receipt.amount).sum::<Money>(), wan(91_677));
    assert_eq!(entry.payments.iter().map(|payment| payment.amount).sum::<Money>(), wan(61_240));
    for payment in &entry.payments {
        let committed: Money = entry
            .commitments
            .iter()
            .filter(|commitment| commitment.line == payment.line && commitment.source() == payment.source)
            .map(|commitment| commitment.amount)
            .sum();
        assert!(payment.amount <= committed, "{}", payment.line);
    }
    for source in entry.payments.iter().map(|payment| &payment.source) {
        let paid: Money =
            entry.payments.iter().filter(|payment| payment.source == *source).map(|payment| payment.amount).sum();
        let received: Money =
            entry.receipts.iter().filter(|receipt| receipt.source == *source).map(|receipt| receipt.amount).sum();
        assert!(paid <= received, "{source:?}");
    }
}

#[test]
fn households_and_areas() {
    let dossiers = programme().dossiers;
    assert_eq!(dossiers.iter().map(|dossier| dossier.project_community.scope_households).sum::<i64>(), 616);
    assert_eq!(
        dossiers.iter().map(|dossier| dossier.project_community.scope_area).sum::<Area>(),
        Area::from_hundredths(5_148_000)
    );
}

#[test]
fn reports_of_the_first_add_up() {
    let reports = by_code("GT-0001").reports;
    let mut sum = Money::ZERO;
    for report in &reports {
        sum = sum.plus(report.month_invest);
        assert_eq!(report.cum_invest, sum);
    }
    assert_eq!((reports.len(), sum), (6, wan(70_000)));
}

/// The samples are the very inputs of the worked cases.
#[test]
fn lines_commitments_and_buildings_equal_the_cases() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../../../tests/policy/cases.json")).unwrap();
    for (case, code) in [("C-125", "GT-0001"), ("C-126", "GT-0002"), ("C-127", "GT-0003"), ("C-100", "GT-0004")] {
        let case = cases.iter().find(|one| one["id"] == case).unwrap();
        let input = case["input"].get("variants").map_or(&case["input"], |variants| &variants[0]);
        let dossier = by_code(code);
        let entry = &dossier.project_community;
        for field in ["scope_households", "scope_area", "total_invest", "plan_year"] {
            assert_eq!(serde_json::to_value(entry).unwrap()[field], input[field], "{code} {field}");
        }
        let given: Vec<InvestmentLine> = serde_json::from_value(input["lines"].clone()).unwrap();
        let ours: Vec<InvestmentLine> = entry.lines.clone();
        assert_eq!(ours, given, "{code}");
        let key = |c: &FundingCommitment| {
            (c.line.clone(), c.funding.clone(), c.sub_kind.clone(), c.level, c.operator_kind, c.amount)
        };
        let with_status = |value: &Value| {
            let mut value = value.clone();
            value["status"] = "落实".into();
            serde_json::from_value::<FundingCommitment>(value).unwrap()
        };
        let mut given: Vec<_> =
            input["commitments"].as_array().unwrap().iter().map(|one| key(&with_status(one))).collect();
        let mut ours: Vec<_> = entry.commitments.iter().map(key).collect();
        given.sort();
        ours.sort();
        assert_eq!(ours, given, "{code}");
        let given = input["buildings"].as_array().unwrap();
        assert_eq!(given.len(), dossier.community.buildings.len());
        for (given, ours) in given.iter().zip(&dossier.community.buildings) {
            let ours = serde_json::to_value(ours).unwrap();
            for (field, value) in given.as_object().unwrap() {
                assert_eq!(&ours[field], value, "{code} {field}");
            }
        }
    }
}

#[test]
fn funds_of_the_others() {
    let sums: [(&str, &[(&str, i64)]); 3] = [
        (
            "GT-0002",
            &[("F15", 1041), ("F08", 3509), ("F09", 5185), ("F13", 3900), ("F06", 4800), ("F01", 9720), ("F21", 480)],
        ),
        ("GT-0003", &[("F15", 3816), ("F08", 15_300), ("F09", 11_040), ("F10", 4440), ("F13", 6624), ("F16", 3880)]),
        (
            "GT-0004",
            &[("F08", 2500), ("F15", 2500), ("F10", 4000), ("F07", 2400), ("F09", 3000), ("F18", 600), ("F01", 500)],
        ),
    ];
    for (code, funds) in sums {
        let dossier = by_code(code);
        for (funding, hundredths) in funds {
            assert_eq!(fund_sum(&dossier, funding), wan(*hundredths), "{code} {funding}");
        }
    }
}

/// The first one's pipelines: 33.19 % of 431.70; the next two exactly at the floor.
#[test]
fn operators_pay_their_share() {
    for (code, paid, invested) in [("GT-0001", 14_326, 43_170), ("GT-0002", 1041, 3470), ("GT-0003", 3816, 12_720)] {
        let dossier = by_code(code);
        let lines = dossier.project_community.lines.iter();
        let pipes: Money = lines.filter(|line| item(&line.item).unwrap().is_pipeline()).map(|line| line.amount).sum();
        assert_eq!((fund_sum(&dossier, "F15"), pipes), (wan(paid), wan(invested)), "{code}");
    }
}

#[test]
fn what_came_in_and_went_out_by_source() {
    let entry = by_code("GT-0001").project_community;
    let is = |source: &Source, funding: &str, kind: &str| {
        source.funding == funding && (kind.is_empty() || source.sub_kind == kind || source.provider.contains(kind))
    };
    for (funding, kind, first, second, paid) in [
        ("F08", "", 18_900, 18_900, 28_000),
        ("F09", "", 8100, 8100, 12_000),
        ("F10", "", 3000, 3000, 4000),
        ("F07", "", 2500, 2500, 3000),
        ("F18", "养老", 1800, 1800, 2000),
        ("F18", "体育", 600, 600, 800),
        ("F13", "", 5000, 5000, 5000),
        ("F21", "", 703, 704, 240),
        ("F05", "", 235, 235, 200),
        // In proportion to 27.90, 29.82, 47.04 and 38.50; the last one takes the rest.
        ("F15", "供水", 973, 974, 1168),
        ("F15", "排水", 1040, 1041, 1248),
        ("F15", "供热", 1641, 1642, 1970),
        ("F15", "供电", 1344, 1345, 1614),
    ] {
        let received: Vec<(String, Money)> = entry
            .receipts
            .iter()
            .filter(|receipt| is(&receipt.source, funding, kind))
            .map(|receipt| (receipt.date.to_string(), receipt.amount))
            .collect();
        let expected = [("2022-05-15".to_owned(), wan(first)), ("2022-08-15".to_owned(), wan(second))];
        assert_eq!(received, expected, "{funding} {kind}");
        let payments = entry.payments.iter().filter(|payment| is(&payment.source, funding, kind));
        assert_eq!(payments.map(|payment| payment.amount).sum::<Money>(), wan(paid), "{funding} {kind}");
    }
    let county: Vec<(&str, Money)> = entry
        .payments
        .iter()
        .filter(|payment| payment.source.funding == "F08")
        .map(|payment| (payment.line.as_str(), payment.amount))
        .collect();
    let in_order = [("B01", 6510), ("B02", 6958), ("B07", 10_976), ("B13t", 3556)];
    assert_eq!(county, in_order.map(|(line, hundredths)| (line, wan(hundredths))));
    assert!(entry.payments.iter().all(|payment| payment.date.to_string() == "2022-09-28"));
}

#[test]
fn plans_are_issued_or_empty() {
    let plans = programme().plans;
    let told: Vec<_> = plans
        .iter()
        .map(|plan| {
            let issued = plan.issued_on.map(|day| day.to_string()).unwrap_or_default();
            (plan.year, plan.is_issued(), issued, plan.doc_no.as_str(), plan.planned_starts, plan.planned_invest)
        })
        .collect();
    let expected = [
        (2022, true, "2021-12-20".to_owned(), "〔样例〕1号", 1, wan(114_560)),
        (2023, true, "2022-09-28".to_owned(), "〔样例〕2号", 1, wan(45_100)),
        (2024, false, String::new(), "", 0, wan(0)),
        (2025, false, String::new(), "", 0, wan(0)),
    ];
    assert_eq!(told, expected);
}

/// Every identity once, so that the samples can be stored.
#[test]
fn identities_are_distinct() {
    let sample = programme();
    let mut ids: Vec<Uuid> = sample.plans.iter().map(|plan| plan.id).chain([sample.programme.id]).collect();
    for dossier in &sample.dossiers {
        let entry = &dossier.project_community;
        ids.extend([entry.id, dossier.project.id, dossier.community.id]);
        ids.extend(entry.commitments.iter().map(|one| one.id));
        ids.extend(entry.receipts.iter().map(|one| one.id));
        ids.extend(entry.payments.iter().map(|one| one.id));
        ids.extend(dossier.reports.iter().map(|one| one.id));
    }
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

/// The draft of the third paid its heating from central money again.
#[test]
fn the_first_draft_of_the_third_is_refused() {
    let mut dossier = by_code("GT-0003");
    let findings = |dossier: &Dossier| rules::gate_findings(&ProjectFacts::of(dossier, programme_day()), Gate::G1);
    assert_eq!(findings(&dossier), []);
    dossier.project_community.commitments = first_draft_of_the_third();
    let found = findings(&dossier);
    let told: Vec<(&str, Severity)> = found.iter().map(|finding| (finding.rule.as_ref(), finding.severity)).collect();
    assert_eq!(told, [("R-05", Severity::E)]);
    assert_eq!(fund_sum(&dossier, "F08"), wan(15_300 + 3234));
}

fn programme_day() -> chrono::NaiveDate {
    programme().programme.demonstration_date.unwrap()
}

/// What each sample is told at its next gate by the rules of the approvals: what its papers leave open, and nothing else.
#[test]
fn approvals_of_the_samples_at_their_next_gates() {
    let told = |code: &str| -> Vec<String> {
        let dossier = by_code(code);
        let entry = &dossier.project_community;
        let gate = next_gate(entry.stage, entry.plan.is_some()).unwrap();
        let of_approvals = ["R-14", "R-15", "R-35", "R-36", "R-37", "R-38", "R-39", "R-41"];
        rules::gate_findings(&ProjectFacts::of(&dossier, programme_day()), gate)
            .iter()
            .filter(|finding| of_approvals.contains(&finding.rule.as_ref()))
            .map(|finding| format!("{gate:?} {} {:?} {}", finding.rule, finding.severity, finding.path))
            .collect()
    };
    assert_eq!(told("GT-0001"), ["G4 R-39 E steps/S09"], "under works and not accepted yet");
    assert_eq!(told("GT-0002"), [""; 0]);
    let before_the_start =
        ["G2 R-35 E land_paper", "G2 R-38 E contract_date", "G2 R-38 E steps/S07", "G2 R-38 E steps/S08"];
    assert_eq!(told("GT-0003"), before_the_start);
    assert_eq!(told("GT-0004"), [""; 0]);
}

/// The block with lifts, were it in a plan: planning permit and joint review of the drawings, and the lift's own steps.
#[test]
fn the_second_needs_the_steps_of_altering_works() {
    let mut dossier = by_code("GT-0002");
    dossier.project_community.plan = Some(Uuid::max());
    let facts = ProjectFacts::of(&dossier, programme_day());
    let needed: Vec<&str> = Step::ALL
        .iter()
        .filter(|step| facts.requirement(**step) == Some(Requirement::Needed))
        .map(|step| step.code())
        .collect();
    let expected = ["S01", "S02", "S03", "S05", "S06", "S07", "S08", "S09", "S10a", "S10b", "S13"];
    assert_eq!(needed, expected);
    let stopped: Vec<String> = rules::gate_findings(&facts, Gate::G2)
        .iter()
        .filter(|finding| ["R-15", "R-36", "R-37"].contains(&finding.rule.as_ref()))
        .map(|finding| rules::message(finding, crate::language::Language::Zh))
        .collect();
    let expected = ["增加面积或改变功能、结构的（含加装电梯），须办理建设工程规划许可", "须实行施工图联合审查"];
    assert_eq!(stopped, expected);
}
