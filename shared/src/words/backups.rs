//! 备份恢复

super::words! {
    TITLE = "备份恢复", "Backups";
    MAKE = "立即备份", "Back up now";
    RUNNING = "正在备份并验证，自{when}开始", "Being made and proved since {when}";
    NEWEST = "最近一次通过验证的备份：{when}（{age}前）", "Newest proved backup: {when} ({age} ago)";
    NONE_YET = "还没有备份。服务器启动一分钟后自动备份，也可以现在办理。", "There is no backup yet. The server makes one a minute after its start; you can also do it now.";
    ALERT_DETAIL = "请系统管理员立即备份；仍不成功，请检查磁盘空间和备份目录。", "The system administrator backs up now; if that fails, check the disk and the folder.";
    FAILED = "{when}的备份没有完成", "The backup of {when} was not completed";
    FAILED_DETAIL = "原因：{why}。已有的备份没有改动，一小时后自动重试。", "The reason: {why}. Backups that were there are unchanged; it is tried again in an hour.";
    LIST = "备份列表", "The backups";
    KEPT = "每天自动备份，保留最近{n}份，存于服务器目录：", "One a day by itself; the newest {n} are kept, in this folder of the server:";
    MADE_AT = "备份时间", "Made at";
    NAME = "名称", "Name";
    SIZE = "大小", "Size";
    FILES = "佐证材料", "Files";
    FILES_COUNT = "{n}个", "{n}";
    PROOF = "恢复验证", "Restored and proved";
    PROVED = "通过", "proved";
    NOT_PROVED = "未通过：{n}处不符", "not proved: {n} faults";
    UNTRIED = "未验证", "not restored yet";
    PROVED_DETAIL = "日志{entries}条，对象{objects}个，文件{files}个，逐一核对", "{entries} entries, {objects} objects and {files} files compared";
    MORE_FAULTS = "另有{n}处", "and {n} more";
    WHAT = "验证的内容", "What is proved";
    WHAT_DETAIL = "每份备份都自动恢复到临时目录，逐项核对：数据库完整性和引用、操作日志链、每个对象的校验值、每个文件的校验值，以及记录数和资金合计。全部相符，才算通过。", "Every backup is restored into a scratch folder and compared: the integrity and references of the database, the audit chain, the digest of every object, the hash of every file, and the numbers of rows and sums of money. It is proved only when all of it agrees.";
    RESTORE = "如何恢复", "How to restore";
    STEP_STOP = "停止服务器，原数据目录改名保留。", "Stop the server and keep the old data folder under another name.";
    STEP_RUN = "在服务器上运行下面的命令，恢复到新的空目录。不会覆盖任何数据；恢复前后各核对一次，不符即停止。", "Run this command on the server: it restores into a new, empty folder, overwrites nothing, compares before and after, and stops when something differs.";
    STEP_START = "用新目录启动服务器，核对总览中的数字和操作日志末条；全部人员须重新登录。", "Start the server on the new folder, compare the overview and the end of the audit log; everybody signs in again.";
    STEP_LATER = "备份之后办理的事项不在其中，请按操作日志补办。", "What was done after the backup is not in it: do it again.";
    AWAY = "备份与数据同在一台机器时，机器损坏会一并丢失。请定期把备份目录复制到另一台机器。", "Backups on the same machine are lost with it: copy the folder to another machine regularly.";
    MINUTES = "{n}分钟", "{n} minutes";
    ONE_MINUTE = "1分钟", "1 minute";
    HOURS = "{n}小时", "{n} hours";
    DAYS = "{n}天", "{n} days";
}

/// An age in its largest whole unit: 35分钟, 7小时, 3天.
pub fn age(language: crate::language::Language, age: chrono::TimeDelta) -> String {
    let (text, count) = match age.num_minutes().max(0) {
        1 => (ONE_MINUTE, 1),
        minutes @ 0..=119 => (MINUTES, minutes),
        minutes @ 120..=2_879 => (HOURS, minutes / 60),
        minutes => (DAYS, minutes / 1_440),
    };
    super::fill(text, language, &[("n", &count.to_string())])
}

/// Bytes as people read them, rounded up to a tenth: 4.1 MB.
pub fn size(bytes: u64) -> String {
    const UNITS: [(&str, u64); 3] = [("GB", 1 << 30), ("MB", 1 << 20), ("kB", 1 << 10)];
    let (unit, worth) = UNITS.into_iter().find(|(_, worth)| bytes >= *worth).unwrap_or(("kB", 1 << 10));
    // In two parts, so that no number of bytes is too large to be multiplied.
    let (whole, rest) = (bytes / worth, bytes % worth);
    let tenths = (rest * 10).div_ceil(worth);
    format!("{}.{} {unit}", whole + tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use chrono::TimeDelta;

    #[test]
    fn ages_are_told_in_whole_units() {
        for (minutes, shown) in
            [(-5, "0分钟"), (0, "0分钟"), (119, "119分钟"), (120, "2小时"), (2_879, "47小时"), (2_880, "2天")]
        {
            assert_eq!(age(Language::Zh, TimeDelta::minutes(minutes)), shown);
        }
        assert_eq!(age(Language::En, TimeDelta::hours(3)), "3 hours");
        assert_eq!(age(Language::En, TimeDelta::minutes(1)), "1 minute");
        assert_eq!(age(Language::Zh, TimeDelta::minutes(1)), "1分钟");
        assert_eq!(age(Language::En, TimeDelta::minutes(0)), "0 minutes");
    }

    #[test]
    fn sizes_are_rounded_up() {
        for (bytes, shown) in [
            (0, "0.0 kB"),
            (1, "0.1 kB"),
            (1_024, "1.0 kB"),
            (1_048_575, "1024.0 kB"),
            (1 << 20, "1.0 MB"),
            ((1 << 30) + 1, "1.1 GB"),
            (u64::MAX, "17179869184.0 GB"),
        ] {
            assert_eq!(size(bytes), shown);
        }
    }
}
