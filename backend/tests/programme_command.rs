//! A county begins on the command line: its own programme in an empty data folder, the first sign-ins, and what never mixes.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

use serde_json::Value;
use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("anju_programme_{name}_{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn command(arguments: &[&str], data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anju"));
    command.args(arguments).env("ANJU_DATA", data).env_remove("ANJU_DATABASE_URL");
    command
}

fn anju(arguments: &[&str], data: &Path) -> Output {
    command(arguments, data).output().unwrap()
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

const NAME: &str = "民乐县城镇老旧小区改造规划";

fn create(data: &Path, more: &[&str]) -> Output {
    let first = ["programme", "create", "--division", "620722", "--name", NAME, "--from", "2026", "--to", "2099"];
    anju(&[&first, more].concat(), data)
}

#[test]
fn a_programme_is_created_in_an_empty_folder_and_in_no_other() {
    let data = Folder::new("create");
    let said =
        ends(&create(&data.0, &["--communities", "12", "--area", "123,456.5", "--window", "2026=2003-12-31"]), 0);
    assert!(said.contains("620722\t2026-2099") && said.contains(NAME), "{said}");
    let list = ends(&anju(&["programme", "list", "--format", "json"], &data.0), 0);
    let list: Value = serde_json::from_str(&list).unwrap();
    assert_eq!((list[0]["sample"].as_bool(), list[0]["from"].as_i64()), (Some(false), Some(2026)));
    assert!(list[0]["active_from"].as_str().is_some());
    assert!(ends(&create(&data.0, &[]), 2).contains("已经建立改造规划"));
    // Samples never join it, in whatever way they are loaded; nor does another day.
    assert!(ends(&anju(&["sample", "--load"], &data.0), 2).contains("不能同在一处"));
    assert!(ends(&anju(&["serve", "--listen", "127.0.0.1:0", "--today", "2026-12-01"], &data.0), 2).contains("样例"));
    ends(&anju(&["verify"], &data.0), 0);
}

#[test]
fn no_programme_is_created_where_samples_are() {
    let data = Folder::new("samples");
    ends(&anju(&["sample", "--load"], &data.0), 0);
    assert!(ends(&create(&data.0, &[]), 2).contains("样例与正式规划不能同在一处"));
}

#[test]
fn what_is_mistyped_is_said_in_one_line_and_leaves_nothing() {
    let data = Folder::new("mistyped");
    let base = |change: (&str, &str)| {
        let mut arguments =
            vec!["programme", "create", "--division", "620722", "--name", NAME, "--from", "2026", "--to", "2099"];
        match arguments.iter().position(|argument| *argument == change.0) {
            Some(at) => arguments[at + 1] = change.1,
            None => arguments.extend([change.0, change.1]),
        }
        anju(&arguments, &data.0)
    };
    for (flag, value, said) in [
        ("--division", "62072", "行政区划代码"),
        ("--from", "1900", "2000年至2099年"),
        ("--to", "2025", "结束年度早于起始年度"),
        ("--name", " ", "缺少必填内容"),
        ("--communities=-1", "", ""),
        ("--active-from", "2020-01", "启用月份已经过去"),
        ("--area", "很大", "--area"),
    ] {
        let output = if value.is_empty() { create(&data.0, &[flag]) } else { base((flag, value)) };
        assert!(ends(&output, 2).contains(said), "{flag} {value}");
    }
    for (flag, value) in [("--active-from", "2026-13"), ("--window", "2026"), ("--like", "elsewhere")] {
        assert_eq!(base((flag, value)).status.code(), Some(2), "{flag} {value}");
    }
    assert_eq!(ends(&anju(&["programme", "list"], &data.0), 0), "");
}

#[test]
fn bodies_are_those_of_gaotai_where_it_says_so() {
    for (name, like, expected) in [("like", true, "高台"), ("own", false, "")] {
        let data = Folder::new(name);
        ends(&create(&data.0, if like { &["--like", "gaotai"] } else { &[] }), 0);
        let said = ends(&anju(&["user", "add", "fund", "--role", "成员单位", "--unit", "15"], &data.0), 0);
        assert_eq!(said.contains("高台"), !expected.is_empty(), "{said}");
    }
}

/// A server that runs until it is dropped.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a server says until it listens.
fn said_by(data: &Path) -> String {
    let mut child = command(&["serve", "--listen", "127.0.0.1:0"], data)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let _server = Server(child);
    let mut said = String::new();
    for line in out.lines().map_while(Result::ok) {
        said.push_str(&line);
        said.push('\n');
        if line.starts_with("listening") {
            break;
        }
    }
    said
}

#[test]
fn the_first_start_of_an_empty_folder_shows_three_sign_ins_once() {
    let data = Folder::new("first");
    let said = said_by(&data.0);
    for user in ["office", "sysadmin", "secadmin"] {
        let line = said.lines().find(|line| line.split_whitespace().nth(1) == Some(user));
        assert_eq!(line.and_then(|line| line.split_whitespace().last()).map(str::len), Some(19), "{said}");
    }
    assert!(!said.contains("leader") && said.contains("尚未建立改造规划"), "{said}");
    let again = said_by(&data.0);
    assert!(!again.contains("office\t") && again.contains("尚未建立改造规划"), "{again}");
    ends(&create(&data.0, &[]), 0);
    assert!(!said_by(&data.0).contains("尚未建立改造规划"));
}
