//! Every figure that the papers state of the samples.

use super::*;
use crate::{
    exact::{Area, Money},
    model::{FundingCommitment, InvestmentLine},
    policy::items::{Class, item},
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
        assert_eq!(entry.commitments.iter().map(|commitment| commitment.amount).sum::<Money>(), wan(total), "{code}: gap 0");
        assert_eq!(entry.total_invest, Some(wan(total)));
        let classes = [Class::Basic, Class::Improvement, Class::Upgrade].map(|class| class_sum(&dossier, class));
        assert_eq!(classes, [wan(basic), wan(improvement), wan(upgrade)], "{code}");
    }
}

#[test]
fn funds_of_the_first() {
    let dossier = by_code("GT-0001");
    let sums = [("F15", 14_326), ("F08", 42_000), ("F09", 18_000), ("F10", 6000), ("F13", 19_494), ("F07", 5000), ("F21", 4020), ("F18", 4800), ("F05", 920)];
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
        let paid: Money = entry.payments.iter().filter(|payment| payment.source == *source).map(|payment| payment.amount).sum();
        let received: Money = entry.receipts.iter().filter(|receipt| receipt.source == *source).map(|receipt| receipt.amount).sum();
        assert!(paid <= received, "{source:?}");
    }
}

#[test]
fn households_and_areas() {
    let dossiers = programme().dossiers;
    assert_eq!(dossiers.iter().map(|dossier| dossier.project_community.scope_households).sum::<i64>(), 616);
    assert_eq!(dossiers.iter().map(|dossier| dossier.project_community.scope_area).sum::<Area>(), Area::from_hundredths(5_148_000));
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
    for (case, code) in [("C-125", "GT-0001"), ("C-126", "GT-0002"), ("C-100", "GT-0004")] {
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
        let key = |c: &FundingCommitment| (c.line.clone(), c.funding.clone(), c.sub_kind.clone(), c.level, c.operator_kind, c.amount);
        let with_status = |value: &Value| {
            let mut value = value.clone();
            value["status"] = "落实".into();
            serde_json::from_value::<FundingCommitment>(value).unwrap()
        };
        let mut given: Vec<_> = input["commitments"].as_array().unwrap().iter().map(|one| key(&with_status(one))).collect();
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
