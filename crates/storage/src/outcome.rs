//! What an act leaves of a dossier: every part that stands differently, one version on, as rows and as what the audit log
//! shows of it.

use crate::{
    Changed, StorageError,
    aggregate::{Aggregate, Rows},
    audit::Left,
    central_uses::shows_its_community_something_else,
    convert::{community_aggregate, plan_aggregate, project_aggregate, project_community_aggregate, report_aggregate},
    difference::Difference,
    siblings::shows_siblings_something_else,
};
use anju_domain::model::{AnnualPlan, Community, Dossier, MonthlyReport, Project, ProjectCommunity};
use uuid::Uuid;

/// What an act leaves.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) project_community: Option<(ProjectCommunity, Aggregate)>,
    pub(crate) plan: Option<AnnualPlan>,
    pub(crate) project: Option<Project>,
    pub(crate) community: Option<Community>,
    pub(crate) reports: Vec<MonthlyReport>,
    /// The aggregates beside the project community: as they were, as they are.
    pub(crate) beside: Vec<(Option<Aggregate>, Aggregate)>,
    /// For the audit log.
    pub(crate) difference: Difference,
}

impl Outcome {
    /// What stands differently than in a dossier; what the act gives back as it was is left out.
    pub(crate) fn of(programme: Uuid, was: &Dossier, rows: &Rows, changed: Changed) -> Result<Self, StorageError> {
        let mut outcome = Self::default();
        if let Some(mut entry) = changed.project_community {
            let before = &was.project_community;
            entry.version = before.version + 1;
            outcome.difference.project_community(before, &entry)?;
            let after = project_community_aggregate(programme, &entry, Some((before, rows)))?;
            outcome.project_community = Some((entry, after));
        }
        if let Some(mut plan) = changed.plan.filter(|plan| was.plan.as_ref() != Some(plan)) {
            let before = was.plan.as_ref().filter(|before| before.id == plan.id);
            plan.version = before.map_or(0, |before| before.version) + 1;
            outcome.difference.plan(before, &plan)?;
            outcome.leave(before.map(|before| plan_aggregate(programme, before)), plan_aggregate(programme, &plan))?;
            outcome.plan = Some(plan);
        }
        if let Some(mut project) = changed.project {
            project.version = was.project.version + 1;
            outcome.difference.project(&was.project, &project)?;
            let before = Some(project_aggregate(programme, &was.project));
            outcome.leave(before, project_aggregate(programme, &project))?;
            outcome.project = Some(project);
        }
        if let Some(mut community) = changed.community {
            community.version = was.community.version + 1;
            outcome.difference.community(&was.community, &community)?;
            let before = Some(community_aggregate(programme, &was.community));
            outcome.leave(before, community_aggregate(programme, &community))?;
            outcome.community = Some(community);
        }
        for mut report in changed.reports {
            let before = was.reports.iter().find(|before| before.id == report.id);
            report.version = before.map_or(0, |before| before.version) + 1;
            outcome.difference.report(before, &report)?;
            let was = before.map(|before| report_aggregate(programme, before));
            outcome.leave(was, report_aggregate(programme, &report))?;
            outcome.reports.push(report);
        }
        Ok(outcome)
    }

    fn leave(
        &mut self,
        before: Option<Result<Aggregate, StorageError>>,
        after: Result<Aggregate, StorageError>,
    ) -> Result<(), StorageError> {
        self.beside.push((before.transpose()?, after?));
        Ok(())
    }

    /// Every object that was left, as the chain keeps it.
    pub(crate) fn objects(&self) -> Vec<Left> {
        let entry = self.project_community.iter().map(|(_, after)| Left::of(after));
        entry.chain(self.beside.iter().map(|(_, after)| Left::of(after))).collect()
    }

    /// Whether another dossier shows something else now.
    pub(crate) fn touches(&self, was: &Dossier, other: &Dossier) -> bool {
        let same_community = other.community.id == was.community.id;
        let same_project = other.project.id == was.project.id;
        let entry = self.project_community.as_ref().map(|(entry, _)| entry);
        self.plan.is_some()
            || same_community
                && (self.community.is_some()
                    || entry.is_some_and(|entry| shows_its_community_something_else(&was.project_community, entry)))
            || same_project
                && (self.project.is_some()
                    || !self.reports.is_empty()
                    || entry.is_some_and(|entry| shows_siblings_something_else(&was.project_community, entry)))
    }

    /// Whether there is any reason to look whom it touches.
    pub(crate) fn may_touch_others(&self, was: &Dossier) -> bool {
        self.touches(was, was)
    }

    /// Takes what was left into the dossier; gives the rows of its project community, if they are others now.
    pub(crate) fn enter(self, dossier: &mut Dossier) -> Option<Rows> {
        if self.plan.is_some() {
            dossier.plan = self.plan;
        }
        if let Some(project) = self.project {
            dossier.project = project;
        }
        if let Some(community) = self.community {
            dossier.community = community;
        }
        for report in self.reports {
            dossier.reports.retain(|before| before.id != report.id);
            dossier.reports.push(report);
        }
        dossier.reports.sort_by_key(|report| (report.period, report.id));
        let (entry, after) = self.project_community?;
        dossier.project_community = entry;
        Some(after.rows)
    }
}
