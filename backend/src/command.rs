//! The command line. Every command ends with 0 when it is done, 1 when the answer is no, 2 with one clear line when it
//! was used wrongly or cannot read what it was given.

mod backup;
mod cases;
mod chart;
mod check;
mod doctor;
mod export;
mod import;
mod location;
mod policy;
mod programme;
mod restore;
mod sample;
mod schema;
mod serve;
mod user;
mod verify;

use anju_domain::language::{Language, Text};
use clap::{Parser, Subcommand, ValueEnum};
use std::{
    fmt::Display,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

/// 安居：城镇老旧小区改造规划的台账、规则和图表 · ledger, rules and charts of a county's renovation programme
#[derive(Debug, Parser)]
#[command(name = "anju", version, max_term_width = 100)]
#[command(after_help = "示例 · Example:\n  anju serve --sample-if-new\n  anju check dossier.json --gate G1")]
struct Arguments {
    /// 语言 · language of what is printed
    #[arg(long, global = true, value_enum, default_value_t = Lang::Zh)]
    lang: Lang,
    #[command(subcommand)]
    command: Command,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lang {
    Zh,
    En,
}

/// How a command prints its answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON value.
    Json,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Arguments),
    Programme(programme::Arguments),
    Sample(sample::Arguments),
    Check(check::Arguments),
    Cases(cases::Arguments),
    /// 校验规则 · the rule book
    #[command(after_help = "示例 · Example:\n  anju rules --format json")]
    Rules(policy::Arguments),
    /// 政策条文 · the clauses of the policy and what implements them
    #[command(after_help = "示例 · Example:\n  anju clauses --format md")]
    Clauses(policy::Arguments),
    /// 参数 · every number of the policy
    #[command(after_help = "示例 · Example:\n  anju parameters --format json")]
    Parameters(policy::Arguments),
    /// 改造项、资金、单位、职责、审批 · items, funds, units, duties, approvals
    #[command(after_help = "示例 · Example:\n  anju catalogue --format json")]
    Catalogue(policy::Arguments),
    Schema(schema::Arguments),
    Chart(chart::Arguments),
    Export(export::Arguments),
    Import(import::Arguments),
    User(user::Arguments),
    Verify(verify::Arguments),
    Backup(backup::Arguments),
    Restore(restore::Arguments),
    Doctor(doctor::Arguments),
}

/// Why a command did not end with "done".
#[derive(Debug)]
enum Stop {
    /// The answer is no; it was printed.
    No,
    /// Wrong use, or something that cannot be read or done.
    Wrong(String),
}

type Done = Result<(), Stop>;

/// Runs the program.
pub fn run() -> ExitCode {
    let Arguments { lang, command } = Arguments::parse();
    let language = match lang {
        Lang::Zh => Language::Zh,
        Lang::En => Language::En,
    };
    let done = match command {
        Command::Serve(arguments) => serve::run(arguments, language),
        Command::Programme(arguments) => programme::run(arguments, language),
        Command::Sample(arguments) => sample::run(arguments, language),
        Command::Check(arguments) => check::run(&arguments, language),
        Command::Cases(arguments) => cases::run(&arguments, language),
        Command::Rules(arguments) => policy::run("rules", arguments, language),
        Command::Clauses(arguments) => policy::run("clauses", arguments, language),
        Command::Parameters(arguments) => policy::run("parameters", arguments, language),
        Command::Catalogue(arguments) => policy::run("catalogue", arguments, language),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Chart(arguments) => chart::run(&arguments, language),
        Command::Export(arguments) => export::run(&arguments, language),
        Command::Import(arguments) => import::run(&arguments, language),
        Command::User(arguments) => user::run(arguments, language),
        Command::Verify(arguments) => verify::run(&arguments, language),
        Command::Backup(arguments) => backup::run(&arguments, language),
        Command::Restore(arguments) => restore::run(&arguments, language),
        Command::Doctor(arguments) => doctor::run(&arguments, language),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::No) => ExitCode::from(1),
        Err(Stop::Wrong(line)) => {
            // A reader that has gone away is no reason to fail in another way.
            let _ = writeln!(io::stderr(), "anju: {line}");
            ExitCode::from(2)
        }
    }
}

/// Wrong use, in the language of the command.
fn wrong(text: Text, language: Language) -> Stop {
    Stop::Wrong(text.get(language).to_owned())
}

/// Prints a text as it is; a closed pipe ends the printing.
fn print(text: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Prints a line.
fn print_line(line: impl Display) {
    print(&format!("{line}\n"));
}

/// Prints a value as JSON.
fn print_json(value: &impl serde::Serialize) -> Done {
    let text = serde_json::to_string_pretty(value).map_err(|error| Stop::Wrong(error.to_string()))?;
    print_line(text);
    Ok(())
}

/// Writes to a file, or prints without one.
fn put(out: Option<&Path>, text: &str) -> Done {
    match out {
        Some(path) => std::fs::write(path, text).map_err(|error| Stop::Wrong(format!("{}: {error}", path.display()))),
        None => {
            print(text);
            Ok(())
        }
    }
}

/// Writes bytes to a file, or prints them without one.
fn put_bytes(out: Option<&Path>, bytes: &[u8]) -> Done {
    match out {
        Some(path) => std::fs::write(path, bytes).map_err(|error| Stop::Wrong(format!("{}: {error}", path.display()))),
        None => {
            let mut printed = io::stdout().lock();
            // A closed pipe ends the printing.
            let _ = printed.write_all(bytes).and_then(|()| printed.flush());
            Ok(())
        }
    }
}

/// Reads a text file; `-` is the standard input.
fn read_text(path: &Path, language: Language) -> Result<String, Stop> {
    let read = if path.as_os_str() == "-" { io::read_to_string(io::stdin()) } else { std::fs::read_to_string(path) };
    read.map_err(|error| {
        let why = match error.kind() {
            io::ErrorKind::NotFound => NO_FILE.get(language).to_owned(),
            io::ErrorKind::PermissionDenied => NOT_ALLOWED.get(language).to_owned(),
            io::ErrorKind::InvalidData => NO_TEXT.get(language).to_owned(),
            io::ErrorKind::IsADirectory => IS_FOLDER.get(language).to_owned(),
            _ => error.to_string(),
        };
        Stop::Wrong(format!("{}: {why}", path.display()))
    })
}

const NO_FILE: Text = Text::new("没有这个文件", "there is no such file");
const NOT_ALLOWED: Text = Text::new("没有读取该文件的权限", "this file may not be read");
const NO_TEXT: Text = Text::new("不是UTF-8编码的文本", "this is no text in UTF-8");
const IS_FOLDER: Text = Text::new("这是文件夹，请指定文件", "this is a folder; name a file");

/// Runs what waits for the storage on this thread.
fn wait<T>(work: impl Future<Output = Result<T, Stop>>) -> Result<T, Stop> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Stop::Wrong(error.to_string()))?
        .block_on(work)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_command_has_an_example_in_its_help() {
        let command = Arguments::command();
        command.clone().debug_assert();
        for sub in command.get_subcommands() {
            let help = sub.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.contains("anju "), "{} has no example", sub.get_name());
            assert!(sub.get_about().is_some(), "{} says nothing of itself", sub.get_name());
        }
    }
}
