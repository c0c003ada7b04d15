//! `anju cases`: runs a file of worked cases.

use super::{Done, Format, Stop, print_json, print_line, read_text};
use anju_domain::{cases, language::Language};
use clap::Args;
use std::path::PathBuf;

/// 运行算例 · runs a case file; 1 when a case fails
#[derive(Debug, Args)]
#[command(after_help = "示例 · Example:\n  anju cases cases.json")]
pub(super) struct Arguments {
    /// 算例文件 · the case file; - is the standard input
    file: PathBuf,
    /// 输出格式 · form of the output
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, language: Language) -> Done {
    let text = read_text(&arguments.file, language)?;
    let report = cases::run_cases(&text)
        .map_err(|error| Stop::Wrong(format!("{}: {}", arguments.file.display(), error.told(language))))?;
    if arguments.format == Format::Json {
        print_json(&report)?;
    } else {
        report.lines.iter().for_each(print_line);
    }
    if report.all_passed() { Ok(()) } else { Err(Stop::No) }
}
