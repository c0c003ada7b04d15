//! `anju verify`: proves that nothing was changed outside the program; also while a server runs.

use super::{
    Done, Format, Stop,
    location::{DataArguments, failed},
    print_json, print_line, wait,
};
use anju_domain::{
    language::{Language, Text},
    words::fill,
};
use clap::Args;

/// 核对操作日志与数据 · proves the audit chain and every stored object; 1 when something was changed
#[derive(Debug, Args)]
#[command(after_help = "示例 · Example:\n  anju verify --data ./data")]
pub(super) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    /// 输出格式 · form of the output
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, language: Language) -> Done {
    let report = wait(async {
        let storage = arguments.data.open_read_only(language).await?;
        storage.verify().await.map_err(|error| failed(&error, language))
    })?;
    if arguments.format == Format::Json {
        print_json(&report)?;
    } else {
        for fault in &report.faults {
            print_line(format!("{} {}: {}", fault.kind, fault.id, fault.what));
        }
        let summary = Text::new(
            "核对了{entries}条日志和{objects}个对象，{faults}处不符",
            "{entries} entries and {objects} objects compared, {faults} faults",
        );
        print_line(fill(
            summary,
            language,
            &[
                ("entries", &report.entries.to_string()),
                ("objects", &report.objects.to_string()),
                ("faults", &report.faults.len().to_string()),
            ],
        ));
    }
    if report.faults.is_empty() { Ok(()) } else { Err(Stop::No) }
}
