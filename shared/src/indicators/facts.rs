//! What the indicators read of each community: sums, not rows, so that thousands of communities stay small.

use super::{DutyFacts, due_reports, further_facts};
use crate::{
    exact::{Area, Money, Month, Progress},
    facts::{ProjectFacts, next_gate},
    finding::Severity,
    model::{AnnualPlan, Dossier, InvestmentLine, Programme, Source},
    policy::{
        approvals::Step,
        funding::{InKind, Level, SourceGroup, fund},
        items::OperatorKind,
        stages::{CommitmentStatus, LineStatus, ReportStatus, Requirement, Stage, StepStatus},
    },
    rules,
    short_text::ShortText,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The facts of a programme on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProgrammeFacts {
    /// The programme with its parameters.
    pub programme: Programme,
    /// The day.
    pub as_of: NaiveDate,
    /// Counts the saved changes of the whole programme; an answer of a later revision is newer.
    pub revision: i64,
    /// The annual plans.
    pub plans: Vec<AnnualPlan>,
    /// The project communities, by plan year and code.
    pub communities: Vec<CommunityFacts>,
    /// The duties of the units.
    #[serde(default)]
    pub duties: DutyFacts,
}

/// The facts of one project community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityFacts {
    /// The project community.
    pub id: Uuid,
    /// The community; it counts once in targets.
    pub community: Uuid,
    /// 小区编码
    pub code: String,
    /// 小区名称
    pub name: String,
    /// 社区
    #[serde(default)]
    pub neighbourhood: String,
    /// 计划年度
    pub plan_year: i32,
    /// The plan into which it was entered.
    pub plan: Option<Uuid>,
    /// 阶段
    pub stage: Stage,
    /// 建设单位
    pub project_owner: String,
    /// 责任人
    pub manager_name: String,
    /// Buildings in scope: number, households and area, so that a building counts once over projects.
    pub buildings: Vec<(ShortText, i64, Area)>,
    /// 改造户数
    pub households: i64,
    /// 改造面积
    pub area: Area,
    /// Investment by item, lines that are not 取消.
    pub invest: Vec<(ShortText, Money)>,
    /// Money by source.
    pub sources: Vec<SourceFacts>,
    /// 到位 and 支付 with which it was taken over; of no source.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub opening_money: (Money, Money),
    /// Received by month.
    pub received: Vec<(Month, SourceGroup, Money)>,
    /// Paid by month.
    pub paid: Vec<(Month, SourceGroup, Money)>,
    /// The approved investment, the weight of its progress; Σ of lines when nothing is approved yet.
    pub weight: Money,
    /// 计划开工
    pub planned_start: Option<NaiveDate>,
    /// 实际开工
    pub actual_start: Option<NaiveDate>,
    /// 计划竣工
    pub planned_finish: Option<NaiveDate>,
    /// 实际竣工
    pub completed_on: Option<NaiveDate>,
    /// Planned cumulative progress by month.
    pub baseline: Vec<(Month, Progress)>,
    /// Accepted reports by month.
    pub reports: Vec<ReportFacts>,
    /// Steps of the approvals that have a planned date or a date.
    pub steps: Vec<StepFacts>,
    /// Findings at the next gate.
    pub findings: FindingCounts,
    /// 资金缺口: what lacks on its lines, each for itself.
    #[serde(default, skip_serializing_if = "Money::is_zero")]
    pub gap: Money,
    /// Pipeline investment by operator kind, none for lines that do not name theirs: what operators pay (落实), what is
    /// invested, and what of that is civil works.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pipelines: Vec<(Option<OperatorKind>, Money, Money, Money)>,
    /// Quantities of the works that L-18 counts, by item, in hundredths of its unit: planned, and what of that is 完成.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quantities: Vec<(String, i64, i64)>,
    /// 累计完成投资 with which it was taken over (存量项目补录).
    #[serde(default, skip_serializing_if = "Money::is_zero")]
    pub opening_invest: Money,
    /// The day by which all its buildings in scope were completed; none where that is unknown, or where it will be
    /// expropriated and so is not to be renovated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub built: Option<NaiveDate>,
    /// The first month of which a report is due, and a sign for it and each month after it: `1` on time, `2` late, `3` missing
    ///
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_reports: Option<(Month, String)>,
}

fn is_nothing((received, paid): &(Money, Money)) -> bool {
    received.is_zero() && paid.is_zero()
}

/// The money of one source group of a community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SourceFacts {
    /// 资金代码
    pub funding: ShortText,
    /// The group of L-05; that of F18 follows its level.
    pub group: SourceGroup,
    /// Whether it is 财政资金.
    pub fiscal: bool,
    /// 落实
    pub secured: Money,
    /// 落实 in cash: not goods, not labour.
    pub secured_cash: Money,
    /// 拟争取
    pub applied_for: Money,
    /// 到位
    pub received: Money,
    /// 支付
    pub paid: Money,
}

