//! `anju sample`: the sample programme with its communities, as a file or loaded into the data.

use super::{
    Done, Stop,
    location::{DataArguments, failed},
    print_json, serve, wait, wrong,
};
use crate::{clock::Clock, upkeep, workbook::sheets_workbook};
use anju_domain::{
    language::{Language, Text},
    model::DutyTask,
    sample::{self, SampleProgramme},
    workbook::{Known, sheets_of},
};
use anju_storage::{Storage, Who};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

/// 样例规划 · the sample programme
#[derive(Debug, Args)]
#[command(after_help = "示例 · Example:\n  anju sample --load --data ./data\n  anju sample --json sample.json\n  \
                        anju sample --communities 64 --seed 1 --load\n  \
                        anju sample --communities 3000 --months 60 --load")]
pub(super) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    /// 写入JSON文件，- 为标准输出 · writes a JSON file; - prints it
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// 写入工作簿，可以导入 · writes the workbook that an import reads
    #[arg(long, value_name = "FILE")]
    xlsx: Option<PathBuf>,
    /// 改为N个合成小区，守规则 · N synthetic communities that obey the rules instead of the four
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    communities: Option<u16>,
    /// 规划已进行M个月，含各单位职责事项 · the programme has gone on for M months, with the tasks of all units
    #[arg(long, value_name = "M", requires = "communities", value_parser = clap::value_parser!(u16).range(1..=60))]
    months: Option<u16>,
    /// 合成小区的种子，同种子同结果 · seed of the synthetic communities; the same seed gives the same
    #[arg(long, value_name = "S", default_value_t = 1, requires = "communities")]
    seed: u64,
    /// 载入数据目录 · loads it into the data
    #[arg(long)]
    load: bool,
}

pub(super) fn run(arguments: Arguments, language: Language) -> Done {
    if arguments.json.is_none() && arguments.xlsx.is_none() && !arguments.load {
        return Err(wrong(Text::new("请指定 --json、--xlsx 或 --load", "say --json, --xlsx or --load"), language));
    }
    let seed = arguments.seed;
    let (sample, tasks) = match (arguments.communities, arguments.months) {
        (None, _) => (sample::programme(), None),
        (Some(count), None) => (sample::communities(count, seed), None),
        (Some(count), Some(months)) => {
            let sample = sample::over_months(count, months, seed);
            let tasks = sample::duty_tasks_over_months(&sample, seed);
            (sample, Some(tasks))
        }
    };
    if let Some(path) = &arguments.json {
        let mut sample = json!({ "programme": sample.programme, "plans": sample.plans, "dossiers": sample.dossiers });
        if let Some(tasks) = &tasks {
            sample["duty_tasks"] = json!(tasks);
        }
        if path.as_os_str() == "-" {
            print_json(&sample)?;
        } else {
            let text = serde_json::to_string_pretty(&sample).map_err(|error| Stop::Wrong(error.to_string()))?;
            super::put(Some(path), &text)?;
        }
    }
    if let Some(path) = &arguments.xlsx {
        let today = Clock::default().today(Some(&sample.programme));
        let known = Known { programme: &sample.programme, plans: &sample.plans, dossiers: &sample.dossiers };
        let made = sheets_workbook(&sheets_of(known, today)).map_err(|error| Stop::Wrong(error.to_string()))?;
        std::fs::write(path, made).map_err(|error| Stop::Wrong(format!("{}: {error}", path.display())))?;
    }
    if arguments.load {
        wait(async {
            let storage = arguments.data.open(language).await?;
            let loaded = load_this(&storage, &sample, tasks, language).await;
            let closed = storage.close().await.map_err(|error| failed(&error, language));
            loaded.and(closed)
        })?;
    }
    Ok(())
}

/// Loads the sample programme, and makes the first accounts when there are none.
pub(super) async fn load(storage: &Storage, language: Language) -> Done {
    load_this(storage, &sample::programme(), None, language).await
}

/// Loads a sample with these tasks, or else with those of its demonstration date.
async fn load_this(
    storage: &Storage,
    sample: &SampleProgramme,
    tasks: Option<Vec<DutyTask>>,
    language: Language,
) -> Done {
    let who = Who { user: "anju".to_owned(), display: "样例载入".to_owned() };
    let now = Clock::default().instant(Some(&sample.programme));
    storage
        .load_programme(&sample.programme, &sample.plans, &sample.dossiers, &who, now)
        .await
        .map_err(|error| failed(&error, language))?;
    if let Some(tasks) = tasks {
        storage.load_tasks(sample.programme.id, tasks, &who, now).await.map_err(|error| failed(&error, language))?;
    }
    upkeep::prepare(storage, &sample.programme, Clock::default()).await.map_err(|error| failed(&error, language))?;
    serve::make_first_accounts(storage, true, language).await
}
