//! `anju export dossier`: everything about one project community as a file, which `anju check` reads.

use super::{
    Done, Stop,
    location::{DataArguments, failed, programme},
    put, wait,
};
use anju_domain::language::{Language, Text};
use anju_storage::Storage;
use clap::{Args, Subcommand};
use std::path::PathBuf;
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
    let What::Dossier { data, id, out } = &arguments.what;
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
    put(out.as_deref(), &format!("{text}\n"))
}

/// The project community whose community has this code; the latest plan year when there are several.
async fn by_code(storage: &Storage, programme: Uuid, code: &str, language: Language) -> Result<Uuid, Stop> {
    let found = storage.community_of_code(programme, code).await.map_err(|error| failed(&error, language))?;
    found.ok_or_else(|| {
        let text = Text::new("没有小区{code}", "there is no community {code}");
        Stop::Wrong(anju_domain::words::fill(text, language, &[("code", code)]))
    })
}
