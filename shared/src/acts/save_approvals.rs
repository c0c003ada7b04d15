//! Saving 审批手续 of a project: its steps S01–S13 with status, days and papers, the joint review, the milestones of
//! clause 5.4b and the papers that come with the replies.
//!
//! Which steps there are is no choice: the plan of the flags says it (section 6), and what has passed stays. Submitting and
//! passing are acts with guards: S01 needs the owners' consent, S02 the opinions, S03 what comes before it and
//! the form that was chosen.

mod faults;
mod guards;

pub use faults::malformed_approvals;

use super::{Act, ApprovedEntry, Decision};
use crate::{
    exact::Money,
    facts::{ProjectFacts, next_gate, recomputed},
    finding::{Finding, Severity},
    language::Text,
    model::{ApprovalStep, Approved, Dossier, JointReview, MilestoneDay, Project},
    policy::{
        approval_plan::{Flags, planned_step},
        approvals::Step,
        stages::{BondResult, Milestone, Requirement, ReviewOpinion, StepStatus},
    },
    rules,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Saving the approvals of a project.
#[derive(Clone, Copy, Debug)]
pub struct SaveApprovals;

/// The approvals of a project; a step or part that is not named stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ApprovalsEntry {
    /// The steps, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<StepEntry>,
    /// 联合审查
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joint_review: Option<ReviewEntry>,
    /// The milestones that were reached, from the first on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestones: Option<Vec<MilestoneEntry>>,
    /// What the replies bring.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub papers: Option<PapersEntry>,
}

/// A step as a person enters it: [`ApprovalStep`], whose requirement follows from the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StepEntry {
    /// S01 … S13.
    pub step: Step,
    /// 未报, 已报, 通过 or 退回.
    pub status: StepStatus,
    /// Whether it is done together with the step into which that is allowed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub merged: bool,
    /// 计划日期
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_on: Option<NaiveDate>,
    /// 申报日期
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted_on: Option<NaiveDate>,
    /// 办理时限 in days from 申报日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit_days: Option<u16>,
    /// 办结日期: passed, or the waiver settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// 文号
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc_no: String,
    /// Done jointly.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub joint: bool,
    /// Preliminary-design depth is reached (S03).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub depth_confirmed: bool,
    /// Why it was returned, or another remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub remark: String,
}

impl From<ApprovalStep> for StepEntry {
    fn from(step: ApprovalStep) -> Self {
        Self {
            step: step.step,
            status: step.status,
            merged: step.requirement == Requirement::Merged,
            planned_on: step.planned_on,
            submitted_on: step.submitted_on,
            limit_days: step.limit_days,
            date: step.date,
            doc_no: step.doc_no,
            joint: step.joint,
            depth_confirmed: step.depth_confirmed,
            remark: step.remark,
        }
    }
}

/// What the units say of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReviewEntry {
    /// The opinions by unit; none yet for a unit that is absent.
    #[serde(default)]
    pub opinions: BTreeMap<String, ReviewOpinion>,
    /// The day of the review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
}

/// A milestone that was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MilestoneEntry {
    /// The milestone.
    pub milestone: Milestone,
    /// The day.
    pub date: NaiveDate,
}

/// What the replies to the steps bring; everything is given, what is empty is removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PapersEntry {
    /// 项目代码, given with S03 or S03a.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub national_code: String,
    /// The approved investment by class (S03 or S03c).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<ApprovedEntry>,
    /// 用地手续, where S04 is waived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub land_paper: Option<String>,
    /// 合同日期 (S13)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract_date: Option<NaiveDate>,
    /// 债券发行额 in fen (S12)
    #[serde(default, skip_serializing_if = "Money::is_zero")]
    pub bond_issued: Money,
}

impl PapersEntry {
    /// The papers as they are stored.
    pub fn of(project: &Project) -> Self {
        Self {
            national_code: project.national_code.clone(),
            approved: project.approved.as_ref().map(Into::into),
            land_paper: project.land_paper.clone(),
            contract_date: project.contract_date,
            bond_issued: project.bond_issued,
        }
    }
}

