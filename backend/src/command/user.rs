//! `anju user`: the accounts, while no server runs on the data folder.

use super::{
    Done, Format, Stop,
    location::{DataArguments, failed},
    print_json, print_line, wait, wrong,
};
use crate::{
    clock::Clock,
    first_accounts::{new_id, random_password},
    unit_accounts::{at_the_server, hash},
};
use anju_domain::{
    api::NewAccount,
    language::{Language, Text},
    model::{Programme, Role},
    naming,
};
use anju_storage::{Account, Storage, StorageError};
use clap::{Args, Subcommand};
use serde_json::json;

/// 账号 · accounts
#[derive(Debug, Args)]
#[command(after_help = "示例 · Example:\n  anju user list --data ./data\n  anju user reset office --data ./data")]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// 新建账号，密码只显示一次 · makes an account; its password is shown this once
    #[command(after_help = "示例 · Example:\n  anju user add 县教育局 --role 成员单位 --unit 05\n  \
                            anju user add office2 --role 领导小组办公室\n  \
                            anju user add 城关镇-建设单位 --role 建设单位 --project-owner 城关镇人民政府")]
    Add {
        /// 账号 · name with which one signs in
        user: String,
        /// 角色，如 成员单位 · role, as the papers call it
        #[arg(long)]
        role: String,
        /// 单位编码01至22 · code of the unit
        #[arg(long)]
        unit: Option<String>,
        /// 建设单位，如 县住建局 · project owner whose projects it reports
        #[arg(long)]
        project_owner: Option<String>,
        #[command(flatten)]
        data: DataArguments,
    },
    /// 列出账号 · lists the accounts
    #[command(after_help = "示例 · Example:\n  anju user list --format json")]
    List {
        #[command(flatten)]
        data: DataArguments,
        /// 输出格式 · form of the output
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// 停用账号并结束其会话 · keeps an account out and ends its sessions
    #[command(after_help = "示例 · Example:\n  anju user disable 县教育局\n  anju user disable 县教育局 --undo")]
    Disable {
        /// 账号 · name of the account
        user: String,
        /// 恢复使用 · lets it in again
        #[arg(long)]
        undo: bool,
        #[command(flatten)]
        data: DataArguments,
    },
    /// 重置密码，只显示一次 · gives a new password, shown this once
    #[command(after_help = "示例 · Example:\n  anju user reset sysadmin")]
    Reset {
        /// 账号 · name of the account
        user: String,
        #[command(flatten)]
        data: DataArguments,
    },
}

pub(super) fn run(arguments: Arguments, language: Language) -> Done {
    match arguments.what {
        What::Add { user, role, unit, project_owner, data } => {
            let role = role_named(&role, language)?;
            wait(writing(&data, language, async |storage| {
                let programmes = storage.programmes().await.map_err(|error| failed(&error, language))?;
                let programme = programmes.into_iter().next().unwrap_or_default();
                add(storage, new_account(user, role, unit, project_owner, &programme, language)?, language).await
            }))
        }
        What::List { data, format } => wait(async {
            let storage = data.open_read_only(language).await?;
            list(&storage.accounts().list().await.map_err(|error| failed(&error, language))?, format, language)
        }),
        What::Disable { user, undo, data } => wait(writing(&data, language, async |storage| {
            let account = named(storage, &user, language).await?;
            let done = storage.accounts().set_disabled(&at_the_server(), account.id, !undo, Clock::real()).await;
            done.map(drop).map_err(|error| failed(&error, language))
        })),
        What::Reset { user, data } => wait(writing(&data, language, async |storage| {
            let account = named(storage, &user, language).await?;
            let password = random_password();
            let hash = hash(&password).map_err(|error| failed(&error, language))?;
            let accounts = storage.accounts();
            let done = accounts.set_password_hash(&at_the_server(), account.id, &hash, None, Clock::real()).await;
            done.map_err(|error| failed(&error, language))?;
            show(&NewAccount { user: account.user, display: account.display, password });
            Ok(())
        })),
    }
}

