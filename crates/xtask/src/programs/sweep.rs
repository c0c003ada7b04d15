//! The program of `shared/examples/sweep`, which runs the rules on dossiers made from seeds.

use crate::failure::Outcome;
use crate::folders;
use crate::programs::{cargo, execute};
use std::path::PathBuf;

/// Compiled with every check of overflows: for looking for what goes wrong.
pub(crate) const CAREFUL: &str = "sweep";
/// Compiled as the server is: for measuring.
pub(crate) const RELEASE: &str = "release";

/// Compiles it with a profile of the workspace; answers where it is.
pub(crate) fn build(profile: &str) -> Outcome<PathBuf> {
    let mut build = cargo::cargo("build");
    build.args(["--profile", profile, "--package", "anju-domain", "--features", "generator", "--example", "sweep"]);
    execute::run(&mut build)?;
    Ok(folders::target(profile).join(format!("examples/sweep{}", std::env::consts::EXE_SUFFIX)))
}
