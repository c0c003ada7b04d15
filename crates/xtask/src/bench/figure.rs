//! A measured number with what it is measured against.

use crate::bench::load::Load;
use crate::failure::{Outcome, fail};

#[derive(Debug)]
pub(crate) struct Figure {
    pub(crate) name: String,
    pub(crate) value: f64,
    pub(crate) unit: &'static str,
    pub(crate) target: Option<Target>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Target {
    AtLeast(f64),
    AtMost(f64),
}

impl Figure {
    pub(crate) fn new(name: impl Into<String>, value: f64, unit: &'static str, target: Option<Target>) -> Self {
        Self { name: name.into(), value, unit, target }
    }

    /// Whether the target is met, if there is one.
    pub(crate) fn met(&self) -> Option<bool> {
        self.target.map(|target| match target {
            Target::AtLeast(least) => self.value >= least,
            Target::AtMost(most) => self.value <= most,
        })
    }
}

/// Rate and percentiles of a load; a load with refusals is no measurement.
pub(crate) fn of_load(name: &str, load: &Load, rate: Target, p99: Option<Target>) -> Outcome<Vec<Figure>> {
    if load.refused > 0 {
        let first = load.first_refusal.as_deref().unwrap_or("");
        return fail(format!("{} requests were refused; the first: {first}", load.refused));
    }
    Ok(vec![
        Figure::new(name, load.per_second(), "/s", Some(rate)),
        Figure::new(format!("{name}: median"), load.durations.percentile(50.0), "ms", None),
        Figure::new(format!("{name}: p99"), load.durations.percentile(99.0), "ms", p99),
        Figure::new(format!("{name}: slowest"), load.durations.percentile(100.0), "ms", None),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_have_two_directions() {
        let figure = |target| Figure::new("x", 5.0, "ms", target);
        assert_eq!(figure(None).met(), None);
        assert_eq!(figure(Some(Target::AtLeast(5.0))).met(), Some(true));
        assert_eq!(figure(Some(Target::AtLeast(5.1))).met(), Some(false));
        assert_eq!(figure(Some(Target::AtMost(4.9))).met(), Some(false));
    }

    #[test]
    fn a_load_with_refusals_is_no_measurement() {
        let load = Load { refused: 1, first_refusal: Some("409 changed".to_owned()), ..Load::default() };
        assert!(
            of_load("x", &load, Target::AtLeast(1.0), None).is_err_and(|failure| failure.0.contains("409 changed"))
        );
        let figures = of_load("x", &Load::default(), Target::AtLeast(1.0), Some(Target::AtMost(1.0))).unwrap();
        assert_eq!(figures.iter().map(Figure::met).collect::<Vec<_>>(), [Some(false), None, Some(true), None]);
    }
}
