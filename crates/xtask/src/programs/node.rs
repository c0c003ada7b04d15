//! Node and the two packages of the browser tests, at the versions pinned in `crates/xtask/npm`.

use crate::failure::{Failure, Outcome, fail};
use crate::folders;
use crate::programs::{debian, execute, find};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

pub(crate) struct Node {
    pub(crate) node: PathBuf,
    /// The folder that holds `playwright-core` and `axe-core`.
    pub(crate) modules: PathBuf,
}

pub(crate) fn find() -> Option<(PathBuf, PathBuf)> {
    Some((find::in_path(&["node", "nodejs"])?, find::in_path(&["npm"])?))
}

pub(crate) fn find_or_install() -> Outcome<Node> {
    if find().is_none() && debian::may_install() {
        let missing: &[&str] = if find::in_path(&["node", "nodejs"]).is_some() { &["npm"] } else { &["nodejs", "npm"] };
        debian::install(missing)?;
    }
    let Some((node, npm)) = find() else {
        return fail("Node or npm is not in PATH; install Node 20 or later");
    };
    let modules = install_packages(&npm)?;
    Ok(Node { node, modules })
}

/// `npm ci` into target/node, skipped when the lock file there is the same and the packages are there.
fn install_packages(npm: &PathBuf) -> Outcome<PathBuf> {
    let pinned = folders::root().join("crates/xtask/npm");
    let folder = folders::target("node");
    let modules = folder.join("node_modules");
    let lock = folders::read(&pinned.join("package-lock.json"))?;
    let complete = modules.join(".complete");
    if std::fs::read(&complete).is_ok_and(|done| done == lock) {
        return Ok(modules);
    }
    println!("  npm: playwright-core and axe-core into target/node (about 5 s)");
    folders::write(&folder.join("package.json"), &folders::read(&pinned.join("package.json"))?)?;
    folders::write(&folder.join("package-lock.json"), &lock)?;
    let mut command = Command::new(npm);
    command
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .current_dir(&folder);
    execute::run_into(&mut command, &folders::target("setup/npm.log"), Duration::from_secs(300), false).map_err(
        |Failure(said)| Failure(format!("the npm packages of the browser tests cannot be installed: {said}")),
    )?;
    folders::write(&complete, &lock)?;
    Ok(modules)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_versions_and_hashes_but_no_addresses() {
        let text = folders::read_text(&folders::root().join("crates/xtask/npm/package-lock.json")).unwrap();
        let lock: serde_json::Value = serde_json::from_str(&text).unwrap();
        let packages = lock["packages"].as_object().unwrap();
        for (name, entry) in packages.iter().filter(|(name, _)| !name.is_empty()) {
            assert!(entry.get("resolved").is_none(), "{name} has an address");
            assert!(entry["integrity"].as_str().is_some_and(|hash| hash.starts_with("sha512-")), "{name} has no hash");
        }
        assert!(
            packages.contains_key("node_modules/playwright-core") && packages.contains_key("node_modules/axe-core")
        );
    }
}
