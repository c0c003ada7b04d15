//! A programme sets parameters of its own, each from a day on: any choice of ours (`[param]`) just so, a number of the paper
//! only with the document that changes it. And the strict reading of the years of completion, which is such a setting.

use anju_domain::{
    facts::ProjectFacts,
    finding::{Gate, Severity},
    model::{Building, Dossier},
    policy::parameters::{Kind, Override, PARAMETERS, Parameter, SettingError, Settings, WINDOW_CUTOFF},
    rules,
};
use chrono::{Days, NaiveDate};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Another value of the kind than the policy's.
fn other(row: &Parameter) -> &'static str {
    match row.kind {
        Kind::Integer => "7",
        Kind::Area | Kind::Price => "77.77",
        Kind::Points => "7.7",
        Kind::Fraction => "7/9",
        Kind::Date => "2007-07-07",
        Kind::MonthDay => "07-07",
        Kind::Years => "2007–2017",
        Kind::Switch => "on",
        Kind::Class if row.value == "基础类" => "完善类",
        Kind::Class => "基础类",
        Kind::Reading => "YearStart",
        Kind::Code => "620722",
        Kind::Text | Kind::Texts => "另有规定",
        Kind::Items => "B01、B02",
        Kind::Funds => "F02",
        Kind::OperatorKinds => "供水",
        Kind::Families => "B01+B02",
    }
}

fn own(row: &Parameter, from: NaiveDate, basis: &str) -> Override {
    Override { name: row.name.to_owned(), valid_from: from, value: other(row).to_owned(), basis: basis.to_owned() }
}

#[test]
fn every_choice_may_differ_from_a_day_on() {
    let from = day("2024-07-01");
    let choices: Vec<_> = PARAMETERS.iter().filter(|row| row.is_choice()).collect();
    assert!(choices.len() > 60, "{}", choices.len());
    for row in choices {
        assert_ne!(other(row), row.value, "{}", row.name);
        let mut settings = Settings::default();
        settings.set(own(row, from, "")).unwrap_or_else(|error| panic!("{error}"));
        let on = |day| settings.text(row.name, day).expect("a parameter has a value");
        assert_eq!(on(from - Days::new(1)), row.value, "{} before the day", row.name);
        assert_eq!(on(from), other(row), "{} on the day", row.name);
        assert_eq!(on(from + Days::new(1)), other(row), "{} after the day", row.name);
        assert_eq!(on(day("2020-01-01")), row.value, "{} before the policy began", row.name);
        // What is set later holds from then on, and leaves the days before as they were.
        let back = Override { value: row.value.to_owned(), ..own(row, day("2025-01-01"), "") };
        settings.set(back).expect("the policy's own value");
        assert_eq!(settings.text(row.name, day("2024-12-31")), Some(other(row)), "{}", row.name);
        assert_eq!(settings.text(row.name, day("2025-01-01")), Some(row.value), "{}", row.name);
    }
}

#[test]
fn a_number_of_the_paper_stands_until_another_paper_changes_it() {
    let from = day("2024-07-01");
    for row in PARAMETERS.iter().filter(|row| !row.is_choice()) {
        let mut settings = Settings::default();
        for basis in ["", " ", "\u{3000}"] {
            assert!(
                matches!(settings.set(own(row, from, basis)), Err(SettingError::BasisMissing(refused)) if refused.name == row.name),
                "{} without a paper",
                row.name
            );
        }
        assert_eq!(settings, Settings::default(), "{}", row.name);
        settings.set(own(row, from, "县政府批复")).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(settings.text(row.name, from), Some(other(row)), "{}", row.name);
    }
}

/// What the rules of the years say of a building at entry into the plan.
fn judged(settings: &Settings, plan_year: i32, completed: &str, today: &str) -> Option<(Severity, Option<String>)> {
    let mut dossier = Dossier::default();
    dossier.programme.settings = settings.clone();
    dossier.project_community.plan_year = plan_year;
    dossier.community.buildings = vec![Building {
        no: "1#".to_owned(),
        in_scope: true,
        completed_on: completed.parse().ok(),
        ..Building::default()
    }];
    let facts = ProjectFacts::of(&dossier, day(today));
    let found = rules::gate_findings(&facts, Gate::G1);
    let finding = found.iter().find(|finding| finding.rule == "R-01")?;
    Some((finding.severity, finding.params.text("cutoff").map(str::to_owned)))
}

#[test]
fn the_strict_reading_takes_the_year_of_the_cutoff_out_from_its_day_on() {
    let mut settings = Settings::default();
    let strict = |from: &str| Override {
        name: "window_reading".to_owned(),
        valid_from: day(from),
        value: "YearStart".to_owned(),
        basis: String::new(),
    };
    settings.set(strict("2023-01-01")).expect("a choice");
    let warned = |cutoff: &str| Some((Severity::W, Some(cutoff.to_owned())));
    let stopped = |cutoff: &str| Some((Severity::E, Some(cutoff.to_owned())));
    for (plan_year, inside, first, last, outside, wide, narrow) in [
        (2023, "1999-12-31", "2000-01-01", "2000-12-31", "2001-01-01", "2000-12-31", "1999-12-31"),
        (2024, "2004-12-31", "2005-01-01", "2005-12-31", "2006-01-01", "2005-12-31", "2004-12-31"),
    ] {
        let on = |completed: &str, today: &str| judged(&settings, plan_year, completed, today);
        // Until the day the year itself is inside, with a remark on both of its ends.
        assert_eq!(on(inside, "2022-12-31"), None);
        assert_eq!(on(first, "2022-12-31"), warned(wide));
        assert_eq!(on(last, "2022-12-31"), warned(wide));
        assert_eq!(on(outside, "2022-12-31"), stopped(wide));
        // From it on the year is outside, and nothing is left in dispute.
        assert_eq!(on(inside, "2023-01-01"), None);
        assert_eq!(on(first, "2023-01-01"), stopped(narrow));
        assert_eq!(on(last, "2023-01-01"), stopped(narrow));
        assert_eq!(on(outside, "2023-01-01"), stopped(narrow));
    }
}

#[test]
fn a_window_that_a_paper_moves_holds_for_whole_plan_years() {
    let mut settings = Settings::default();
    let moved = |basis: &str| Override {
        name: WINDOW_CUTOFF.name().to_owned(),
        valid_from: day("2022-06-01"),
        value: "2003-06-30".to_owned(),
        basis: basis.to_owned(),
    };
    assert!(matches!(settings.set(moved("")), Err(SettingError::BasisMissing(_))));
    settings.set(moved("样例〔2022〕3号")).expect("with its paper");
    assert_eq!(judged(&settings, 2021, "2003-06-30", "2024-01-01").map(|(severity, _)| severity), Some(Severity::E));
    for plan_year in [2022, 2023] {
        let on = |completed: &str| judged(&settings, plan_year, completed, "2022-01-01").map(|(severity, _)| severity);
        assert_eq!(on("2002-12-31"), None);
        assert_eq!(on("2003-06-30"), Some(Severity::W), "in the year of the cutoff");
        assert_eq!(on("2003-07-01"), Some(Severity::E));
    }
}
