//! Where the data is: a folder with SQLite in it, or a PostgreSQL address.

use super::{Stop, wrong};
use crate::{clock::Clock, evidence::Files};
use anju_domain::{
    language::{Language, Text},
    model::Programme,
    rules,
};
use anju_storage::{Location, Storage, StorageError};
use chrono::{DateTime, TimeDelta, Utc};
use clap::Args;
use std::path::{Path, PathBuf};

/// The options of every command that reads or writes data.
#[derive(Clone, Debug, Args)]
pub(super) struct DataArguments {
    /// 数据目录 · data folder
    #[arg(long, value_name = "DIR", default_value = "./data", env = "ANJU_DATA")]
    pub(super) data: PathBuf,
    /// PostgreSQL 地址 postgres://… · its address; without it SQLite in the data folder
    #[arg(long, value_name = "URL", env = "ANJU_DATABASE_URL", hide_env_values = true)]
    pub(super) database_url: Option<String>,
    /// 佐证材料目录，缺省为数据目录下的 evidence · folder of the evidence; evidence in the data folder when left out
    #[arg(long, value_name = "DIR", env = "ANJU_EVIDENCE")]
    pub(super) evidence: Option<PathBuf>,
}

impl DataArguments {
    pub(super) fn location(&self, language: Language) -> Result<Location, Stop> {
        match self.database_url.as_deref() {
            None | Some("sqlite:") => Ok(Location::Folder(self.data.clone())),
            Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                Ok(Location::Url(url.to_owned()))
            }
            Some(_) => Err(wrong(
                Text::new("--database-url 应以 postgres:// 开头", "--database-url must begin with postgres://"),
                language,
            )),
        }
    }

    /// The folder of the evidence.
    pub(super) fn evidence_folder(&self) -> PathBuf {
        self.evidence.clone().unwrap_or_else(|| self.data.join("evidence"))
    }

    /// The folder of the backups, as it was named or in the data folder.
    pub(super) fn backup_folder(&self, named: Option<&Path>) -> PathBuf {
        named.map_or_else(|| self.data.join("backups"), Path::to_owned)
    }

    /// The files that show that something was done; what uploads that did not end have left is removed. Another server
    /// on the same PostgreSQL may be receiving files: what is young is left alone.
    pub(super) async fn open_files(&self, storage: &Storage, language: Language) -> Result<Files, Stop> {
        let folder = self.evidence_folder();
        let files = Files::open(&folder).map_err(|error| Stop::Wrong(format!("{}: {error}", folder.display())))?;
        let before = match self.location(language)? {
            Location::Folder(_) => DateTime::<Utc>::MAX_UTC,
            Location::Url(_) => Clock::real() - TimeDelta::days(1),
        };
        let removed = files.remove_orphans(storage, before).await.map_err(|error| failed(&error, language))?;
        if removed > 0 {
            tracing::info!(removed, "files of uploads that did not end were removed");
        }
        Ok(files)
    }

    /// Opens for reading and writing.
    pub(super) async fn open(&self, language: Language) -> Result<Storage, Stop> {
        Storage::open(self.location(language)?).await.map_err(|error| failed(&error, language))
    }

    /// Opens for reading, also while a server runs.
    pub(super) async fn open_read_only(&self, language: Language) -> Result<Storage, Stop> {
        Storage::open_read_only(self.location(language)?).await.map_err(|error| failed(&error, language))
    }
}

/// The programme of the data, or what to do without one.
pub(super) async fn programme(storage: &Storage, language: Language) -> Result<Programme, Stop> {
    let programmes = storage.programmes().await.map_err(|error| failed(&error, language))?;
    programmes.into_iter().next().ok_or_else(|| {
        wrong(
            Text::new(
                "数据目录中没有规划，请先运行 anju programme create，或在浏览器中建立",
                "the data folder holds no programme; run anju programme create, or begin one in the browser",
            ),
            language,
        )
    })
}

/// A failure of the storage, which ends a command.
pub(super) fn failed(error: &StorageError, language: Language) -> Stop {
    Stop::Wrong(said(error, language))
}

/// A failure of the storage in one line.
pub(super) fn said(error: &StorageError, language: Language) -> String {
    match (error, language) {
        (StorageError::Locked, Language::Zh) => "数据目录正由服务器使用，请在浏览器中办理，或先停止服务器".to_owned(),
        (StorageError::Locked, Language::En) => {
            "a server holds the data folder: do it in the browser, or stop the server first".to_owned()
        }
        (StorageError::AlreadyLoaded { division_code }, Language::Zh) => {
            format!("已有行政区划代码 {division_code} 的规划")
        }
        (StorageError::Mixed { holds_samples: true }, Language::Zh) => {
            "数据目录中是样例，样例与正式规划不能同在一处，请另用一个空的数据目录".to_owned()
        }
        (StorageError::Mixed { holds_samples: false }, Language::Zh) => {
            "数据目录中已有正式规划，样例与正式规划不能同在一处，请另用一个空的数据目录".to_owned()
        }
        (StorageError::Refused(found), _) => {
            let said: Vec<_> = found
                .iter()
                .map(|finding| match finding.path.as_str() {
                    "" => rules::message(finding, language),
                    path => format!("{path}: {}", rules::message(finding, language)),
                })
                .collect();
            said.join(if language == Language::Zh { "；" } else { "; " })
        }
        (StorageError::NotFound, Language::Zh) => "没有找到".to_owned(),
        (StorageError::Unavailable(why), Language::Zh) => format!("数据不可用：{why}"),
        (other, _) => other.to_string(),
    }
}
