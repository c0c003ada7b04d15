//! `anju doctor`: whether the data can be relied on as it is set up here; also while a server runs.

mod checks;
mod disk;
mod places;

use self::checks::{Check, State};
use super::{Done, Format, Stop, location::DataArguments, print_json, print_line, wait};
use anju_domain::language::{Language, Text};
use clap::Args;
use std::path::PathBuf;

/// 自检 · looks at settings, disk, lock, backups and clock; 1 and what to do when something is wrong
#[derive(Debug, Args)]
#[command(
    after_help = "示例 · Example:\n  anju doctor --data ./data\n  anju doctor --data ./data --backup /mnt/backups"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    /// 备份目录，缺省为数据目录下的 backups · folder of the backups; backups in the data folder when left out
    #[arg(long, value_name = "DIR", env = "ANJU_BACKUP")]
    backup: Option<PathBuf>,
    /// 输出格式 · form of the output
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, language: Language) -> Done {
    let data = &arguments.data;
    if data.database_url.is_none() && !data.data.exists() {
        return Err(Stop::Wrong(format!(
            "{}: {}",
            data.data.display(),
            Text::new("没有这个数据目录", "there is no such data folder").get(language)
        )));
    }
    let backups = data.backup_folder(arguments.backup.as_deref());
    let checks = wait(checks::all(data, &backups, language))?;
    if arguments.format == Format::Json {
        print_json(&checks)?;
    } else {
        checks.iter().for_each(|check| print_check(check, language));
    }
    if checks.iter().any(|check| check.state == State::Wrong) { Err(Stop::No) } else { Ok(()) }
}

fn print_check(check: &Check, language: Language) {
    let state = match check.state {
        State::Good => Text::new("正常", "ok"),
        State::Notice => Text::new("注意", "note"),
        State::Wrong => Text::new("异常", "WRONG"),
    };
    let advice = check.advice.as_deref().map(|advice| format!("\n\t→ {advice}")).unwrap_or_default();
    print_line(format!("{}\t{}\t{}{advice}", state.get(language), check.name, check.seen));
}
