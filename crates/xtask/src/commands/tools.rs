//! `cargo xtask tools`: what is there and what is missing. Installs nothing.

use crate::failure::Outcome;
use crate::programs::{browser, debian, find, node, postgres};
use crate::wasm::toolchain;
use std::path::PathBuf;
use std::process::ExitCode;

pub(crate) fn tools(words: &[&str]) -> Outcome<ExitCode> {
    super::only_flag(words, "")?;
    let line = |what: &str, found: Option<PathBuf>, needed: &str| match found {
        Some(path) => println!("{what:<14} {}", path.display()),
        None => println!("{what:<14} missing; needed for {needed}"),
    };
    println!("{:<14} {}", "WebAssembly", toolchain::describe());
    line("C compiler", find::in_path(&["cc", "gcc", "clang"]), "everything");
    line("Node", node::find().map(|(node, _)| node), "the tests in Node and the browser");
    line("browser", browser::find(), "the browser tests");
    line("PostgreSQL", postgres::find_programs(), "the tests on the second database");
    line("strace", find::in_path(&["strace"]), "the tests of syncs and of a disk that fails");
    line("wrk", find::in_path(&["wrk"]), "nothing; the bench has a load generator of its own");
    if debian::may_install() {
        println!("`run` and `test` install what is missing (root on Debian).");
    }
    Ok(ExitCode::SUCCESS)
}
