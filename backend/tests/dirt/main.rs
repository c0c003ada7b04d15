//! Files as office people make them: each is understood, to the exact value, or refused with sheet, row and column. Every
//! fault that was planted is located, and nothing else is called one.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on may panic")]

mod csv;
mod days;
mod figures;
mod file;
mod heads;
mod layout;
mod ledger;
mod money;
mod months;
mod objects;
mod terms;
mod told;

use anju_domain::{
    sample::{self, SampleProgramme},
    workbook::{ImportPlan, Known, plan_import},
};
use anju_server::import::{Limits, NotTaken, read};
use chrono::NaiveDate;
use file::Case;
use std::{collections::BTreeSet, io::Cursor};

/// The day of the sample programme.
fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()
}

fn known(sample: &SampleProgramme) -> Known<'_> {
    Known { programme: &sample.programme, plans: &sample.plans, dossiers: &sample.dossiers }
}

/// What is there before a case.
fn before(case: &Case) -> SampleProgramme {
    let mut sample = sample::programme();
    if case.is_into_nothing {
        sample.dossiers.clear();
    }
    sample
}

fn planned(case: &Case, sample: &SampleProgramme) -> Result<ImportPlan, NotTaken> {
    let (name, bytes) = case.file();
    let grids = read(&name, Cursor::new(bytes), Limits::UPLOAD)?;
    Ok(plan_import(&grids, known(sample), day()))
}

/// Every case of the corpus.
fn corpus() -> Vec<Case> {
    [
        figures::cases(),
        days::cases(),
        terms::cases(),
        heads::cases(),
        layout::cases(),
        ledger::cases(),
        objects::cases(),
        money::cases(),
        months::cases(),
        csv::cases(),
    ]
    .concat()
}

#[test]
fn every_dirty_file_is_understood_or_refused_with_its_place() {
    let mut wrong = Vec::new();
    for case in corpus() {
        let outcome = planned(&case, &before(&case));
        let said = match &outcome {
            Ok(plan) => told::lines(plan),
            Err(why) => vec![format!("NOT TAKEN {}", why.code())],
        };
        if said != case.says {
            wrong.push(format!("{}\n  is   {said:#?}\n  not  {:#?}", case.name, case.says));
        } else if let (Ok(plan), Some(holds)) = (&outcome, case.holds) {
            holds(plan);
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_corpus_has_at_least_forty_files_of_both_kinds() {
    let cases = corpus();
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name).collect();
    assert_eq!(names.len(), cases.len(), "each has its own name");
    assert!(cases.len() >= 40, "{}", cases.len());
    let refused = cases.iter().filter(|case| case.says.iter().any(|line| line.contains('!'))).count();
    assert!(refused >= 20 && cases.len() - refused >= 20, "{refused} of {}", cases.len());
}

#[test]
fn what_was_understood_changes_nothing_a_second_time() {
    for case in corpus() {
        let Ok(plan) = planned(&case, &before(&case)) else { continue };
        let mut after = before(&case);
        told::apply(&plan, &mut after);
        let again = planned(&case, &after).unwrap();
        assert_eq!(told::faults(&again), told::faults(&plan), "{}", case.name);
        assert!(again.changes_nothing(), "{}: {:?}", case.name, told::lines(&again));
    }
}
