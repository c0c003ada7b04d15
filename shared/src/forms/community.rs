//! 小区: the basic data of a community, a table of one row.

use super::{
    column::{Column, column},
    stated::Sheet,
};
use crate::{
    acts::{CommunityEntry, malformed_community},
    finding::Finding,
    model::Dossier,
};
use chrono::NaiveDate;

/// 小区基本情况
#[derive(Clone, Copy, Debug)]
pub struct CommunityForm;

static COLUMNS: &[Column<CommunityEntry>] = &[
    column!(CommunityEntry, name, "小区名称", "Community", []).required(),
    column!(CommunityEntry, division_code, "行政区划代码", "Division code", []).required(),
    column!(CommunityEntry, township, "乡镇", "Town", ["所属乡镇"]).required(),
    column!(CommunityEntry, neighbourhood, "社区", "Neighbourhood", ["所属社区"]),
    column!(CommunityEntry, address, "地址", "Address", ["小区地址"]),
    column!(CommunityEntry, tenure, "产权性质", "Tenure", []),
    column!(CommunityEntry, owner_unit, "原产权单位", "Former owner", []),
    column!(CommunityEntry, survey_date, "摸底日期", "Surveyed on", []),
    column!(CommunityEntry, is_single_building, "单栋", "Single building", []),
    column!(CommunityEntry, built_early, "建成年代较早", "Built early", []),
    column!(CommunityEntry, neglected, "失养失修失管", "Neglected", []),
    column!(CommunityEntry, infra_incomplete, "市政配套设施不完善", "Municipal facilities incomplete", []),
    column!(CommunityEntry, service_incomplete, "社区服务设施不健全", "Community services incomplete", []),
    column!(CommunityEntry, will_strong, "居民改造意愿强烈", "Residents want the works", []),
    column!(CommunityEntry, expropriation_planned, "计划征收拆迁", "Expropriation planned", []),
];

impl Sheet for CommunityForm {
    type Row = CommunityEntry;
    const LIST: &'static str = "";

    fn columns() -> &'static [Column<CommunityEntry>] {
        COLUMNS
    }

    fn rows(dossier: &Dossier) -> Vec<CommunityEntry> {
        vec![CommunityEntry::from(&dossier.community)]
    }

    fn with(dossier: &Dossier, rows: &[CommunityEntry]) -> Dossier {
        let community = rows.iter().fold(dossier.community.clone(), |community, row| row.onto(community));
        Dossier { community, ..dossier.clone() }
    }

    fn malformed(_: &Dossier, rows: &[CommunityEntry], today: NaiveDate) -> Vec<Finding> {
        rows.iter().flat_map(|row| malformed_community(row, today)).collect()
    }

    fn is_same(_: &CommunityEntry, _: &CommunityEntry) -> bool {
        true
    }
}
