//! `cargo xtask run`: from a fresh clone to a running server. The server is built without optimisation over all crates,
//! which halves the first wait; the pages are built at their smallest, as everywhere else, so that nothing is built twice.

use crate::failure::{Outcome, fail};
use crate::folders;
use crate::programs::execute;
use crate::wasm::compile::Effort;
use crate::wasm::toolchain;
use crate::web::bundle;
use std::net::TcpListener;
use std::process::{Command, ExitCode};

pub(crate) fn run(words: &[&str]) -> Outcome<ExitCode> {
    let (own, for_server) = match words.iter().position(|word| *word == "--") {
        Some(at) => (&words[..at], &words[at + 1..]),
        None => (words, &[][..]),
    };
    let effort = if super::only_flag(own, "--dev")? { Effort::Dev } else { Effort::Release };
    println!("1/3 web bundle (first time about 4 minutes on 2 cores, then seconds)");
    let toolchain = toolchain::prepare()?;
    bundle::build(&toolchain, effort)?;
    println!("2/3 server (first time about 3 minutes on 2 cores, then seconds)");
    let program = super::build::server()?;
    let arguments = server_arguments(for_server, free_port)?;
    println!("3/3 anju {}", arguments.join(" "));
    become_program(Command::new(program).args(&arguments).current_dir(folders::root()))
}

/// `serve` with a place for the data and an address, unless they are given.
fn server_arguments(given: &[&str], port: impl FnOnce() -> Outcome<u16>) -> Outcome<Vec<String>> {
    let has = |flag: &str| given.iter().any(|word| *word == flag || word.starts_with(&format!("{flag}=")));
    let mut arguments = vec!["serve".to_owned()];
    if !has("--data") && !has("--database-url") {
        arguments.extend(["--data".to_owned(), "./data".to_owned()]);
    }
    if !has("--listen") {
        arguments.extend(["--listen".to_owned(), format!("127.0.0.1:{}", port()?)]);
    }
    if !has("--sample-if-new") {
        arguments.push("--sample-if-new".to_owned());
    }
    arguments.extend(given.iter().map(|word| (*word).to_owned()));
    Ok(arguments)
}

/// 8080 or the next port that nobody listens on.
fn free_port() -> Outcome<u16> {
    let last = 8080 + 99;
    match (8080..=last).find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok()) {
        Some(8080) => Ok(8080),
        Some(port) => {
            println!("  port 8080 is taken; {port} is free");
            Ok(port)
        }
        None => fail(format!("no free port from 8080 to {last}; give one: cargo xtask run -- --listen 127.0.0.1:9000")),
    }
}

/// This process becomes the server, so signals reach it and its exit code is ours.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Outcome<ExitCode> {
    let error = std::os::unix::process::CommandExt::exec(command);
    fail(format!("`{}` cannot be started: {error}", execute::shown(command)))
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Outcome<ExitCode> {
    let mut child = execute::start(command)?;
    let status = crate::failure::Explain::explain(child.wait(), || "the server cannot be waited for".to_owned())?;
    Ok(ExitCode::from(u8::try_from(status.code().unwrap_or(1)).unwrap_or(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_is_not_given_twice() {
        let plain = server_arguments(&[], || Ok(8081)).unwrap();
        assert_eq!(plain.join(" "), "serve --data ./data --listen 127.0.0.1:8081 --sample-if-new");
        let given = server_arguments(&["--listen=127.0.0.1:1", "--data", "x"], || fail("not asked")).unwrap();
        assert_eq!(given.join(" "), "serve --sample-if-new --listen=127.0.0.1:1 --data x");
    }
}
