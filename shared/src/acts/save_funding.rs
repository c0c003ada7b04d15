//! Saving the funding of a project community (资金落实): who pays how much of which line.
//!
//! Stops malformed data only (section 1, Malformed); everything else is a finding beside the form.

use super::{Act, Decision};
use crate::{
    exact::Money,
    facts::{ProjectFacts, next_gate},
    finding::{Finding, Gate, Severity},
    language::Text,
    model::{Dossier, FundingCommitment, InvestmentLine, ProjectCommunity},
    policy::{
        funding::{InKind, Level, fund},
        items::{OperatorKind, item},
        stages::CommitmentStatus,
    },
    rules,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The largest amount that every JSON reader keeps exact: 2^53 − 1 fen.
pub(super) const LARGEST_AMOUNT: Money = Money::from_fen((1 << 53) - 1);

/// Saving the funding of a project community.
#[derive(Clone, Copy, Debug)]
pub struct SaveFunding;

/// All commitments of a project community; those left out are removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FundingEntry {
    /// The commitments, in their order.
    pub commitments: Vec<CommitmentEntry>,
}

/// A commitment as a person enters it: [`FundingCommitment`], with nothing unknown beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CommitmentEntry {
    /// Identity, made by whoever enters it.
    pub id: Uuid,
    /// The line that it pays.
    pub line: String,
    /// 资金代码
    pub funding: String,
    /// 资金子类
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_kind: Option<String>,
    /// 级次
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// 出资单位
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub provider: String,
    /// 管线类别
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operator_kind: Option<OperatorKind>,
    /// 文件列明项目
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_items: Vec<String>,
    /// 金额, in fen
    pub amount: Money,
    /// 实物
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_kind: bool,
    /// 计价依据
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valuation_basis: Option<String>,
    /// 文件
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc: Option<String>,
    /// 落实状态
    pub status: CommitmentStatus,
}

impl From<FundingCommitment> for CommitmentEntry {
    fn from(c: FundingCommitment) -> Self {
        Self {
            id: c.id,
            line: c.line,
            funding: c.funding,
            sub_kind: c.sub_kind,
            level: c.level,
            provider: c.provider,
            operator_kind: c.operator_kind,
            allowed_items: c.allowed_items,
            amount: c.amount,
            in_kind: c.in_kind,
            valuation_basis: c.valuation_basis,
            doc: c.doc,
            status: c.status,
        }
    }
}

impl From<CommitmentEntry> for FundingCommitment {
    fn from(c: CommitmentEntry) -> Self {
        Self {
            id: c.id,
            line: c.line,
            funding: c.funding,
            sub_kind: c.sub_kind,
            level: c.level,
            provider: c.provider,
            operator_kind: c.operator_kind,
            allowed_items: c.allowed_items,
            amount: c.amount,
            in_kind: c.in_kind,
            valuation_basis: c.valuation_basis,
            doc: c.doc,
            status: c.status,
        }
    }
}

/// What no rule can read in these commitments: an unknown code or line, an amount that is not above 0, a field
/// that its fund demands (section 1, Malformed). Paths are `commitments/INDEX/FIELD`.
pub fn malformed_commitments(lines: &[InvestmentLine], commitments: &[FundingCommitment]) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut ids = BTreeSet::new();
    for (index, commitment) in commitments.iter().enumerate() {
        let mut say = |field: &str, why| found.push(Finding::malformed(format!("commitments/{index}/{field}"), why));
        if commitment.id.is_nil() || !ids.insert(commitment.id) {
            say("id", "repeated_id");
        }
        if !lines.iter().any(|line| line.id == commitment.line) {
            say("line", "unknown_line");
        }
        if commitment.amount <= Money::ZERO {
            say("amount", "not_above_zero");
        } else if commitment.amount > LARGEST_AMOUNT {
            say("amount", "too_large");
        }
        if commitment.allowed_items.iter().any(|code| item(code).is_none()) {
            say("allowed_items", "unknown_item");
        }
        if commitment.status == CommitmentStatus::AppliedFor && is_blank(commitment.doc.as_deref()) {
            say("doc", "application_document");
        }
        let Some(fund) = fund(&commitment.funding) else {
            say("funding", "unknown_funding");
            continue;
        };
        let sub_kind = commitment.sub_kind.as_deref().unwrap_or_default();
        if !sub_kind.is_empty() && !fund.sub_kinds.contains(&sub_kind) {
            say("sub_kind", "unknown_sub_kind");
        }
        match fund.code {
            "F15" if commitment.operator_kind.is_none() => say("operator_kind", "operator_kind_required"),
            "F18" => {
                if sub_kind.is_empty() {
                    say("sub_kind", "sub_kind_required");
                }
                if !matches!(commitment.level, Some(Level::Central | Level::Province)) {
                    say("level", "level_required");
                }
            }
            "F11" if commitment.allowed_items.is_empty() => say("allowed_items", "allowed_items_required"),
            _ => {}
        }
        if commitment.in_kind && fund.in_kind == InKind::Never {
            say("in_kind", "in_kind_not_allowed");
        }
    }
    found
}

fn is_blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

impl Act for SaveFunding {
    const NAME: &'static str = "save_funding";
    const TITLE: Text = Text::new("保存资金落实", "Save funding");
    type Request = FundingEntry;
    type Facts = Dossier;
    type Changes = ProjectCommunity;

    fn decide(
        facts: &Dossier,
        request: &FundingEntry,
        today: NaiveDate,
    ) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        let commitments: Vec<FundingCommitment> = request.commitments.iter().cloned().map(Into::into).collect();
        let malformed = malformed_commitments(&facts.project_community.lines, &commitments);
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let mut view = ProjectFacts::of(facts, today);
        view.set_money(&facts.project_community.lines, &commitments);
        let next = next_gate(facts.project_community.stage, facts.project_community.plan.is_some());
        let stops: Vec<Finding> =
            rules::check(&view, Gate::G0).into_iter().filter(|finding| finding.severity == Severity::E).collect();
        if !stops.is_empty() {
            return Err(stops);
        }
        let warnings = rules::form_findings(&view, next).into_iter().map(|shown| shown.finding).collect();
        Ok(Decision { changes: ProjectCommunity { commitments, ..facts.project_community.clone() }, warnings })
    }
}
