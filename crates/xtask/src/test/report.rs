//! The steps of a test run: each is announced, timed and counted; the last line is the sum.

use crate::failure::{Failure, Outcome};
use crate::test::tally::Tally;
use std::time::{Duration, Instant};

pub(crate) struct Report {
    begun: Instant,
    total: Tally,
    lines: Vec<(String, Duration, String)>,
}

impl Report {
    pub(crate) fn new() -> Self {
        Self { begun: Instant::now(), total: Tally::default(), lines: Vec::new() }
    }

    /// A step that is one check; answers its value when it passed.
    pub(crate) fn check<T>(&mut self, name: &str, step: impl FnOnce() -> Outcome<T>) -> Option<T> {
        let mut value = None;
        self.tests(name, || {
            value = Some(step()?);
            Ok(Tally::PASSED)
        });
        value
    }

    /// A step that counts for itself.
    pub(crate) fn tests(&mut self, name: &str, step: impl FnOnce() -> Outcome<Tally>) {
        println!("\n=== {name}");
        let begun = Instant::now();
        let (tally, line) = match step() {
            Ok(tally) => (tally, tally.to_string()),
            Err(Failure(sentence)) => {
                println!("FAILED: {sentence}");
                (Tally::FAILED, "FAILED".to_owned())
            }
        };
        let took = begun.elapsed();
        self.total += tally;
        println!("=== {name}: {line} ({:.1} s)", took.as_secs_f64());
        self.lines.push((name.to_owned(), took, line));
    }

    /// Something that cannot be checked here.
    pub(crate) fn skip(&mut self, name: &str, reason: &str) {
        println!("\nSKIPPED: {name}: {reason}");
        self.total += Tally::SKIPPED;
        self.lines.push((name.to_owned(), Duration::ZERO, format!("skipped: {reason}")));
    }

    /// Prints all steps and the sum; true when the run is good. `strict`: a skip is a failure.
    pub(crate) fn finish(self, strict: bool) -> bool {
        println!("\n{:>8}  step", "seconds");
        for (name, took, line) in &self.lines {
            println!("{:>8.1}  {name}: {line}", took.as_secs_f64());
        }
        println!("{:>8.1}  all", self.begun.elapsed().as_secs_f64());
        if strict && self.total.skipped > 0 {
            println!("With CI=true a skipped check is a failure.");
        }
        println!("{}", self.total);
        self.total.failed == 0 && !(strict && self.total.skipped > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::fail;

    #[test]
    fn a_failure_counts_and_a_skip_fails_only_when_strict() {
        let mut report = Report::new();
        assert_eq!(report.check("good", || Ok(7)), Some(7));
        report.skip("absent", "not here");
        assert!(report.finish(false));
        let mut report = Report::new();
        report.skip("absent", "not here");
        assert!(!report.finish(true));
        let mut report = Report::new();
        assert_eq!(report.check("bad", || fail::<()>("because")), None);
        report.tests("some", || Ok(Tally { passed: 2, failed: 0, skipped: 0 }));
        assert_eq!(report.total, Tally { passed: 2, failed: 1, skipped: 0 });
        assert!(!report.finish(false));
    }
}
