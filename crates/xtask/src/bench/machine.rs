//! The machine that a figure was measured on.

use crate::programs::execute;
use serde_json::{Value, json};
use std::process::Command;

pub(crate) fn describe() -> Value {
    json!({
        "processor": processor(),
        "cores": std::thread::available_parallelism().map_or(0, std::num::NonZero::get),
        "memory_mib": memory_mib(),
        "system": system(),
        "load_average": load_average(),
        "rustc": execute::text_of(Command::new("rustc").arg("--version")).unwrap_or_default(),
    })
}

fn processor() -> String {
    let linux = std::fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| field(&text, "model name"));
    let mac = || execute::text_of(Command::new("sysctl").args(["-n", "machdep.cpu.brand_string"])).ok();
    linux.or_else(mac).unwrap_or_else(|| std::env::consts::ARCH.to_owned())
}

fn memory_mib() -> u64 {
    let linux = std::fs::read_to_string("/proc/meminfo").ok().and_then(|text| field(&text, "MemTotal"));
    if let Some(kib) = linux.and_then(|text| text.split(' ').next()?.parse::<u64>().ok()) {
        return kib / 1024;
    }
    let mac = execute::text_of(Command::new("sysctl").args(["-n", "hw.memsize"])).ok();
    mac.and_then(|text| text.parse::<u64>().ok()).map_or(0, |bytes| bytes / (1024 * 1024))
}

/// Of one, five and fifteen minutes: what else the machine was doing.
fn load_average() -> String {
    let linux = std::fs::read_to_string("/proc/loadavg").ok();
    let mac = || execute::text_of(Command::new("sysctl").args(["-n", "vm.loadavg"])).ok();
    linux.or_else(mac).map_or_else(|| "unknown".to_owned(), |text| three(&text))
}

/// The first three numbers of a text such as `0.88 1.29 1.99 1/234 5678` or `{ 0.88 1.29 1.99 }`.
fn three(text: &str) -> String {
    text.split_whitespace().filter(|word| word.parse::<f64>().is_ok()).take(3).collect::<Vec<_>>().join(" ")
}

fn system() -> String {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME=")).map(|name| name.trim_matches('"'));
    let kernel = execute::text_of(Command::new("uname").arg("-sr")).unwrap_or_default();
    name.map_or_else(|| kernel.clone(), |name| format!("{name}, {kernel}"))
}

/// The first `name : value` of a file of the kernel.
fn field(text: &str, name: &str) -> Option<String> {
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_the_kernel_are_read() {
        let text = "processor\t: 0\nmodel name\t: Some CPU @ 2.00GHz\n";
        assert_eq!(field(text, "model name").as_deref(), Some("Some CPU @ 2.00GHz"));
        assert_eq!(field("MemTotal:       16384 kB\n", "MemTotal").as_deref(), Some("16384 kB"));
        assert_eq!(field("", "x"), None);
        for text in ["0.88 1.29 1.99 1/234 5678\n", "{ 0.88 1.29 1.99 }"] {
            assert_eq!(three(text), "0.88 1.29 1.99");
        }
    }
}
