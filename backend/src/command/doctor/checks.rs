//! What is looked at, and what to do when it is wrong.

use super::{
    super::{
        Stop,
        location::{DataArguments, said},
    },
    disk::existing,
};
use anju_domain::language::{Language, Text};
use anju_storage::{Location, SettingsReport, Storage};
use serde::Serialize;
use std::path::Path;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum State {
    Good,
    /// Nothing is lost yet, or the data is a sample.
    Notice,
    Wrong,
}

/// One thing that was looked at.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Check {
    pub(super) name: &'static str,
    pub(super) state: State,
    pub(super) seen: String,
    /// What to do.
    pub(super) advice: Option<String>,
}

/// Looks at everything.
pub(super) async fn all(data: &DataArguments, backup: &Path, language: Language) -> Result<Vec<Check>, Stop> {
    let location = data.location(language)?;
    let mut doctor = Doctor { language, checks: Vec::new(), is_real: false };
    doctor.good(Text::new("程序", "program"), format!("anju {}", env!("CARGO_PKG_VERSION")));
    match Storage::open_read_only(location.clone()).await {
        Ok(storage) => doctor.database(&storage).await,
        Err(why) => doctor.wrong(
            Text::new("数据库", "database"),
            said(&why, language),
            Text::new(
                "数据目录是否正确？新目录请先启动服务器；损坏请恢复最近一份备份",
                "Is it the right folder? Start the server on a new one; restore the newest backup of a damaged one",
            ),
        ),
    }
    if let Location::Folder(folder) = &location {
        doctor.lock(folder);
        doctor.file_system(folder);
    }
    doctor.space(&existing(&data.data));
    doctor.evidence(&data.evidence_folder());
    doctor.backups(backup);
    doctor.clock(data);
    Ok(doctor.checks)
}

pub(super) struct Doctor {
    pub(super) language: Language,
    checks: Vec<Check>,
    /// Whether real work is in the data, not a sample.
    is_real: bool,
}

impl Doctor {
    fn add(&mut self, name: Text, state: State, seen: String, advice: Option<Text>) {
        let advice = advice.map(|advice| advice.get(self.language).to_owned());
        self.checks.push(Check { name: name.get(self.language), state, seen, advice });
    }

    pub(super) fn good(&mut self, name: Text, seen: String) {
        self.add(name, State::Good, seen, None);
    }

    pub(super) fn wrong(&mut self, name: Text, seen: String, advice: Text) {
        self.add(name, State::Wrong, seen, Some(advice));
    }

    /// Wrong where real work is, a notice for a sample.
    pub(super) fn wrong_when_real(&mut self, name: Text, seen: String, advice: Text) {
        let state = if self.is_real { State::Wrong } else { State::Notice };
        self.add(name, state, seen, Some(advice));
    }

    pub(super) fn say(&self, text: Text) -> String {
        text.get(self.language).to_owned()
    }

    async fn database(&mut self, storage: &Storage) {
        const NAME: Text = Text::new("数据库", "database");
        const READ: Text = Text::new("请运行 anju verify 核对", "run anju verify");
        match storage.database_version().await {
            Ok(version) => self.good(NAME, version),
            Err(why) => self.wrong(NAME, said(&why, self.language), READ),
        }
        match storage.settings_report().await {
            Ok(report) => self.settings(&report),
            Err(why) => self.wrong(NAME, said(&why, self.language), READ),
        }
        match storage.programmes().await {
            Ok(programmes) => self.is_real = programmes.iter().any(|programme| !programme.sample),
            Err(why) => self.wrong(NAME, said(&why, self.language), READ),
        }
    }

    fn settings(&mut self, report: &SettingsReport) {
        let name = Text::new("连接设置", "connections");
        let Some(first) = report.connections.first() else { return };
        let seen = format!(
            "journal_mode={} synchronous={} foreign_keys={} busy_timeout={}ms",
            first.journal_mode, first.synchronous, first.foreign_keys, first.busy_timeout_ms
        );
        // What else must hold refuses the connection itself.
        if report.connections.iter().all(|connection| connection.synchronous == "full") {
            self.good(name, seen);
        } else {
            let advice = Text::new(
                "数据库没有把提交写到磁盘。PostgreSQL 请打开 fsync 和 synchronous_commit",
                "The database does not put commits on the disk: turn on fsync and synchronous_commit of PostgreSQL",
            );
            self.wrong_when_real(name, seen, advice);
        }
    }
}
