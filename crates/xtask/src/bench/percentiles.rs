//! Exact percentiles: every duration is kept and sorted, nothing is put into buckets.

use std::time::Duration;

#[derive(Debug, Clone, Default)]
pub(crate) struct Durations {
    sorted: Vec<Duration>,
}

impl Durations {
    pub(crate) fn new(mut durations: Vec<Duration>) -> Self {
        durations.sort_unstable();
        Self { sorted: durations }
    }

    pub(crate) fn count(&self) -> usize {
        self.sorted.len()
    }

    /// The smallest duration that at least `percent` of all do not exceed; in milliseconds.
    pub(crate) fn percentile(&self, percent: f64) -> f64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a count that fits, not below zero"
        )]
        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
        let rank = (percent / 100.0 * self.sorted.len() as f64).ceil() as usize;
        let at = rank.clamp(1, self.sorted.len().max(1)) - 1;
        self.sorted.get(at).map_or(0.0, |duration| duration.as_secs_f64() * 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_occurred() {
        let durations = Durations::new((1..=100).rev().map(Duration::from_millis).collect());
        for (percent, expected) in [(50.0, 50.0), (99.0, 99.0), (99.5, 100.0), (100.0, 100.0), (0.0, 1.0)] {
            assert!((durations.percentile(percent) - expected).abs() < 1e-9, "{percent}");
        }
        assert!(Durations::default().percentile(99.0).abs() < 1e-9);
        assert_eq!(durations.count(), 100);
    }
}
