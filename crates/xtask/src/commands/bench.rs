//! `cargo xtask bench [NAME …]`: all measurements, or those named.

use crate::bench::measurements::{ALL, Bench, Measurement};
use crate::bench::{disk, machine, report};
use crate::failure::{Outcome, fail};
use crate::folders;
use crate::wasm::compile::Effort;
use crate::wasm::toolchain;
use crate::web::bundle;
use std::process::ExitCode;

pub(crate) fn bench(words: &[&str]) -> Outcome<ExitCode> {
    let chosen = chosen(words)?;
    let folder = folders::target("bench");
    folders::make(&folder)?;
    let disk = disk::describe(&folder)?;
    let machine = machine::describe();
    println!("machine: {machine}\ndisk: {disk}");
    bundle::build(&toolchain::prepare()?, Effort::Release)?;
    let bench = Bench { program: super::build::release_server()?, folder };
    let mut figures = Vec::new();
    for measurement in chosen {
        println!("{}: {}", measurement.name, measurement.about);
        for figure in (measurement.run)(&bench)? {
            let met = figure.met().map_or("", |met| if met { ", target met" } else { ", TARGET MISSED" });
            println!("  {}: {:.2} {}{met}", figure.name, figure.value, figure.unit);
            figures.push(figure);
        }
    }
    // A part of the table would pass for all of it.
    if words.is_empty() {
        report::write(&machine, &disk, &figures)?;
        println!("target/bench.json and docs/performance.md are written");
    }
    Ok(ExitCode::SUCCESS)
}

fn chosen(words: &[&str]) -> Outcome<Vec<&'static Measurement>> {
    let names: Vec<&str> = ALL.iter().map(|measurement| measurement.name).collect();
    if let Some(unknown) = words.iter().find(|word| !names.contains(word)) {
        return fail(format!("there is no measurement `{unknown}`; there are: {}", names.join(", ")));
    }
    Ok(ALL.iter().filter(|measurement| words.is_empty() || words.contains(&measurement.name)).collect())
}
