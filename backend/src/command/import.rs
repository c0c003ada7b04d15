//! `anju import`: a workbook into the ledger, checked first; all of it, or only the rows without faults.

use super::{
    Done, Stop,
    location::{DataArguments, failed, programme},
    print_line, wait,
};
use crate::{
    clock::Clock,
    import::{Limits, read},
    imports::known,
    upkeep,
    workbook::faults_workbook,
};
use anju_domain::{
    api::{Imported, told},
    language::Language,
    words::{fill, imports as words},
    workbook::{Grid, ImportPlan, plan_import},
};
use anju_storage::{Import, Who, WriteKey};
use clap::Args;
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{BufReader, Read},
    path::{Path, PathBuf},
};

/// How many faults are printed; the workbook with the faults has all.
const PRINTED: usize = 200;

/// 导入工作簿 · imports a workbook
#[derive(Debug, Args)]
#[command(
    after_help = "示例 · Example:\n  anju import 台账.xlsx --dry-run\n  anju import 台账.xlsx --errors 错误.xlsx"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    /// xlsx 或 csv 文件 · an xlsx or csv file
    file: PathBuf,
    /// 只检查，不保存 · checks only
    #[arg(long)]
    dry_run: bool,
    /// 只导入无误的行 · leaves out the rows with faults
    #[arg(long)]
    good_rows: bool,
    /// 有错误时写出错误工作簿 · writes the workbook with faults, when there are any
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments, language: Language) -> Done {
    let grids = grids(&arguments.file, language)?;
    wait(async {
        if arguments.dry_run {
            let storage = arguments.data.open_read_only(language).await?;
            let owner = programme(&storage, language).await?;
            let standing = storage.standing(owner.id).await.map_err(|error| failed(&error, language))?;
            let plan = plan_import(&grids, known(&standing), Clock::default().today(Some(&owner)));
            tell(&plan, language);
            put_faults(arguments, &grids, &plan, language)?;
            print_line(words::CLI_DRY.get(language));
            return if plan.fault_count() == 0 { Ok(()) } else { Err(Stop::No) };
        }
        let storage = arguments.data.open(language).await?;
        let done = import(arguments, grids, &storage, language).await;
        let closed = storage.close().await.map_err(|error| failed(&error, language));
        done.and(closed)
    })
}

async fn import(arguments: &Arguments, grids: Vec<Grid>, storage: &anju_storage::Storage, language: Language) -> Done {
    let stop = |error| failed(&error, language);
    let owner = programme(storage, language).await?;
    let clock = Clock::default();
    let standing = storage.standing(owner.id).await.map_err(stop)?;
    let plan = plan_import(&grids, known(&standing), clock.today(Some(&owner)));
    let revision = standing.revision;
    drop(standing);
    tell(&plan, language);
    put_faults(arguments, &grids, &plan, language)?;
    // Its cells are needed no more, and what is written needs room.
    drop(grids);
    if plan.fault_count() > 0 && !arguments.good_rows {
        print_line(fill(words::CLI_REFUSED, language, &[("n", &plan.fault_count().to_string())]));
        return Err(Stop::No);
    }
    if plan.changes_nothing() {
        print_line(words::NOTHING.get(language));
        return Ok(());
    }
    let all = Imported::of(&plan, revision);
    let import = Import {
        file: name(&arguments.file),
        sha256: digest(&arguments.file)?,
        good_rows_only: arguments.good_rows,
        plan,
        revision,
    };
    let who = Who { user: "anju".to_owned(), display: "命令行导入".to_owned() };
    let now = clock.instant(Some(&owner));
    storage.import(owner.id, &who, &WriteKey::default(), import, now).await.map_err(stop)?;
    upkeep::prepare(storage, &owner, clock).await.map_err(stop)?;
    let number = |count: u64| count.to_string();
    let values = [
        ("new", number(all.new)),
        ("changed", number(all.changed)),
        ("unchanged", number(all.unchanged)),
        ("left", number(all.left_out)),
    ];
    print_line(fill(words::DONE, language, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
    Ok(())
}

fn grids(path: &Path, language: Language) -> Result<Vec<Grid>, Stop> {
    let wrong = |why: String| Stop::Wrong(format!("{}: {why}", path.display()));
    let file = File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => wrong(super::NO_FILE.get(language).to_owned()),
        _ => wrong(error.to_string()),
    })?;
    if path.is_dir() {
        return Err(wrong(super::IS_FOLDER.get(language).to_owned()));
    }
    read(&name(path), BufReader::new(file), Limits::COMMAND).map_err(|why| wrong(why.told(language)))
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// SHA-256 of the file, hexadecimal.
fn digest(path: &Path) -> Result<String, Stop> {
    let wrong = |error: std::io::Error| Stop::Wrong(format!("{}: {error}", path.display()));
    let mut file = File::open(path).map_err(wrong)?;
    let (mut digest, mut bytes) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        let read = file.read(&mut bytes).map_err(wrong)?;
        if read == 0 {
            break;
        }
        digest.update(bytes.get(..read).unwrap_or_default());
    }
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Prints what comes of the sheets, and the first faults.
fn tell(plan: &ImportPlan, language: Language) {
    for sheet in &plan.sheets {
        let number = |count: u64| count.to_string();
        let values = [
            ("sheet", sheet.name.clone()),
            ("new", number(sheet.new)),
            ("changed", number(sheet.changed)),
            ("unchanged", number(sheet.unchanged)),
            ("faulty", number(sheet.faulty)),
            ("waiting", number(sheet.waiting)),
        ];
        print_line(fill(words::CLI_SHEET, language, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
    }
    for remark in &plan.remarks {
        print_line(told(remark, language));
    }
    for fault in plan.faults.iter().take(PRINTED) {
        let values = [
            ("sheet", fault.sheet.clone()),
            ("row", fault.row.to_string()),
            ("column", fault.letters()),
            ("head", fault.head.clone()),
            ("value", fault.value.chars().take(60).collect()),
            ("reason", fault.why.text(language)),
            ("suggestion", fault.why.suggestion(language)),
        ];
        let line = if fault.row == 0 { words::CLI_FAULT_OF_SHEET } else { words::CLI_FAULT };
        print_line(fill(line, language, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
    }
    let more = plan.fault_count().saturating_sub(u64::try_from(PRINTED).unwrap_or_default());
    if more > 0 {
        print_line(fill(words::CLI_MORE, language, &[("n", &more.to_string())]));
    }
}

fn put_faults(arguments: &Arguments, grids: &[Grid], plan: &ImportPlan, language: Language) -> Done {
    let Some(path) = arguments.errors.as_deref().filter(|_| plan.fault_count() > 0) else { return Ok(()) };
    let bytes = faults_workbook(grids, &plan.faults, language).map_err(|error| Stop::Wrong(error.to_string()))?;
    std::fs::write(path, bytes).map_err(|error| Stop::Wrong(format!("{}: {error}", path.display())))
}