/// The project as it stands with what was entered, whether the guards let it through or not.
pub fn with_approvals(facts: &Dossier, request: &ApprovalsEntry, today: NaiveDate) -> Project {
    let flags = ProjectFacts::of(facts, today).approval_flags();
    let mut project = Project { steps: recomputed(flags, &facts.project.steps), ..facts.project.clone() };
    for entry in &request.steps {
        let step = entered(flags, &project.steps, entry);
        match project.steps.iter_mut().find(|known| known.step == entry.step) {
            Some(known) => *known = step,
            None => project.steps.push(step),
        }
        if entry.step == Step::S12 {
            project.bond_result = match entry.status {
                StepStatus::Passed => BondResult::Passed,
                StepStatus::Returned => BondResult::Refused,
                StepStatus::NotSubmitted | StepStatus::Submitted => BondResult::Pending,
            };
        }
    }
    project.steps.sort_by_key(|step| step.step);
    if let Some(ReviewEntry { opinions, date }) = request.joint_review.clone() {
        let is_empty = opinions.is_empty() && date.is_none();
        project.joint_review = (!is_empty).then_some(JointReview { opinions, date });
    }
    if let Some(milestones) = &request.milestones {
        let reached = |entry: &MilestoneEntry| MilestoneDay { milestone: entry.milestone, date: entry.date };
        project.milestones = milestones.iter().map(reached).collect();
    }
    if let Some(papers) = request.papers.clone() {
        project.national_code = papers.national_code.trim().to_owned();
        project.approved = papers.approved.map(|entry| entry.onto(Approved::default()));
        project.land_paper = papers.land_paper.filter(|paper| !paper.trim().is_empty());
        project.contract_date = papers.contract_date;
        project.bond_issued = papers.bond_issued;
    }
    project
}

/// A step as entered, with the requirement of the plan; what has passed keeps its own.
fn entered(flags: Flags, known: &[ApprovalStep], entry: &StepEntry) -> ApprovalStep {
    let known = known.iter().find(|step| step.step == entry.step);
    let planned = planned_step(flags, entry.step);
    let stands = known.filter(|step| step.status == StepStatus::Passed && entry.status == StepStatus::Passed);
    let requirement = match (planned.requirement, stands) {
        (_, Some(passed)) if planned.merge_allowed.is_none() => passed.requirement,
        (Some(Requirement::Needed), _) if entry.merged && planned.merge_allowed.is_some() => Requirement::Merged,
        (Some(requirement), _) => requirement,
        (None, _) => known.map_or(Requirement::Needed, |step| step.requirement),
    };
    ApprovalStep {
        step: entry.step,
        requirement,
        status: entry.status,
        planned_on: entry.planned_on,
        date: entry.date,
        doc_no: entry.doc_no.trim().to_owned(),
        joint: entry.joint,
        submitted_on: entry.submitted_on,
        limit_days: entry.limit_days,
        depth_confirmed: entry.depth_confirmed,
        remark: entry.remark.trim().to_owned(),
    }
}

impl Act for SaveApprovals {
    const NAME: &'static str = "save_approvals";
    const TITLE: Text = Text::new("保存审批手续", "Save the approvals");
    type Request = ApprovalsEntry;
    type Facts = Dossier;
    type Changes = Project;

    fn decide(facts: &Dossier, request: &ApprovalsEntry, today: NaiveDate) -> Result<Decision<Project>, Vec<Finding>> {
        let malformed = malformed_approvals(facts, request, today);
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let project = with_approvals(facts, request, today);
        let after = Dossier { project, ..facts.clone() };
        let mut found = guards::findings(facts, &after, request, today);
        if found.iter().any(|finding| finding.severity == Severity::E) {
            found.sort_by(Finding::order);
            return Err(found);
        }
        let entry = &facts.project_community;
        let next = next_gate(entry.stage, entry.plan.is_some());
        let shown = rules::form_findings(&ProjectFacts::of(&after, today), next);
        let warnings = shown.into_iter().map(|shown| shown.finding).collect();
        Ok(Decision { changes: after.project, warnings })
    }
}

#[cfg(test)]
mod tests;
