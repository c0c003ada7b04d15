//! The policy in the crate equals the office's catalogue, column by column and in order, and holds together:
//! what cites a clause cites one that exists, every clause says what implements it, no text lacks a language.
//!
//! The catalogue is read as the office keeps it; it is never written from here.

use anju_domain::{
    language::{Language, Text},
    policy::{
        approvals::{STEPS, Step},
        clauses::{CLAUSES, citation, clause},
        duties::{DERIVED_DUTIES, DUTIES, OwnerKind},
        export,
        funding::{FUNDS, MayPay},
        items::{ITEMS, item},
        parameters::{Kind, PARAMETERS, parameter},
        rules::{HEADINGS, heading},
        units::{UNITS, unit, unit_named},
        words::WORDS,
    },
};
use serde_json::Value;
use std::{collections::BTreeSet, path::Path};

/// A table of the catalogue: its columns and rows.
struct Table {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

fn table(name: &str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/policy").join(format!("{name}.tsv"));
    #[expect(clippy::disallowed_methods, reason = "a test may read the tables that it compares with")]
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut lines = text.lines().map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
    let columns = lines.next().expect("a head line");
    let rows: Vec<_> = lines.collect();
    assert!(rows.iter().all(|row| row.len() == columns.len()), "{name}: rows of one width");
    Table { columns, rows }
}

/// Every column of every row of the catalogue is in the crate, and the crate has no row more.
fn assert_equal(name: &str, crate_rows: &Value) {
    let table = table(name);
    let crate_rows = crate_rows.as_array().expect("rows");
    for (row, crate_row) in table.rows.iter().zip(crate_rows) {
        for (column, expected) in table.columns.iter().zip(row) {
            let got = crate_row[column.as_str()].as_str();
            assert_eq!(got, Some(expected.as_str()), "{name}, {column} of {}", row[0]);
        }
    }
    assert_eq!(table.rows.len(), crate_rows.len(), "{name}: number of rows");
}

#[test]
fn every_table_equals_the_catalogue() {
    let catalogue = export::catalogue_json();
    for name in ["items", "funding", "units_duties", "derived_duties", "approvals"] {
        assert_equal(name, &catalogue[name]);
    }
    assert_equal("clauses", &export::clauses_json());
    assert_equal("parameters", &export::parameters_json());
    assert_equal("rules", &export::rules_json());
}

#[test]
fn every_cited_clause_exists() {
    let cited = (HEADINGS.iter().map(|rule| (rule.id, rule.clauses)))
        .chain(FUNDS.iter().map(|fund| (fund.code, fund.clauses)))
        .chain(STEPS.iter().map(|row| (row.step.code(), row.clauses)))
        .chain(DERIVED_DUTIES.iter().map(|duty| (duty.id, duty.clauses)));
    for (who, clauses) in cited {
        assert!(!clauses.is_empty(), "{who} cites no clause");
        for id in clauses {
            assert!(clause(id).is_some(), "{who} cites {id}");
        }
    }
    for row in PARAMETERS {
        assert!(row.is_choice() || row.clauses().next().is_some(), "{} has no source", row.name);
        for id in row.clauses() {
            assert!(clause(id).is_some(), "{} cites {id}", row.name);
        }
    }
    for duty in DUTIES {
        assert!(clause(&duty.clause()).is_some(), "{}", duty.code);
    }
}

#[test]
fn every_clause_says_what_implements_it_and_that_exists() {
    for clause in CLAUSES {
        assert!(!clause.implemented_by.is_empty(), "{}", clause.id);
        let ids: Vec<_> = identifiers(clause.implemented_by).collect();
        assert_eq!(ids, identifiers(clause.implemented_by_zh).collect::<Vec<_>>(), "{}", clause.id);
        for id in ids {
            let known = match id.as_bytes() {
                [b'R', b'-', ..] => heading(&id).is_some(),
                [b'L', b'-', ..] => true,
                [b'S', ..] => Step::from_code(&id).is_some(),
                [b'F', ..] => anju_domain::policy::funding::fund(&id).is_some(),
                [b'D', ..] => DERIVED_DUTIES.iter().any(|duty| duty.id == id),
                _ => item(&id).is_some(),
            };
            assert!(known, "{} names {id}", clause.id);
        }
    }
}

/// Rules, charts, steps, funds, derived duties and items in a text.
fn identifiers(text: &str) -> impl Iterator<Item = String> {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.split(move |c| !word(c))
        .filter(|part| {
            let digits = part.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == '-');
            part.starts_with(['R', 'L', 'S', 'F', 'D', 'B', 'I', 'U', 'H'])
                && digits.starts_with(|c: char| c.is_ascii_digit())
        })
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

#[test]
fn every_rule_is_named_at_the_clauses_it_cites() {
    // A rule that cites a clause is named by that clause as an implementation.
    for rule in HEADINGS {
        for id in rule.clauses {
            let listed = clause(id).expect("cited clauses exist");
            let named = identifiers(listed.implemented_by).any(|name| name == rule.id);
            assert!(named, "{} isn't named at {id}", rule.id);
        }
    }
}

#[test]
fn numbers_of_the_notice_are_complete() {
    assert_eq!((CLAUSES.len(), HEADINGS.len(), STEPS.len(), FUNDS.len()), (92, 56, 17, 23));
    assert_eq!((ITEMS.len(), DUTIES.len(), DERIVED_DUTIES.len(), UNITS.len()), (67, 53, 15, 22));
}

#[test]
fn names_in_the_tables_lead_somewhere() {
    for listed in ITEMS {
        for guide in listed.guides {
            assert!(unit(guide).is_some_and(|unit| unit.has_checklist()), "{} guided by {guide}", listed.code);
        }
    }
    for owner in DERIVED_DUTIES.iter().flat_map(|duty| duty.owners) {
        if let OwnerKind::Unit(code) = owner.kind {
            assert!(unit(code).is_some(), "{code}");
        }
    }
    for fund in FUNDS {
        if let MayPay::Listed(key) = fund.may_pay {
            assert!(parameter(key.name()).any(|row| row.kind == Kind::Items), "{}", fund.code);
        }
    }
    let review = parameter("joint_review_units").next().expect("the list of units");
    for name in review.value.split(", ") {
        assert!(unit_named(name).is_some(), "{name}");
    }
    // The last column of the parameters names rules that exist.
    for row in PARAMETERS {
        for id in row.used_by.en.split(", ").filter(|name| name.starts_with("R-")) {
            assert!(heading(id).is_some(), "{} used by {id}", row.name);
        }
    }
}

/// Every text of the policy for people, with its place.
fn texts() -> Vec<(String, Text)> {
    let mut all = Vec::new();
    let mut add = |place: &str, text: Text| all.push((place.to_owned(), text));
    for clause in CLAUSES {
        add(clause.id, clause.summary);
    }
    for section in anju_domain::policy::clauses::SECTIONS {
        add(section.id, section.title);
        for part in section.items {
            add(part.id, part.title);
        }
    }
    for row in PARAMETERS {
        for text in [row.title, row.unit, row.source, row.used_by] {
            add(row.name, text);
        }
    }
    for rule in HEADINGS {
        for text in [rule.title, rule.subject] {
            add(rule.id, text);
        }
    }
    for listed in ITEMS {
        for text in [listed.text(), listed.unit_text()] {
            add(listed.code, text);
        }
    }
    for fund in FUNDS {
        for text in [fund.text(), fund.provider, fund.in_kind.text(), fund.may_pay.text()] {
            add(fund.code, text);
        }
    }
    for listed in UNITS {
        add(listed.code, listed.text());
    }
    for seat in anju_domain::policy::units::SEATS {
        add(seat.role.code(), seat.post);
    }
    for duty in DUTIES {
        for text in [duty.title, duty.evidence] {
            add(duty.code, text);
        }
    }
    for duty in DERIVED_DUTIES {
        add(duty.id, duty.title);
    }
    for row in STEPS {
        for text in [row.title, row.unit.text, row.needed_when.text, row.waived_when.text] {
            add(row.step.code(), text);
        }
    }
    for (param, value, text) in WORDS {
        add(&format!("{param} {value}"), *text);
    }
    all
}

#[test]
fn no_text_lacks_a_language() {
    for (place, text) in texts() {
        assert!(!text.zh.trim().is_empty() && !text.en.trim().is_empty(), "{place} lacks a text");
    }
    for clause in CLAUSES {
        assert!(has_chinese(clause.summary.zh), "{}: {}", clause.id, clause.summary.zh);
        for language in [Language::Zh, Language::En] {
            assert_ne!(citation(clause.id, language), clause.id);
        }
    }
}

#[test]
fn english_texts_are_english() {
    for (place, text) in texts() {
        // Units of measure and the grades of the assessment stand as the papers write them.
        let plain =
            text.en.replace('元', "").replace("不合格", "").replace("合格", "").replace("优秀", "").replace("良好", "");
        assert!(!has_chinese(&plain), "{place}: {}", text.en);
    }
}

#[test]
fn chinese_texts_are_chinese() {
    // Codes (R-18, S03, F21, A-58, BOO, 5G) and the values of settings are no words.
    let allowed: BTreeSet<&str> = ["EPC", "BOO", "PPP", "YearEnd", "YearStart", "on", "off", "m"].into();
    for (place, text) in texts() {
        let words = text.zh.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1);
        for word in words {
            assert!(allowed.contains(word), "{place}: {word} in {}", text.zh);
        }
    }
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}
