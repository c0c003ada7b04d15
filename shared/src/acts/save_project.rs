//! Saving a project (项目): owner and manager, what is altered, what was approved, its papers and agreements. All
//! communities of the project have it in common.

use super::{
    Act, Decision,
    entered::{LARGEST, are_too_many, decided, entry, is_blank, is_long, is_long_name, is_long_text, is_too_large},
};
use crate::{
    exact::{Area, Money},
    finding::Finding,
    language::Text,
    model::{Approved, BalancePlan, Dossier, OperatorAgreement, Project},
    policy::{
        items::{BudgetClass, OperatorKind},
        stages::DeliveryMode,
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Saving a project.
#[derive(Clone, Copy, Debug)]
pub struct SaveProject;

entry! {
    /// What was approved, by class, as a person enters it.
    #[derive(Copy, Default)]
    ApprovedEntry of Approved {
        /// 主体改造修缮
        #[serde(default)]
        body: Money,
        /// 配套基础设施
        #[serde(default)]
        infra: Money,
        /// 完善类
        #[serde(default)]
        improvement: Money,
        /// 提升类
        #[serde(default)]
        upgrade: Money,
        /// 工程建设其他费
        #[serde(default)]
        other: Money,
        /// 预备费
        #[serde(default)]
        contingency: Money,
        /// 合计
        total: Money,
    }
}

entry! {
    /// A plan that closes a funding gap, as a person enters it.
    #[derive(Default)]
    BalancePlanEntry of BalancePlan {
        /// 文件
        doc: String,
        /// 方案已批准
        #[serde(default)]
        approved: bool,
    }
}

/// An agreement with an operator, as a person enters it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AgreementEntry {
    /// 管线单位
    #[serde(default)]
    pub operator_org: String,
    /// 管线类别
    pub operator_kind: OperatorKind,
    /// 签订日期
    #[serde(default)]
    pub signed_on: Option<NaiveDate>,
    /// 不足原因
    #[serde(default)]
    pub shortfall_reason: Option<String>,
}

impl From<OperatorAgreement> for AgreementEntry {
    fn from(agreement: OperatorAgreement) -> Self {
        let OperatorAgreement { operator_org, operator_kind, signed_on, shortfall_reason } = agreement;
        Self { operator_org, operator_kind, signed_on, shortfall_reason }
    }
}

/// A project as a person enters it: [`Project`] without its steps, bonds and market financing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProjectEntry {
    /// 项目代码
    #[serde(default)]
    pub national_code: String,
    /// 项目名称
    pub name: String,
    /// 建设单位
    #[serde(default)]
    pub project_owner: String,
    /// 责任人
    #[serde(default)]
    pub manager_name: String,
    /// 责任人职务
    #[serde(default)]
    pub manager_post: String,
    /// 建设方式
    #[serde(default)]
    pub delivery_mode: DeliveryMode,
    /// 未达必须招标限额
    #[serde(default)]
    pub below_tender_limit: bool,
    /// 新建
    #[serde(default)]
    pub new_build: bool,
    /// 增加面积
    #[serde(default)]
    pub adds_floor_area: bool,
    /// 改变结构
    #[serde(default)]
    pub changes_structure: bool,
    /// 改变功能
    #[serde(default)]
    pub changes_function: bool,
    /// 土地权属变化
    #[serde(default)]
    pub land_rights_change: bool,
    /// 告知承诺
    #[serde(default)]
    pub pledge: bool,
    /// 公房
    #[serde(default)]
    pub public_housing: bool,
    /// 拆除重建
    #[serde(default)]
    pub demolish_rebuild: bool,
    /// 合并可研
    #[serde(default = "yes")]
    pub merged_feasibility: bool,
    /// 新增可售面积, in hundredths of ㎡
    #[serde(default)]
    pub new_saleable_area: Area,
    /// 收益来源
    #[serde(default)]
    pub revenue_source: String,
    /// 总投资, in fen
    #[serde(default)]
    pub total_invest: Option<Money>,
    /// 批复
    #[serde(default)]
    pub approved: Option<ApprovedEntry>,
    /// 例外批准文件
    #[serde(default)]
    pub exception_paper: Option<String>,
    /// 委托文件
    #[serde(default)]
    pub entrusting_paper: Option<String>,
    /// 用地手续
    #[serde(default)]
    pub land_paper: Option<String>,
    /// 资金平衡方案
    #[serde(default)]
    pub balance_plan: Option<BalancePlanEntry>,
    /// 合同日期
    #[serde(default)]
    pub contract_date: Option<NaiveDate>,
    /// 管线协议
    #[serde(default)]
    pub agreements: Vec<AgreementEntry>,
}

const fn yes() -> bool {
    true
}

impl Default for ProjectEntry {
    fn default() -> Self {
        Self::from(&Project::default())
    }
}