/// An accepted report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportFacts {
    /// 月份
    pub period: Month,
    /// 形象进度
    pub cum_progress: Progress,
    /// 累计完成投资
    pub cum_invest: Money,
    /// 存在问题
    pub problems: String,
}

/// An approval step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StepFacts {
    /// S01 … S13.
    pub step: Step,
    /// 需办, 免办 or 合并办理.
    pub requirement: Requirement,
    /// 未报, 已报, 通过 or 退回.
    pub status: StepStatus,
    /// Planned date.
    pub planned_on: Option<NaiveDate>,
    /// Date.
    pub date: Option<NaiveDate>,
}

/// How many findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FindingCounts {
    /// Those that stop the next gate.
    pub stops: i64,
    /// Warnings at the next gate.
    pub warnings: i64,
}

impl ProgrammeFacts {
    /// The facts of a programme on a day; communities by plan year and code.
    pub fn of(
        programme: Programme,
        plans: Vec<AnnualPlan>,
        dossiers: &[Dossier],
        as_of: NaiveDate,
        revision: i64,
    ) -> Self {
        let communities = Vec::new();
        let mut facts = Self { programme, as_of, revision, plans, communities, duties: DutyFacts::default() };
        facts.replace(&BTreeSet::new(), dossiers.iter().map(|dossier| CommunityFacts::of(dossier, as_of)));
        facts
    }

    /// Takes out the project communities `of` and puts `now` in their places, by plan year and code.
    pub fn replace(&mut self, of: &BTreeSet<Uuid>, now: impl IntoIterator<Item = CommunityFacts>) {
        self.communities.retain(|known| !of.contains(&known.id));
        self.communities.extend(now);
        self.communities.sort_by(|a, b| (a.plan_year, &a.code, a.id).cmp(&(b.plan_year, &b.code, b.id)));
    }

    /// The plan into which a community was entered.
    pub fn plan_of(&self, community: &CommunityFacts) -> Option<&AnnualPlan> {
        let plan = community.plan?;
        self.plans.iter().find(|known| known.id == plan)
    }
}

impl CommunityFacts {
    /// The facts of a dossier on a day.
    pub fn of(dossier: &Dossier, as_of: NaiveDate) -> Self {
        let entry = &dossier.project_community;
        let view = ProjectFacts::of(dossier, as_of);
        let total: Money = counted_lines(dossier).map(|line| line.amount).sum();
        Self {
            id: entry.id,
            community: entry.community,
            code: dossier.community.code.clone(),
            name: dossier.community.name.clone(),
            neighbourhood: dossier.community.neighbourhood.clone(),
            plan_year: entry.plan_year,
            plan: entry.plan,
            stage: entry.stage,
            project_owner: dossier.project.project_owner.clone(),
            manager_name: dossier.project.manager_name.clone(),
            buildings: dossier
                .community
                .buildings
                .iter()
                .filter(|building| building.in_scope)
                .map(|building| (building.no.as_str().into(), building.households, building.floor_area))
                .collect(),
            households: entry.scope_households,
            area: entry.scope_area,
            invest: counted_lines(dossier)
                .fold(BTreeMap::<&str, Money>::new(), |mut sums, line| {
                    let sum = sums.entry(line.item.as_str()).or_default();
                    *sum = sum.plus(line.amount);
                    sums
                })
                .into_iter()
                .map(|(item, amount)| (item.into(), amount))
                .collect(),
            sources: sources(&view, dossier, as_of),
            opening_money: entry
                .opening
                .as_ref()
                .map_or((Money::ZERO, Money::ZERO), |opening| (opening.received, opening.paid)),
            received: by_month(
                entry.receipts.iter().map(|receipt| (receipt.date, &receipt.source, receipt.amount)),
                as_of,
            ),
            paid: by_month(entry.payments.iter().map(|payment| (payment.date, &payment.source, payment.amount)), as_of),
            weight: dossier
                .project
                .approved
                .map(|approved| approved.total)
                .filter(|sum| *sum > Money::ZERO)
                .unwrap_or(total),
            planned_start: entry.planned_start,
            actual_start: entry.actual_start,
            planned_finish: entry.planned_finish,
            completed_on: entry.completed_on,
            baseline: entry
                .baseline
                .iter()
                .map(|point| (point.period, point.cum_progress))
                .collect::<BTreeMap<_, _>>()
                .into_iter()
                .collect(),
            reports: reports(dossier),
            steps: dossier
                .project
                .steps
                .iter()
                .map(|step| StepFacts {
                    step: step.step,
                    requirement: step.requirement,
                    status: step.status,
                    planned_on: step.planned_on,
                    date: step.date,
                })
                .collect(),
            findings: FindingCounts::of(dossier, as_of),
            gap: further_facts::gap(&view),
            pipelines: further_facts::pipelines(&view),
            quantities: further_facts::quantities(dossier),
            opening_invest: entry.opening.as_ref().map_or(Money::ZERO, |opening| opening.cum_invest),
            built: further_facts::built(dossier),
            due_reports: due_reports::of(dossier, as_of),
        }
    }

