//! The list of communities.

use super::endpoint;
use crate::{
    exact::{Area, Money},
    policy::stages::Stage,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

endpoint!(
    /// A page of the project communities, by plan year and code.
    ListCommunities, Get, "/api/v1/communities", CommunityQuery, () => CommunityPage
);

endpoint!(
    /// Every project community, with what a browser needs to search, filter and sort by itself.
    ListAllCommunities, Get, "/api/v1/communities/all", (), () => CommunityPage
);

/// Where the project communities of a [`CommunityQuery`] are given as a workbook: all of them, not a page.
pub const COMMUNITIES_FILE: &str = "/api/v1/communities/xlsx";

/// Which project communities, and which page of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CommunityQuery {
    /// 计划年度
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// 阶段
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Words that are all found in name, code, neighbourhood, project owner or manager; by pinyin and initials too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Filters of columns: `stage:在建;area:100-500`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
    /// The column by which the rows are sorted, after `-` from the greatest down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// The columns that a file leaves out, with commas between them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hide: Option<String>,
    /// How many to leave out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<u32>,
    /// How many to give, at most 200; 50 when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A page of project communities.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityPage {
    /// How many there are in all.
    pub total: i64,
    /// Those of this page.
    pub rows: Vec<CommunityRow>,
}

/// A project community in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityRow {
    /// Identity of the project community; its dossier has the same.
    pub id: Uuid,
    /// 小区编码
    pub code: String,
    /// 小区名称
    pub name: String,
    /// 社区
    pub neighbourhood: String,
    /// 计划年度
    pub plan_year: i32,
    /// 阶段
    pub stage: Stage,
    /// 建设单位
    pub project_owner: String,
    /// 责任人
    pub manager: String,
    /// Buildings in scope.
    pub buildings: i64,
    /// 改造户数
    pub households: i64,
    /// 改造面积
    pub area: Area,
    /// Σ of lines.
    pub total: Money,
    /// Findings that stop the next gate.
    pub stops: i64,
    /// Warnings at the next gate.
    pub warnings: i64,
    /// How name, code, neighbourhood, project owner and manager are read; only where all rows are given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub readings: String,
}
