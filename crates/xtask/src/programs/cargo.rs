//! The cargo that runs this program, with the workspace's own target folder.

use crate::folders;
use std::env;
use std::path::Path;
use std::process::Command;

/// `cargo SUBCOMMAND` in the workspace.
pub(crate) fn cargo(subcommand: &str) -> Command {
    cargo_into(subcommand, &folders::target(""))
}

/// The same with another target folder.
pub(crate) fn cargo_into(subcommand: &str, target: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.arg(subcommand).current_dir(folders::root());
    if subcommand != "fmt" {
        command.arg("--target-dir").arg(target);
    }
    command
}

/// Which packages the native steps name. The selection decides the features of every dependency, so one selection for
/// all of them means that nothing is compiled twice. This program is apart: it is built before it can choose.
pub(crate) const SELECTION: &[&str] = &["--workspace", "--exclude", "xtask"];
