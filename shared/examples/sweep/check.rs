//! Every rule at every gate on many dossiers: none may panic.

use crate::{answers::GATES, block::DAYS};
use anju_domain::{
    facts::{ProjectFacts, next_gate},
    finding::Severity,
    json,
    language::Language,
    model::Dossier,
    rules,
    sample::random::{self, Seeded, damaged},
};
use chrono::NaiveDate;
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::Instant,
};

/// Dossiers that a thread takes at a time.
const PORTION: u64 = 1_000;

/// What was seen; it shows that dossiers of every quality came.
#[derive(Default)]
struct Seen {
    dossiers: u64,
    findings: u64,
    not_stopped: u64,
    damaged: u64,
    unreadable: u64,
}

/// Judges `count` dossiers and gives a sentence of what was seen.
///
/// # Errors
/// When a seed makes something panic.
#[expect(clippy::disallowed_methods, reason = "it says how long it took")]
pub(crate) fn check(count: u64) -> Result<String, String> {
    let start = Instant::now();
    let next = AtomicU64::new(0);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let work = || {
        let mut seen = Seen::default();
        loop {
            let from = next.fetch_add(PORTION, Ordering::Relaxed);
            if from >= count {
                return Ok(seen);
            }
            for seed in from..(from + PORTION).min(count) {
                if catch_unwind(AssertUnwindSafe(|| judge(seed, &mut seen))).is_err() {
                    next.store(count, Ordering::Relaxed);
                    return Err(format!("the dossier of seed {seed} makes something panic"));
                }
            }
        }
    };
    let parts = thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let ended = running.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err("a thread died".to_owned())));
        ended.collect::<Result<Vec<Seen>, String>>()
    })?;
    let sum = |of: fn(&Seen) -> u64| parts.iter().map(of).sum::<u64>();
    Ok(format!(
        "{} dossiers at {} gates without a panic in {:.1} s on {threads} threads: {} findings, {} dossiers that nothing \
         stops, {} of {} damaged texts unreadable",
        sum(|seen| seen.dossiers),
        GATES.len(),
        start.elapsed().as_secs_f64(),
        sum(|seen| seen.findings),
        sum(|seen| seen.not_stopped),
        sum(|seen| seen.unreadable),
        sum(|seen| seen.damaged),
    ))
}

fn judge(seed: u64, seen: &mut Seen) {
    let dossier = random::dossier(seed);
    seen.dossiers += 1;
    let day = DAYS[usize::try_from(seed).unwrap_or_default() % DAYS.len()].parse().expect("a day");
    all_of(&dossier, day, seen);
    // Writing, damaging and reading take longer than all rules.
    if seed.is_multiple_of(8) {
        let text = json::write(&dossier).expect("a dossier is JSON");
        seen.damaged += 1;
        match json::read_object::<Dossier>(&damaged(&text, &mut Seeded::new(seed))) {
            Ok(dossier) => all_of(&dossier, day, &mut Seen::default()),
            Err(_) => seen.unreadable += 1,
        }
    }
}

fn all_of(dossier: &Dossier, day: NaiveDate, seen: &mut Seen) {
    let facts = ProjectFacts::of(dossier, day);
    let mut is_stopped = false;
    for (gate, _) in GATES {
        let found = rules::check(&facts, gate);
        seen.findings += u64::try_from(found.len()).unwrap_or_default();
        is_stopped |= found.iter().any(|finding| finding.severity == Severity::E);
        for language in [Language::Zh, Language::En] {
            assert_eq!(rules::explained(&found, language).len(), found.len());
        }
    }
    let entry = &dossier.project_community;
    rules::form_findings(&facts, next_gate(entry.stage, entry.plan.is_some()));
    seen.not_stopped += u64::from(!is_stopped);
}
