//! Blocks of questions: 500 dossiers, the charts over them, cases of every function, and texts that may be anything.

use crate::{
    answers::GATES,
    hostile,
    question::{Kind, Question},
};
use anju_domain::{
    indicators::{INDICATORS, ProgrammeFacts},
    json,
    model::Dossier,
    sample::{self, random},
};

/// Dossiers of a block.
pub(crate) const DOSSIERS: u64 = 500;

/// Before the programme, on a leap day, in its midst, at its end, after it.
pub(crate) const DAYS: [&str; 5] = ["2020-12-31", "2024-02-29", "2022-10-08", "2025-12-31", "2031-01-01"];

const FILTERS: [&str; 4] =
    ["{}", r#"{"year": 2023}"#, r#"{"stage": "新开工"}"#, r#"{"year": 2031, "stage": null, "unit": "县住建局"}"#];

/// The questions of a block; seeds of blocks follow each other.
pub(crate) fn questions(number: u64) -> Vec<Question> {
    let seeds = number * DOSSIERS..(number + 1) * DOSSIERS;
    let dossiers: Vec<Dossier> = seeds.clone().map(random::dossier).collect();
    let mut questions: Vec<Question> = seeds.zip(&dossiers).map(|(seed, dossier)| of_dossier(seed, dossier)).collect();
    questions.push(of_charts(number, &dossiers));
    questions.extend(hostile::questions(number));
    questions
}

/// The lines of a block.
pub(crate) fn lines(number: u64) -> String {
    questions(number).iter().map(|question| question.line() + "\n").collect()
}

fn of_dossier(seed: u64, dossier: &Dossier) -> Question {
    let day = |turn: u64| DAYS[place(seed + turn, DAYS.len())].to_owned();
    let (_, gate) = GATES[place(seed / 5, GATES.len())];
    Question {
        name: format!("dossier {seed}"),
        kind: Kind::Dossier,
        input: vec![json::write(dossier).expect("a dossier is JSON"), day(0), day(2), gate.to_owned()],
    }
}

fn of_charts(number: u64, dossiers: &[Dossier]) -> Question {
    let sample = sample::programme();
    let day = DAYS[place(number, DAYS.len())].parse().expect("a day");
    let facts = ProgrammeFacts::of(sample.programme, sample.plans, dossiers, day, 1);
    let language = if number.is_multiple_of(2) { "zh" } else { "en" };
    let filter = FILTERS[place(number / 2, FILTERS.len())];
    let mut input = vec![json::write(&facts).expect("facts are JSON"), filter.to_owned(), language.to_owned()];
    input.extend(INDICATORS.iter().map(|indicator| indicator.id.to_owned()));
    Question { name: format!("charts of block {number}"), kind: Kind::Charts, input }
}

/// A place in a list, in turn.
fn place(turn: u64, count: usize) -> usize {
    usize::try_from(turn).unwrap_or_default() % count
}
