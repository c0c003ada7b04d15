//! How long the rules take on many dossiers, one after the other in one thread.

use anju_domain::{facts::ProjectFacts, finding::Gate, json, model::Dossier, rules, sample::random};
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

const DOSSIERS: u64 = 100_000;
/// Dossiers that are made at a time, so that all of them need not be in memory at once.
const AT_A_TIME: u64 = 1_000;

/// Facts, all rules at the gate of the annual plan and the findings as JSON, of dossiers that are in memory.
#[expect(clippy::disallowed_methods, reason = "an example that measures needs a clock")]
pub(crate) fn speed() -> String {
    let today = "2022-10-08".parse().expect("a day");
    let (mut elapsed, mut bytes) = (Duration::ZERO, 0);
    for from in (0..DOSSIERS).step_by(usize::try_from(AT_A_TIME).unwrap_or(1)) {
        let dossiers: Vec<Dossier> = (from..from + AT_A_TIME).map(random::dossier).collect();
        let start = Instant::now();
        for dossier in &dossiers {
            let found = rules::gate_findings(&ProjectFacts::of(black_box(dossier), today), Gate::G1);
            bytes += json::write(&found).map_or(0, |text| text.len());
        }
        elapsed += start.elapsed();
    }
    format!("{DOSSIERS} dossiers: {elapsed:?}\nfindings as JSON: {bytes} bytes")
}
