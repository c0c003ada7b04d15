//! The first accounts of a new folder, each with a random password that is shown once: those who begin a county's own
//! programme, or one a role where people try the samples. There is no default password.

use crate::{clock::Clock, unit_accounts::hash};
use anju_domain::model::Role;
use anju_storage::{Account, Storage, StorageError, Who};
use uuid::Uuid;

/// Letters and digits that nobody mistakes for another.
const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// A first account with its password.
#[derive(Clone, Debug)]
pub struct FirstAccount {
    /// Name with which one signs in.
    pub user: &'static str,
    /// The post or unit.
    pub display: &'static str,
    /// The password, shown once.
    pub password: String,
}

struct Row {
    user: &'static str,
    display: &'static str,
    display_en: &'static str,
    role: Role,
    unit: Option<&'static str>,
    project_owner: Option<&'static str>,
}

const fn row(
    user: &'static str,
    display: &'static str,
    display_en: &'static str,
    role: Role,
    unit: Option<&'static str>,
) -> Row {
    Row { user, display, display_en, role, unit, project_owner: None }
}

/// The project owner of a community under works in the sample.
const PROJECT_OWNER: Row = Row {
    user: "县住建局-建设单位",
    display: "县住建局（建设单位）",
    display_en: "County housing and construction bureau (project owner)",
    role: Role::ProjectOwner,
    unit: None,
    project_owner: Some("县住建局"),
};

/// Who begins: the office and the two administrators, who make all other accounts.
const BEGINNERS: [Row; 3] = [
    row("office", "领导小组办公室", "Office of the leading group", Role::Office, None),
    row("sysadmin", "系统管理员", "System administrator", Role::SystemAdministrator, None),
    row("secadmin", "安全管理员", "Security administrator", Role::SecurityAdministrator, None),
];

/// Who tries the samples besides.
const OF_SAMPLES: [Row; 4] = [
    row("leader", "领导小组组长", "Head of the leading group", Role::Leader, None),
    row("县应急管理局", "县应急管理局", "County emergency management bureau", Role::Unit, Some("11")),
    PROJECT_OWNER,
    row("auditor", "审计员", "Auditor", Role::Auditor, None),
];

/// Makes the first accounts, with those that try the samples where samples are.
///
/// # Errors
/// The storage fails.
pub async fn create(storage: &Storage, samples: bool) -> Result<Vec<FirstAccount>, StorageError> {
    let who = Who { user: "anju".to_owned(), display: "首次启动".to_owned() };
    let now = Clock::real();
    let mut created = Vec::new();
    let of_samples = OF_SAMPLES.into_iter().filter(|_| samples);
    for row in BEGINNERS.into_iter().chain(of_samples) {
        let password = random_password();
        let hash = hash(&password)?;
        let account = Account {
            id: new_id(now.timestamp_millis()),
            user: row.user.to_owned(),
            display: row.display.to_owned(),
            display_en: row.display_en.to_owned(),
            role: row.role,
            unit: row.unit.map(str::to_owned),
            project_owner: row.project_owner.map(str::to_owned),
            password_hash: hash,
            disabled: false,
            password_changed_at: now,
            epoch: 0,
        };
        match storage.accounts().create(&who, account, now).await {
            Ok(()) => {}
            // Another server on the same database begins at the same moment, and shows its password.
            Err(StorageError::UserTaken) => continue,
            Err(why) => return Err(why),
        }
        created.push(FirstAccount { user: row.user, display: row.display, password });
    }
    Ok(created)
}

/// An identity (UUID v7) made at an instant.
pub fn new_id(milliseconds: i64) -> Uuid {
    let mut random = [0; 10];
    getrandom::fill(&mut random).expect("the operating system gives random bytes");
    uuid::Builder::from_unix_timestamp_millis(u64::try_from(milliseconds).unwrap_or_default(), &random).into_uuid()
}

/// Sixteen random letters and digits in four groups (79 bits), easy to read out and to type.
pub fn random_password() -> String {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    let letters: Vec<char> = bytes.iter().map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()])).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign_in::rule;

    #[test]
    fn passwords_differ_and_keep_the_rule() {
        let (one, other) = (random_password(), random_password());
        assert_ne!(one, other);
        assert_eq!(one.len(), 19);
        assert!(rule::wrong_with(&one, "", "office").is_empty());
    }

    #[test]
    fn identities_are_of_version_7() {
        let id = new_id(1_665_187_200_000);
        assert_eq!(id.get_version_num(), 7);
        assert_ne!(id, new_id(1_665_187_200_000));
    }
}
