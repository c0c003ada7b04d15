//! `anju schema`: JSON Schemas of what `check` takes and gives, and of a chart.

use super::{Done, print_json};
use anju_domain::schema::Subject;
use clap::{Args, ValueEnum};

/// JSON Schema：资料、校验结果、图 · of what check takes and gives, and of a chart
#[derive(Debug, Args)]
#[command(after_help = "示例 · Example:\n  anju schema dossier > dossier.json")]
pub(super) struct Arguments {
    /// 对象，不指定则全部 · of what; without it an object with all of them
    #[arg(value_enum)]
    of: Option<Of>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Of {
    /// 一个项目小区的资料 · what check takes
    Dossier,
    /// 校验结果 · what check --format json gives
    Findings,
    /// 图 · what chart --format json gives
    Chart,
}

pub(super) fn run(arguments: &Arguments) -> Done {
    match arguments.of {
        Some(Of::Dossier) => print_json(&Subject::Dossier.document()),
        Some(Of::Findings) => print_json(&Subject::Findings.document()),
        Some(Of::Chart) => print_json(&Subject::Chart.document()),
        None => {
            let all = Subject::ALL.iter().map(|subject| (subject.name().to_owned(), subject.document()));
            print_json(&all.collect::<serde_json::Map<_, _>>())
        }
    }
}
