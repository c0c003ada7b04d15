//! The rules on dossiers that are made from seeds, far more than a test has time for: `cargo xtask sweep` runs it over a
//! million, `cargo xtask bench` measures with it, and `cargo xtask test` compares what it says with the same domain in a
//! browser.
//!
//! - `sweep check COUNT`: every rule at every gate on so many dossiers, on all cores; fails with the seed of the first panic.
//! - `sweep speed`: how long a hundred thousand dossiers take in this one process.
//! - `sweep block NUMBER`: the questions of a block, one a line as JSON, each with the SHA-256 of its answer.
//! - `sweep answer NUMBER LINE`: the answer to one of them, as a text.

mod answers;
mod block;
mod check;
mod hostile;
mod question;
mod speed;

use std::{io::Write, process::ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let said = match words[..] {
        ["check", count] => count.parse().ok().map(check::check),
        ["speed"] => Some(Ok(speed::speed())),
        ["block", number] => number.parse().ok().map(|number| Ok(block::lines(number))),
        ["answer", number, line] => {
            number.parse().ok().zip(line.parse().ok()).map(|(number, line)| answer(number, line))
        }
        _ => None,
    };
    match said {
        Some(Ok(text)) => match writeln!(std::io::stdout(), "{}", text.trim_end()) {
            Ok(()) => ExitCode::SUCCESS,
            // Whoever asked has gone.
            Err(_) => ExitCode::FAILURE,
        },
        Some(Err(fault)) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
        None => {
            eprintln!("sweep check COUNT | speed | block NUMBER | answer NUMBER LINE");
            ExitCode::from(2)
        }
    }
}

fn answer(number: u64, line: usize) -> Result<String, String> {
    let question = block::questions(number).into_iter().nth(line);
    question.map(|question| question.answer()).ok_or_else(|| format!("block {number} has no line {line}"))
}
