//! How long the rule book takes on the dossier of 样例甲小区, the largest sample:
//! `cargo run --release -p anju-domain --example check_speed`.

use anju_domain::{facts::ProjectFacts, finding::Gate, rules, sample};
use std::hint::black_box;

const RUNS: u32 = 100_000;

#[expect(clippy::disallowed_methods, reason = "an example that measures needs a clock")]
fn main() {
    let sample = sample::programme();
    let today = sample.programme.demonstration_date.expect("the sample has a date");
    let dossier = sample.dossiers.into_iter().find(|one| one.community.code == "GT-0001").expect("the first sample");
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
