//! Backups (备份恢复): what there is, whether it was proved, and asking for one more.

use super::{Saved, endpoint};
use crate::vocabulary::vocabulary;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

endpoint!(
    /// The backups that the server keeps, newest first.
    ReadBackups, Get, "/api/v1/backups", (), () => BackupsView
);
endpoint!(
    /// Asks for a backup now; it is made and proved in the background.
    PostBackup, Post, "/api/v1/backups", (), () => Saved
);

/// How old the newest proved backup may be: one is made each day, and two hours are left to make and prove it.
pub const BACKUP_OLD_AFTER: TimeDelta = TimeDelta::hours(26);

vocabulary! {
    /// Why the backups need somebody's attention.
    BackupAlert {
        /// No backup was proved yet.
        Missing = "尚无通过验证的备份", "There is no proved backup yet";
        /// The newest proved one is older than [`BACKUP_OLD_AFTER`].
        Old = "最近一次通过验证的备份已超过26小时", "The newest proved backup is older than 26 hours";
    }
}

vocabulary! {
    /// What is wrong with a backup.
    BackupFaultKind {
        /// It is cut off, or is not what a manifest holds.
        ManifestUnreadable = "备份清单无法读取", "the manifest cannot be read";
        /// Size or SHA-256 differ from the manifest.
        DatabaseChanged = "数据库文件与清单不符", "the database file is not as the manifest says";
        /// It can't be opened or read.
        DatabaseUnreadable = "数据库无法打开", "the database cannot be opened";
        /// The database's own check of its pages.
        DatabaseDamaged = "数据库完整性检查未通过", "the database fails its integrity check";
        /// A row points to one that is not there.
        ReferenceBroken = "数据库引用不完整", "a row points to one that is missing";
        /// The audit chain or a row differs from its digest.
        ChainBroken = "操作日志或数据与校验值不符", "the audit chain or a row differs from its digest";
        /// A file is not there.
        FileMissing = "佐证材料缺失", "a file is missing";
        /// A file has another size or SHA-256.
        FileChanged = "佐证材料被改动", "a file was changed";
        /// A file that nothing names.
        FileUnknown = "多出的文件", "a file that nothing names";
        /// The number of rows of a table.
        CountDiffers = "记录数与清单不符", "the number of rows is not as the manifest says";
        /// The sum of a column.
        TotalDiffers = "合计数与清单不符", "a total is not as the manifest says";
        /// Where the audit chain ends.
        HeadDiffers = "操作日志末条与清单不符", "the end of the audit chain is not as the manifest says";
    }
}

/// Something wrong with a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupFault {
    /// What.
    pub kind: BackupFaultKind,
    /// Where: a file, a table, an object.
    pub name: String,
    /// What was expected and what is there, or what the database answered; for whoever repairs it.
    pub detail: String,
}

/// What the restore into a scratch folder showed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupProof {
    /// When it was restored.
    pub at: DateTime<Utc>,
    /// How many audit entries were recomputed.
    pub entries: u64,
    /// How many objects were compared with their digests.
    pub objects: u64,
    /// How many files were hashed.
    pub files: u64,
    /// What is wrong; empty when the backup is proved.
    pub faults: Vec<BackupFault>,
}

impl BackupProof {
    /// Whether nothing is wrong.
    pub const fn is_proved(&self) -> bool {
        self.faults.is_empty()
    }
}

/// A backup in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupRow {
    /// Name of its folder.
    pub name: String,
    /// The instant of its name: when the copy began.
    pub made_at: DateTime<Utc>,
    /// Bytes of database and files.
    pub size: u64,
    /// How many files besides the database.
    pub files: u64,
    /// What its restore showed; none when it was not restored yet.
    pub proof: Option<BackupProof>,
}

impl BackupRow {
    /// Whether it was restored and nothing was wrong.
    pub fn is_proved(&self) -> bool {
        self.proof.as_ref().is_some_and(BackupProof::is_proved)
    }
}

vocabulary! {
    /// Why a try left no backup.
    BackupObstacle {
        /// Another process makes one in the same folder.
        Busy = "另一备份正在进行", "another backup is being made";
        /// Less than the copy and its restore need.
        NoSpace = "磁盘空间不足", "too little space on the disk";
        /// Copying or restoring failed.
        Failed = "读写文件或数据库出错", "a file or the database could not be read or written";
    }
}

/// A try that left no backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupFailure {
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub obstacle: BackupObstacle,
    /// What the file system or the database answered; for whoever repairs it.
    pub detail: String,
}

/// The backups that the server keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupsView {
    /// The folder on the server.
    pub folder: String,
    /// The server's clock, from which ages are counted.
    pub now: DateTime<Utc>,
    /// When the newest proved one was made.
    pub newest_proved: Option<DateTime<Utc>>,
    /// Why somebody has to look.
    pub alert: Option<BackupAlert>,
    /// Since when one is being made.
    pub running_since: Option<DateTime<Utc>>,
    /// The latest try, when it left no backup.
    pub failure: Option<BackupFailure>,
    /// How many are kept.
    pub kept: u32,
    /// Newest first.
    pub rows: Vec<BackupRow>,
}

/// Whether the newest proved backup is there and young enough.
pub fn backup_alert(newest_proved: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Option<BackupAlert> {
    match newest_proved {
        None => Some(BackupAlert::Missing),
        Some(made_at) if now - made_at > BACKUP_OLD_AFTER => Some(BackupAlert::Old),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_old_after_26_hours() {
        let now = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        assert_eq!(backup_alert(None, now), Some(BackupAlert::Missing));
        assert_eq!(backup_alert(Some(now - TimeDelta::hours(26)), now), None);
        assert_eq!(backup_alert(Some(now - TimeDelta::hours(26) - TimeDelta::seconds(1)), now), Some(BackupAlert::Old));
        // A clock that was set back makes no backup old.
        assert_eq!(backup_alert(Some(now + TimeDelta::hours(1)), now), None);
    }
}
