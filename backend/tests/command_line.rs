//! The command line as people type it: what it prints, how it ends, what it refuses.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

use serde_json::Value;
use std::{
    env, fs,
    io::{BufRead, BufReader, Read},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("anju_command_{name}_{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        fs::create_dir_all(&self.0).unwrap();
        let path = self.0.join(name);
        fs::write(&path, text).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn anju(arguments: &[&str], data: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_anju"))
        .args(arguments)
        .env("ANJU_DATA", data)
        .env_remove("ANJU_DATABASE_URL")
        .output()
        .unwrap()
}

/// Asserts how a command ends; a wrong use says so in one line.
#[track_caller]
fn ends(output: &Output, code: i32) -> String {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{out}\n{err}");
    if code == 2 {
        assert_eq!(err.trim_end().lines().count(), 1, "{err}");
        return err.into_owned();
    }
    out.into_owned()
}

#[test]
fn a_sample_is_loaded_once_checked_and_proved() {
    let data = Folder::new("sample");
    let said = ends(&anju(&["sample", "--load"], &data.0), 0);
    for user in ["office", "leader", "县应急管理局", "auditor", "sysadmin", "secadmin"] {
        let line = said.lines().find(|line| line.split_whitespace().nth(1) == Some(user));
        assert_eq!(line.and_then(|line| line.split_whitespace().last()).map(str::len), Some(19), "{said}");
    }
    ends(&anju(&["sample", "--load"], &data.0), 2);
    let list: Value =
        serde_json::from_str(&ends(&anju(&["programme", "list", "--format", "json"], &data.0), 0)).unwrap();
    assert_eq!((list[0]["division_code"].as_str(), list[0]["sample"].as_bool()), (Some("620724"), Some(true)));
    ends(&anju(&["verify"], &data.0), 0);
    let file = data.0.join("sb.json");
    let name = file.to_str().unwrap();
    ends(&anju(&["export", "dossier", "GT-0002", "--out", name], &data.0), 0);
    assert_eq!(ends(&anju(&["check", name, "--gate", "G1", "--format", "json"], &data.0), 0).trim(), "[]");
    let mut dossier: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    dossier["project_community"]["plan_year"] = 2023.into();
    fs::write(&file, dossier.to_string()).unwrap();
    assert!(ends(&anju(&["check", name, "--gate", "G1"], &data.0), 1).contains("R-01"));
    ends(&anju(&["export", "dossier", "GT-9999"], &data.0), 2);
}

#[test]
fn what_cannot_be_read_is_said_in_one_line_with_its_place() {
    let data = Folder::new("unreadable");
    let bad = data.file("bad.json", r#"{"project_community":{"lines":[{"id":"L1","amount":9223372036854775808}]}}"#);
    let said = ends(&anju(&["check", bad.to_str().unwrap(), "--gate", "G1"], &data.0), 2);
    assert!(said.contains("project_community/lines/0/amount"), "{said}");
    for text in ["", "[", "null", "\u{0}", "{\"project\":{\"balance_plan\":7}}"] {
        let file = data.file("one.json", text);
        ends(&anju(&["check", file.to_str().unwrap(), "--gate", "G1"], &data.0), 2);
    }
    let good = data.file("good.json", "{}");
    ends(&anju(&["check", good.to_str().unwrap(), "--gate", "G9"], &data.0), 2);
    ends(&anju(&["check", "/nowhere/at/all.json", "--gate", "G1"], &data.0), 2);
    ends(&anju(&["cases", good.to_str().unwrap()], &data.0), 2);
    let usage = anju(&["check", good.to_str().unwrap(), "--gate", "G1", "--today", "2022-02-30"], &data.0);
    assert_eq!(usage.status.code(), Some(2), "there is no 30 February");
}

#[test]
fn a_chart_is_drawn_listed_and_given_as_a_value() {
    let data = Folder::new("chart");
    ends(&anju(&["sample", "--load"], &data.0), 0);
    assert!(ends(&anju(&["chart", "L-05"], &data.0), 0).starts_with("<svg"));
    assert!(ends(&anju(&["chart", "L-05", "--format", "csv"], &data.0), 0).starts_with('\u{feff}'));
    let filtered = ends(&anju(&["chart", "L-05", "--format", "json", "--filter", "year=2022"], &data.0), 0);
    assert_eq!(serde_json::from_str::<Value>(&filtered).unwrap()["id"], "L-05");
    for (form, begins) in [("png", b"\x89PNG".as_slice()), ("xlsx", b"PK")] {
        let file = data.0.join(format!("chart.{form}"));
        ends(&anju(&["chart", "L-08-operator", "--format", form, "--out", file.to_str().unwrap()], &data.0), 0);
        assert!(std::fs::read(&file).unwrap().starts_with(begins), "{form}");
        assert!(anju(&["chart", "L-10", "--format", form], &data.0).stdout.starts_with(begins), "{form}");
    }
    ends(&anju(&["chart", "L-10", "--filter", "from=2022-05", "to=2022-06", "source=中央"], &data.0), 0);
    ends(&anju(&["chart", "L-99"], &data.0), 2);
    ends(&anju(&["chart", "L-05", "--filter", "colour=red"], &data.0), 2);
    ends(&anju(&["chart", "L-05"], &data.0.join("nothing here")), 2);
}

#[test]
fn the_policy_is_printed_as_data() {
    let data = Folder::new("policy");
    for (name, at_least, start) in [("rules", 56, "# "), ("clauses", 50, "| "), ("parameters", 50, "| ")] {
        let value: Value = serde_json::from_str(&ends(&anju(&[name, "--format", "json"], &data.0), 0)).unwrap();
        assert!(value.as_array().unwrap().len() >= at_least, "{name}");
        assert!(ends(&anju(&[name, "--lang", "en"], &data.0), 0).starts_with(start), "{name}");
    }
    let catalogue: Value = serde_json::from_str(&ends(&anju(&["catalogue", "--format", "json"], &data.0), 0)).unwrap();
    assert!(catalogue["items"].as_array().is_some());
}

#[test]
fn serving_refuses_what_is_not_safe() {
    let data = Folder::new("unsafe");
    let said = ends(&anju(&["serve", "--listen", "0.0.0.0:0"], &data.0), 2);
    assert!(said.contains("--origin"), "{said}");
    ends(&anju(&["serve", "--listen", "127.0.0.1:0", "--origin", "anju.example"], &data.0), 2);
    ends(&anju(&["serve", "--listen", "127.0.0.1:0", "--today", "2022-10-08"], &data.0), 2);
    ends(&anju(&["serve", "--database-url", "mysql://x"], &data.0), 2);
}

#[test]
fn a_server_that_cannot_listen_stores_nothing_and_shows_no_password() {
    let data = Folder::new("busy");
    let busy = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = busy.local_addr().unwrap().to_string();
    let output = anju(&["serve", "--listen", &address, "--sample-if-new"], &data.0);
    assert!(output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
    let said = ends(&output, 2);
    assert!(said.contains(&address) && said.contains("--listen"), "{said}");
    let list = ends(&anju(&["programme", "list", "--format", "json"], &data.0), 0);
    assert_eq!(list.trim(), "[]");
    // The first accounts come with the sample, which can still be loaded.
    assert!(ends(&anju(&["sample", "--load"], &data.0), 0).contains("office"));
}

/// A server that is running, ended with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(unix)]
#[test]
fn a_server_holds_the_folder_and_stops_in_order() {
    let data = Folder::new("serve");
    let mut child = Command::new(env!("CARGO_BIN_EXE_anju"))
        .args(["serve", "--listen", "127.0.0.1:0", "--sample-if-new", "--log-format", "json", "--data"])
        .arg(&data.0)
        .env_remove("ANJU_DATABASE_URL")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut log = child.stderr.take().unwrap();
    let mut running = Running(child);
    let mut said = String::new();
    while !said.contains("listening on http://127.0.0.1:") {
        assert_ne!(out.read_line(&mut said).unwrap(), 0, "{said}");
    }
    let refused = ends(&anju(&["sample", "--load"], &data.0), 2);
    assert!(refused.contains("服务器"), "{refused}");
    ends(&anju(&["verify"], &data.0), 0);
    ends(&anju(&["chart", "L-11"], &data.0), 0);
    let begun = Instant::now();
    let asked = Command::new("kill").args(["-TERM", &running.0.id().to_string()]).status().unwrap();
    assert!(asked.success());
    assert_eq!(running.0.wait().unwrap().code(), Some(0));
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    let mut written = String::new();
    log.read_to_string(&mut written).unwrap();
    for line in written.lines() {
        assert!(serde_json::from_str::<Value>(line).is_ok(), "{line}");
    }
    ends(&anju(&["sample", "--load"], &data.0), 2);
    drop(running);
}
