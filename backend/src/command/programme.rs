//! `anju programme list`: the programmes of the data.

use super::{
    Done, Format,
    location::{DataArguments, failed},
    print_json, print_line, wait,
};
use anju_domain::language::{Language, Text};
use clap::{Args, Subcommand};
use serde_json::json;

/// 规划 · programmes
#[derive(Debug, Args)]
#[command(after_help = "示例 · Example:\n  anju programme list --data ./data")]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// 列出规划 · lists the programmes
    #[command(after_help = "示例 · Example:\n  anju programme list --format json")]
    List {
        #[command(flatten)]
        data: DataArguments,
        /// 输出格式 · form of the output
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
}

pub(super) fn run(arguments: Arguments, language: Language) -> Done {
    let What::List { data, format } = arguments.what;
    let programmes = wait(async {
        let storage = data.open_read_only(language).await?;
        storage.programmes().await.map_err(|error| failed(&error, language))
    })?;
    if format == Format::Json {
        let rows: Vec<_> = programmes
            .iter()
            .map(|programme| {
                let (from, to) = programme.settings.programme_years();
                json!({
                    "id": programme.id,
                    "division_code": programme.division_code,
                    "name": programme.name,
                    "name_en": programme.name_en,
                    "sample": programme.sample,
                    "from": from,
                    "to": to,
                })
            })
            .collect();
        return print_json(&rows);
    }
    for programme in programmes {
        let (from, to) = programme.settings.programme_years();
        let name = if language == Language::Zh { &programme.name } else { &programme.name_en };
        let mark = if programme.sample { Text::new("样例", "sample").get(language) } else { "" };
        print_line(format!("{}\t{from}-{to}\t{name}\t{mark}", programme.division_code));
    }
    Ok(())
}
