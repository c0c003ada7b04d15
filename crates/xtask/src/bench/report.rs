//! target/bench.json and the part of docs/performance.md between two markers; the rest of that page is people's.

use crate::bench::measurements::{Figure, Target};
use crate::failure::{Explain, Outcome};
use crate::folders;
use serde_json::{Value, json};
use std::fmt::Write as _;

const BEGIN: &str = "<!-- measured: begin (cargo xtask bench writes what is between) -->";
const END: &str = "<!-- measured: end -->";

pub(crate) fn write(machine: &Value, disk: &Value, figures: &[Figure]) -> Outcome<()> {
    let all: Vec<Value> = figures.iter().map(as_json).collect();
    let value = json!({ "machine": machine, "disk": disk, "figures": all });
    let text = serde_json::to_string_pretty(&value).explain(|| "bench.json cannot be written".to_owned())?;
    folders::write(&folders::target("bench.json"), text.as_bytes())?;
    let page = folders::root().join("docs/performance.md");
    let old = std::fs::read_to_string(&page).unwrap_or_else(|_| "# Performance\n".to_owned());
    folders::write(&page, between_markers(&old, &table(machine, disk, figures)).as_bytes())
}

fn as_json(figure: &Figure) -> Value {
    let target = figure.target.map(|target| match target {
        Target::AtLeast(value) => json!({ "at_least": value }),
        Target::AtMost(value) => json!({ "at_most": value }),
    });
    json!({ "name": figure.name, "value": figure.value, "unit": figure.unit, "target": target, "met": figure.met() })
}

fn table(machine: &Value, disk: &Value, figures: &[Figure]) -> String {
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut text = format!(
        "Measured on {}, {} cores, {} MiB, {}, {}; data on {}, which made {} small writes durable per second.\n\n",
        word(&machine["processor"]),
        word(&machine["cores"]),
        word(&machine["memory_mib"]),
        word(&machine["system"]),
        word(&machine["rustc"]),
        word(&disk["filesystem"]),
        word(&disk["syncs_per_second"]),
    );
    text.push_str("| what | measured | target | met |\n|---|---:|---:|---|\n");
    for figure in figures {
        let target = match figure.target {
            Some(Target::AtLeast(value)) => format!("≥ {} {}", number(value), figure.unit),
            Some(Target::AtMost(value)) => format!("≤ {} {}", number(value), figure.unit),
            None => String::new(),
        };
        let met = figure.met().map_or("", |met| if met { "yes" } else { "no" });
        // Writing into a String cannot fail.
        let _ = writeln!(text, "| {} | {} {} | {target} | {met} |", figure.name, number(figure.value), figure.unit);
    }
    text
}

/// Three digits that matter, thousands apart.
fn number(value: f64) -> String {
    let decimals = if value >= 100.0 {
        0
    } else if value >= 10.0 {
        1
    } else {
        2
    };
    let text = format!("{value:.decimals$}");
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
    fn numbers_are_legible() {
        assert_eq!([12_345.6, 123.4, 12.34, 1.234, 0.0].map(number), ["12,346", "123", "12.3", "1.23", "0.00"]);
        assert_eq!(number(1_234_567.0), "1,234,567");
    }
}
