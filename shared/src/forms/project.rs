//! 项目: a table of one row.

use super::{
    agreements,
    cell::{Cell, CellError, Kind},
    column::{Column, column},
    stated::Sheet,
};
use crate::{
    acts::{ApprovedEntry, BalancePlanEntry, ProjectEntry, malformed_project},
    cells::tidy,
    exact::Money,
    finding::Finding,
    model::Dossier,
};
use chrono::NaiveDate;

/// 项目
#[derive(Clone, Copy, Debug)]
pub struct ProjectForm;

/// A column of an approved amount.
macro_rules! approved {
    ($path:literal, $field:ident, $zh:literal, $en:literal) => {
        column!(
            ProjectEntry,
            $path,
            $zh,
            $en,
            [],
            Kind::Number("万元"),
            |row| row.approved.map(|approved| approved.$field.wan_exact()).unwrap_or_default(),
            |row, text| set_approved(row, text, |approved| &mut approved.$field)
        )
    };
}

static COLUMNS: &[Column<ProjectEntry>] = &[
    column!(ProjectEntry, name, "项目名称", "Project", []).required(),
    column!(ProjectEntry, national_code, "项目代码", "Project code", ["投资项目代码"]),
    column!(ProjectEntry, project_owner, "建设单位", "Project owner", []),
    column!(ProjectEntry, manager_name, "责任人", "Responsible manager", []),
    column!(ProjectEntry, manager_post, "责任人职务", "Manager's post", []),
    column!(ProjectEntry, delivery_mode, "建设方式", "Delivery", []),
    column!(ProjectEntry, contract_date, "合同日期", "Contract signed", []),
    column!(ProjectEntry, total_invest, "项目总投资", "Project investment", []),
    column!(ProjectEntry, new_saleable_area, "新增可售面积", "New saleable area", []),
    column!(ProjectEntry, revenue_source, "收益来源", "Source of revenue", []),
    column!(ProjectEntry, below_tender_limit, "未达招标限额", "Below the tender limit", []),
    column!(ProjectEntry, new_build, "新建", "New building", []),
    column!(ProjectEntry, adds_floor_area, "增加面积", "Adds floor area", []),
    column!(ProjectEntry, changes_structure, "改变结构", "Changes the structure", []),
    column!(ProjectEntry, changes_function, "改变功能", "Changes the function", []),
    column!(ProjectEntry, land_rights_change, "土地权属变化", "Land rights change", []),
    column!(ProjectEntry, pledge, "告知承诺", "Notice and pledge", []),
    column!(ProjectEntry, public_housing, "公房", "Public housing", []),
    column!(ProjectEntry, demolish_rebuild, "拆除重建", "Demolish and rebuild", []),
    column!(
        ProjectEntry,
        "merged_feasibility",
        "合并可研",
        "Merged feasibility study",
        [],
        Kind::YesNo,
        |row| row.merged_feasibility.written(),
        |row, text| {
            row.merged_feasibility = tidy(text).is_empty() || bool::read(text)?;
            Ok(())
        }
    ),
    approved!("approved/body", body, "批复主体", "Approved: body"),
    approved!("approved/infra", infra, "批复配套", "Approved: infrastructure"),
    approved!("approved/improvement", improvement, "批复完善", "Approved: improvement"),
    approved!("approved/upgrade", upgrade, "批复提升", "Approved: upgrade"),
    approved!("approved/other", other, "批复其他费用", "Approved: fees"),
    approved!("approved/contingency", contingency, "批复预备费", "Approved: reserve"),
    approved!("approved/total", total, "批复合计", "Approved: total"),
    column!(ProjectEntry, exception_paper, "例外批准文件", "Paper of the exception", []),
    column!(ProjectEntry, entrusting_paper, "委托文件", "Paper of the entrusting", []),
    column!(ProjectEntry, land_paper, "用地手续", "Land paper", []),
    column!(
        ProjectEntry,
        "balance_plan/doc",
        "资金平衡方案",
        "Plan that closes the gap",
        [],
        Kind::Text,
        |row| row.balance_plan.as_ref().map(|plan| plan.doc.clone()).unwrap_or_default(),
        |row, text| {
            row.balance_plan.get_or_insert_with(BalancePlanEntry::default).doc = tidy(text);
            Ok(())
        }
    ),
    column!(
        ProjectEntry,
        "balance_plan/approved",
        "方案已批准",
        "That plan is approved",
        [],
        Kind::YesNo,
        |row| row.balance_plan.as_ref().is_some_and(|plan| plan.approved).written(),
        |row, text| {
            row.balance_plan.get_or_insert_with(BalancePlanEntry::default).approved = bool::read(text)?;
            Ok(())
        }
    ),
    column!(
        ProjectEntry,
        "agreements",
        "管线协议",
        "Agreements with operators",
        [],
        Kind::Lines,
        |row| agreements::written(&row.agreements),
        |row, text| {
            row.agreements = agreements::read(text)?;
            Ok(())
        }
    ),
];

fn set_approved(
    row: &mut ProjectEntry,
    text: &str,
    field: fn(&mut ApprovedEntry) -> &mut Money,
) -> Result<(), CellError> {
    let amount = Option::<Money>::read(text)?.unwrap_or(Money::ZERO);
    *field(row.approved.get_or_insert_with(ApprovedEntry::default)) = amount;
    Ok(())
}

impl Sheet for ProjectForm {
    type Row = ProjectEntry;
    const LIST: &'static str = "";

    fn columns() -> &'static [Column<ProjectEntry>] {
        COLUMNS
    }

    fn rows(dossier: &Dossier) -> Vec<ProjectEntry> {
        vec![ProjectEntry::from(&dossier.project)]
    }

    fn with(dossier: &Dossier, rows: &[ProjectEntry]) -> Dossier {
        let project = rows.iter().fold(dossier.project.clone(), |project, row| row.onto(project));
        Dossier { project, ..dossier.clone() }
    }

    /// A reply without an amount is none, nor is a plan without paper.
    fn complete(rows: &mut [ProjectEntry], _: &Dossier, _: NaiveDate) {
        for row in rows {
            row.approved = row.approved.filter(|approved| *approved != ApprovedEntry::default());
            let is_plan = |plan: &BalancePlanEntry| *plan != BalancePlanEntry::default();
            row.balance_plan = row.balance_plan.take().filter(is_plan);
        }
    }

    fn malformed(_: &Dossier, rows: &[ProjectEntry], today: NaiveDate) -> Vec<Finding> {
        rows.iter().flat_map(|row| malformed_project(row, today)).collect()
    }

    fn is_same(_: &ProjectEntry, _: &ProjectEntry) -> bool {
        true
    }
}
