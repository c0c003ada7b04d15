//! Installing packages: only as root on Debian or its kin; elsewhere a person decides.

use crate::failure::{Failure, Outcome, fail};
use crate::folders;
use crate::programs::{execute, find};
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

static LISTS: OnceLock<Outcome<()>> = OnceLock::new();

pub(crate) fn is_root() -> bool {
    cfg!(unix) && execute::text_of(Command::new("id").arg("-u")).is_ok_and(|user| user == "0")
}

pub(crate) fn may_install() -> bool {
    Path::new("/etc/debian_version").exists() && find::in_path(&["apt-get"]).is_some() && is_root()
}

/// Installs packages; the package lists are renewed once a run.
pub(crate) fn install(packages: &[&str]) -> Outcome<()> {
    if !may_install() {
        return fail(format!("install {} (this program installs only as root on Debian)", packages.join(" ")));
    }
    let log = folders::target("setup/apt.log");
    LISTS
        .get_or_init(|| {
            println!("  renewing the package lists");
            apt(&["update"], &log)
        })
        .clone()?;
    println!("  installing {}", packages.join(" "));
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(packages);
    apt(&arguments, &log)
}

fn apt(arguments: &[&str], log: &Path) -> Outcome<()> {
    let mut command = Command::new("apt-get");
    command.args(["-o", "DPkg::Lock::Timeout=300"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    execute::run_into(&mut command, log, Duration::from_secs(15 * 60), false)
        .map_err(|Failure(said)| Failure(format!("packages cannot be installed: {said}")))
}

/// The files of an installed package.
pub(crate) fn files_of(package: &str) -> Vec<String> {
    execute::text_of(Command::new("dpkg").args(["-L", package]))
        .map(|text| text.lines().map(str::to_owned).collect())
        .unwrap_or_default()
}