    /// Whether it was started by the day, completed or not.
    pub fn started_by(&self, day: NaiveDate) -> bool {
        self.actual_start.is_some_and(|start| start <= day)
    }

    /// Investment of the lines that count.
    pub fn total(&self) -> Money {
        self.invest.iter().map(|(_, amount)| *amount).sum()
    }
}

impl FindingCounts {
    /// The findings of a dossier at its next gate (section 1).
    pub fn of(dossier: &Dossier, as_of: NaiveDate) -> Self {
        let entry = &dossier.project_community;
        let next = next_gate(entry.stage, entry.plan.is_some());
        let mut counts = Self::default();
        for shown in rules::form_findings(&ProjectFacts::of(dossier, as_of), next) {
            match shown.finding.severity {
                Severity::E => counts.stops += 1,
                Severity::W => counts.warnings += 1,
            }
        }
        counts
    }

    /// Both counts added up.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self { stops: self.stops + other.stops, warnings: self.warnings + other.warnings }
    }
}

/// Lines that are not 取消.
pub(super) fn counted_lines(dossier: &Dossier) -> impl Iterator<Item = &InvestmentLine> {
    dossier.project_community.lines.iter().filter(|line| line.status != LineStatus::Cancelled)
}

fn reports(dossier: &Dossier) -> Vec<ReportFacts> {
    let mut reports: Vec<ReportFacts> = dossier
        .reports
        .iter()
        .filter(|report| report.status == ReportStatus::Accepted)
        .map(|report| ReportFacts {
            period: report.period,
            cum_progress: report.cum_progress,
            cum_invest: report.cum_invest,
            problems: report.problems.clone(),
        })
        .collect();
    reports.sort_by_key(|report| report.period);
    reports
}

fn sources(view: &ProjectFacts<'_>, dossier: &Dossier, as_of: NaiveDate) -> Vec<SourceFacts> {
    let entry = &dossier.project_community;
    let cancelled =
        |line: &str| entry.lines.iter().any(|known| known.id == line && known.status == LineStatus::Cancelled);
    let mut sums: BTreeMap<(String, SourceGroup), SourceFacts> = BTreeMap::new();
    let mut of = |funding: &str, level: Option<Level>, add: &dyn Fn(&mut SourceFacts)| {
        let Some(known) = fund(funding) else { return };
        let group = known.group(level);
        let facts = sums.entry((funding.to_owned(), group)).or_insert_with(|| SourceFacts {
            funding: funding.into(),
            group,
            fiscal: known.is_fiscal(level),
            secured: Money::ZERO,
            secured_cash: Money::ZERO,
            applied_for: Money::ZERO,
            received: Money::ZERO,
            paid: Money::ZERO,
        });
        add(facts);
    };
    for commitment in entry.commitments.iter().filter(|commitment| !cancelled(&commitment.line)) {
        let amount = commitment.amount;
        let status = view.status_of(commitment);
        let in_kind =
            commitment.in_kind || fund(&commitment.funding).is_some_and(|fund| fund.in_kind == InKind::Always);
        of(&commitment.funding, commitment.level, &|facts| match status {
            CommitmentStatus::Secured => {
                facts.secured = facts.secured.plus(amount);
                if !in_kind {
                    facts.secured_cash = facts.secured_cash.plus(amount);
                }
            }
            CommitmentStatus::AppliedFor => facts.applied_for = facts.applied_for.plus(amount),
            CommitmentStatus::Intended => {}
        });
    }
    for receipt in entry.receipts.iter().filter(|receipt| receipt.date <= as_of) {
        of(&receipt.source.funding, receipt.source.level, &|facts| {
            facts.received = facts.received.plus(receipt.amount)
        });
    }
    for payment in entry.payments.iter().filter(|payment| payment.date <= as_of) {
        of(&payment.source.funding, payment.source.level, &|facts| facts.paid = facts.paid.plus(payment.amount));
    }
    sums.into_values().collect()
}

fn by_month<'a>(
    flows: impl Iterator<Item = (NaiveDate, &'a Source, Money)>,
    as_of: NaiveDate,
) -> Vec<(Month, SourceGroup, Money)> {
    let mut sums: BTreeMap<(Month, SourceGroup), Money> = BTreeMap::new();
    for (date, source, amount) in flows.filter(|(date, ..)| *date <= as_of) {
        if let Some(known) = fund(&source.funding) {
            let sum = sums.entry((Month::of(date), known.group(source.level))).or_default();
            *sum = sum.plus(amount);
        }
    }
    sums.into_iter().map(|((month, group), amount)| (month, group, amount)).collect()
}
