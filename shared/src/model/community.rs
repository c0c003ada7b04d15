//! Communities and their buildings.

use crate::{
    exact::{Area, Money},
    policy::{
        funding::Level,
        stages::{Heritage, Tenure},
    },
};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A community 「小区」, the object of renovation (clause 2.1a).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Community {
    /// Identity.
    pub id: Uuid,
    /// Counts the saved changes.
    #[serde(skip_serializing_if = "is_unchanged")]
    pub version: i64,
    /// `GT-0001`.
    pub code: String,
    /// 小区名称
    pub name: String,
    /// 行政区划代码
    pub division_code: String,
    /// 乡镇
    pub township: String,
    /// 地址
    pub address: String,
    /// 社区
    pub neighbourhood: String,
    /// 单栋: one building in all.
    pub is_single_building: bool,
    /// 产权性质
    pub tenure: Option<Tenure>,
    /// 原产权单位
    pub owner_unit: String,
    /// 建成年代较早
    pub built_early: bool,
    /// 失养失修失管
    pub neglected: bool,
    /// 市政配套设施不完善
    pub infra_incomplete: bool,
    /// 社区服务设施不健全
    pub service_incomplete: bool,
    /// 居民改造意愿强烈
    pub will_strong: bool,
    /// 计划征收拆迁
    pub expropriation_planned: bool,
    /// 摸底日期
    pub survey_date: Option<NaiveDate>,
    /// The buildings 「楼栋」.
    pub buildings: Vec<Building>,
    /// Aid received before 「曾获补助」.
    pub prior_subsidies: Vec<PriorSubsidy>,
}

/// A community that was never changed says nothing of its version: it is stored as it was before changes were counted.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_unchanged(version: &i64) -> bool {
    *version == 0
}

/// A building 「楼栋」; the unit of age, households and area.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Building {
    /// 楼栋号, such as `3#`.
    pub no: String,
    /// 纳入改造
    #[serde(default = "yes")]
    pub in_scope: bool,
    /// 建成日期
    pub completed_on: Option<NaiveDate>,
    /// 建成年份, where no date is known.
    pub completed_year: Option<i32>,
    /// 层数
    pub storeys: Option<i64>,
    /// 单元数
    pub stair_units: Option<i64>,
    /// 户数
    pub households: i64,
    /// 建筑面积
    pub floor_area: Area,
    /// 结构
    pub structure: String,
    /// 文物保护
    pub heritage: Heritage,
    /// 具备加装电梯条件
    pub lift_feasible: bool,
    /// 加装电梯表决通过
    pub consent_passed: bool,
    /// 计划征收拆迁
    pub expropriation_planned: bool,
}

fn yes() -> bool {
    true
}

impl Building {
    /// The day up to which it was certainly completed: its date, or 31 December of its year.
    pub fn completed_by(&self) -> Option<NaiveDate> {
        self.completed_on.or_else(|| NaiveDate::from_ymd_opt(self.completed_year?, 12, 31))
    }

    /// The year in which it was completed.
    pub fn built_year(&self) -> Option<i32> {
        self.completed_on.map(|date| date.year()).or(self.completed_year)
    }
}

/// Aid received before 「曾获补助」.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PriorSubsidy {
    /// 改造项代码
    pub item: String,
    /// 楼栋
    pub buildings: BuildingSelection,
    /// 级次
    pub level: Level,
    /// 补助名称: 节能改造, 三供一业 or another.
    #[serde(default)]
    pub programme: String,
    /// 年度
    #[serde(default)]
    pub year: Option<i32>,
    /// 金额
    #[serde(default)]
    pub amount: Money,
    /// 文件
    #[serde(default)]
    pub doc: Option<String>,
}

impl Default for PriorSubsidy {
    /// Of which nothing is known yet. County aid, so that it is never taken for central aid by mistake.
    fn default() -> Self {
        Self {
            item: String::new(),
            buildings: BuildingSelection::default(),
            level: Level::County,
            programme: String::new(),
            year: None,
            amount: Money::ZERO,
            doc: None,
        }
    }
}

/// Which buildings something concerns: a list of numbers, or all that are in scope (written `"all"`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BuildingSelection {
    /// Every in-scope building.
    All,
    /// These building numbers.
    These(Vec<String>),
}

impl Default for BuildingSelection {
    fn default() -> Self {
        Self::These(Vec::new())
    }
}

impl BuildingSelection {
    /// Whether the building is among them.
    pub fn holds(&self, building: &Building) -> bool {
        match self {
            Self::All => building.in_scope,
            Self::These(list) => list.contains(&building.no),
        }
    }
}

impl Serialize for BuildingSelection {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All => serializer.serialize_str("all"),
            Self::These(list) => list.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for BuildingSelection {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = BuildingSelection;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a list of building numbers or \"all\"")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<BuildingSelection, E> {
                if text == "all" {
                    Ok(BuildingSelection::All)
                } else {
                    Err(E::invalid_value(serde::de::Unexpected::Str(text), &self))
                }
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<BuildingSelection, A::Error> {
                let mut list = Vec::new();
                while let Some(no) = seq.next_element()? {
                    list.push(no);
                }
                Ok(BuildingSelection::These(list))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}
