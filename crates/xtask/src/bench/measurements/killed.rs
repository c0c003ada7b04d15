//! The loop of `tests/tests/it/killed` with the program that is measured: SIGKILL while clients write, start, compare.
//! It fails when anything that was acknowledged is lost; the figures say how much was compared.

use crate::bench::figure::{Figure, Target};
use crate::bench::setting::Setting;
use crate::failure::{Failure, Outcome};
use crate::programs::execute;
use crate::test::programs::{self, TestProgram};

const ROUNDS: u32 = 50;

pub(super) fn measure(setting: &Setting) -> Outcome<Vec<Figure>> {
    let programs = programs::build(&["--package", "anju-tests"])?;
    let mut command = TestProgram::command(&programs, "it")?;
    command.args(["killed::rounds", "--nocapture"]);
    command.env("ANJU_BIN", &setting.program).env("ANJU_KILL_ROUNDS", ROUNDS.to_string());
    // On the disk that the report names, and on SQLite alone.
    command.env("TMPDIR", &setting.folder).env_remove("ANJU_POSTGRES");
    let said = execute::text_of(&mut command)?;
    let (rounds, at_least) = (count(&said, "rounds")?, Target::AtLeast(f64::from(ROUNDS)));
    Ok(vec![
        Figure::new("killed while writing, nothing acknowledged lost", rounds, "rounds", Some(at_least)),
        Figure::new("killed while writing: acknowledged, all found", count(&said, "acknowledged")?, "writes", None),
        Figure::new("killed while writing: without an answer", count(&said, "unknown")?, "writes", None),
        Figure::new("killed while writing: of these found", count(&said, "found")?, "writes", None),
    ])
}

/// The number after `name=` in the line in which the test sums up.
fn count(said: &str, name: &str) -> Outcome<f64> {
    let line = said.lines().find(|line| line.contains("killed on Sqlite: "));
    line.and_then(|line| {
        line.split_whitespace().find_map(|word| word.strip_prefix(name)?.strip_prefix('=')?.parse().ok())
    })
    .ok_or_else(|| Failure(format!("the test says no `{name}`: {said}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_the_test_is_read() {
        let said = "running 1 test\nkilled on Sqlite: rounds=50 attempted=90 acknowledged=70 unknown=20 found=3\nok";
        assert_eq!([count(said, "rounds").unwrap(), count(said, "found").unwrap()], [50.0, 3.0]);
        assert!(count(said, "lost").is_err() && count("SKIPPED", "rounds").is_err());
    }
}
