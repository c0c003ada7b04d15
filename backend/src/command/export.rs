//! `anju export`: one project community as a file that `anju check` reads, and the ledger as a workbook that `anju import`
//! reads.

use super::{
    Done, Stop,
    location::{DataArguments, failed, programme},
    print_line, put, wait,
};
use crate::{imports::known, workbook::sheets_workbook};
use anju_domain::{
    language::{Language, Text},
    table::file_name,
    workbook::{Sheet, sheets_of},
};
use anju_storage::Storage;
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// 导出 · exports
#[derive(Debug, Args)]
#[command(after_help = "示例 · Example:\n  anju export dossier GT-0002 --out sb.json")]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// 台账工作簿，可以原样导入 · the ledger as a workbook, which can be imported again
    #[command(after_help = "示例 · Example:\n  anju export ledger --out 台账.xlsx")]
    Ledger {
        #[command(flatten)]
        data: DataArguments,
        /// 写入文件，缺省为当前目录下的 台账_日期.xlsx · the file; in this folder, named by its day, when left out
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// 一个小区的资料 · everything about one project community
    #[command(after_help = "示例 · Example:\n  anju export dossier GT-0002 --out sb.json")]
    Dossier {
        #[command(flatten)]
        data: DataArguments,
        /// 标识或小区编码 · its identity, or the community's code
        id: String,
        /// 写入文件 · writes a file instead of printing
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

pub(super) fn run(arguments: &Arguments, language: Language) -> Done {
    match &arguments.what {
        What::Ledger { data, out } => ledger(data, out.as_deref(), language),
        What::Dossier { data, id, out } => dossier(data, id, out.as_deref(), language),
    }
}

fn ledger(data: &DataArguments, out: Option<&Path>, language: Language) -> Done {
    let (standing, today) = wait(async {
        let storage = data.open_read_only(language).await?;
        let programme = programme(&storage, language).await?;
        let standing = storage.standing(programme.id).await.map_err(|error| failed(&error, language))?;
        Ok((standing, crate::clock::Clock::default().today(Some(&programme))))
    })?;
    let bytes = sheets_workbook(&sheets_of(known(&standing), today)).map_err(|error| Stop::Wrong(error.to_string()))?;
    let path = out.map_or_else(
        || PathBuf::from(format!("{}.xlsx", file_name(Language::Zh, Sheet::Ledger.name(), today))),
        Path::to_owned,
    );
    std::fs::write(&path, bytes).map_err(|error| Stop::Wrong(format!("{}: {error}", path.display())))?;
    print_line(path.display());
    Ok(())
}

fn dossier(data: &DataArguments, id: &str, out: Option<&Path>, language: Language) -> Done {
    let dossier = wait(async {
        let storage = data.open_read_only(language).await?;
        let programme = programme(&storage, language).await?;
        let id = match id.parse() {
            Ok(id) => id,
            Err(_) => by_code(&storage, programme.id, id, language).await?,
        };
        storage.dossier(programme.id, id).await.map_err(|error| failed(&error, language))
    })?;
    let text = serde_json::to_string_pretty(&dossier).map_err(|error| Stop::Wrong(error.to_string()))?;
    put(out, &format!("{text}\n"))
}

/// The project community whose community has this code; the latest plan year when there are several.
async fn by_code(storage: &Storage, programme: Uuid, code: &str, language: Language) -> Result<Uuid, Stop> {
    let found = storage.community_of_code(programme, code).await.map_err(|error| failed(&error, language))?;
    found.ok_or_else(|| {
        let text = Text::new("没有小区{code}", "there is no community {code}");
        Stop::Wrong(anju_domain::words::fill(text, language, &[("code", code)]))
    })
}
