//! `cargo xtask`: builds, tests, measures and runs Anju from a fresh clone. It knows tools and folders; it knows nothing
//! of the policy, the server or the pages, and no other crate of the workspace.

mod bench;
mod commands;
mod failure;
mod folders;
mod programs;
mod test;
mod wasm;
mod web;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask: builds, tests, measures and runs Anju

  cargo xtask run [--dev] [-- ARGUMENTS OF anju serve]
      All set-up, the web bundle and the server; then `anju serve` on 127.0.0.1:8080 or the next free port, with
      the data in ./data. A new data folder gets the sample programme.
  cargo xtask test
      All set-up and every check. Ends with `N passed, N failed, N skipped`; with CI=true a skip is a failure.
  cargo xtask build
      target/release/anju with the web bundle inside.
  cargo xtask bench [--built FOLDER] [NAME …]
      The measurements; writes target/bench.json and docs/performance.md. With names, or with what is built already
      (--built target/debug), only prints them.

Parts of these, for working on one thing:
  cargo xtask web [--dev]      target/web alone (--dev: compiles sooner, loads slower)
  cargo xtask wasm-package     target/wasm-package, an npm package for Node and the browser
  cargo xtask consumers        packs the domain crate and that package, and runs programs of somebody else with them
  cargo xtask postgres         a throw-away PostgreSQL; prints its URL, ends with Enter or Ctrl-C
  cargo xtask sweep [COUNT]    every rule on a million dossiers made from seeds, or COUNT; fails when one panics
  cargo xtask tools            what is there and what is missing; installs nothing

Examples:
  cargo xtask run
  cargo xtask run -- --listen 127.0.0.1:9000 --today 2022-11-01
  CI=true cargo xtask test
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut words = arguments.iter().map(String::as_str);
    let command = words.next();
    let rest: Vec<&str> = words.collect();
    let outcome = match command {
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Some(_) if rest.first().is_some_and(|word| matches!(*word, "--help" | "-h")) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Some("run") => commands::run::run(&rest),
        Some("test") => commands::test::test(&rest),
        Some("build") => commands::build::build(&rest),
        Some("bench") => commands::bench::bench(&rest),
        Some("web") => commands::build::web(&rest),
        Some("wasm-package") => commands::build::wasm_package(&rest),
        Some("consumers") => commands::build::consumers(&rest),
        Some("sweep") => commands::sweep::sweep(&rest),
        Some("postgres") => commands::postgres::postgres(&rest),
        Some("tools") => commands::tools::tools(&rest),
        Some(other) => {
            eprintln!("cargo xtask: there is no command `{other}`.\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("cargo xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
