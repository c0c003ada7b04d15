//! A row of 台账 from a project community: what the ledger says of it, sums from their parts.

use super::sheets::LedgerRow;
use crate::{
    exact::Money,
    language::Language,
    model::{Community, MonthlyReport, Programme, Project, ProjectCommunity},
    naming::item_with_code,
    policy::{
        funding::{SourceGroup, fund},
        items::{Class, item},
        stages::{BondResult, CommitmentStatus, LineStatus, ReportStatus},
    },
};
use chrono::NaiveDate;

/// What a row of the ledger is made from.
pub(super) struct LedgerFacts<'a> {
    pub(super) programme: &'a Programme,
    pub(super) community: &'a Community,
    pub(super) project: &'a Project,
    pub(super) entry: &'a ProjectCommunity,
    pub(super) reports: &'a [&'a MonthlyReport],
}

/// The group of 其他 in the ledger: former owners, loans, capital.
const NAMED_GROUPS: [SourceGroup; 6] = [
    SourceGroup::Central,
    SourceGroup::Provincial,
    SourceGroup::County,
    SourceGroup::Bonds,
    SourceGroup::Operators,
    SourceGroup::Residents,
];

/// The row of a project community on a day; its number is left open.
pub(super) fn ledger_row(facts: &LedgerFacts<'_>, today: NaiveDate) -> LedgerRow {
    let LedgerFacts { programme, community, project, entry, reports } = facts;
    let in_scope = || community.buildings.iter().filter(|building| building.in_scope);
    let has_buildings = !community.buildings.is_empty();
    let lines = || entry.lines.iter().filter(|line| line.status != LineStatus::Cancelled);
    let has_lines = !entry.lines.is_empty();
    let class_of = |code: &str| item(code).map(|item| item.class_under(&programme.settings, today));
    let of_class = |class: Class| {
        has_lines
            .then(|| lines().filter(|line| class_of(&line.item) == Some(class)).map(|line| line.amount).sum::<Money>())
    };
    // Special bonds count as secured from their review.
    let is_secured = |commitment: &&crate::model::FundingCommitment| {
        commitment.status == CommitmentStatus::Secured
            && (commitment.funding != "F12" || project.bond_result == BondResult::Passed)
    };
    let group = |commitment: &crate::model::FundingCommitment| {
        fund(&commitment.funding).map(|fund| fund.group(commitment.level))
    };
    let of_group = |wanted: Option<SourceGroup>| {
        let is_it = |commitment: &&crate::model::FundingCommitment| match (group(commitment), wanted) {
            (Some(group), Some(wanted)) => group == wanted,
            (Some(group), None) => !NAMED_GROUPS.contains(&group),
            (None, _) => false,
        };
        has_lines.then(|| {
            entry.commitments.iter().filter(is_secured).filter(is_it).map(|commitment| commitment.amount).sum::<Money>()
        })
    };
    let last =
        reports.iter().filter(|report| report.status == ReportStatus::Accepted).max_by_key(|report| report.period);
    let opening = entry.opening.as_ref();
    let taken_over = |sum: Money, before: Option<Money>| sum.plus(before.unwrap_or_default());
    LedgerRow {
        number: None,
        code: community.code.clone(),
        national_code: project.national_code.clone(),
        project: project.name.clone(),
        name: community.name.clone(),
        neighbourhood: community.neighbourhood.clone(),
        built: built(&mut in_scope().filter_map(crate::model::Building::built_year)),
        buildings: if has_buildings { i64::try_from(in_scope().count()).ok() } else { entry.scope_count },
        households: Some(if has_buildings {
            in_scope().map(|building| building.households).sum()
        } else {
            entry.scope_households
        }),
        area: Some(if has_buildings { in_scope().map(|building| building.floor_area).sum() } else { entry.scope_area }),
        plan_year: Some(entry.plan_year),
        classes: classes(lines().filter_map(|line| class_of(&line.item))),
        works: works(lines()),
        total: if has_lines { Some(lines().map(|line| line.amount).sum()) } else { entry.total_invest },
        basic: of_class(Class::Basic),
        improvement: of_class(Class::Improvement),
        upgrade: of_class(Class::Upgrade),
        other_costs: of_class(Class::Other),
        central: of_group(Some(SourceGroup::Central)),
        provincial: of_group(Some(SourceGroup::Provincial)),
        county: of_group(Some(SourceGroup::County)),
        bonds: of_group(Some(SourceGroup::Bonds)),
        operators: of_group(Some(SourceGroup::Operators)),
        residents: of_group(Some(SourceGroup::Residents)),
        others: of_group(None),
        received: Some(taken_over(
            entry.receipts.iter().map(|receipt| receipt.amount).sum(),
            opening.map(|opening| opening.received),
        )),
        paid: Some(taken_over(
            entry.payments.iter().map(|payment| payment.amount).sum(),
            opening.map(|opening| opening.paid),
        )),
        project_owner: project.project_owner.clone(),
        manager: project.manager_name.clone(),
        planned_start: entry.planned_start,
        actual_start: entry.actual_start,
        planned_finish: entry.planned_finish,
        completed_on: entry.completed_on,
        stage: Some(entry.stage),
        progress: last.map(|report| report.cum_progress).or_else(|| opening.map(|opening| opening.cum_progress)),
        cum_invest: last.map(|report| report.cum_invest).or_else(|| opening.map(|opening| opening.cum_invest)),
        problems: last.map(|report| report.problems.clone()).unwrap_or_default(),
    }
}

/// 1994 or 1994—1998.
fn built(years: &mut dyn Iterator<Item = i32>) -> String {
    let years: Vec<i32> = years.collect();
    match (years.iter().min(), years.iter().max()) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => format!("{first}—{last}"),
        _ => String::new(),
    }
}

fn classes(found: impl Iterator<Item = Class>) -> String {
    let found: Vec<Class> = found.collect();
    let named = Class::ALL.iter().filter(|class| found.contains(class)).map(|class| class.code());
    named.collect::<Vec<_>>().join("、")
}

/// Items with their quantities: 供热2240m、屋面维修4780㎡.
fn works<'a>(lines: impl Iterator<Item = &'a crate::model::InvestmentLine>) -> String {
    let shown = lines.map(|line| {
        let name = item(&line.item).map_or_else(|| item_with_code(&line.item, Language::Zh), |item| item.zh.to_owned());
        format!("{name}{}{}", line.quantity, line.unit)
    });
    shown.collect::<Vec<_>>().join("、")
}
