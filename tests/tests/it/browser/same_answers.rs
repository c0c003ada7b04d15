//! Invariant 5 on dossiers of every quality, and on texts that are none: what the packaged module answers in a browser is what
//! the domain answers natively.

use super::{run, tools};
use std::env;

/// 500 dossiers each.
const BLOCKS: u64 = 40;

/// `ANJU_SWEEP` is the program of `shared/examples/sweep`, optimised: unoptimised it would take minutes.
#[tokio::test]
async fn twenty_thousand_dossiers() {
    let Some(node) = tools() else { return };
    let Some(program) = env::var_os("ANJU_SWEEP") else {
        println!("SKIPPED: ANJU_SWEEP is not set; `cargo xtask test` sets it");
        return;
    };
    run(node, "same_answers.mjs", vec![program.to_string_lossy().into_owned(), BLOCKS.to_string()]).await;
}
