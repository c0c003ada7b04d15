//! Steps of approvals that rows bring or change, judged as the form judges them.

use super::{
    Pass,
    approvals::step_number,
    judged::Said,
    world::{List, Slot},
};
use crate::{
    acts::{ApprovalsEntry, StepEntry, malformed_approvals},
    finding::Finding,
    model::Dossier,
};

impl Pass<'_, '_> {
    /// What can't be read in the steps of a project community's project. What the sheet has no column for is missing, which is
    /// told elsewhere. Which steps a new project has follows from its annual plan, of which no sheet tells.
    pub(super) fn of_steps(&self, place: usize, dossier: &Dossier) -> Vec<Said> {
        let mut said = Vec::new();
        let Some(project) = self.world.entries.get(place).map(|entry| entry.project) else { return said };
        let before = self.world.projects.get(project).and_then(Slot::before);
        let known = before.map_or(&[][..], |project| &project.steps);
        let mut as_before = None;
        for step in dossier.project.steps.iter().filter(|step| !known.contains(step)) {
            let Some(row) = self.world.origins.get(&(List::Steps, project, step_number(step.step))) else { continue };
            let facts = as_before.get_or_insert_with(|| {
                let mut facts = dossier.clone();
                facts.project.steps = known.to_vec();
                facts
            });
            let request = ApprovalsEntry { steps: vec![StepEntry::from(step.clone())], ..ApprovalsEntry::default() };
            let found = malformed_approvals(facts, &request, self.today).into_iter();
            let told = |finding: Finding| Some((column_of(&finding, before.is_some())?.to_owned(), finding));
            said.extend(found.filter_map(told).map(|finding| (*row, Some(finding))));
        }
        said
    }
}

/// The field of the sheet that a finding speaks of.
fn column_of(finding: &Finding, is_planned: bool) -> Option<&'static str> {
    match finding.path.rsplit('/').next()? {
        "step" if is_planned => Some("step"),
        "status" | "merged" if is_planned => Some("state"),
        "date" => Some("date"),
        "doc_no" => Some("doc_no"),
        _ => None,
    }
}
