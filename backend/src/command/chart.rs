//! `anju chart`: one chart of the programme, drawn or as figures; also while a server runs.

use super::{
    Done, Stop,
    location::{DataArguments, failed, programme},
    put_bytes, wait, wrong,
};
use crate::{
    clock::Clock,
    http::{
        body,
        refusal_words::{NO_FONT, NO_FONT_DETAIL},
    },
    picture::{Unpainted, png},
    workbook::workbook,
};
use anju_charts::{Theme, framed};
use anju_domain::{
    indicators::{self, Filter},
    language::{Language, Text},
    table::Table,
};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// 一张图 · one chart
#[derive(Debug, Args)]
#[command(
    after_help = "示例 · Example:\n  anju chart L-11 --filter year=2022 --out curve.svg\n  anju chart L-05 --format csv\n  anju chart L-08 --format png --out share.png"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    /// 图号，如 L-05 · its id
    id: String,
    /// 输出格式 · form of the output
    #[arg(long, value_enum, default_value_t = Form::Svg)]
    format: Form,
    /// 范围：year、stage、community、unit、source、class、from、to · the scope
    #[arg(long, value_name = "KEY=VALUE", num_args = 1..)]
    filter: Vec<String>,
    /// 日期，仅用于样例 · the day, for a 样例 programme only
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
    /// 写入文件 · writes a file instead of printing
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    Svg,
    Png,
    Csv,
    Json,
    Xlsx,
}

pub(super) fn run(arguments: &Arguments, language: Language) -> Done {
    let filter = filter(&arguments.filter)?;
    let facts = wait(async {
        let storage = arguments.data.open_read_only(language).await?;
        let programme = programme(&storage, language).await?;
        if arguments.today.is_some() && !programme.sample {
            return Err(wrong(
                Text::new("--today 只用于样例规划", "--today is for a programme marked 样例 only"),
                language,
            ));
        }
        let today = Clock { today: arguments.today }.today(Some(&programme));
        storage.programme_facts(programme.id, today).await.map_err(|error| failed(&error, language))
    })?;
    let chart = indicators::compute(&arguments.id, &facts, &filter, language).ok_or_else(|| {
        let known: Vec<_> = indicators::INDICATORS.iter().map(|indicator| indicator.id).collect();
        let text = Text::new("没有图{id}；可用：{known}", "there is no chart {id}; known: {known}");
        Stop::Wrong(anju_domain::words::fill(text, language, &[("id", &arguments.id), ("known", &known.join(" "))]))
    })?;
    let bytes = match arguments.format {
        Form::Svg => framed(&chart, Theme::Light).0.into_bytes(),
        Form::Png => png(&chart).map_err(|why| match why {
            Unpainted::NoFont => Stop::Wrong(format!("{}: {}", NO_FONT.get(language), NO_FONT_DETAIL.get(language))),
            Unpainted::Failed => wrong(Text::new("图片没有生成", "the picture could not be painted"), language),
        })?,
        Form::Csv => chart.csv().into_bytes(),
        Form::Json => {
            let text = serde_json::to_string_pretty(&chart).map_err(|error| Stop::Wrong(error.to_string()))?;
            format!("{text}\n").into_bytes()
        }
        Form::Xlsx => workbook(&[Table::from(&chart)]).map_err(|error| Stop::Wrong(error.to_string()))?,
    };
    put_bytes(arguments.out.as_deref(), &bytes)
}

/// Reads `key=value` pairs in the way in which the interface reads its query.
fn filter(pairs: &[String]) -> Result<Filter, Stop> {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for pair in pairs {
        let (key, value) = pair.split_once('=').ok_or_else(|| Stop::Wrong(format!("--filter {pair}: KEY=VALUE")))?;
        query.append_pair(key, value);
    }
    body::from_query(&query.finish()).map_err(|refusal| {
        let places = refusal.findings().iter().map(|finding| finding.path.as_str()).collect::<Vec<_>>().join(" ");
        Stop::Wrong(format!(
            "--filter {places}: year=2022, stage=在建, community=ID, unit=NAME, source=中央, class=基础类, from=2022-04, to=2022-09"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_read_as_the_interface_reads_it() {
        let pairs = ["year=2022", "stage=在建", "source=中央", "class=基础类", "from=2022-04"].map(str::to_owned);
        let read = filter(&pairs).ok().unwrap();
        assert_eq!((read.year, read.from), (Some(2022), "2022-04".parse().ok()));
        assert!(read.source.is_some() && read.class.is_some() && read.to.is_none());
        assert!(read.stage.is_some());
        for bad in ["year", "year=x", "colour=red", "stage=无", "source=无", "from=2022-13"] {
            assert!(filter(&[bad.to_owned()]).is_err(), "{bad}");
        }
    }
}