/// Opens for writing, works, and closes in order whatever came out.
async fn writing(data: &DataArguments, language: Language, work: impl AsyncFnOnce(&Storage) -> Done) -> Done {
    let storage = data.open(language).await?;
    let done = work(&storage).await;
    let closed = storage.close().await.map_err(|error| failed(&error, language));
    done.and(closed)
}

async fn add(storage: &Storage, account: Account, language: Language) -> Done {
    let password = random_password();
    let password_hash = hash(&password).map_err(|error| failed(&error, language))?;
    let new = NewAccount { user: account.user.clone(), display: account.display.clone(), password };
    let account = Account { password_hash, ..account };
    match storage.accounts().create(&at_the_server(), account, Clock::real()).await {
        Ok(()) => {
            show(&new);
            Ok(())
        }
        Err(StorageError::UserTaken) => {
            Err(wrong(Text::new("已有这个账号", "an account of this name is there already"), language))
        }
        Err(why) => Err(failed(&why, language)),
    }
}

fn new_account(
    user: String,
    role: Role,
    code: Option<String>,
    project_owner: Option<String>,
    programme: &Programme,
    language: Language,
) -> Result<Account, Stop> {
    if user.trim().is_empty() {
        return Err(wrong(Text::new("账号不能为空", "the name of an account is not empty"), language));
    }
    if code.as_deref().is_some_and(|code| !programme.has_body(code)) || (role == Role::Unit && code.is_none()) {
        return Err(wrong(
            Text::new(
                "请用 --unit 指明单位编码01至22，见 anju catalogue",
                "name the unit with --unit, 01 to 22; see anju catalogue",
            ),
            language,
        ));
    }
    let project_owner = project_owner.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    if (role == Role::ProjectOwner) != project_owner.is_some() {
        return Err(wrong(
            Text::new(
                "建设单位账号请用 --project-owner 写明台账中的建设单位，其他角色不用",
                "a project owner's account names it with --project-owner as the ledger does; no other role does",
            ),
            language,
        ));
    }
    let now = Clock::real();
    let names = programme.names_on(Clock::default().today(Some(programme)));
    let of_owner = project_owner.as_deref().map(naming::project_owner_account);
    let named = |language| match (&of_owner, code.as_deref()) {
        (Some(owner), _) => naming::post(owner, language),
        (None, Some(code)) => names.body(code, language),
        (None, None) => user.clone(),
    };
    let (display, display_en) = (named(Language::Zh), named(Language::En));
    Ok(Account {
        id: new_id(now.timestamp_millis()),
        display_en,
        display,
        user,
        role,
        unit: code,
        project_owner,
        password_hash: String::new(),
        disabled: false,
        password_changed_at: now,
        epoch: 0,
    })
}

/// A role by the term of the papers or by its English name.
fn role_named(name: &str, language: Language) -> Result<Role, Stop> {
    Role::ALL.iter().copied().find(|role| role.code() == name || role.text().en == name).ok_or_else(|| {
        let known: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
        let start = Text::new("--role 应为其中之一：", "--role is one of: ").get(language);
        Stop::Wrong(format!("{start}{}", known.join("、")))
    })
}

async fn named(storage: &Storage, user: &str, language: Language) -> Result<Account, Stop> {
    let found = storage.accounts().find(user).await.map_err(|error| failed(&error, language))?;
    found.ok_or_else(|| wrong(Text::new("没有这个账号", "there is no such account"), language))
}

fn list(accounts: &[Account], format: Format, language: Language) -> Done {
    if format == Format::Json {
        let row = |account: &Account| {
            json!({
                "user": account.user, "display": account.display, "role": account.role,
                "unit": account.unit, "project_owner": account.project_owner, "disabled": account.disabled,
            })
        };
        return print_json(&accounts.iter().map(row).collect::<Vec<_>>());
    }
    for account in accounts {
        let state = if account.disabled { Text::new("停用", "disabled").get(language) } else { "" };
        let (role, unit) = (
            account.role.text().get(language),
            account.unit.as_deref().or(account.project_owner.as_deref()).unwrap_or_default(),
        );
        print_line(format!("{}\t{}\t{role}\t{unit}\t{state}", account.user, account.display));
    }
    Ok(())
}

fn show(new: &NewAccount) {
    print_line(format!("{}\t{}\t{}", new.display, new.user, new.password));
}
