//! Building the workspace's test programs once and running them in an order of our own: what `cargo test` does in one go,
//! cut in two, so that the black-box tests come last and compiling is timed apart.

use crate::failure::{Outcome, fail};
use crate::programs::{cargo, execute};
use crate::test::tally::Tally;
use serde_json::Value;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// No test program may take longer.
const LIMIT: Duration = Duration::from_secs(30 * 60);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TestProgram {
    pub(crate) package: String,
    target: String,
    folder: PathBuf,
    executable: PathBuf,
}

impl TestProgram {
    /// The program of this name of a package, ready for a filter of tests.
    pub(crate) fn command(programs: &[Self], target: &str) -> Outcome<Command> {
        let Some(program) = programs.iter().find(|program| program.target == target) else {
            return fail(format!("there is no test program `{target}`"));
        };
        let mut command = Command::new(&program.executable);
        command.current_dir(&program.folder);
        Ok(command)
    }
}

/// Compiles all test programs of the selected packages.
pub(crate) fn build(selection: &[&str]) -> Outcome<Vec<TestProgram>> {
    let mut command = cargo::cargo("test");
    command.args(selection).args(["--no-run", "--message-format=json-render-diagnostics"]);
    if std::io::IsTerminal::is_terminal(&std::io::stderr()) {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut found = Vec::new();
    let status = execute::by_line(&mut command, LIMIT, |from_stdout, line| {
        if from_stdout {
            found.extend(test_program(line));
        } else {
            eprintln!("{line}");
        }
    })?;
    if !status.success() {
        return fail(format!("the tests do not compile ({status}); the compiler's words stand above"));
    }
    found.sort_by(|one, other| (&one.package, &one.target).cmp(&(&other.package, &other.target)));
    Ok(found)
}

/// A line of cargo's messages, if it announces a test program.
fn test_program(line: &str) -> Option<TestProgram> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message["reason"] != "compiler-artifact" || message["profile"]["test"] != true {
        return None;
    }
    let manifest = Path::new(message["manifest_path"].as_str()?);
    let id = message["package_id"].as_str()?;
    // `path+file:///somewhere/shared#anju-domain@0.1.0`, or `…/xtask#0.1.0` when the folder has the package's name.
    let (place, name) = id.rsplit_once('#')?;
    let package = match name.split_once('@') {
        Some((name, _)) => name,
        None => place.rsplit('/').next()?,
    };
    Some(TestProgram {
        package: package.to_owned(),
        target: message["target"]["name"].as_str()?.to_owned(),
        folder: manifest.parent()?.to_path_buf(),
        executable: PathBuf::from(message["executable"].as_str()?),
    })
}

/// Runs test programs one after the other, all of them, and counts.
pub(crate) fn run(programs: &[TestProgram], variables: &[(&'static str, OsString)]) -> Outcome<Tally> {
    let mut total = Tally::default();
    for program in programs {
        println!("--- {} {}", program.package, program.target);
        let mut command = Command::new(&program.executable);
        command.current_dir(&program.folder);
        command.env("CARGO_MANIFEST_DIR", &program.folder).env("CARGO_PKG_NAME", &program.package);
        total += counted(&mut command, variables)?;
    }
    Ok(total)
}

/// The examples in the documentation.
pub(crate) fn run_examples_of_documentation(variables: &[(&'static str, OsString)]) -> Outcome<Tally> {
    let mut command = cargo::cargo("test");
    command.args(cargo::SELECTION).args(["--doc", "--no-fail-fast", "--quiet"]);
    counted(&mut command, variables)
}

fn counted(command: &mut Command, variables: &[(&'static str, OsString)]) -> Outcome<Tally> {
    for (name, value) in variables {
        command.env(name, value);
    }
    let mut tally = Tally::default();
    let status = execute::by_line(command, LIMIT, |_, line| {
        if let Some(counts) = Tally::of_line(line) {
            tally += counts;
        }
        if worth_showing(line) {
            println!("{line}");
        }
    })?;
    if !status.success() && tally.failed == 0 {
        println!("FAILED: `{}` ended with {status} without saying which test", execute::shown(command));
        tally += Tally::FAILED;
    }
    Ok(tally)
}

/// Thousands of lines `test … ok` would hide what matters.
fn worth_showing(line: &str) -> bool {
    let passed = line.starts_with("test ") && line.ends_with(" ... ok");
    let announcement = line.starts_with("running ") && (line.ends_with(" tests") || line.ends_with(" test"));
    !(passed || announcement || line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_of_cargo_is_read() {
        let line = r#"{"reason":"compiler-artifact","package_id":"path+file:///a/shared#anju-domain@0.1.0",
            "manifest_path":"/a/shared/Cargo.toml","target":{"name":"anju_domain","kind":["lib"]},
            "profile":{"test":true},"executable":"/a/target/debug/deps/anju_domain-1"}"#;
        let program = test_program(line).unwrap();
        assert_eq!((program.package.as_str(), program.target.as_str()), ("anju-domain", "anju_domain"));
        assert_eq!(program.folder, PathBuf::from("/a/shared"));
        let same_name = line.replace("shared#anju-domain@0.1.0", "crates/xtask#0.1.0");
        assert_eq!(test_program(&same_name).unwrap().package, "xtask");
        for other in
            [line.replace("\"test\":true", "\"test\":false"), line.replace("compiler-artifact", "x"), "{".into()]
        {
            assert_eq!(test_program(&other), None);
        }
    }

    #[test]
    fn a_program_that_dies_is_a_failure() {
        let mut dies = Command::new("sh");
        dies.args(["-c", "echo 'test result: ok. 1 passed; 0 failed; 0 ignored;'; exit 9"]).current_dir("/");
        assert_eq!(counted(&mut dies, &[]).unwrap(), Tally { passed: 1, failed: 1, skipped: 0 });
    }

    #[test]
    fn passed_tests_are_not_shown() {
        assert!(!worth_showing("test a::b ... ok") && !worth_showing("running 3 tests"));
        assert!(worth_showing("test a::b ... FAILED") && worth_showing("test result: ok. 1 passed"));
    }
}
