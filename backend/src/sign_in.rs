//! Signing in: passwords, the limit on attempts, sessions and their cookie.

pub mod attempts;
pub mod cookie;
pub mod hashing;
pub mod rule;
pub mod sessions;

use anju_domain::{acts::Actor, duties, model::Role};
use anju_storage::{TaskActor, Who};
use uuid::Uuid;

/// SHA-256 of a session's id.
pub type SessionHash = [u8; 32];

/// Who is signed in, as a handler sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Identity of the account.
    pub account: Uuid,
    /// Its name.
    pub user: String,
    /// The post or unit.
    pub display: String,
    /// The same in English.
    pub display_en: String,
    /// The role.
    pub role: Role,
    /// Code of the member unit.
    pub unit: Option<String>,
    /// 建设单位 whose projects the account reports.
    pub project_owner: Option<String>,
    /// Hash of the session's id.
    pub session: SessionHash,
}

impl Person {
    /// As the audit log names a person.
    pub fn who(&self) -> Who {
        Who { user: self.user.clone(), display: self.display.clone() }
    }

    /// The project owner whose reports and photos alone the account may see; none for who sees those of all. An account that
    /// names none sees none.
    pub fn bound_to_owner(&self) -> Option<&str> {
        (self.role == Role::ProjectOwner).then(|| self.project_owner.as_deref().unwrap_or_default())
    }

    /// As the acts on tasks know a person: bound to the tasks of the own unit.
    pub fn task_actor(&self) -> TaskActor {
        TaskActor {
            actor: Actor { user: self.user.clone(), display: self.display.clone(), role: self.role },
            unit: duties::bound_to(self.role, self.unit.as_deref()),
        }
    }
}
