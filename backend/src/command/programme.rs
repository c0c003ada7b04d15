//! `anju programme create` and `list`: a county's own programme in an empty data folder, and the programmes of the data.

use super::{
    Done, Format,
    location::{DataArguments, failed},
    print_json, print_line, wait, wrong,
};
use crate::{clock::Clock, first_accounts::new_id, unit_accounts::at_the_server};
use anju_domain::{
    acts::{ProgrammeEntry, ProgrammeTerms, Targets, Window},
    exact::{Area, Month},
    language::{Language, Text},
    model::{Body, Programme},
};
use anju_storage::{Storage, WriteKey};
use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use serde_json::json;

/// 规划 · programmes
#[derive(Debug, Args)]
#[command(after_help = "示例 · Example:\n  anju programme list --data ./data\n  \
                        anju programme create --division 620722 --name 民乐县城镇老旧小区改造规划 --from 2026 --to 2030")]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// 在空的数据目录建立本县规划 · creates the county's own programme in an empty data folder
    #[command(after_help = "示例 · Example:\n  anju programme create --data ./our-county --division 620722 \
                            --name 民乐县城镇老旧小区改造规划 --from 2026 --to 2030 --active-from 2026-12\n  \
                            anju programme create --division 620722 --name 民乐县规划 --from 2026 --to 2030 \
                            --communities 12 --area 123456 --households 900 --window 2026=2005-12-31")]
    Create(Box<New>),
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

#[derive(Debug, Args)]
struct New {
    #[command(flatten)]
    data: DataArguments,
    /// 县级行政区划代码 · division code of the county
    #[arg(long, value_name = "CODE")]
    division: String,
    /// 规划名称 · name of the programme
    #[arg(long)]
    name: String,
    /// 英文名称 · English name
    #[arg(long, default_value = "")]
    name_en: String,
    /// 起始年度 · first year
    #[arg(long, value_name = "YEAR")]
    from: i32,
    /// 结束年度 · last year
    #[arg(long, value_name = "YEAR")]
    to: i32,
    /// 启用月份，缺省为本月 · the month from which it is in use; the present one when left out
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    active_from: Option<Month>,
    /// 单位照此县设置，缺省为不带地名的名称 · bodies as in this county; names without a place when left out
    #[arg(long, value_enum)]
    like: Option<County>,
    /// 依据文件 · the paper on which it rests
    #[arg(long, value_name = "DOC", default_value = "")]
    basis: String,
    /// 改造小区目标，个 · target: communities
    #[arg(long, value_name = "N", default_value_t = 0)]
    communities: i64,
    /// 改造建筑面积目标，㎡ · target: floor area, ㎡
    #[arg(long, value_name = "AREA", default_value = "0")]
    area: String,
    /// 惠及户数目标，户 · target: households
    #[arg(long, value_name = "N", default_value_t = 0)]
    households: i64,
    /// 自某计划年度起的建成日期，可多次 · last day of completion from a plan year on; may be repeated
    #[arg(long, value_name = "YEAR=DATE", value_parser = window)]
    window: Vec<Window>,
    /// 所在乡镇，缺省为城关镇 · township; 城关镇 when left out
    #[arg(long, default_value = "")]
    township: String,
}

/// A county whose bodies another one takes over as they are.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum County {
    /// 高台县
    Gaotai,
}

/// Reads `2026-12`.
fn month(text: &str) -> Result<Month, String> {
    text.trim().parse().map_err(|_| "应为 年-月 · YYYY-MM, such as 2026-12".to_owned())
}

/// Reads `2026=2005-12-31`.
fn window(text: &str) -> Result<Window, String> {
    let read = || {
        let (year, day) = text.split_once('=')?;
        Some(Window { plan_year: year.trim().parse().ok()?, cutoff: day.trim().parse::<NaiveDate>().ok()? })
    };
    read().ok_or_else(|| "应为 年度=日期 · YEAR=DATE, such as 2026=2005-12-31".to_owned())
}

pub(super) fn run(arguments: Arguments, language: Language) -> Done {
    match arguments.what {
        What::Create(new) => create(*new, language),
        What::List { data, format } => list(&data, format, language),
    }
}

fn create(new: New, language: Language) -> Done {
    let New { data, division, name, name_en, from, to, active_from, like, basis, area, window, township, .. } = new;
    let area = Area::parse(&area).map_err(|why| super::Stop::Wrong(format!("--area: {}", why.text(language))))?;
    let targets = Targets { communities: new.communities, area, households: new.households };
    let real = Clock::real();
    let entry = ProgrammeEntry {
        id: new_id(real.timestamp_millis()),
        division_code: division,
        terms: ProgrammeTerms {
            name,
            name_en,
            basis,
            year_from: from,
            year_to: to,
            targets,
            windows: window,
            backlog_cutoff: None,
            township,
        },
        active_from,
        bodies: match like {
            Some(County::Gaotai) => Vec::new(),
            None => Body::neutral(),
        },
        own: Vec::new(),
    };
    wait(async {
        let storage = data.open(language).await?;
        let done = store(&storage, entry, language).await;
        let closed = storage.close().await.map_err(|error| failed(&error, language));
        let programme = done?;
        closed?;
        show(&programme, language);
        print_line(
            Text::new(
                "改造规划已建立。请运行 anju serve，首次启动时显示登录账号。",
                "The programme is created. Run anju serve; its first start shows the sign-ins.",
            )
            .get(language),
        );
        Ok(())
    })
}

async fn store(storage: &Storage, entry: ProgrammeEntry, language: Language) -> Result<Programme, super::Stop> {
    let (id, key) = (entry.id, WriteKey::default());
    let (today, now) = (Clock::default().today(None), Clock::real());
    let done = storage.create_programme(&at_the_server(), &key, entry, today, now).await;
    done.map_err(|error| failed(&error, language))?;
    let programmes = storage.programmes().await.map_err(|error| failed(&error, language))?;
    programmes
        .into_iter()
        .find(|programme| programme.id == id)
        .ok_or_else(|| wrong(Text::new("规划没有保存", "the programme was not stored"), language))
}

fn list(data: &DataArguments, format: Format, language: Language) -> Done {
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
                    "active_from": programme.active_from,
                    "from": from,
                    "to": to,
                })
            })
            .collect();
        return print_json(&rows);
    }
    for programme in programmes {
        show(&programme, language);
    }
    Ok(())
}

fn show(programme: &Programme, language: Language) {
    let (from, to) = programme.settings.programme_years();
    let english = language == Language::En && !programme.name_en.is_empty();
    let name = if english { &programme.name_en } else { &programme.name };
    let mark = if programme.sample { Text::new("样例", "sample").get(language) } else { "" };
    print_line(format!("{}\t{from}-{to}\t{name}\t{mark}", programme.division_code));
}
