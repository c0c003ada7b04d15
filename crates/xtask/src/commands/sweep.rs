//! `cargo xtask sweep [COUNT]`: every rule on so many dossiers made from seeds, a million when nothing is said.

use crate::failure::{Outcome, fail};
use crate::programs::{execute, sweep};
use std::process::{Command, ExitCode};

const MILLION: u64 = 1_000_000;

pub(crate) fn sweep(words: &[&str]) -> Outcome<ExitCode> {
    let count = count(words)?;
    let program = sweep::build(sweep::CAREFUL)?;
    execute::run(Command::new(program).args(["check", &count.to_string()]))?;
    Ok(ExitCode::SUCCESS)
}

fn count(words: &[&str]) -> Outcome<u64> {
    match words {
        [] => Ok(MILLION),
        [word] => match word.parse() {
            Ok(count) if count > 0 => Ok(count),
            _ => fail(format!("`{word}` is no number of dossiers")),
        },
        _ => fail("one number of dossiers, please"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_or_a_million() {
        assert_eq!(count(&[]).ok(), Some(MILLION));
        assert_eq!(count(&["20000"]).ok(), Some(20_000));
        for bad in [&["0"][..], &["-1"], &["many"], &["1", "2"]] {
            assert!(count(bad).is_err(), "{bad:?}");
        }
    }
}
