//! Signing in and out, who one is, the own password.

use super::endpoint;
use crate::{
    exact::Month,
    model::{BodyNames, Role},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

endpoint!(
    /// Signs in; answers who one is and sets the session's cookie.
    SignIn, Post, "/api/v1/session", (), SignInRequest => SessionView
);
endpoint!(
    /// Who one is, or a problem 401.
    ReadSession, Get, "/api/v1/session", (), () => SessionView
);
endpoint!(
    /// Signs out.
    SignOut, Delete, "/api/v1/session", (), () => ()
);
endpoint!(
    /// Changes the own password and ends all other sessions of the account.
    ChangePassword, Put, "/api/v1/session/password", (), NewPassword => ()
);

/// Name and password.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignInRequest {
    /// Name of the account.
    pub user: String,
    /// Its password.
    pub password: String,
}

/// The own password, old and new.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The password until now.
    pub current: String,
    /// The password from now on.
    pub new: String,
}

/// Who is signed in, to which programme, on which day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionView {
    /// Name of the account.
    pub user: String,
    /// The post or unit shown in the head.
    pub display: String,
    /// The same in English.
    pub display_en: String,
    /// The role.
    pub role: Role,
    /// Code of the member unit, for a unit's account.
    pub unit: Option<String>,
    /// The programme, when the data folder holds one.
    pub programme: Option<ProgrammeHead>,
    /// The programme's day: the clock's, or the demonstration date of a 样例 programme.
    pub today: NaiveDate,
    /// The server's version.
    pub version: String,
}

/// What the head of each page shows of the programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProgrammeHead {
    /// Identity.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Fictional data on a demonstration date.
    pub sample: bool,
    /// First year.
    pub year_from: i32,
    /// Last year.
    pub year_to: i32,
    /// 启用月份
    #[serde(default)]
    pub active_from: Option<Month>,
    /// How its bodies are called on the day, where that differs from the annexes.
    #[serde(default, skip_serializing_if = "BodyNames::is_empty")]
    pub names: BodyNames,
}
