//! Running a program: to the terminal, into a text, or line by line; with a time limit; with errors that name it.

use crate::failure::{Explain, Failure, Outcome, fail};
use crate::folders;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// The command as a person would type it, without its folder.
pub(crate) fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let mut text = program.to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

pub(crate) fn start(command: &mut Command) -> Outcome<Child> {
    command.spawn().explain(|| format!("`{}` cannot be started", shown(command)))
}

/// Runs to the terminal; anything but exit 0 is a failure.
pub(crate) fn run(command: &mut Command) -> Outcome<()> {
    let status = command.status().explain(|| format!("`{}` cannot be started", shown(command)))?;
    if status.success() {
        Ok(())
    } else {
        fail(format!("`{}` failed ({status}); its own words stand above", shown(command)))
    }
}

/// What the program writes to stdout, trimmed; its stderr becomes part of the failure.
pub(crate) fn text_of(command: &mut Command) -> Outcome<String> {
    let output = command.stdin(Stdio::null()).output().explain(|| format!("`{}` cannot be started", shown(command)))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        fail(format!("`{}` failed ({}): {}", shown(command), output.status, said.trim()))
    }
}

/// Waits at most `limit`, then ends the program. `None`: the time was up.
pub(crate) fn wait_at_most(child: &mut Child, limit: Duration) -> Outcome<Option<ExitStatus>> {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().explain(|| "a program cannot be waited for".to_owned())? {
            return Ok(Some(status));
        }
        if begun.elapsed() >= limit {
            // It may just have ended by itself; either way it is gone after `wait`.
            let _ = child.kill();
            let _ = child.wait();
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(20));
    }
}

/// Runs with both outputs line by line through `each` (true: from stdout), ended after `limit`.
pub(crate) fn by_line(command: &mut Command, limit: Duration, mut each: impl FnMut(bool, &str)) -> Outcome<ExitStatus> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = start(command)?;
    let (sender, lines) = mpsc::channel();
    if let Some(stdout) = child.stdout.take() {
        send_lines(stdout, true, sender.clone());
    }
    if let Some(stderr) = child.stderr.take() {
        send_lines(stderr, false, sender.clone());
    }
    drop(sender);
    let begun = Instant::now();
    let late = loop {
        let Some(left) = limit.checked_sub(begun.elapsed()) else { break true };
        match lines.recv_timeout(left.min(Duration::from_millis(500))) {
            Ok((from_stdout, line)) => each(from_stdout, &line),
            Err(mpsc::RecvTimeoutError::Disconnected) => break false,
            // A grandchild may hold the pipes open after the program has ended.
            Err(mpsc::RecvTimeoutError::Timeout) => {
                let ended = child.try_wait().explain(|| "a program cannot be waited for".to_owned())?;
                if ended.is_some() {
                    while let Ok((from_stdout, line)) = lines.recv_timeout(Duration::from_millis(200)) {
                        each(from_stdout, &line);
                    }
                    break false;
                }
            }
        }
    };
    if late {
        let _ = child.kill();
        let _ = child.wait();
        return fail(format!("`{}` was ended after {} minutes", shown(command), limit.as_secs() / 60));
    }
    child.wait().explain(|| format!("`{}` cannot be waited for", shown(command)))
}

fn send_lines(source: impl std::io::Read + Send + 'static, from_stdout: bool, to: mpsc::Sender<(bool, String)>) {
    thread::spawn(move || {
        let mut reader = BufReader::new(source);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes).is_ok_and(|count| count > 0) {
            let line = String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned();
            if to.send((from_stdout, line)).is_err() {
                return;
            }
            bytes.clear();
        }
    });
}

/// Runs with all output in a file; a failure shows its last lines, each cut, since a linker's can be very long.
/// With `echo`, short lines also go to the terminal, so that long work is seen to move.
pub(crate) fn run_into(command: &mut Command, log: &Path, limit: Duration, echo: bool) -> Outcome<()> {
    if let Some(folder) = log.parent() {
        folders::make(folder)?;
    }
    let mut file = File::create(log).explain(|| format!("{} cannot be written", log.display()))?;
    let mut last: Vec<String> = Vec::new();
    let status = by_line(command, limit, |_, line| {
        // The log is a comfort, not the result: a full disk shows itself in what follows.
        let _ = writeln!(file, "{line}");
        if echo && line.len() < 300 {
            eprintln!("{line}");
        }
        if last.len() == 30 {
            last.remove(0);
        }
        last.push(line.chars().take(300).collect());
    })
    .map_err(|Failure(sentence)| Failure(format!("{sentence}; its output is in {}", log.display())))?;
    if status.success() {
        return Ok(());
    }
    let tail = if echo { String::new() } else { format!(":\n{}", last.join("\n")) };
    fail(format!("`{}` failed ({status}); all of its output is in {}{tail}", shown(command), log.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn lines_of_both_outputs_come_through() {
        let mut seen = Vec::new();
        let status = by_line(&mut shell("echo one; echo two >&2; exit 3"), Duration::from_secs(9), |out, line| {
            seen.push((out, line.to_owned()));
        })
        .unwrap();
        seen.sort();
        assert_eq!(seen, [(false, "two".to_owned()), (true, "one".to_owned())]);
        assert_eq!(status.code(), Some(3));
    }

    #[test]
    fn a_program_that_hangs_is_ended() {
        let begun = Instant::now();
        let Failure(said) = by_line(&mut shell("exec sleep 60"), Duration::from_millis(300), |_, _| {}).unwrap_err();
        assert!(said.contains("was ended"), "{said}");
        assert!(begun.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn a_failure_names_the_command() {
        let Failure(said) = text_of(&mut shell("echo because >&2; exit 1")).unwrap_err();
        assert!(said.contains("because") && said.contains("sh -c"), "{said}");
    }
}