impl From<&Project> for ProjectEntry {
    fn from(project: &Project) -> Self {
        let p = project.clone();
        Self {
            national_code: p.national_code,
            name: p.name,
            project_owner: p.project_owner,
            manager_name: p.manager_name,
            manager_post: p.manager_post,
            delivery_mode: p.delivery_mode,
            below_tender_limit: p.below_tender_limit,
            new_build: p.new_build,
            adds_floor_area: p.adds_floor_area,
            changes_structure: p.changes_structure,
            changes_function: p.changes_function,
            land_rights_change: p.land_rights_change,
            pledge: p.pledge,
            public_housing: p.public_housing,
            demolish_rebuild: p.demolish_rebuild,
            merged_feasibility: p.merged_feasibility,
            new_saleable_area: p.new_saleable_area,
            revenue_source: p.revenue_source,
            total_invest: p.total_invest,
            approved: p.approved.as_ref().map(Into::into),
            exception_paper: p.exception_paper,
            entrusting_paper: p.entrusting_paper,
            land_paper: p.land_paper,
            balance_plan: p.balance_plan.as_ref().map(Into::into),
            contract_date: p.contract_date,
            agreements: p.operator_agreements.into_iter().map(AgreementEntry::from).collect(),
        }
    }
}

impl ProjectEntry {
    /// The stored project with what was entered.
    #[must_use]
    pub fn onto(&self, project: Project) -> Project {
        let e = self.clone();
        Project {
            national_code: e.national_code.trim().to_owned(),
            name: e.name,
            project_owner: e.project_owner,
            manager_name: e.manager_name,
            manager_post: e.manager_post,
            delivery_mode: e.delivery_mode,
            below_tender_limit: e.below_tender_limit,
            new_build: e.new_build,
            adds_floor_area: e.adds_floor_area,
            changes_structure: e.changes_structure,
            changes_function: e.changes_function,
            land_rights_change: e.land_rights_change,
            pledge: e.pledge,
            public_housing: e.public_housing,
            demolish_rebuild: e.demolish_rebuild,
            merged_feasibility: e.merged_feasibility,
            new_saleable_area: e.new_saleable_area,
            revenue_source: e.revenue_source,
            total_invest: e.total_invest,
            approved: e.approved.map(|approved| approved.onto(Approved::default())),
            exception_paper: e.exception_paper,
            entrusting_paper: e.entrusting_paper,
            land_paper: e.land_paper,
            balance_plan: e.balance_plan.map(|plan| plan.onto(BalancePlan::default())),
            contract_date: e.contract_date,
            operator_agreements: e
                .agreements
                .into_iter()
                .map(|agreement| OperatorAgreement {
                    operator_org: agreement.operator_org,
                    operator_kind: agreement.operator_kind,
                    signed_on: agreement.signed_on,
                    shortfall_reason: agreement.shortfall_reason,
                })
                .collect(),
            ..project
        }
    }
}

/// What no rule can read in a project: no name, a text that is too long, an amount below 0. Paths are fields.
pub fn malformed_project(entry: &ProjectEntry, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut say = |field: &str, why| found.push(Finding::malformed(field, why));
    if is_blank(&entry.name) {
        say("name", "name_required");
    }
    let names = [
        ("national_code", &entry.national_code),
        ("name", &entry.name),
        ("project_owner", &entry.project_owner),
        ("manager_name", &entry.manager_name),
        ("manager_post", &entry.manager_post),
    ];
    for (field, _) in names.iter().filter(|(_, text)| is_long_name(text)) {
        say(field, "name_too_long");
    }
    let papers = [
        ("exception_paper", &entry.exception_paper),
        ("entrusting_paper", &entry.entrusting_paper),
        ("land_paper", &entry.land_paper),
    ];
    for (field, _) in papers.iter().filter(|(_, paper)| is_long(paper.as_ref())) {
        say(field, "name_too_long");
    }
    if is_long_text(&entry.revenue_source) {
        say("revenue_source", "too_long");
    }
    match entry.total_invest {
        Some(total) if total <= Money::ZERO => say("total_invest", "not_above_zero"),
        Some(total) if is_too_large(total) => say("total_invest", "too_large"),
        _ => {}
    }
    if entry.new_saleable_area < Area::default() {
        say("new_saleable_area", "below_zero");
    } else if entry.new_saleable_area.hundredths() > LARGEST {
        say("new_saleable_area", "count_too_large");
    }
    if entry.contract_date.is_some_and(|day| day > today) {
        say("contract_date", "day_to_come");
    }
    if let Some(plan) = &entry.balance_plan {
        if plan.approved && is_blank(&plan.doc) {
            say("balance_plan/doc", "document_required");
        } else if is_long_name(&plan.doc) {
            say("balance_plan/doc", "name_too_long");
        }
    }
    if let Some(approved) = &entry.approved {
        for (class, amount) in approved_amounts(approved) {
            if amount < Money::ZERO {
                found.push(Finding::malformed(format!("approved/{class}"), "below_zero"));
            } else if is_too_large(amount) {
                found.push(Finding::malformed(format!("approved/{class}"), "too_large"));
            }
        }
    }
    found.extend(malformed_agreements(&entry.agreements, today));
    found
}

