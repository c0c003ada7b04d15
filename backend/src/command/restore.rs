//! `anju restore`: a backup into an empty data folder; nothing is overwritten.

use super::{
    Done, Format, Stop,
    backup::{print_proof, stopped},
    location::DataArguments,
    print_json, print_line, wait, wrong,
};
use crate::backup::{Halt, Refusal, Shelf, Target, restore};
use anju_domain::{
    api::{BackupProof, BackupRow},
    language::{Language, Text},
    words::fill,
};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

/// 恢复到空目录，前后各核对一次 · restores into an empty data folder, compared before and after; 1 when something differs
#[derive(Debug, Args)]
#[command(after_help = "示例 · Example:\n  anju restore /mnt/backups/20221008T010203Z --data ./restored\n  \
                        anju restore /mnt/backups --data ./restored\n\n\
                        目录中有多份时，取最近一份通过验证的 · Of a folder of backups the newest proved one is taken.")]
pub(super) struct Arguments {
    /// 一份备份，或备份目录 · a backup, or a folder of backups
    dir: PathBuf,
    #[command(flatten)]
    data: DataArguments,
    /// 输出格式 · form of the output
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, language: Language) -> Done {
    let backup = chosen(arguments, language)?;
    let target = Target {
        data: arguments.data.data.clone(),
        location: arguments.data.location(language)?,
        evidence: arguments.data.evidence_folder(),
    };
    let (is_restored, proof) = match wait(async { Ok(restore(&backup, &target, &Halt::default()).await) })? {
        Ok(proof) => (true, proof),
        Err(Refusal::NotProved(proof)) => (false, proof),
        Err(refusal) => return Err(refused(&refusal, language)),
    };
    if arguments.format == Format::Json {
        print_json(&json!({ "backup": backup, "restored": is_restored, "proof": proof }))?;
    } else {
        print_result(&backup, is_restored, &proof, language);
    }
    if is_restored { Ok(()) } else { Err(Stop::No) }
}

/// The backup itself, or the newest proved one of a folder.
fn chosen(arguments: &Arguments, language: Language) -> Result<PathBuf, Stop> {
    if Shelf::is_backup(&arguments.dir) {
        return Ok(arguments.dir.clone());
    }
    let rows = Shelf::rows(&arguments.dir).map_err(|why| Stop::Wrong(format!("{}: {why}", arguments.dir.display())))?;
    rows.iter().find(|row: &&BackupRow| row.is_proved()).map(|row| arguments.dir.join(&row.name)).ok_or_else(|| {
        let text = Text::new(
            "{dir}中没有通过验证的备份；要恢复某一份，请写出它的目录",
            "{dir} holds no proved backup; to restore a certain one, name its folder",
        );
        Stop::Wrong(fill(text, language, &[("dir", &arguments.dir.display().to_string())]))
    })
}

fn refused(refusal: &Refusal, language: Language) -> Stop {
    match refusal {
        Refusal::NotEmpty(folder, name) => {
            let text = Text::new(
                "{folder}不是空目录（其中有{name}）。恢复不覆盖任何数据，请用 --data 指定新的目录",
                "{folder} is not empty: {name} is in it. A restore overwrites nothing; name a new folder with --data",
            );
            let folder = folder.display().to_string();
            Stop::Wrong(fill(text, language, &[("folder", &folder), ("name", name)]))
        }
        Refusal::DatabaseNotEmpty => wrong(
            Text::new(
                "数据库中已有数据。恢复不覆盖任何数据，请指定新建的空数据库",
                "the database holds something already. A restore overwrites nothing; name a new, empty database",
            ),
            language,
        ),
        Refusal::Obstacle(obstacle) => stopped(obstacle, language),
        // Told with its faults by who calls this.
        Refusal::NotProved(_) => Stop::No,
    }
}

fn print_result(backup: &std::path::Path, is_restored: bool, proof: &BackupProof, language: Language) {
    print_proof(proof, language);
    let text = if is_restored {
        Text::new("已从{backup}恢复，全部人员须重新登录", "Restored from {backup}; everybody signs in again")
    } else {
        Text::new("{backup}没有恢复：备份与清单不符", "{backup} was not restored: it is not what its manifest says")
    };
    print_line(fill(text, language, &[("backup", &backup.display().to_string())]));
}
