//! Scope and schedule of a project community, a table of one row.

use super::{
    cell::Kind,
    column::{Column, column},
    months,
    stated::Sheet,
};
use crate::{
    acts::{ScheduleEntry, malformed_schedule},
    finding::Finding,
    model::Dossier,
};
use chrono::NaiveDate;

/// 改造规模与计划
#[derive(Clone, Copy, Debug)]
pub struct ScheduleForm;

static COLUMNS: &[Column<ScheduleEntry>] = &[
    column!(ScheduleEntry, plan_year, "计划年度", "Plan year", []).required(),
    column!(ScheduleEntry, scope_households, "改造户数", "Households", []).required(),
    column!(ScheduleEntry, scope_area, "改造面积", "Area", []).required(),
    column!(ScheduleEntry, scope_count, "改造楼栋数", "Buildings", []),
    column!(ScheduleEntry, total_invest, "总投资", "Investment", []),
    column!(ScheduleEntry, planned_start, "计划开工", "Planned start", ["计划开工日期"]),
    column!(ScheduleEntry, planned_finish, "计划竣工", "Planned completion", ["计划竣工日期"]),
    column!(
        ScheduleEntry,
        "baseline",
        "计划进度",
        "Planned progress",
        [],
        Kind::Lines,
        |row| months::written(&row.baseline),
        |row, text| {
            row.baseline = months::read(text)?;
            Ok(())
        }
    ),
];

impl Sheet for ScheduleForm {
    type Row = ScheduleEntry;
    const LIST: &'static str = "";

    fn columns() -> &'static [Column<ScheduleEntry>] {
        COLUMNS
    }

    fn rows(dossier: &Dossier) -> Vec<ScheduleEntry> {
        vec![ScheduleEntry::from(&dossier.project_community)]
    }

    fn with(dossier: &Dossier, rows: &[ScheduleEntry]) -> Dossier {
        let before = dossier.project_community.clone();
        let project_community = rows.iter().fold(before, |entry, row| row.onto(entry));
        Dossier { project_community, ..dossier.clone() }
    }

    fn malformed(dossier: &Dossier, rows: &[ScheduleEntry], _: NaiveDate) -> Vec<Finding> {
        rows.iter().flat_map(|row| malformed_schedule(row, &dossier.project_community)).collect()
    }

    fn is_same(_: &ScheduleEntry, _: &ScheduleEntry) -> bool {
        true
    }
}
