//! `anju backup`, `restore`, `verify --files` and `doctor` as people type them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

use serde_json::Value;
use std::{
    env,
    fs::{self, File},
    path::PathBuf,
    process::Command,
    time::{Duration, SystemTime},
};

/// A folder with data, backups and whatever is restored.
struct Folder(PathBuf);

impl Folder {
    /// One with the sample programme in `data`.
    fn with_sample(name: &str) -> Self {
        let folder = Self(env::temp_dir().join(format!("anju_backup_{name}_{}", std::process::id())));
        let _ = fs::remove_dir_all(&folder.0);
        fs::create_dir_all(&folder.0).unwrap();
        assert_eq!(folder.anju("data", &["sample", "--load"]).0, Some(0));
        folder
    }

    /// Runs a command on one of its data folders; gives how it ended, what it printed and what it complained of.
    fn anju(&self, data: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_anju"))
            .args(arguments)
            .current_dir(&self.0)
            .env("ANJU_DATA", self.0.join(data))
            .env_remove("ANJU_DATABASE_URL")
            .output()
            .unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    }

    #[track_caller]
    fn json(&self, data: &str, arguments: &[&str], code: i32) -> Value {
        let (ended, said, complained) = self.anju(data, &[arguments, &["--format", "json"]].concat());
        assert_eq!(ended, Some(code), "{said}{complained}");
        serde_json::from_str(&said).unwrap()
    }

    /// Makes a backup; gives its folder.
    fn backup(&self) -> PathBuf {
        let made = self.json("data", &["backup", "backups"], 0);
        assert_eq!(made["proved"], true, "{made}");
        self.0.join(made["backup"].as_str().unwrap())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn what_is_backed_up_is_restored_into_a_new_folder_alone() {
    let folder = Folder::with_sample("restore");
    let backup = folder.backup();
    for name in ["anju.sqlite", "manifest.json", "proof.json"] {
        assert!(backup.join(name).exists(), "{name}");
    }
    let (code, said, _) = folder.anju("data", &["backup", "backups"]);
    assert!(code == Some(0) && said.contains("恢复验证：通过"), "{said}");
    // Of a folder of backups the newest one is taken.
    let restored = folder.json("new", &["restore", "backups"], 0);
    assert_eq!(restored["restored"], true);
    assert!(restored["proof"]["entries"].as_u64().unwrap() > 0, "{restored}");
    for data in ["data", "new"] {
        assert_eq!(folder.anju(data, &["verify", "--files"]).0, Some(0));
    }
    let list = |data| folder.anju(data, &["export", "dossier", "GT-0002"]).1;
    assert_eq!(list("new"), list("data"));
    let accounts = |data| folder.json(data, &["user", "list"], 0);
    assert_eq!(accounts("new"), accounts("data"));

    let (code, _, complained) = folder.anju("new", &["restore", backup.to_str().unwrap()]);
    assert_eq!(code, Some(2), "{complained}");
    assert!(complained.contains("不是空目录") && complained.trim_end().lines().count() == 1, "{complained}");
    let (code, _, complained) = folder.anju("other", &["restore", "nowhere", "--lang", "en"]);
    assert!(code == Some(2) && complained.contains("no proved backup"), "{complained}");
    assert!(!folder.0.join("other").exists());
}

#[test]
fn a_damaged_backup_is_named_and_not_restored() {
    let folder = Folder::with_sample("damaged");
    let backup = folder.backup();
    let (database, manifest) = (backup.join("anju.sqlite"), backup.join("manifest.json"));
    let bytes = fs::read(&database).unwrap();
    let mut flipped = bytes.clone();
    let middle = bytes.len() / 2;
    flipped[middle] ^= 4;
    fs::write(&database, flipped).unwrap();
    let (code, said, _) = folder.anju("new", &["restore", "backups"]);
    assert!(code == Some(1) && said.contains("数据库文件与清单不符：anju.sqlite"), "{said}");
    fs::write(&database, bytes).unwrap();

    let whole = fs::read(&manifest).unwrap();
    fs::write(&manifest, &whole[..whole.len() / 2]).unwrap();
    let refused = folder.json("new", &["restore", backup.to_str().unwrap()], 1);
    assert_eq!(refused["proof"]["faults"][0]["name"], "manifest.json");
    // The folder of backups holds no proved one then.
    assert_eq!(folder.anju("new", &["restore", "backups"]).0, Some(2));
    fs::write(&manifest, whole).unwrap();
    assert!(!folder.0.join("new").exists());
    assert_eq!(folder.anju("new", &["restore", "backups"]).0, Some(0));
}

#[test]
fn what_a_killed_backup_leaves_is_none_and_goes() {
    let folder = Folder::with_sample("killed");
    let unfinished = folder.0.join("backups/.unfinished-20221008T010203Z");
    fs::create_dir_all(&unfinished).unwrap();
    fs::write(unfinished.join("anju.sqlite"), "half").unwrap();
    assert_eq!(folder.anju("new", &["restore", "backups"]).0, Some(2));
    folder.backup();
    assert!(!unfinished.exists());
    let (code, _, complained) = folder.anju("nothing", &["backup", "backups"]);
    assert_eq!((code, complained.trim_end().lines().count()), (Some(2), 1), "{complained}");
}

#[test]
fn verify_hashes_the_files() {
    let folder = Folder::with_sample("files");
    let content = folder.0.join("data/evidence/content");
    fs::create_dir_all(&content).unwrap();
    let file = File::create(content.join("stranger")).unwrap();
    assert_eq!(folder.json("data", &["verify", "--files"], 0)["files"]["orphans"], serde_json::json!([]));
    // One that was not brought just now has no row that is about to come.
    file.set_modified(SystemTime::now() - Duration::from_secs(3_600)).unwrap();
    let found = folder.json("data", &["verify", "--files"], 1);
    assert_eq!(found["files"]["orphans"], serde_json::json!(["content/stranger"]));
    assert_eq!(folder.anju("data", &["verify"]).0, Some(0), "without files it is as before");
}

#[test]
fn the_doctor_says_what_is_there_and_what_is_wrong() {
    let folder = Folder::with_sample("doctor");
    let state = |checks: &Value, name: &str| {
        let check = checks.as_array().unwrap().iter().find(|check| check["name"] == name);
        check.unwrap_or_else(|| panic!("{name}: {checks}")).clone()
    };
    let checks = folder.json("data", &["doctor", "--lang", "en"], 0);
    assert!(state(&checks, "connections")["seen"].as_str().unwrap().contains("synchronous=full"), "{checks}");
    assert!(state(&checks, "database")["seen"].as_str().unwrap().starts_with("SQLite 3."), "{checks}");
    assert_eq!(state(&checks, "backups")["state"], "notice", "a sample need not be backed up: {checks}");
    assert_eq!(folder.anju("data", &["backup", "data/backups"]).0, Some(0));
    assert_eq!(state(&folder.json("data", &["doctor", "--lang", "en"], 0), "backups")["state"], "good");

    // A database that is none.
    fs::write(folder.0.join("data/anju.sqlite"), vec![7_u8; 8_192]).unwrap();
    let checks = folder.json("data", &["doctor", "--lang", "en"], 1);
    let database = state(&checks, "database");
    assert_eq!(database["state"], "wrong");
    assert!(database["advice"].as_str().unwrap().contains("restore"), "{database}");
    let (code, said, _) = folder.anju("data", &["doctor"]);
    assert!(code == Some(1) && said.contains("异常\t数据库"), "{said}");
    assert_eq!(folder.anju("nowhere", &["doctor"]).0, Some(2));
}
