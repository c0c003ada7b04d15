//! A programme: one county, the root and the tenant of everything else.

use super::{Body, Calendar, DutyTransfer, FiscalCapacity, ParameterChange, ScopeAdjustment, Succession};
use crate::{exact::Month, policy::parameters::Settings};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A county's programme 「改造规划」.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Programme {
    /// Identity.
    pub id: Uuid,
    /// Counts the saved changes of the programme itself.
    pub version: i64,
    /// 行政区划代码
    pub division_code: String,
    /// Name of the programme, shown in the head of every page.
    pub name: String,
    /// Its English name.
    pub name_en: String,
    /// 启用月份: nothing before it is due.
    pub active_from: Option<Month>,
    /// 样例: fictional data on a demonstration date.
    pub sample: bool,
    /// The demonstration date of a 样例 programme.
    pub demonstration_date: Option<NaiveDate>,
    /// Parameters that differ from the policy's defaults.
    pub settings: Settings,
    /// Adjustments of a year's window.
    pub scope_adjustments: Vec<ScopeAdjustment>,
    /// The papers on which it rests.
    pub basis_docs: Vec<String>,
    /// 财政承受能力评估, one a year.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fiscal_capacities: Vec<FiscalCapacity>,
    /// 工作日历
    #[serde(skip_serializing_if = "Calendar::is_empty")]
    pub calendar: Calendar,
    /// 职责划转
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub duty_transfers: Vec<DutyTransfer>,
    /// 承接单位
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub successions: Vec<Succession>,
    /// 单位: those whose names or ranking differ from the annexes, and further ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<Body>,
    /// What was set of the parameters since the programme began, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parameter_changes: Vec<ParameterChange>,
}

impl Programme {
    /// What the county can bear in a year, when it was assessed.
    pub fn fiscal_capacity(&self, year: i32) -> Option<&FiscalCapacity> {
        self.fiscal_capacities.iter().find(|capacity| capacity.year == year)
    }
}
