//! How long the figures of a large county take, as a filter has them computed:
//! `cargo run --release -p anju-domain --features generator --example figures_speed`.

use anju_domain::{
    indicators::{self, Filter, INDICATORS, ProgrammeFacts},
    language::Language,
    sample,
};
use std::{hint::black_box, time::Duration};

const COMMUNITIES: u16 = 3_000;
const MONTHS: u16 = 60;
const RUNS: usize = 50;

#[expect(clippy::disallowed_methods, reason = "an example that measures needs a clock")]
fn main() {
    let median = |name: &str, run: &dyn Fn()| {
        let mut times: Vec<Duration> = (0..RUNS)
            .map(|_| {
                let start = std::time::Instant::now();
                run();
                start.elapsed()
            })
            .collect();
        times.sort();
        println!("{name}: {:?}, median of {RUNS}", times[RUNS / 2]);
    };
    let made = sample::over_months(COMMUNITIES, MONTHS, 1);
    let today = made.programme.demonstration_date.expect("a sample has a day");
    let facts = ProgrammeFacts::of(made.programme, made.plans, &made.dossiers, today, 1);
    let year = Filter { year: Some(2023), ..Filter::default() };
    for (name, filter) in [("all years", Filter::default()), ("one year", year)] {
        median(&format!("overview, {name}"), &|| {
            drop(black_box(indicators::overview(black_box(&facts), &filter, Language::Zh)));
        });
        for indicator in INDICATORS {
            median(&format!("{}, {name}", indicator.id), &|| {
                drop(black_box(indicator.chart(black_box(&facts), &filter, Language::Zh)));
            });
        }
    }
}
