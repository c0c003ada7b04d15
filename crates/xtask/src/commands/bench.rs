//! `cargo xtask bench [--built FOLDER] [NAME …]`: all measurements, or those named.

use crate::bench::measurements::{ALL, Measurement};
use crate::bench::report::Report;
use crate::bench::setting::{Browser, Setting};
use crate::bench::{disk, machine};
use crate::failure::{Failure, Outcome, fail};
use crate::folders;
use crate::programs::{browser, cargo, execute, node, sweep};
use crate::wasm::compile::Effort;
use crate::wasm::{package, toolchain};
use crate::web::bundle;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const BUILT: &str = "--built";

pub(crate) fn bench(words: &[&str]) -> Outcome<ExitCode> {
    // With `--built target/debug` what lies there is measured as it is: for trying the measurements themselves.
    let (built, names) = match words {
        [BUILT, folder, names @ ..] => (Some(folders::root().join(folder)), names),
        [BUILT] => return fail("--built needs a folder, such as target/debug"),
        names => (None, names),
    };
    let chosen = chosen(names)?;
    let folder = folders::target("bench");
    folders::make(&folder)?;
    // Before the builds, whose own load is no matter of the machine.
    let mut report = Report::new(machine::describe(), disk::describe(&folder)?);
    println!("{}", report.about());
    let setting = setting(folder, built.as_deref())?;
    for measurement in chosen {
        println!("{}: {}", measurement.name, measurement.about);
        if let (true, Err(reason)) = (measurement.needs_browser, &setting.browser) {
            report.skip(measurement.name, reason);
            continue;
        }
        match (measurement.run)(&setting) {
            Ok(figures) => report.add(figures),
            Err(Failure(reason)) => report.fail(measurement.name, &reason),
        }
    }
    if !report.has_failed() {
        // Otherwise the server's last words stay there.
        folders::remove(&setting.folder)?;
    }
    println!("\n{}", report.table());
    // A part of the table would pass for all of it, and another program for the released one.
    if words.is_empty() {
        report.write()?;
        println!("target/bench.json and docs/performance.md are written");
    }
    Ok(if report.has_failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn chosen(words: &[&str]) -> Outcome<Vec<&'static Measurement>> {
    let names: Vec<&str> = ALL.iter().map(|measurement| measurement.name).collect();
    if let Some(unknown) = words.iter().find(|word| !names.contains(word)) {
        return fail(format!("there is no measurement `{unknown}`; there are: {}", names.join(", ")));
    }
    Ok(ALL.iter().filter(|measurement| words.is_empty() || words.contains(&measurement.name)).collect())
}

/// Builds what is measured, unless it is built already.
fn setting(folder: PathBuf, built: Option<&Path>) -> Outcome<Setting> {
    let programs = built.map_or_else(|| folders::target("release"), Path::to_path_buf);
    let wasm_package = if built.is_none() {
        let toolchain = toolchain::prepare()?;
        bundle::build(&toolchain, Effort::Release)?;
        let wasm_package = package::build(&toolchain)?;
        // One call, so that the domain is compiled once for both.
        let mut build = cargo::cargo("build");
        build.args(["--release", "--package", "anju-server", "--bin", "anju"]);
        build.args(["--package", "anju-domain", "--example", "check_speed"]);
        build.args(["--example", "import_speed"]);
        execute::run(&mut build)?;
        // Apart: its call names the feature that it needs.
        sweep::build(sweep::RELEASE)?;
        wasm_package
    } else {
        folders::target("wasm-package")
    };
    let browser = browser::find_or_install().and_then(|chrome| {
        let node = node::find_or_install()?;
        Ok(Browser { chrome, node, wasm_package })
    });
    let program = |name: &str| programs.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    Ok(Setting {
        program: program("anju"),
        check_speed: program("examples/check_speed"),
        import_speed: program("examples/import_speed"),
        sweep: program("examples/sweep"),
        folder,
        browser: browser.map_err(|Failure(reason)| reason),
    })
}
