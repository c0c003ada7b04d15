//! `anju user` as people type it, on a folder that no server holds.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

use serde_json::Value;
use std::{env, fs, path::PathBuf, process::Command};

struct Folder(PathBuf);

impl Folder {
    /// Runs a command on it; gives how it ended and what it printed.
    fn anju(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_anju"))
            .args(arguments)
            .env("ANJU_DATA", &self.0)
            .env_remove("ANJU_DATABASE_URL")
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn accounts(&self) -> Vec<Value> {
        serde_json::from_str(&self.anju(&["user", "list", "--format", "json"]).1).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn accounts_are_made_listed_disabled_and_reset() {
    let folder = Folder(env::temp_dir().join(format!("anju_user_{}", std::process::id())));
    let _ = fs::remove_dir_all(&folder.0);
    let add = ["user", "add", "县教育局", "--role", "成员单位", "--unit", "05"];
    let (code, shown) = folder.anju(&add);
    let password = shown.split_whitespace().last().unwrap();
    assert_eq!((code, password.len()), (Some(0), 19), "{shown}");
    assert_eq!(folder.anju(&add).0, Some(2), "the name is taken");
    for wrong in [
        ["user", "add", "x", "--role", "成员单位", "--unit", "99"].as_slice(),
        &["user", "add", "x", "--role", "成员单位"],
        &["user", "add", "x", "--role", "皇帝"],
        &["user", "add", " ", "--role", "审计员"],
        &["user", "add", "x", "--role", "建设单位"],
        &["user", "add", "x", "--role", "建设单位", "--project-owner", " "],
        &["user", "add", "x", "--role", "审计员", "--project-owner", "县住建局"],
        &["user", "disable", "nobody"],
        &["user", "reset", "nobody"],
    ] {
        assert_eq!(folder.anju(wrong).0, Some(2), "{wrong:?}");
    }
    assert_eq!(folder.anju(&["user", "disable", "县教育局"]).0, Some(0));
    let accounts = folder.accounts();
    assert_eq!((accounts.len(), &accounts[0]["disabled"], &accounts[0]["unit"]), (1, &true.into(), &"05".into()));
    assert_eq!(folder.anju(&["user", "disable", "县教育局", "--undo"]).0, Some(0));
    assert_eq!(folder.accounts()[0]["disabled"], false);
    let (code, again) = folder.anju(&["user", "reset", "县教育局"]);
    assert_eq!(code, Some(0));
    assert_ne!(again, shown);
    assert_eq!(folder.anju(&["verify"]).0, Some(0));
}

#[test]
fn a_project_owner_is_named_as_the_ledger_names_it() {
    let folder = Folder(env::temp_dir().join(format!("anju_owner_{}", std::process::id())));
    let _ = fs::remove_dir_all(&folder.0);
    let add = ["user", "add", "城关镇-建设单位", "--role", "建设单位", "--project-owner", "城关镇人民政府"];
    let (code, shown) = folder.anju(&add);
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.starts_with("城关镇人民政府（建设单位）"), "{shown}");
    assert_eq!(folder.accounts()[0]["project_owner"], "城关镇人民政府");
}
