//! The rule book on the dossier of 样例甲小区, natively by an example of the domain and in the browser by its module, and natively
//! on a hundred thousand others.

use crate::bench::figure::{Figure, Target};
use crate::bench::server::Server;
use crate::bench::setting::{Setting, number};
use crate::failure::{Failure, Outcome};
use crate::folders;
use crate::programs::execute;
use std::path::Path;
use std::process::Command;

/// The code of 样例甲小区.
const CODE: &str = "GT-0001";

pub(super) fn natively(setting: &Setting) -> Outcome<Vec<Figure>> {
    let of = |program: &Path, said: &str, name: &str| {
        microseconds(said, name)
            .ok_or_else(|| Failure(format!("{} says nothing of `{name}`:\n{said}", program.display())))
    };
    let one = execute::text_of(&mut Command::new(&setting.check_speed))?;
    let many = execute::text_of(Command::new(&setting.sweep).arg("speed"))?;
    let of_one = |name: &str| of(&setting.check_speed, &one, name);
    Ok(vec![
        Figure::new("check of 样例甲小区 at G1, native", of_one("check")?, "µs", Some(Target::AtMost(20.0))),
        Figure::new("the same with building the facts", of_one("facts and check")?, "µs", None),
        Figure::new(
            "check of 100,000 dossiers of every quality, native, one thread",
            of(&setting.sweep, &many, "100000 dossiers")? / 1e6,
            "s",
            Some(Target::AtMost(5.0)),
        ),
    ])
}

/// The mean in a line such as `check: 7.4µs a run, mean of 100000`.
fn microseconds(said: &str, name: &str) -> Option<f64> {
    let value = said.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))?.split(' ').next()?;
    let units = [("ns", 0.001), ("µs", 1.0), ("ms", 1000.0), ("s", 1e6)];
    units.iter().find_map(|(unit, factor)| Some(value.strip_suffix(unit)?.parse::<f64>().ok()? * factor))
}

pub(super) fn in_browser(setting: &Setting) -> Outcome<Vec<Figure>> {
    let data = setting.new_data("rules")?;
    let server = Server::start(&setting.program, data.path())?;
    let cookie = super::signed_in(&server, &server.words(), "leader")?;
    let rows = super::communities(&server, &cookie)?;
    let id = rows.into_iter().find_map(|(code, id)| (code == CODE).then_some(id));
    let id = id.ok_or_else(|| Failure(format!("the sample programme has no {CODE}")))?;
    let dossier = server.ask("GET", &format!("/api/v1/dossiers/{id}"), &[("cookie", &cookie)], b"")?;
    server.stop()?;
    let file = data.path().join("dossier.json");
    folders::write(&file, &dossier.body)?;
    let answer = setting.script("bench_check.mjs", &[&file.to_string_lossy()])?;
    let kib = number(&answer, "bytes")? / 1024.0;
    let with_reading = format!("the same, reading {kib:.0} KiB of JSON each time");
    Ok(vec![
        Figure::new(
            "check of 样例甲小区 at G1 in Chromium, read once",
            number(&answer, "check_us")?,
            "µs",
            Some(Target::AtMost(80.0)),
        ),
        Figure::new(with_reading, number(&answer, "with_reading_us")?, "µs", None),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_are_read_in_every_unit() {
        let said =
            "20 lines\ncheck: 7.41µs a run, mean of 9\nfacts and check: 912ns a run, mean of 9\nform: 1.5ms a run";
        assert_eq!(microseconds(said, "check"), Some(7.41));
        assert!(microseconds(said, "facts and check").is_some_and(|value| (value - 0.912).abs() < 1e-9));
        assert_eq!(microseconds(said, "form"), Some(1500.0));
        assert_eq!(microseconds("100000 dossiers: 1.5s\nx", "100000 dossiers"), Some(1_500_000.0));
        assert_eq!(microseconds(said, "lines"), None);
    }
}
