//! A workbook of many rows: read by calamine alone, and imported by the command into an empty programme.

use crate::bench::figure::{Figure, Target};
use crate::bench::setting::{Setting, number};
use crate::failure::{Explain, Outcome, fail};
use crate::programs::execute;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Rows of twenty columns, and how long or how many times longer an import may take.
const FEW: &str = "10000";
const MANY: &str = "100000";

pub(super) fn measure(setting: &Setting) -> Outcome<Vec<Figure>> {
    let few = imported(setting, FEW)?;
    let many = imported(setting, MANY)?;
    let of = |what: &str| format!("import of 100,000 rows × 20 columns: {what}");
    Ok(vec![
        Figure::new("import of 10,000 rows × 20 columns, by the command", few.seconds, "s", Some(Target::AtMost(1.0))),
        Figure::new(of("by the command"), many.seconds, "s", Some(Target::AtMost(4.0 * many.alone))),
        Figure::new(of("calamine alone"), many.alone, "s", None),
        Figure::new(of("of which checked and read into grids"), many.grids, "s", None),
        Figure::new(of("of which planned"), many.plan, "s", None),
        Figure::new(of("most memory"), many.mebibytes, "MiB", Some(Target::AtMost(400.0))),
    ])
}

/// How often a file is read and imported; told are the medians, and of the memory the most.
const ROUNDS: usize = 5;

struct Imported {
    seconds: f64,
    alone: f64,
    grids: f64,
    plan: f64,
    mebibytes: f64,
}

fn imported(setting: &Setting, rows: &str) -> Outcome<Imported> {
    let made = setting.new_data(&format!("import-{rows}"))?;
    let file = made.path().join("import.xlsx");
    execute::text_of(Command::new(&setting.import_speed).arg("make").arg(&file).arg(rows))?;
    let rounds = (0..ROUNDS).map(|_| once(setting, &file)).collect::<Outcome<Vec<_>>>()?;
    let median = |of: fn(&Imported) -> f64| {
        let mut all: Vec<f64> = rounds.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all.get(ROUNDS / 2).copied().unwrap_or_default()
    };
    Ok(Imported {
        seconds: median(|round| round.seconds),
        alone: median(|round| round.alone),
        grids: median(|round| round.grids),
        plan: median(|round| round.plan),
        mebibytes: rounds.iter().map(|round| round.mebibytes).fold(0.0, f64::max),
    })
}

/// Reads a file, and imports it into an empty programme.
fn once(setting: &Setting, file: &Path) -> Outcome<Imported> {
    let data = setting.new_data("import-into")?;
    let read = execute::text_of(Command::new(&setting.import_speed).arg("read").arg(file))?;
    let read: Value = serde_json::from_str(&read).explain(|| format!("import_speed said `{read}`"))?;
    let mut county = Command::new(&setting.program);
    county.args([
        "programme",
        "create",
        "--division",
        "620724",
        "--name",
        "某县改造",
        "--from",
        "2021",
        "--to",
        "2030",
    ]);
    execute::text_of(county.args(["--like", "gaotai", "--data"]).arg(data.path()))?;
    let (took, kibibytes) = run(&setting.program, file, data.path())?;
    Ok(Imported {
        seconds: took.as_secs_f64(),
        alone: number(&read, "alone_s")?,
        grids: number(&read, "grids_s")?,
        plan: number(&read, "plan_s")?,
        mebibytes: kibibytes / 1024.0,
    })
}

/// Runs the import and looks at its memory while it lasts: how long it took, and the most that it held in KiB.
fn run(program: &Path, file: &Path, data: &Path) -> Outcome<(Duration, f64)> {
    let mut import = Command::new(program);
    import.arg("import").arg(file).arg("--data").arg(data).stdin(Stdio::null()).stdout(Stdio::null());
    let begun = Instant::now();
    let mut child = execute::start(&mut import)?;
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0.0_f64;
    loop {
        let peak = std::fs::read_to_string(&status).ok().and_then(|text| high_water(&text));
        most = most.max(peak.unwrap_or_default());
        if let Some(ended) = child.try_wait().explain(|| "the import cannot be waited for".to_owned())? {
            let took = begun.elapsed();
            return if ended.success() { Ok((took, most)) } else { fail(format!("the import ended with {ended}")) };
        }
        thread::sleep(Duration::from_millis(2));
    }
}

fn high_water(status: &str) -> Option<f64> {
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix("kB")?.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_memory_is_read() {
        assert_eq!(high_water("VmPeak:  900 kB\nVmHWM:\t   51200 kB\nVmRSS: 1 kB\n"), Some(51_200.0));
        assert_eq!(high_water("VmRSS: 1 kB"), None);
    }
}
