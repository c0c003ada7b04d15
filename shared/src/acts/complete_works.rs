//! 竣工 (gate G4): an act of the office. Progress is complete, each line done or cancelled, the acceptance passed, and the
//! day is not before the start; what is missing is listed (section 7).

use super::{
    Act, Decision,
    stage_change::{day_faults, judged},
};
use crate::{
    finding::{Finding, Gate},
    language::Text,
    model::{Dossier, ProjectCommunity},
    policy::stages::Stage,
    rules::r40_stage_changes::StageChange,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 竣工
#[derive(Clone, Copy, Debug)]
pub struct CompleteWorks;

/// The completion of works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CompletionEntry {
    /// 实际竣工
    pub completed_on: NaiveDate,
}

/// What the rules say of a completion on a day: the very list by which the act is refused or allowed.
///
/// # Errors
/// Everything that was found, when anything of it stops the completion.
pub fn completion_findings(facts: &Dossier, on: NaiveDate, today: NaiveDate) -> Result<Vec<Finding>, Vec<Finding>> {
    let change =
        StageChange { to: Stage::Completed, on: Some(on), reason: "", paper: "", consent: false, is_fact: false };
    let entry = ProjectCommunity { completed_on: Some(on), ..facts.project_community.clone() };
    judged(&Dossier { project_community: entry, ..facts.clone() }, &change, Some(Gate::G4), today)
}

impl Act for CompleteWorks {
    const NAME: &'static str = "complete_works";
    const TITLE: Text = Text::new("登记竣工", "Completion of works");
    type Request = CompletionEntry;
    type Facts = Dossier;
    type Changes = ProjectCommunity;

    fn decide(
        facts: &Dossier,
        request: &CompletionEntry,
        today: NaiveDate,
    ) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        let malformed = day_faults("completed_on", request.completed_on, None, today);
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let warnings = completion_findings(facts, request.completed_on, today)?;
        let changes = ProjectCommunity {
            stage: Stage::Completed,
            completed_on: Some(request.completed_on),
            ..facts.project_community.clone()
        };
        Ok(Decision { changes, warnings })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        exact::Progress,
        finding::Param,
        model::ApprovalStep,
        policy::{
            approvals::Step,
            stages::{LineStatus, Requirement, StepStatus},
        },
        sample,
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The first sample, whose works are done and accepted.
    fn done() -> Dossier {
        let mut dossier = sample::programme().dossiers[0].clone();
        dossier.project_community.lines.iter_mut().for_each(|line| line.status = LineStatus::Done);
        dossier.reports.last_mut().unwrap().cum_progress = Progress::COMPLETE;
        dossier.project.steps.retain(|step| step.step != Step::S09);
        dossier.project.steps.push(ApprovalStep {
            status: StepStatus::Passed,
            date: Some(day("2022-09-30")),
            joint: true,
            ..ApprovalStep::new(Step::S09, Requirement::Needed)
        });
        dossier
    }

    fn complete(dossier: &Dossier, on: &str) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        CompleteWorks::decide(dossier, &CompletionEntry { completed_on: day(on) }, day("2022-10-08"))
    }

    #[test]
    fn accepted_works_are_completed_from_the_day_of_acceptance_on() {
        let dossier = done();
        let completed = complete(&dossier, "2022-09-30").unwrap().changes;
        assert_eq!((completed.stage, completed.completed_on), (Stage::Completed, Some(day("2022-09-30"))));
        assert!(complete(&dossier, "2022-09-29").unwrap_err().iter().any(|finding| finding.rule == "R-39"));
        let early = complete(&dossier, "2022-04-09").unwrap_err();
        let missing = |found: &[Finding]| {
            found.iter().find(|one| one.rule == "R-40").and_then(|one| one.params.get("missing").cloned())
        };
        assert_eq!(missing(&early), Some(Param::List(vec!["completed_after_start".to_owned()])));
        assert_eq!(complete(&dossier, "2022-10-09").unwrap_err()[0].params.text("why"), Some("day_to_come"));
    }

    #[test]
    fn works_in_reserve_or_completed_are_not_completed() {
        for stage in [Stage::Reserve, Stage::NewStart, Stage::Completed, Stage::Withdrawn] {
            let mut dossier = done();
            dossier.project_community.stage = stage;
            let found = complete(&dossier, "2022-09-30").unwrap_err();
            assert_eq!((found.len(), found[0].rule.as_ref()), (1, "R-40"), "{stage}");
        }
    }
}
