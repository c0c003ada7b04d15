//! `cargo xtask postgres`: a throw-away PostgreSQL for working by hand.

use crate::failure::Outcome;
use crate::programs::postgres;
use std::process::ExitCode;

pub(crate) fn postgres(words: &[&str]) -> Outcome<ExitCode> {
    super::only_flag(words, "")?;
    let cluster = postgres::start(&postgres::find_or_install()?)?;
    println!("ANJU_POSTGRES={}", cluster.url());
    eprintln!("Enter or Ctrl-C stops it and deletes its data.");
    let mut line = String::new();
    // An input that cannot be read ends the wait like one that has ended.
    let _ = std::io::stdin().read_line(&mut line);
    Ok(ExitCode::SUCCESS)
}
