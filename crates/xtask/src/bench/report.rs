//! target/bench.json and the part of docs/performance.md between two markers; the rest of that page is people's.

use crate::bench::figure::{Figure, Target};
use crate::failure::{Explain, Outcome};
use crate::folders;
use serde_json::{Value, json};
use std::fmt::Write as _;

const BEGIN: &str = "<!-- measured: begin (cargo xtask bench writes what is between) -->";
const END: &str = "<!-- measured: end -->";

/// What was measured, on what, and what could not be.
pub(crate) struct Report {
    machine: Value,
    disk: Value,
    figures: Vec<Figure>,
    /// Measurements without a figure, each with the reason in short.
    missing: Vec<(&'static str, String)>,
    has_failed: bool,
}

impl Report {
    pub(crate) fn new(machine: Value, disk: Value) -> Self {
        Self { machine, disk, figures: Vec::new(), missing: Vec::new(), has_failed: false }
    }

    pub(crate) fn add(&mut self, figures: Vec<Figure>) {
        for figure in &figures {
            let met = figure.met().map_or("", |met| if met { ", target met" } else { ", TARGET MISSED" });
            println!("  {}: {} {}{met}", figure.name, number(figure.value), figure.unit);
        }
        self.figures.extend(figures);
    }

    pub(crate) fn skip(&mut self, measurement: &'static str, reason: &str) {
        println!("  skipped: {reason}");
        self.missing.push((measurement, reason.to_owned()));
    }

    pub(crate) fn fail(&mut self, measurement: &'static str, reason: &str) {
        eprintln!("  FAILED: {reason}");
        self.missing.push((measurement, format!("failed; `cargo xtask bench {measurement}` says why")));
        self.has_failed = true;
    }

    pub(crate) fn has_failed(&self) -> bool {
        self.has_failed
    }

    /// On what it was measured, in a sentence.
    pub(crate) fn about(&self) -> String {
        let machine = |name: &str| word(&self.machine[name]);
        format!(
            "Measured on {}, {} cores, {} MiB, {}, {}, load average {} at the start; data on {}, which made {} small \
             writes durable per second.",
            machine("processor"),
            machine("cores"),
            machine("memory_mib"),
            machine("system"),
            machine("rustc"),
            machine("load_average"),
            word(&self.disk["filesystem"]),
            word(&self.disk["syncs_per_second"]),
        )
    }

    pub(crate) fn table(&self) -> String {
        let mut text = String::from("| what | measured | target | met |\n|---|---:|---:|---|\n");
        for figure in &self.figures {
            let target = match figure.target {
                Some(Target::AtLeast(value)) => format!("≥ {} {}", number(value), figure.unit),
                Some(Target::AtMost(value)) => format!("≤ {} {}", number(value), figure.unit),
                None => String::new(),
            };
            let met = figure.met().map_or("", |met| if met { "yes" } else { "no" });
            // Writing into a String cannot fail.
            let _ = writeln!(text, "| {} | {} {} | {target} | {met} |", figure.name, number(figure.value), figure.unit);
        }
        for (measurement, reason) in &self.missing {
            let _ = writeln!(text, "| {measurement} | not measured | | {reason} |");
        }
        text
    }

    pub(crate) fn write(&self) -> Outcome<()> {
        let text = serde_json::to_string_pretty(&self.as_json());
        let text = text.explain(|| "bench.json cannot be written".to_owned())?;
        folders::write(&folders::target("bench.json"), text.as_bytes())?;
        let page = folders::root().join("docs/performance.md");
        let old = folders::read_text(&page)?;
        let inside = format!("{}\n\n{}", self.about(), self.table());
        folders::write(&page, between_markers(&old, &inside).as_bytes())
    }

    fn as_json(&self) -> Value {
        let figures: Vec<Value> = self.figures.iter().map(as_json).collect();
        let missing = self.missing.iter().map(|(name, reason)| json!({ "name": name, "reason": reason }));
        json!({
            "machine": self.machine,
            "disk": self.disk,
            "figures": figures,
            "not_measured": missing.collect::<Vec<_>>(),
        })
    }
}

fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn as_json(figure: &Figure) -> Value {
    let target = figure.target.map(|target| match target {
        Target::AtLeast(value) => json!({ "at_least": value }),
        Target::AtMost(value) => json!({ "at_most": value }),
    });
    json!({ "name": figure.name, "value": figure.value, "unit": figure.unit, "target": target, "met": figure.met() })
}

/// Three digits that matter, thousands apart; no decimals that say nothing.
fn number(value: f64) -> String {
    let decimals = if value >= 100.0 {
        0
    } else if value >= 10.0 {
        1
    } else {
        2
    };
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

fn between_markers(page: &str, inside: &str) -> String {
    let block = format!("{BEGIN}\n{inside}{END}");
    match (page.find(BEGIN), page.find(END)) {
        (Some(begin), Some(end)) if begin < end => {
            format!("{}{block}{}", &page[..begin], &page[end + END.len()..])
        }
        _ => format!("{}\n\n{block}\n", page.trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_part_between_the_markers_changes() {
        let first = between_markers("# Performance\n\nBefore.\n", "one\n");
        assert!(first.starts_with("# Performance\n\nBefore.\n\n<!--") && first.contains("one\n<!--"));
        let second = between_markers(&format!("{first}After.\n"), "two\n");
        assert!(second.contains("two") && !second.contains("one") && second.ends_with("-->\nAfter.\n"));
    }

    #[test]
    fn the_page_has_the_two_markers() {
        let page = folders::read_text(&folders::root().join("docs/performance.md")).unwrap();
        assert_eq!((page.matches(BEGIN).count(), page.matches(END).count()), (1, 1));
        assert!(page.find(BEGIN) < page.find(END));
    }

    #[test]
    fn numbers_are_legible() {
        assert_eq!([12_345.6, 123.4, 12.34, 1.234, 0.0].map(number), ["12,346", "123", "12.3", "1.23", "0"]);
        assert_eq!([1_234_567.0, 100.0, 20.0, 1.2].map(number), ["1,234,567", "100", "20", "1.2"]);
    }

    #[test]
    fn rows_say_target_and_what_is_missing() {
        let machine = json!({ "processor": "P", "cores": 2, "load_average": "0.10 0.20 0.30" });
        let mut report = Report::new(machine, json!({ "filesystem": "ext4", "syncs_per_second": 250.0 }));
        report.add(vec![
            Figure::new("updates", 4321.0, "/s", Some(Target::AtLeast(4000.0))),
            Figure::new("first chart", 1.5, "s", Some(Target::AtMost(1.2))),
            Figure::new("updates: median", 9.87, "ms", None),
        ]);
        report.skip("redraw", "no Chromium");
        let table = report.table();
        for row in [
            "| updates | 4,321 /s | ≥ 4,000 /s | yes |",
            "| first chart | 1.5 s | ≤ 1.2 s | no |",
            "| updates: median | 9.87 ms |  |  |",
            "| redraw | not measured | | no Chromium |",
        ] {
            assert!(table.lines().any(|line| line == row), "{row}\n{table}");
        }
        assert!(report.about().contains("P, 2 cores") && report.about().contains("load average 0.10 0.20 0.30"));
        assert!(!report.has_failed() && report.as_json()["figures"][1]["met"] == false);
        report.fail("start", "broken");
        assert!(
            report.has_failed()
                && report.table().contains("| start | not measured | | failed; `cargo xtask bench start` says why |")
        );
    }
}