fn approved_amounts(approved: &ApprovedEntry) -> impl Iterator<Item = (&'static str, Money)> {
    [
        (BudgetClass::Body.key(), approved.body),
        (BudgetClass::Infrastructure.key(), approved.infra),
        (BudgetClass::Improvement.key(), approved.improvement),
        (BudgetClass::Upgrade.key(), approved.upgrade),
        (BudgetClass::Other.key(), approved.other),
        (BudgetClass::Contingency.key(), approved.contingency),
        ("total", approved.total),
    ]
    .into_iter()
}

fn malformed_agreements(agreements: &[AgreementEntry], today: NaiveDate) -> Vec<Finding> {
    if are_too_many(agreements) {
        return vec![Finding::malformed("agreements", "too_many_rows")];
    }
    let mut found = Vec::new();
    let mut known = BTreeSet::new();
    for (index, agreement) in agreements.iter().enumerate() {
        let mut say = |field: &str, why| found.push(Finding::malformed(format!("agreements/{index}/{field}"), why));
        if !known.insert((agreement.operator_kind, agreement.operator_org.as_str())) {
            say("operator_kind", "repeated_agreement");
        }
        if agreement.signed_on.is_some_and(|day| day > today) {
            say("signed_on", "day_to_come");
        }
        if is_long_name(&agreement.operator_org) {
            say("operator_org", "name_too_long");
        }
        if agreement.shortfall_reason.as_deref().is_some_and(is_long_text) {
            say("shortfall_reason", "too_long");
        }
    }
    found
}

impl Act for SaveProject {
    const NAME: &'static str = "save_project";
    const TITLE: Text = Text::new("保存项目", "Save the project");
    type Request = ProjectEntry;
    type Facts = Dossier;
    type Changes = Project;

    fn decide(facts: &Dossier, request: &ProjectEntry, today: NaiveDate) -> Result<Decision<Project>, Vec<Finding>> {
        let malformed = malformed_project(request, today);
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let project = request.onto(facts.project.clone());
        let after = Dossier { project: project.clone(), ..facts.clone() };
        // Nothing that the rules say of a project stops saving it.
        decided(&after, today, |_| false, project)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn whys(change: impl FnOnce(&mut ProjectEntry)) -> Vec<(String, String)> {
        let facts = &sample::of_code("GT-0001");
        let mut entry = ProjectEntry::from(&facts.project);
        change(&mut entry);
        match SaveProject::decide(facts, &entry, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()) {
            Ok(decision) => {
                assert_eq!(ProjectEntry::from(&decision.changes), entry);
                assert_eq!(decision.changes.steps, facts.project.steps, "the steps stay");
                Vec::new()
            }
            Err(found) => {
                found.iter().map(|f| (f.path.clone(), f.params.text("why").unwrap_or(&f.rule).to_owned())).collect()
            }
        }
    }

    fn one(path: &str, why: &str) -> Vec<(String, String)> {
        vec![(path.to_owned(), why.to_owned())]
    }

    #[test]
    fn what_can_be_read_is_saved() {
        assert!(whys(|_| {}).is_empty());
        assert!(whys(|entry| entry.approved = None).is_empty());
        assert!(whys(|entry| entry.approved = Some(ApprovedEntry::default())).is_empty());
        assert!(whys(|entry| entry.demolish_rebuild = true).is_empty(), "a fault of content only warns");
        assert!(whys(|entry| entry.national_code = "2".to_owned()).is_empty(), "R-45 asks at the start");
        let plan = BalancePlanEntry { doc: "高政办〔2022〕9号".to_owned(), approved: true };
        assert!(whys(|entry| entry.balance_plan = Some(plan)).is_empty());
    }

    #[test]
    fn malformed_data_stops_at_its_place() {
        assert_eq!(whys(|entry| entry.name.clear()), one("name", "name_required"));
        assert_eq!(whys(|entry| entry.land_paper = Some("文".repeat(201))), one("land_paper", "name_too_long"));
        let below = ApprovedEntry { body: Money::from_fen(-1), ..ApprovedEntry::default() };
        assert_eq!(whys(|entry| entry.approved = Some(below)), one("approved/body", "below_zero"));
        assert_eq!(whys(|entry| entry.total_invest = Some(Money::ZERO)), one("total_invest", "not_above_zero"));
        assert_eq!(
            whys(|entry| entry.total_invest = Some(Money::from_fen(i64::MAX))),
            one("total_invest", "too_large")
        );
        assert_eq!(
            whys(|entry| entry.contract_date = NaiveDate::from_ymd_opt(2022, 10, 9)),
            one("contract_date", "day_to_come")
        );
        let plan = BalancePlanEntry { doc: " ".to_owned(), approved: true };
        assert_eq!(whys(|entry| entry.balance_plan = Some(plan)), one("balance_plan/doc", "document_required"));
        let agreement = AgreementEntry {
            operator_org: String::new(),
            operator_kind: OperatorKind::Heating,
            signed_on: NaiveDate::from_ymd_opt(2022, 3, 1),
            shortfall_reason: Some("协商确定".to_owned()),
        };
        assert_eq!(
            whys(|entry| entry.agreements = vec![agreement.clone(), agreement]),
            one("agreements/1/operator_kind", "repeated_agreement")
        );
    }
}
