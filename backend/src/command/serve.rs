//! `anju serve`: the server.

use super::{
    Done, Stop,
    location::{DataArguments, failed},
    print, wrong,
};
use crate::{
    app::{App, Site},
    backup::Backups,
    clock::Clock,
    first_accounts,
    routes::ROUTES,
    serve, upkeep,
};
use anju_domain::language::{Language, Text};
use anju_storage::Storage;
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use std::{
    io,
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// 启动服务器 · serves the web application and its interface
#[derive(Debug, Args)]
#[command(after_help = "示例 · Example:\n  anju serve --data ./data --listen 127.0.0.1:8080\n  \
                        anju serve --listen 0.0.0.0:8080 --origin https://anju.example.cn --trusted-proxy 10.0.0.1")]
pub(super) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    /// 监听地址 · address to listen on
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// 演示日期，仅用于样例 · demonstration date, for a 样例 programme only
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
    /// 浏览器所见地址 https://… · the origin that browsers see
    #[arg(long, value_name = "URL")]
    origin: Option<String>,
    /// 可信反向代理 · the reverse proxy whose X-Forwarded-For is believed
    #[arg(long, value_name = "ADDRESS")]
    trusted_proxy: Option<IpAddr>,
    /// 备份目录，缺省为数据目录下的 backups · folder of the daily backups; backups in the data folder when left out
    #[arg(long, value_name = "DIR", env = "ANJU_BACKUP")]
    backup: Option<PathBuf>,
    /// 新数据目录载入样例 · loads the sample programme and makes the first accounts when the folder is new
    #[arg(long)]
    sample_if_new: bool,
    /// 日志格式 · form of the log
    #[arg(long, value_enum, default_value_t = LogFormat::Text)]
    log_format: LogFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LogFormat {
    Text,
    Json,
}

pub(super) fn run(arguments: Arguments, language: Language) -> Done {
    let origin = origin(arguments.origin.as_deref(), language)?;
    if !arguments.listen.ip().is_loopback() && origin.is_none() {
        return Err(wrong(
            Text::new(
                "在本机以外的地址监听须同时指定 --origin https://…",
                "listening off this machine needs --origin https://…",
            ),
            language,
        ));
    }
    start_log(arguments.log_format);
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Stop::Wrong(error.to_string()))?
        .block_on(run_server(arguments, origin, language))
}

async fn run_server(arguments: Arguments, origin: Option<String>, language: Language) -> Done {
    // Before anything is said to be running: a signal from now on stops in order.
    let stop = serve::stop_signal();
    let storage = arguments.data.open(language).await?;
    let served = run_on(&storage, &arguments, origin, language, stop).await;
    let closed = storage.close().await.map_err(|error| failed(&error, language));
    served.and(closed)
}

async fn run_on(
    storage: &Storage,
    arguments: &Arguments,
    origin: Option<String>,
    language: Language,
    stop: impl Future<Output = ()>,
) -> Done {
    // Before anything is stored: a server that cannot listen shows no passwords and leaves nothing behind.
    let listener = listen(arguments.listen, language).await?;
    let mut programmes = storage.programmes().await.map_err(|error| failed(&error, language))?;
    if arguments.sample_if_new && programmes.is_empty() {
        super::sample::load(storage, language).await?;
        programmes = storage.programmes().await.map_err(|error| failed(&error, language))?;
    }
    if arguments.today.is_some() && !programmes.first().is_some_and(|programme| programme.sample) {
        return Err(wrong(
            Text::new("--today 只用于样例规划", "--today is for a programme marked 样例 only"),
            language,
        ));
    }
    // A first start that was killed may have come as far as the programme.
    make_first_accounts(storage, programmes.first().is_some_and(|programme| programme.sample), language).await?;
    let listen = listener.local_addr().map_err(|error| Stop::Wrong(error.to_string()))?;
    let site = Site { listen, origin, trusted_proxy: arguments.trusted_proxy };
    let clock = Clock { today: arguments.today };
    if let Some(programme) = programmes.first() {
        upkeep::prepare(storage, programme, clock).await.map_err(|error| failed(&error, language))?;
    }
    let files = arguments.data.open_files(storage, language).await?;
    let backups = Backups::of(arguments.data.backup_folder(arguments.backup.as_deref()));
    let app = App::new(storage.clone(), files, backups, clock, site);
    if programmes.is_empty() {
        print(
            Text::new(
                "尚未建立改造规划。请用领导小组办公室账号登录，按提示建立。\n",
                "There is no programme yet. Sign in as the office and create it by the steps shown.\n",
            )
            .get(language),
        );
    }
    print(&format!("listening on http://{listen}\n"));
    serve::serve(app, ROUTES, listener, stop).await.map_err(|error| Stop::Wrong(error.to_string()))
}

/// Takes the address.
async fn listen(address: SocketAddr, language: Language) -> Result<TcpListener, Stop> {
    TcpListener::bind(address).await.map_err(|error| {
        let why = match error.kind() {
            io::ErrorKind::AddrInUse => Text::new(
                "已有程序在此监听。请先停止它，或用 --listen 换一个地址",
                "another program listens there; stop it, or name another address with --listen",
            )
            .get(language)
            .to_owned(),
            _ => error.to_string(),
        };
        Stop::Wrong(format!("{address}: {why}"))
    })
}

/// The origin without a slash at its end; nothing but scheme and host.
fn origin(text: Option<&str>, language: Language) -> Result<Option<String>, Stop> {
    let Some(text) = text else { return Ok(None) };
    let bare = text.trim_end_matches('/').to_ascii_lowercase();
    let host = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://"));
    if host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '?', '#', '@', ' '])) {
        Ok(Some(bare))
    } else {
        Err(wrong(Text::new("--origin 应为 https://主机[:端口]", "--origin must be https://host[:port]"), language))
    }
}

/// Makes the first accounts when there are none, with those that try the samples where samples are, and shows their
/// passwords this once.
pub(super) async fn make_first_accounts(storage: &Storage, samples: bool, language: Language) -> Done {
    let existing = storage.accounts().list().await.map_err(|error| failed(&error, language))?;
    if !existing.is_empty() {
        return Ok(());
    }
    let created = first_accounts::create(storage, samples).await.map_err(|error| failed(&error, language))?;
    let mut table = String::from(
        Text::new(
            "首次登录账号（密码只显示这一次，请登录后修改）：\n",
            "First sign-ins (the passwords are shown this once; change them after signing in):\n",
        )
        .get(language),
    );
    for account in created {
        table.push_str(&format!("  {}\t{}\t{}\n", account.display, account.user, account.password));
    }
    print(&table);
    Ok(())
}

fn start_log(format: LogFormat) {
    let filter = EnvFilter::try_from_env("ANJU_LOG").unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm=warn"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr).with_target(false);
    // Tests may have started one already.
    let _ = match format {
        LogFormat::Text => log.with_ansi(false).try_init(),
        LogFormat::Json => log.json().try_init(),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_scheme_and_host_only() {
        let read = |text| origin(Some(text), Language::En).ok().flatten();
        assert_eq!(read("https://Anju.example/"), Some("https://anju.example".to_owned()));
        assert_eq!(read("http://10.0.0.1:8080"), Some("http://10.0.0.1:8080".to_owned()));
        for bad in ["anju.example", "https://", "https://a/b", "https://u@a", "ftp://a"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
