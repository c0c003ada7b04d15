//! The disk under a data folder: its filesystem, and how often a second it makes a small write durable. A filesystem in
//! memory is refused: nothing measured on it says anything about durable writes.

use crate::failure::{Explain, Outcome, fail};
use crate::programs::execute;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

pub(crate) fn describe(folder: &Path) -> Outcome<Value> {
    let kind = filesystem(folder)?;
    if ["tmpfs", "ramfs"].contains(&kind.as_str()) {
        return fail(format!("{} lies in memory ({kind}); put the workspace on a disk to measure", folder.display()));
    }
    Ok(json!({ "filesystem": kind, "syncs_per_second": syncs_per_second(folder)?.round() }))
}

fn filesystem(folder: &Path) -> Outcome<String> {
    let folder = folder.canonicalize().explain(|| format!("{} cannot be found", folder.display()))?;
    if let Ok(mounts) = fs::read_to_string("/proc/self/mounts") {
        return Ok(filesystem_of(&mounts, &folder).unwrap_or_else(|| "unknown".to_owned()));
    }
    // Where there is no /proc, `mount` says `DEVICE on PLACE (KIND, …)`.
    let said = execute::text_of(&mut Command::new("mount"))?;
    let as_table: Vec<String> = said
        .lines()
        .filter_map(|line| {
            let (device, rest) = line.split_once(" on ")?;
            let (place, kind) = rest.split_once(" (")?;
            Some(format!("{} {place} {}", device.replace(' ', "_"), kind.split([',', ')']).next()?))
        })
        .collect();
    Ok(filesystem_of(&as_table.join("\n"), &folder).unwrap_or_else(|| "unknown".to_owned()))
}

/// The kind of the innermost mount that holds `folder`; of two at one place the later one is on top.
fn filesystem_of(mounts: &str, folder: &Path) -> Option<String> {
    let mut best: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let mut words = line.split_whitespace().skip(1);
        let (Some(place), Some(kind)) = (words.next(), words.next()) else { continue };
        let depth = Path::new(place).components().count();
        if folder.starts_with(place) && best.is_none_or(|(deepest, _)| depth >= deepest) {
            best = Some((depth, kind));
        }
    }
    best.map(|(_, kind)| kind.to_owned())
}

/// Appends 4 KiB and syncs, as a log of a database does, for two seconds.
fn syncs_per_second(folder: &Path) -> Outcome<f64> {
    let path = folder.join("sync-rate");
    let what = || format!("{} cannot be written", path.display());
    let mut file = File::create(&path).explain(what)?;
    let block = [7_u8; 4096];
    let begun = Instant::now();
    let mut count = 0_u32;
    while begun.elapsed() < Duration::from_secs(2) {
        file.write_all(&block).explain(what)?;
        file.sync_data().explain(what)?;
        count += 1;
    }
    let rate = f64::from(count) / begun.elapsed().as_secs_f64();
    fs::remove_file(&path).explain(what)?;
    Ok(rate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_mount_counts() {
        let mounts = "/dev/a / ext4 rw 0 0\ntmpfs /tmp tmpfs rw 0 0\n/dev/b /tmp/disk xfs rw 0 0\n";
        let kind = |folder: &str| filesystem_of(mounts, Path::new(folder));
        assert_eq!(kind("/home/a").as_deref(), Some("ext4"));
        assert_eq!(kind("/tmp/a").as_deref(), Some("tmpfs"));
        assert_eq!(kind("/tmp/disk/a").as_deref(), Some("xfs"));
        assert_eq!(kind("/tmpfile").as_deref(), Some("ext4"));
    }
}
