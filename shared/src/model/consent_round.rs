//! Votes of the owners, in totals: nobody's own vote is kept.

use crate::vocabulary::vocabulary;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

vocabulary! {
    /// Whose vote it is.
    #[derive(Default)]
    ConsentScope {
        #[default]
        Community = "小区", "community";
        Building = "楼栋", "building";
        Entrance = "单元", "entrance";
    }
}

vocabulary! {
    /// How the owners were asked.
    ConsentMethod {
        Written = "书面", "in writing";
        Visits = "入户", "at the door";
        Online = "线上", "online";
    }
}

/// A vote of the owners 「表决」, in totals (clauses 4.1, 3.1e and 5.5b).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct ConsentRound {
    /// Identity, made by whoever enters it.
    pub id: Uuid,
    /// 表决事项, one of the matters that the settings name.
    pub kind: String,
    /// 小区, 楼栋 or 单元.
    pub scope: ConsentScope,
    /// 楼栋号 of a vote of a building or an entrance.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub building: String,
    /// 单元 of a vote of an entrance.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub entrance: String,
    /// By owners.
    pub owners: Tally,
    /// By area, in hundredths of ㎡.
    pub area: Tally,
    /// 公告日期
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noticed_on: Option<NaiveDate>,
    /// 开始日期
    #[serde(skip_serializing_if = "Option::is_none")]
    pub began_on: Option<NaiveDate>,
    /// 结束日期; a vote without it still goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<NaiveDate>,
    /// 书面, 入户 or 线上.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<ConsentMethod>,
    /// 依据文件
    #[serde(skip_serializing_if = "String::is_empty")]
    pub doc: String,
}

/// A vote counted in one way: by owners, or by area in hundredths of ㎡.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tally {
    /// All who are entitled.
    pub total: i64,
    /// Those who take part.
    pub participating: i64,
    /// Those who agree.
    pub agreeing: i64,
}
