//! `anju backup`: a backup of the data, proved by restoring it; also while a server runs.

use super::{Done, Format, Stop, location::DataArguments, print_json, print_line, wait};
use crate::backup::{Halt, Obstacle, Shelf, make, prove};
use anju_domain::{
    api::{BackupFault, BackupProof},
    language::{Language, Text},
    words::{backups as words, fill},
};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

/// 备份并验证 · makes a backup and proves it by restoring it; 1 when the restore shows a fault
#[derive(Debug, Args)]
#[command(after_help = "示例 · Example:\n  anju backup /mnt/backups --data ./data\n\n\
                        在目录中新建以时间命名的一份，服务器运行时也可以 · Makes one named by its instant in the folder, also while a server runs.")]
pub(super) struct Arguments {
    /// 备份目录，其中可有多份 · folder of backups
    dir: PathBuf,
    #[command(flatten)]
    data: DataArguments,
    /// 输出格式 · form of the output
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, language: Language) -> Done {
    let (backup, proof) = wait(async {
        let storage = arguments.data.open_read_only(language).await?;
        let halt = Halt::default();
        let shelf = Shelf::take(&arguments.dir).map_err(|why| stopped(&why, language))?;
        let made = make(&storage, &arguments.data.evidence_folder(), &shelf, &halt).await;
        let backup = made.map_err(|why| stopped(&why, language))?;
        let proof = prove(&backup, &shelf.scratch(), &halt).await.map_err(|why| stopped(&why, language))?;
        Shelf::keep_proof(&backup, &proof).map_err(|why| stopped(&why, language))?;
        Ok((backup, proof))
    })?;
    if arguments.format == Format::Json {
        print_json(&json!({ "backup": backup, "proved": proof.is_proved(), "proof": proof }))?;
    } else {
        print_line(backup.display());
        print_proof(&proof, language);
    }
    if proof.is_proved() { Ok(()) } else { Err(Stop::No) }
}

/// What stood in the way, in one line.
pub(super) fn stopped(obstacle: &Obstacle, language: Language) -> Stop {
    Stop::Wrong(obstacle.worded(language))
}

/// What a restore has shown: each fault, then the sum of it.
pub(super) fn print_proof(proof: &BackupProof, language: Language) {
    for fault in &proof.faults {
        print_line(worded(fault, language));
    }
    let result = if proof.is_proved() { words::PROVED } else { words::NOT_PROVED };
    let result = fill(result, language, &[("n", &proof.faults.len().to_string())]);
    let compared = fill(
        words::PROVED_DETAIL,
        language,
        &[
            ("entries", &proof.entries.to_string()),
            ("objects", &proof.objects.to_string()),
            ("files", &proof.files.to_string()),
        ],
    );
    let name = words::PROOF.get(language);
    print_line(match language {
        Language::Zh => format!("{name}：{result}（{compared}）"),
        Language::En => format!("{name}: {result} ({compared})"),
    });
}

fn worded(fault: &BackupFault, language: Language) -> String {
    const LINE: Text = Text::new("{kind}：{name}", "{kind}: {name}");
    let line = fill(LINE, language, &[("kind", fault.kind.text().get(language)), ("name", &fault.name)]);
    if fault.detail.is_empty() { line } else { format!("{line} ({})", fault.detail) }
}
