//! Plans, steps, dates and reports of a project that does everything in its turn.

use super::Seeded;
use crate::{
    exact::{Month, Progress},
    model::{
        AnnualPlan, ApprovalStep, Baseline, Community, MonthlyReport, Project, ProjectCommunity, PropertyManagement,
        ReportRecord,
    },
    policy::{
        approvals::Step,
        stages::{Heritage, PlanStatus, ReportStatus, Requirement, Stage, StepStatus},
    },
};
use chrono::{Datelike, Days, NaiveDate};

/// Fills in the papers; gives the plan.
pub(super) fn fill(
    entry: &mut ProjectCommunity,
    project: &mut Project,
    community: &Community,
    random: &mut Seeded,
) -> Option<AnnualPlan> {
    let start = NaiveDate::from_ymd_opt(entry.plan_year, 4, 10)?;
    let after = |days: u64| start.checked_add_days(Days::new(days));
    let before = |days: u64| start.checked_sub_days(Days::new(days));
    entry.planned_start = Some(start);
    entry.planned_finish = after(240);
    let is_started = entry.stage != Stage::Reserve;
    entry.actual_start = is_started.then(|| after(random.number() % 20)).flatten();
    entry.completed_on = (entry.stage == Stage::Completed).then(|| after(200)).flatten();
    entry.property_management = entry.completed_on.map(|day| PropertyManagement {
        committee: Some(day),
        mode: Some("专业物业".to_owned()),
        services: Some("保洁、秩序维护".to_owned()),
        fee: Some(crate::exact::Money::from_fen(random.between(0, 100))),
        ..PropertyManagement::default()
    });
    entry.baseline = std::iter::successors(Some(Month::of(start)), |month| Some(month.next()))
        .zip(1..=8)
        .map(|(period, eighth)| Baseline { period, cum_progress: Progress::from_tenths(eighth * 125) })
        .collect();
    project.name = format!("{}改造项目", community.name);
    project.national_code =
        format!("{:02}12-620724-04-01-{:06}", (entry.plan_year - 1) % 100, random.between(1, 999_999));
    project.project_owner = (*random.pick(&["县住建局", "城关镇人民政府"])).to_owned();
    project.manager_name = "样例责任人".to_owned();
    project.manager_post = "项目经理".to_owned();
    project.pledge = true;
    project.land_paper = Some("国有土地使用证".to_owned());
    project.contract_date = before(15);
    let has_heritage = community.buildings.iter().any(|one| one.in_scope && one.heritage != Heritage::None);
    let has_bonds = entry.commitments.iter().any(|commitment| commitment.funding == "F12");
    let passed = |step, days| step_of(step, Requirement::Needed, StepStatus::Passed, before(days));
    let waived = |step| step_of(step, Requirement::Waived, StepStatus::NotSubmitted, before(35));
    project.steps = vec![passed(Step::S01, 90), passed(Step::S02, 60), passed(Step::S03, 40)];
    project.steps.extend([waived(Step::S04), waived(Step::S05), waived(Step::S06)]);
    project.steps.extend([passed(Step::S07, 8), passed(Step::S08, 8)]);
    if let Some(day) = entry.completed_on {
        project.steps.push(step_of(Step::S09, Requirement::Needed, StepStatus::Passed, Some(day)));
    }
    if has_heritage {
        project.steps.push(passed(Step::S11, 30));
    }
    if has_bonds {
        project.steps.push(passed(Step::S12, 30));
    }
    project.steps.push(passed(Step::S13, 20));
    plan(entry, random)
}

fn step_of(step: Step, requirement: Requirement, status: StepStatus, date: Option<NaiveDate>) -> ApprovalStep {
    ApprovalStep {
        status,
        planned_on: date,
        date,
        doc_no: "〔样例〕2号".to_owned(),
        joint: true,
        ..ApprovalStep::new(step, requirement)
    }
}

/// The plan of the year; a community in reserve may not be in it yet.
fn plan(entry: &mut ProjectCommunity, random: &mut Seeded) -> Option<AnnualPlan> {
    if entry.stage == Stage::Reserve && random.once_in(2) {
        return None;
    }
    let plan = AnnualPlan {
        id: random.id(),
        version: 1,
        year: entry.plan_year,
        batch: 1,
        status: PlanStatus::Issued,
        issued_on: NaiveDate::from_ymd_opt(entry.plan_year - 1, 12, 20),
        doc_no: "〔样例〕1号".to_owned(),
        planned_starts: 1,
        planned_completions: 1,
        planned_households: entry.scope_households,
        planned_area: entry.scope_area,
        planned_invest: entry.total_invest.unwrap_or_default(),
        ..AnnualPlan::default()
    };
    entry.plan = Some(plan.id);
    entry.entered_on = plan.issued_on;
    Some(plan)
}

/// A report a month from the start on, each further than the one before; the last of completed works at the whole.
pub(super) fn reports(entry: &ProjectCommunity, random: &mut Seeded) -> Vec<MonthlyReport> {
    let Some(start) = entry.actual_start else { return Vec::new() };
    let total = entry.total_invest.unwrap_or_default();
    let last = entry.completed_on.map_or_else(|| random.between(1, 6), |day| i64::from(day.month0()) - 2);
    let mut before = crate::exact::Money::ZERO;
    let months = std::iter::successors(Some(Month::of(start)), |month| Some(month.next()));
    let mut reports = Vec::new();
    for (period, number) in months.zip(1..=last) {
        let is_whole = number == last && entry.completed_on.is_some();
        let tenths = if is_whole { 1000 } else { number * 120 };
        let cum_invest = crate::exact::Money::from_fen(total.fen() / 1000 * tenths);
        reports.push(MonthlyReport {
            id: random.id(),
            version: 1,
            project_community: entry.id,
            period,
            cum_progress: Progress::from_tenths(tenths),
            month_invest: cum_invest.minus(before),
            cum_invest,
            problems: String::new(),
            next_steps: "按计划推进".to_owned(),
            reporter: "项目经理".to_owned(),
            submitted_at: period.next().first_day().and_hms_opt(1, 0, 0).map(|time| time.and_utc()),
            status: ReportStatus::Accepted,
            record: ReportRecord::default(),
        });
        before = cum_invest;
    }
    reports
}
