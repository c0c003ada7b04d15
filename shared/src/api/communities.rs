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
    /// Part of name, code or neighbourhood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
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
}
