//! What a program asked of the system, as `strace` saw it: in the order of the calls over all threads.

use std::{
    collections::HashMap,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// One call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Call {
    /// Such as `fdatasync`.
    pub name: String,
    /// What stands between its brackets; of a file or connection its number and `<name>`.
    pub arguments: String,
    /// What stands after `=`, such as `4096` or `-1 EIO (Input/output error) (INJECTED)`.
    pub result: String,
    /// Its begin in the order of everything that was seen.
    pub begin: usize,
    /// Its end; a call that was never seen to end has none.
    pub end: Option<usize>,
}

/// `strace`, when the run has it (`ANJU_STRACE`) and may trace.
pub fn strace() -> Option<PathBuf> {
    let Some(strace) = env::var_os("ANJU_STRACE").map(PathBuf::from) else {
        println!("SKIPPED: ANJU_STRACE is not set; `cargo xtask test` sets it where there is a strace");
        return None;
    };
    let tried = Command::new(&strace).args(["-f", "-qq", "-o", "/dev/null", "true"]).output();
    if tried.is_ok_and(|output| output.status.success()) {
        return Some(strace);
    }
    println!("SKIPPED: {} may not trace here", strace.display());
    None
}

/// A command that runs another one under `strace`, with its options, and writes what was seen into a file.
pub fn traced(strace: &Path, options: &[&str], seen: &Path, command: &Command) -> Command {
    let mut traced = Command::new(strace);
    traced.args(["-f", "-qq", "-y", "-s", "48", "-o"]).arg(seen).args(options).arg("--");
    traced.arg(command.get_program()).args(command.get_args());
    traced
}

/// The calls of a file that `strace -f -o` wrote.
pub fn read(seen: &Path) -> Vec<Call> {
    calls(&fs::read_to_string(seen).expect("strace has written"))
}

fn calls(text: &str) -> Vec<Call> {
    let mut calls: Vec<Call> = Vec::new();
    // The call in which each thread is.
    let mut open: HashMap<&str, usize> = HashMap::new();
    for (at, line) in text.lines().enumerate() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        if let Some(resumed) = rest.strip_prefix("<... ") {
            let Some(call) = open.remove(thread).and_then(|index| calls.get_mut(index)) else { continue };
            let Some((_, rest)) = resumed.split_once(" resumed>") else { continue };
            let (arguments, result) = parted(rest);
            call.arguments.push_str(arguments);
            (call.result, call.end) = (result.to_owned(), Some(at));
            continue;
        }
        let Some((name, rest)) = rest.split_once('(') else { continue };
        if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            continue;
        }
        let mut call = Call { name: name.to_owned(), begin: at, ..Call::default() };
        if let Some(arguments) = rest.strip_suffix(" <unfinished ...>") {
            arguments.clone_into(&mut call.arguments);
            open.insert(thread, calls.len());
        } else {
            let (arguments, result) = parted(rest);
            (call.arguments, call.result, call.end) = (arguments.to_owned(), result.to_owned(), Some(at));
        }
        calls.push(call);
    }
    calls
}

/// Arguments and result of `…) = 0`.
fn parted(text: &str) -> (&str, &str) {
    match text.rsplit_once(" = ") {
        Some((arguments, result)) => (arguments.trim_end().trim_end_matches(')'), result),
        None => (text, ""),
    }
}

impl Call {
    /// Whether it is one of these.
    pub fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.name.as_str())
    }

    /// Whether its first argument is a file or folder whose name ends so.
    pub fn is_on(&self, name: &str) -> bool {
        let first = self.arguments.split_once('>').map_or("", |(first, _)| first);
        first.split_once('<').is_some_and(|(_, file)| file.ends_with(name))
    }

    /// The name of its first argument: `5</data/anju.sqlite-wal>` without its number.
    pub fn file(&self) -> &str {
        let first = self.arguments.split_once('>').map_or("", |(first, _)| first);
        first.split_once('<').map_or("", |(_, file)| file)
    }

    /// The number of the file or connection in its first argument.
    pub fn number(&self) -> &str {
        self.arguments.split(['<', ',', ')']).next().unwrap_or_default()
    }

    /// Whether it was seen to end without an error.
    pub fn succeeded(&self) -> bool {
        self.end.is_some() && !self.result.starts_with('-') && !self.result.starts_with('?')
    }

    /// Whether the fault of the test made it fail.
    pub fn was_made_to_fail(&self) -> bool {
        self.result.ends_with("(INJECTED)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_of_several_threads_are_put_together() {
        let text = "\
7 pwrite64(9</d/anju.sqlite-wal>, \"a = (b\"..., 24, 32) = 24
7 fdatasync(9</d/anju.sqlite-wal> <unfinished ...>
8 sendto(12<socket:[3]>, \"HTTP/1.1 200 OK\\r\\n\"..., 90, MSG_NOSIGNAL, NULL, 0) = 90
7 <... fdatasync resumed>)               = -1 EIO (Input/output error) (INJECTED)
8 +++ exited with 0 +++
7 fsync(9</d/anju.sqlite-wal> <unfinished ...>
";
        let seen = calls(text);
        assert_eq!(
            seen.iter().map(|call| call.name.as_str()).collect::<Vec<_>>(),
            ["pwrite64", "fdatasync", "sendto", "fsync"]
        );
        assert_eq!((seen[0].number(), seen[0].file(), seen[0].succeeded()), ("9", "/d/anju.sqlite-wal", true));
        assert!(seen[1].is_on("-wal") && seen[1].was_made_to_fail() && !seen[1].succeeded());
        assert_eq!((seen[1].begin, seen[1].end), (1, Some(3)));
        assert!(seen[2].arguments.contains("HTTP/1.1 200") && seen[2].is(&["write", "sendto"]));
        assert_eq!((seen[3].end, seen[3].succeeded()), (None, false));
    }
}
