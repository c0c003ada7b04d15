//! What a unit has to do, once: a duty in a period or for a community (section 8).

use crate::{exact::Period, policy::stages::TaskStatus};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A task of a duty 「职责事项」.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct DutyTask {
    /// Identity; the same duty, owner and subject always have the same one.
    pub id: Uuid,
    /// Counts the saved changes.
    pub version: i64,
    /// `11.2` or `D7`.
    pub duty: String,
    /// Who answers for it: the code of a unit, an operator kind, or the name of a body without an account.
    pub owner: String,
    /// The period, of duties that return.
    pub period: Option<Period>,
    /// The project community, of duties per project.
    pub project_community: Option<Uuid>,
    /// What arose, of duties that do (A).
    pub occasion: String,
    /// The day when it was made.
    pub created_on: Option<NaiveDate>,
    /// 办理时限; none while its anchor has no date.
    pub due: Option<NaiveDate>,
    /// 状态
    pub status: TaskStatus,
    /// 办理情况
    pub report: String,
    /// Why it doesn't concern the unit (不涉及).
    pub reason: String,
    /// 佐证材料, by identity, in the order of the unit.
    pub evidence: Vec<Uuid>,
    /// Who sent it last: name of the account.
    pub submitter: Option<String>,
    /// The day when it was first sent.
    pub first_submitted_on: Option<NaiveDate>,
    /// The day when it was sent last.
    pub submitted_on: Option<NaiveDate>,
    /// What happened to it, oldest first.
    pub history: Vec<DutyEvent>,
}

/// What happened to a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DutyEvent {
    /// The day.
    pub on: NaiveDate,
    /// Who, as the audit log names them: the post or the unit.
    pub by: String,
    /// The status that it has from then on.
    pub status: TaskStatus,
    /// What was said: what is missing, or the reason.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub said: String,
    /// The evidence that was sent with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Uuid>,
}

/// A file that shows that something was done 「佐证」.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Evidence {
    /// Identity.
    pub id: Uuid,
    /// Its name as people gave it, without any path.
    pub name: String,
    /// What its content is, such as `image/jpeg`.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the content, hexadecimal.
    pub sha256: String,
    /// The unit that brought it.
    pub owner: String,
    /// The account that brought it.
    pub uploaded_by: String,
    /// The day.
    pub uploaded_on: Option<NaiveDate>,
}

/// From a day on a duty is another unit's 「职责划转」.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DutyTransfer {
    /// `11.2`
    pub duty: String,
    /// The unit that had it, by code.
    pub from_unit: String,
    /// The unit that has it now, by code.
    pub to_unit: String,
    /// The first day.
    pub date: NaiveDate,
    /// 依据文件
    #[serde(default)]
    pub basis: String,
}

/// A unit that took over from another one 「承接单位」.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Succession {
    /// The unit that ended, by code.
    pub unit: String,
    /// The unit that took over, by code.
    pub successor: String,
    /// The first day.
    pub date: NaiveDate,
}
