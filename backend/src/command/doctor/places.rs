//! The places that the data lies in: their lock and file system, the space that is left, the backups, and the clock.

use super::{
    super::location::DataArguments,
    checks::Doctor,
    disk::{IN_MEMORY, OVER_NETWORK, durable_write, existing, file_system},
};
use crate::{
    backup::{Shelf, free_space},
    clock::Clock,
};
use anju_domain::{
    api::backup_alert,
    language::Text,
    words::{self, backups, fill},
};
use anju_storage::lock_holder;
use chrono::{DateTime, TimeDelta, Utc};
use std::path::Path;

/// Below this many free bytes the disk is about to be full: some days of evidence with their backups.
const LEAST_FREE: u64 = 1 << 30;
/// A clock that shows less is not set; this program did not exist then. 1 January 2024, UTC.
const EARLIEST: i64 = 1_704_067_200;
/// How far a clock may have been set back without harm.
const SET_BACK: TimeDelta = TimeDelta::minutes(5);

impl Doctor {
    pub(super) fn lock(&mut self, folder: &Path) {
        let name = Text::new("写入锁", "lock");
        match lock_holder(folder) {
            Ok(None) => {
                let seen = self.say(Text::new("没有程序在写入", "nobody writes"));
                self.good(name, seen);
            }
            Ok(Some(process)) => {
                let text = Text::new("由进程{process}持有（服务器在运行）", "held by process {process}: a server runs");
                self.good(name, fill(text, self.language, &[("process", process.trim())]));
            }
            Err(why) => self.wrong(name, why.to_string(), Text::new("检查目录权限", "check the folder's permissions")),
        }
    }

    pub(super) fn file_system(&mut self, folder: &Path) {
        let name = Text::new("文件系统", "file system");
        let Some(kind) = file_system(folder) else {
            let seen = self.say(Text::new("系统没有提供", "the system does not tell"));
            return self.good(name, seen);
        };
        let is_one_of = |kinds: &[&str]| kinds.contains(&kind.as_str());
        if is_one_of(&OVER_NETWORK) {
            let advice = Text::new(
                "网络文件系统不能保证数据库的锁。请把数据放在本机磁盘，或改用 PostgreSQL",
                "A network file system does not keep the database's locks: use a local disk, or PostgreSQL",
            );
            self.wrong(name, kind, advice);
        } else if is_one_of(&IN_MEMORY) {
            let advice = Text::new("断电即失。请把数据放在磁盘上", "It is gone with the power: put the data on a disk");
            self.wrong_when_real(name, kind, advice);
        } else {
            self.good(name, kind);
        }
    }

    pub(super) fn space(&mut self, folder: &Path) {
        let name = Text::new("可用空间", "free space");
        let advice = Text::new("请清理磁盘，或移走旧备份", "Make room on the disk, or move old backups away");
        match free_space(folder) {
            Ok(Some(free)) if free < LEAST_FREE => self.wrong(name, backups::size(free), advice),
            Ok(Some(free)) => self.good(name, backups::size(free)),
            Ok(None) => {}
            Err(why) => self.wrong(name, why.to_string(), advice),
        }
    }

    pub(super) fn evidence(&mut self, folder: &Path) {
        let name = Text::new("佐证材料目录", "evidence");
        match durable_write(&existing(folder)) {
            Ok(took) => {
                let text = Text::new("可写，落盘{n}毫秒", "can be written, durable after {n} ms");
                let took = fill(text, self.language, &[("n", &took.as_millis().to_string())]);
                self.good(name, format!("{} {took}", folder.display()));
            }
            Err(why) => {
                let advice = Text::new("请检查目录权限和磁盘", "Check the folder's permissions and the disk");
                self.wrong(name, format!("{}: {why}", folder.display()), advice);
            }
        }
    }

    pub(super) fn backups(&mut self, folder: &Path) {
        let name = Text::new("备份", "backups");
        let advice = Text::new(
            "请运行 anju backup 目录，或在“备份恢复”页立即备份",
            "Run anju backup DIR, or back up now on the page of the backups",
        );
        let rows = match Shelf::rows(folder) {
            Ok(rows) => rows,
            Err(why) => return self.wrong(name, format!("{}: {why}", folder.display()), advice),
        };
        let now = Clock::real();
        let newest = rows.iter().find(|row| row.is_proved()).map(|row| row.made_at);
        let seen = newest.map(|made_at| {
            let (when, age) =
                (words::quantities::instant(self.language, made_at), backups::age(self.language, now - made_at));
            fill(backups::NEWEST, self.language, &[("when", &when), ("age", &age)])
        });
        match backup_alert(newest, now) {
            None => self.good(name, seen.unwrap_or_default()),
            Some(alert) => {
                let seen = seen.unwrap_or_else(|| format!("{}: {}", folder.display(), alert.text().get(self.language)));
                self.wrong_when_real(name, seen, advice);
            }
        }
    }

    pub(super) fn clock(&mut self, data: &DataArguments) {
        let name = Text::new("时钟", "clock");
        let now = Clock::real();
        let seen = words::quantities::instant(self.language, now);
        let database = std::fs::metadata(data.data.join("anju.sqlite")).and_then(|told| told.modified()).ok();
        let was_set_back = database.is_some_and(|written| DateTime::<Utc>::from(written) - now > SET_BACK);
        if now.timestamp() < EARLIEST || was_set_back {
            let advice = Text::new(
                "时钟早于数据最后写入的时间。请校准时钟后再启动服务器",
                "The clock is behind the last write of the data: set it before starting the server",
            );
            self.wrong(name, seen, advice);
        } else {
            self.good(name, seen);
        }
    }
}
