//! `anju verify`: proves that nothing was changed outside the program; also while a server runs.

use super::{
    Done, Format, Stop,
    backup::stopped,
    location::{DataArguments, failed},
    print_json, print_line, wait,
};
use crate::backup::{FilesReport, Halt, check_files};
use anju_domain::{
    language::{Language, Text},
    words::fill,
};
use anju_storage::VerifyReport;
use clap::Args;
use serde::Serialize;

/// 核对操作日志与数据 · proves the audit chain and every stored object; 1 when something was changed
#[derive(Debug, Args)]
#[command(after_help = "示例 · Example:\n  anju verify --data ./data\n  anju verify --files --data ./data")]
pub(super) struct Arguments {
    /// 并核对每个佐证材料文件 · hashes every file of the evidence too
    #[arg(long)]
    files: bool,
    #[command(flatten)]
    data: DataArguments,
    /// 输出格式 · form of the output
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// All that was found.
#[derive(Serialize)]
struct Found {
    #[serde(flatten)]
    report: VerifyReport,
    #[serde(skip_serializing_if = "Option::is_none")]
    files: Option<FilesReport>,
}

pub(super) fn run(arguments: &Arguments, language: Language) -> Done {
    let found = wait(async {
        let storage = arguments.data.open_read_only(language).await?;
        let report = storage.verify().await.map_err(|error| failed(&error, language))?;
        let files = if arguments.files {
            let checked = check_files(&storage, &arguments.data.evidence_folder(), &Halt::default()).await;
            Some(checked.map_err(|why| stopped(&why, language))?)
        } else {
            None
        };
        Ok(Found { report, files })
    })?;
    if arguments.format == Format::Json {
        print_json(&found)?;
    } else {
        print_found(&found, language);
    }
    let faults = found.report.faults.len() + found.files.as_ref().map_or(0, FilesReport::faults);
    if faults == 0 { Ok(()) } else { Err(Stop::No) }
}

fn print_found(found: &Found, language: Language) {
    let Found { report, files } = found;
    for fault in &report.faults {
        print_line(format!("{} {}: {}", fault.kind, fault.id, fault.what));
    }
    let summary = Text::new(
        "核对了{entries}条日志和{objects}个对象，{faults}处不符",
        "{entries} entries and {objects} objects compared, {faults} faults",
    );
    let (entries, objects) = (report.entries.to_string(), report.objects.to_string());
    let faults = report.faults.len().to_string();
    print_line(fill(summary, language, &[("entries", &entries), ("objects", &objects), ("faults", &faults)]));
    let Some(files) = files else { return };
    for (text, list) in [
        (Text::new("佐证材料缺失：{name}（{sha256}）", "A file is missing: {name} ({sha256})"), &files.missing),
        (Text::new("佐证材料被改动：{name}（{sha256}）", "A file was changed: {name} ({sha256})"), &files.changed),
    ] {
        for file in list {
            print_line(fill(text, language, &[("name", &file.name), ("sha256", &file.sha256)]));
        }
    }
    for orphan in &files.orphans {
        let text = Text::new("没有记录的文件：{name}", "A file that no row names: {name}");
        print_line(fill(text, language, &[("name", orphan)]));
    }
    let summary = Text::new("核对了{n}个文件，{faults}处不符", "{n} files compared, {faults} faults");
    let (count, faults) = (files.compared.to_string(), files.faults().to_string());
    print_line(fill(summary, language, &[("n", &count), ("faults", &faults)]));
}
