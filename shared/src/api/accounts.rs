//! The accounts, as the system administrator keeps them.

use super::endpoint;
use crate::model::Role;
use serde::{Deserialize, Serialize};

endpoint!(
    /// Every account.
    ListAccounts, Get, "/api/v1/accounts", (), () => Vec<AccountRow>
);
endpoint!(
    /// Makes an account for each unit that has none; the passwords are shown this once.
    PostUnitAccounts, Post, "/api/v1/accounts/units", (), () => Vec<NewAccount>
);
endpoint!(
    /// Makes an account for each project owner that projects name and that has none; the passwords are shown this once.
    PostOwnerAccounts, Post, "/api/v1/accounts/project-owners", (), () => Vec<NewAccount>
);
endpoint!(
    /// Gives an account a new password, shown this once, and ends its sessions.
    PostAccountReset, Post, "/api/v1/accounts/{user}/password", (), () => NewAccount
);
endpoint!(
    /// Disables an account and ends its sessions, or lets it in again.
    PutAccountState, Put, "/api/v1/accounts/{user}/state", (), AccountState => ()
);

/// An account in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountRow {
    /// Name with which one signs in.
    pub user: String,
    /// The post or unit.
    pub display: String,
    /// The same in English.
    pub display_en: String,
    /// The role.
    pub role: Role,
    /// The unit, by code.
    pub unit: Option<String>,
    /// 建设单位 whose projects it reports.
    pub project_owner: Option<String>,
    /// Whether it is kept out.
    pub disabled: bool,
}

/// An account with a password that is shown once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewAccount {
    /// Name with which one signs in.
    pub user: String,
    /// The post or unit.
    pub display: String,
    /// The password.
    pub password: String,
}

/// Whether an account is kept out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AccountState {
    /// 停用
    pub disabled: bool,
}
