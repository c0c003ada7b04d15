//! `cargo xtask test`: every check, from a fresh clone. The bundle comes before the server, which holds it inside; all
//! native steps share one selection of packages, so that each crate is compiled once for checking and once for running.

use crate::failure::Outcome;
use crate::folders;
use crate::programs::{cargo, execute, node, sweep};
use crate::test::report::Report;
use crate::test::tools::Tools;
use crate::test::{consumers, programs};
use crate::wasm::compile::Effort;
use crate::wasm::{package, toolchain};
use crate::web::{budget, bundle};
use std::process::{Command, ExitCode};

pub(crate) fn test(words: &[&str]) -> Outcome<ExitCode> {
    super::only_flag(words, "")?;
    let strict = std::env::var_os("CI").is_some_and(|value| value == "true");
    let mut report = Report::new();
    report.check("format (cargo fmt)", || execute::run(cargo::cargo("fmt").args(["--all", "--check"])));
    let toolchain = report.check("compiler for WebAssembly", toolchain::prepare);
    let (mut web, mut wasm_package) = (None, None);
    match &toolchain {
        Some(toolchain) => {
            web = report.check("web bundle", || bundle::build(toolchain, Effort::Release));
            wasm_package = report.check("WebAssembly package", || package::build(toolchain));
        }
        None => report.skip("web bundle and WebAssembly package", "there is no compiler for them"),
    }
    match &web {
        Some(folder) => {
            report.check("size of the first page", || {
                let load = budget::measure(folder)?;
                println!("  {} bytes after brotli in {} requests", load.bytes(), load.files.len());
                load.within()
            });
        }
        None => report.skip("size of the first page", "there is no web bundle"),
    }
    report.check("lints (cargo clippy)", || {
        let mut clippy = cargo::cargo("clippy");
        clippy.args(["--workspace", "--all-targets"]);
        if strict {
            clippy.args(["--", "-D", "warnings"]);
        }
        execute::run(&mut clippy)
    });
    let feature_sets: [&[&str]; 2] = [&[], &["--all-features"]];
    for features in feature_sets {
        report.check(&format!("documentation of the domain crate (cargo doc {})", features.join(" ")), || {
            let mut doc = cargo::cargo("doc");
            doc.args(["--package", "anju-domain", "--no-deps"]).args(features).env("RUSTDOCFLAGS", "-D warnings");
            execute::run(&mut doc)
        });
    }
    let server = report.check("server (cargo build)", super::build::server);
    let mut tools = Tools::prepare(&mut report);
    let built = report.check("compiling the tests", || programs::build(cargo::SELECTION));
    report.tests("tests of xtask", || {
        let own = programs::build(&["--package", "xtask"])?;
        programs::run(&own, tools.variables())
    });
    let (outside, inside): (Vec<_>, Vec<_>) =
        built.unwrap_or_default().into_iter().partition(|program| program.package == "anju-tests");
    if inside.is_empty() {
        report.skip("tests of the crates", "they were not compiled");
    } else {
        report.tests("tests of the crates", || programs::run(&inside, tools.variables()));
        report.tests("examples in the documentation", || programs::run_examples_of_documentation(tools.variables()));
    }
    report.check("examples of the domain crate", || {
        for example in ["check_dossier", "plan_approvals", "another_county"] {
            let program = folders::target("debug/examples").join(format!("{example}{}", std::env::consts::EXE_SUFFIX));
            execute::text_of(&mut Command::new(program))?;
        }
        Ok(())
    });
    let program = report.check("every rule on 20,000 dossiers made from seeds", || {
        let program = sweep::build(sweep::CAREFUL)?;
        execute::run(Command::new(&program).args(["check", "20000"]))?;
        Ok(program)
    });
    // The browser's tests ask it for what they compare.
    match program {
        Some(program) => tools.add("ANJU_SWEEP", program),
        None => report.skip("the same answers in the browser as natively", "the program that compares them failed"),
    }
    report.check("a program of somebody else with the packaged crate", consumers::rust);
    match &wasm_package {
        None => report.skip("a script of somebody else with the packaged module", "there is no WebAssembly package"),
        Some(_) if node::find().is_none() => {
            report.skip("a script of somebody else with the packaged module", "there is no Node with npm");
        }
        Some(folder) => {
            report.check("a script of somebody else with the packaged module", || consumers::node(folder));
        }
    }
    let missing =
        [("server", server.is_none()), ("web bundle", web.is_none()), ("WebAssembly package", wasm_package.is_none())];
    if let Some((part, _)) = missing.iter().find(|(_, missing)| *missing) {
        report.skip("tests over HTTP and in the browser", &format!("there is no {part}"));
    } else if outside.is_empty() {
        report.skip("tests over HTTP and in the browser", "they were not compiled");
    } else {
        report.tests("tests over HTTP and in the browser", || programs::run(&outside, tools.variables()));
    }
    // Stops PostgreSQL before the last line is printed.
    drop(tools);
    if report.finish(strict) { Ok(ExitCode::SUCCESS) } else { Ok(ExitCode::FAILURE) }
}
