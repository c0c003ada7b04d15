//! Programs of somebody else, outside the workspace, against what would be published: the packaged domain crate and the
//! packed module. They are copied into target/consumers, so that nothing of the workspace can be seen from there.

use crate::failure::{Failure, Outcome};
use crate::folders;
use crate::programs::{cargo, execute, node};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// The packages have the version of the workspace, as this program does.
const VERSION: &str = env!("CARGO_PKG_VERSION");
const LIMIT: Duration = Duration::from_secs(20 * 60);

/// Packages the domain crate, unpacks it and runs a program that depends on it. Everything comes from what the workspace
/// has fetched, at the versions of its lock file.
pub(crate) fn rust() -> Outcome<()> {
    let mut package = cargo::cargo("package");
    package.args(["--package", "anju-domain", "--allow-dirty", "--no-verify", "--offline"]);
    run(&mut package, "package")?;
    let consumers = folders::target("consumers");
    let unpacked = format!("anju-domain-{VERSION}");
    folders::remove(&consumers.join(&unpacked))?;
    folders::remove(&consumers.join("anju-domain"))?;
    folders::make(&consumers)?;
    let archive = folders::target("package").join(format!("{unpacked}.crate"));
    run(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(&consumers), "unpack")?;
    std::fs::rename(consumers.join(&unpacked), consumers.join("anju-domain"))
        .map_err(|error| Failure(format!("the unpacked {unpacked} cannot be renamed: {error}")))?;
    let consumer = consumers.join("rust");
    copy("rust", &consumer)?;
    folders::write(&consumer.join("Cargo.lock"), &folders::read(&folders::root().join("Cargo.lock"))?)?;
    let mut program = cargo::cargo_into("run", &consumers.join("target"));
    program.args(["--offline", "--quiet"]).current_dir(&consumer);
    run(&mut program, "rust")
}

/// Packs the module as npm would publish it, installs that beside a script and runs the script.
pub(crate) fn node(package: &Path) -> Outcome<()> {
    let Some((node, npm)) = node::find() else {
        return Err(Failure("Node or npm is not in PATH; install Node 20 or later".to_owned()));
    };
    let consumer = folders::target("consumers/node");
    copy("node", &consumer)?;
    run(Command::new(&npm).arg("pack").arg(package).current_dir(&consumer), "npm-pack")?;
    let archive = format!("./anju-wasm-{VERSION}.tgz");
    let mut install = Command::new(&npm);
    install.args(["install", &archive, "--offline", "--ignore-scripts", "--no-audit", "--no-fund"]);
    run(install.current_dir(&consumer), "npm-install")?;
    run(Command::new(node).arg("consumer.mjs").current_dir(&consumer), "node")
}

/// A fresh copy of a consumer.
fn copy(name: &str, to: &Path) -> Outcome<()> {
    folders::remove(to)?;
    let from = folders::root().join("tests/consumers").join(name);
    for file in folders::files_below(&from)? {
        folders::write(&to.join(&file), &folders::read(&from.join(&file))?)?;
    }
    Ok(())
}

fn run(command: &mut Command, log: &str) -> Outcome<()> {
    execute::run_into(command, &folders::target("consumers").join(format!("{log}.log")), LIMIT, false)
}
