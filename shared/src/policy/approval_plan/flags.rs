//! What the steps of a project depend on.

use crate::policy::stages::DeliveryMode;
use serde::Deserialize;

/// What the steps of a project depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Flags {
    /// 已纳入年度计划
    pub in_annual_plan: bool,
    /// 合并可研
    pub merged_feasibility: bool,
    /// 土地权属变化
    pub land_rights_change: bool,
    /// 新建
    pub new_build: bool,
    /// 增加面积
    pub adds_floor_area: bool,
    /// 改变结构
    pub changes_structure: bool,
    /// 改变功能
    pub changes_function: bool,
    /// 告知承诺
    pub pledge: bool,
    /// Any line of lifts (I15).
    #[serde(rename = "has_I15")]
    pub has_lift: bool,
    /// Any building in scope that is a relic or a historic building.
    pub has_heritage: bool,
    /// Any money from special bonds (F12).
    #[serde(rename = "has_F12")]
    pub has_special_bonds: bool,
    /// 建设方式
    pub delivery_mode: DeliveryMode,
    /// 未达必须招标限额
    pub below_tender_limit: bool,
    /// 小型工程免办施工许可: a setting of the programme, no flag of a project.
    #[serde(skip)]
    pub small_works_exempt: bool,
}

impl Default for Flags {
    fn default() -> Self {
        Self {
            in_annual_plan: true,
            merged_feasibility: true,
            land_rights_change: false,
            new_build: false,
            adds_floor_area: false,
            changes_structure: false,
            changes_function: false,
            pledge: false,
            has_lift: false,
            has_heritage: false,
            has_special_bonds: false,
            delivery_mode: DeliveryMode::default(),
            below_tender_limit: false,
            small_works_exempt: false,
        }
    }
}

impl Flags {
    /// New, altered or extended works (clause 4.3d), lifts included.
    pub const fn is_altering(self) -> bool {
        self.new_build || self.adds_floor_area || self.changes_structure || self.changes_function || self.has_lift
    }

    /// Whether proposal, feasibility study and preliminary design are one paper (clause 4.2b).
    pub const fn is_merged(self) -> bool {
        self.in_annual_plan && self.merged_feasibility
    }
}
