//! `anju check`: the findings of one dossier at a gate.

use super::{Done, Format, Stop, print_json, print_line, read_text};
use crate::clock::Clock;
use anju_domain::{
    facts::ProjectFacts,
    finding::{Gate, Severity},
    json,
    language::{Language, Text},
    model::Dossier,
    rules,
};
use chrono::NaiveDate;
use clap::Args;
use std::path::PathBuf;

/// 校验一个小区的资料 · checks one dossier at a gate; 1 when something stops it
#[derive(Debug, Args)]
#[command(after_help = "示例 · Example:\n  anju export dossier GT-0002 --out sb.json\n  anju check sb.json --gate G1")]
pub(super) struct Arguments {
    /// anju export dossier 写出的文件 · a file as anju export dossier writes it; - is the standard input
    file: PathBuf,
    /// 环节：G0 保存，G1 列入年度计划，G2 开工，G3 拨付，G4 竣工 · the gate
    #[arg(long)]
    gate: String,
    /// 校验日期 · the day of the check; without it the demonstration date of a 样例 programme, or today
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
    /// 输出格式 · form of the output
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, language: Language) -> Done {
    let gate: Gate = json::read_word("gate", &arguments.gate).map_err(|fault| Stop::Wrong(fault.told(language)))?;
    let text = read_text(&arguments.file, language)?;
    let dossier: Dossier = json::read_object(text.trim_start_matches('\u{feff}'))
        .map_err(|fault| Stop::Wrong(format!("{}: {}", arguments.file.display(), fault.told(language))))?;
    let today = arguments.today.unwrap_or_else(|| Clock::default().today(Some(&dossier.programme)));
    let found = rules::gate_findings(&ProjectFacts::of(&dossier, today), gate);
    if arguments.format == Format::Json {
        print_json(&found)?;
    } else {
        let stop = if language == Language::Zh { "。" } else { ". " };
        for finding in &found {
            let place = if finding.path.is_empty() { String::new() } else { format!(" {}", finding.path) };
            let (message, remedy) = (rules::message(finding, language), rules::remedy(finding, language));
            print_line(format!("{} {:?}{place}: {message}{stop}{remedy}", finding.rule, finding.severity));
        }
        let stops = found.iter().filter(|finding| finding.severity == Severity::E).count();
        let warnings = found.len() - stops;
        let summary = Text::new("{stops}项须解决，{warnings}项提醒", "{stops} to be solved, {warnings} warnings");
        print_line(anju_domain::words::fill(
            summary,
            language,
            &[("stops", &stops.to_string()), ("warnings", &warnings.to_string())],
        ));
    }
    if found.iter().any(|finding| finding.severity == Severity::E) { Err(Stop::No) } else { Ok(()) }
}
