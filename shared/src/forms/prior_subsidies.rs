//! 曾获补助: a row an item that was aided before.

use super::{
    column::{Column, column},
    stated::Sheet,
    works::item_column,
};
use crate::{
    acts::malformed_prior_subsidies,
    finding::Finding,
    model::{Community, Dossier, PriorSubsidy},
};
use chrono::NaiveDate;

/// 曾获补助
#[derive(Clone, Copy, Debug)]
pub struct PriorSubsidies;

static COLUMNS: &[Column<PriorSubsidy>] = &[
    item_column!(PriorSubsidy),
    column!(PriorSubsidy, buildings, "楼栋", "Buildings", ["涉及楼栋", "楼栋号"]).required(),
    column!(PriorSubsidy, level, "级次", "Level", ["补助级次"]).required(),
    column!(PriorSubsidy, programme, "补助名称", "Programme", ["补助项目"]),
    column!(PriorSubsidy, year, "年度", "Year", ["补助年度", "年份"]),
    column!(PriorSubsidy, amount, "金额", "Amount", ["补助金额"]),
    column!(PriorSubsidy, doc, "文件", "Document", ["文号", "补助文件"]),
];

impl Sheet for PriorSubsidies {
    type Row = PriorSubsidy;
    const LIST: &'static str = "prior_subsidies";

    fn columns() -> &'static [Column<PriorSubsidy>] {
        COLUMNS
    }

    fn rows(dossier: &Dossier) -> Vec<PriorSubsidy> {
        dossier.community.prior_subsidies.clone()
    }

    fn with(dossier: &Dossier, rows: &[PriorSubsidy]) -> Dossier {
        let community = Community { prior_subsidies: rows.to_vec(), ..dossier.community.clone() };
        Dossier { community, ..dossier.clone() }
    }

    fn malformed(dossier: &Dossier, rows: &[PriorSubsidy], today: NaiveDate) -> Vec<Finding> {
        malformed_prior_subsidies(rows, &dossier.community.buildings, today)
    }

    fn is_same(known: &PriorSubsidy, pasted: &PriorSubsidy) -> bool {
        let thing = |row: &PriorSubsidy| (row.item.clone(), row.buildings.clone(), row.level, row.year);
        thing(known) == thing(pasted)
    }
}
