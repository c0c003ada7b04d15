//! `cargo xtask build`, its parts `web` and `wasm-package`, and `consumers`, which tries what is packaged.

use crate::failure::Outcome;
use crate::folders;
use crate::programs::{cargo, execute};
use crate::test;
use crate::wasm::compile::Effort;
use crate::wasm::{package, toolchain};
use crate::web::{budget, bundle};
use std::path::PathBuf;
use std::process::ExitCode;

pub(crate) fn build(words: &[&str]) -> Outcome<ExitCode> {
    super::only_flag(words, "")?;
    println!("1/2 web bundle (first time about 4 minutes on 2 cores)");
    let toolchain = toolchain::prepare()?;
    let web = bundle::build(&toolchain, Effort::Release)?;
    let load = budget::measure(&web)?;
    println!("  the first page loads {} bytes after brotli in {} requests", load.bytes(), load.files.len());
    println!("2/2 server, release (first time about 8 minutes on 2 cores)");
    let program = release_server()?;
    println!("{}", program.display());
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn web(words: &[&str]) -> Outcome<ExitCode> {
    let effort = if super::only_flag(words, "--dev")? { Effort::Dev } else { Effort::Release };
    let folder = bundle::build(&toolchain::prepare()?, effort)?;
    let load = budget::measure(&folder)?;
    for (file, bytes) in &load.files {
        println!("  {bytes:>8}  {file}");
    }
    println!("{} bytes after brotli in {} requests: {}", load.bytes(), load.files.len(), folder.display());
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn wasm_package(words: &[&str]) -> Outcome<ExitCode> {
    super::only_flag(words, "")?;
    println!("{}", package::build(&toolchain::prepare()?)?.display());
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn consumers(words: &[&str]) -> Outcome<ExitCode> {
    super::only_flag(words, "")?;
    test::consumers::rust()?;
    println!("the packaged crate works in another program");
    test::consumers::node(&package::build(&toolchain::prepare()?)?)?;
    println!("the packaged module works in another script");
    Ok(ExitCode::SUCCESS)
}

/// The server that runs and tests use: compiled soon, its hot parts optimised by the workspace's profile.
pub(crate) fn server() -> Outcome<PathBuf> {
    execute::run(cargo::cargo("build").args(cargo::SELECTION).args(["--bin", "anju"]))?;
    Ok(folders::target("debug").join(format!("anju{}", std::env::consts::EXE_SUFFIX)))
}

pub(crate) fn release_server() -> Outcome<PathBuf> {
    execute::run(cargo::cargo("build").args(["--release", "--package", "anju-server", "--bin", "anju"]))?;
    Ok(folders::target("release").join(format!("anju{}", std::env::consts::EXE_SUFFIX)))
}
