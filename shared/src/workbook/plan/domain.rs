//! What the domain itself says of the objects that rows have touched: what it can't read is a fault of the cell that it came
//! from. Nothing is validated here.

use super::world::{Slot, World};
use crate::{
    acts::{
        CommunityEntry, ProjectEntry, ScheduleEntry, code_number, happened_faults, malformed_buildings,
        malformed_commitments, malformed_community, malformed_lines, malformed_prior_subsidies, malformed_project,
        malformed_schedule,
    },
    exact::Month,
    facts::{ProjectFacts, next_gate},
    finding::{Finding, Gate, Severity},
    model::{CentralUse, Dossier, FundingCommitment, NamedElsewhere, ProjectCommunity, Sibling},
    policy::{funding::fund, stages::CommitmentStatus},
    rules,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Where central money of a project community goes.
fn central_uses(entry: &ProjectCommunity) -> impl Iterator<Item = CentralUse> {
    let is_central = |commitment: &&FundingCommitment| {
        commitment.status == CommitmentStatus::Secured
            && fund(&commitment.funding).is_some_and(|fund| fund.is_central(commitment.level))
    };
    let paid: BTreeSet<&str> =
        entry.commitments.iter().filter(is_central).map(|commitment| commitment.line.as_str()).collect();
    let lines = entry.lines.iter().filter(move |line| paid.contains(line.id.as_str()));
    lines.map(|line| CentralUse { item: line.item.clone(), buildings: line.buildings.clone() })
}

impl World<'_> {
    /// The dossier of a project community as it is now.
    pub(super) fn dossier(&self, place: usize) -> Option<Dossier> {
        let entry = self.entries.get(place)?;
        let now = entry.slot.now()?;
        let others = |list: &[usize]| list.iter().copied().filter(|other| *other != place).collect::<Vec<_>>();
        let siblings = others(self.entries_of_project(entry.project)).into_iter().filter_map(|other| {
            let other = self.entries.get(other)?;
            let reports: Vec<_> = other.reports.iter().filter_map(Slot::now).cloned().collect();
            Some(Sibling::of(other.slot.now()?, &reports))
        });
        let uses: Vec<&ProjectCommunity> = others(self.entries_of(entry.community))
            .into_iter()
            .filter_map(|other| self.entries.get(other)?.slot.now())
            .collect();
        let plans = self.known.plans;
        let plan = plans
            .iter()
            .find(|plan| Some(plan.id) == now.plan)
            .or_else(|| plans.iter().find(|plan| plan.year == now.plan_year));
        Some(Dossier {
            programme: self.programme.clone(),
            community: self.communities.get(entry.community)?.now()?.clone(),
            project: self.projects.get(entry.project)?.now()?.clone(),
            project_community: now.clone(),
            plan: plan.cloned(),
            reports: entry.reports.iter().filter_map(Slot::now).cloned().collect(),
            other_central_lines: uses.iter().flat_map(|entry| central_uses(entry)).collect(),
            named_elsewhere: uses.iter().flat_map(|entry| NamedElsewhere::of(entry)).collect(),
            siblings: siblings.collect(),
        })
    }

    /// The project communities of which a row has touched something.
    pub(super) fn touched(&self) -> Vec<usize> {
        let is_touched = |place: &usize| {
            self.entries.get(*place).is_some_and(|entry| {
                entry.slot.is_touched()
                    || entry.reports.iter().any(Slot::is_touched)
                    || self.communities.get(entry.community).is_some_and(Slot::is_touched)
                    || self.projects.get(entry.project).is_some_and(Slot::is_touched)
            })
        };
        (0..self.entries.len()).filter(is_touched).collect()
    }

    /// How many findings the next gates have for what was touched: those that stop, and warnings.
    pub(super) fn findings(&self, today: NaiveDate) -> (u64, u64) {
        let mut counts = (0, 0);
        for dossier in self.touched().into_iter().filter_map(|place| self.dossier(place)) {
            let entry = &dossier.project_community;
            let next = next_gate(entry.stage, entry.plan.is_some());
            for shown in rules::form_findings(&ProjectFacts::of(&dossier, today), next) {
                match shown.finding.severity {
                    Severity::E => counts.0 += 1,
                    Severity::W => counts.1 += 1,
                }
            }
        }
        counts
    }
}

/// What no rule and no act can read in a dossier.
pub(super) fn unreadable(dossier: &Dossier, today: NaiveDate) -> Vec<Finding> {
    let Dossier { programme, community, project, project_community: entry, .. } = dossier;
    let mut found = Vec::new();
    if code_number(&community.code).is_none() {
        found.push(Finding::malformed("code", "code_form"));
    }
    found.extend(malformed_community(&CommunityEntry::from(community), today));
    found.extend(malformed_project(&ProjectEntry::from(project), today));
    found.extend(malformed_schedule(&ScheduleEntry::from(entry), entry));
    found.extend(happened_faults(entry, today));
    found.extend(malformed_buildings(&community.buildings, &programme.settings, today));
    found.extend(malformed_prior_subsidies(&community.prior_subsidies, &community.buildings, today));
    found.extend(malformed_lines(&entry.lines, &community.buildings));
    found.extend(malformed_commitments(&entry.lines, &entry.commitments));
    let facts = ProjectFacts::of(dossier, today);
    found.extend(rules::check(&facts, Gate::G0).into_iter().filter(|finding| finding.severity == Severity::E));
    found
}

/// A month as the place of its row.
pub(super) fn month_number(month: Month) -> usize {
    /// Months of a year.
    const MONTHS: usize = 12;
    usize::try_from(month.year()).unwrap_or_default() * MONTHS + usize::try_from(month.month()).unwrap_or_default()
}
