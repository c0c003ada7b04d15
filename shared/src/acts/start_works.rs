//! 开工 (gate G2): an act of the office. The plan is issued, the steps of the approvals are settled, nothing stops the whole
//! validator, and the day is given; what is missing is listed (section 7).

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

/// 开工
#[derive(Clone, Copy, Debug)]
pub struct StartWorks;

/// The start of works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StartEntry {
    /// 实际开工
    pub actual_start: NaiveDate,
}

/// What the rules say of a start on a day: the very list by which the act is refused or allowed.
///
/// # Errors
/// Everything that was found, when anything of it stops the start.
pub fn start_findings(facts: &Dossier, on: NaiveDate, today: NaiveDate) -> Result<Vec<Finding>, Vec<Finding>> {
    let change =
        StageChange { to: Stage::NewStart, on: Some(on), reason: "", paper: "", consent: false, is_fact: false };
    judged(&started(facts, on), &change, Some(Gate::G2), today)
}

/// The dossier with its day of start, still in reserve.
fn started(facts: &Dossier, on: NaiveDate) -> Dossier {
    let entry = ProjectCommunity { actual_start: Some(on), ..facts.project_community.clone() };
    Dossier { project_community: entry, ..facts.clone() }
}

impl Act for StartWorks {
    const NAME: &'static str = "start_works";
    const TITLE: Text = Text::new("登记开工", "Start of works");
    type Request = StartEntry;
    type Facts = Dossier;
    type Changes = ProjectCommunity;

    fn decide(
        facts: &Dossier,
        request: &StartEntry,
        today: NaiveDate,
    ) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        let malformed = day_faults("actual_start", request.actual_start, None, today);
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let warnings = start_findings(facts, request.actual_start, today)?;
        let changes = ProjectCommunity {
            stage: Stage::NewStart,
            actual_start: Some(request.actual_start),
            ..facts.project_community.clone()
        };
        Ok(Decision { changes, warnings })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Param,
        model::AnnualPlan,
        policy::{approvals::Step, stages::PlanStatus},
        sample,
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The first sample as it was on the day of its start: in reserve, with all its papers.
    fn ready() -> Dossier {
        let mut dossier = sample::programme().dossiers[0].clone();
        let entry = &mut dossier.project_community;
        (entry.stage, entry.actual_start) = (Stage::Reserve, None);
        dossier
    }

    fn start(dossier: &Dossier, on: &str) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        StartWorks::decide(dossier, &StartEntry { actual_start: day(on) }, day("2022-10-08"))
    }

    #[test]
    fn with_all_its_papers_the_works_start() {
        let dossier = ready();
        let started = start(&dossier, "2022-04-10").unwrap().changes;
        assert_eq!((started.stage, started.actual_start), (Stage::NewStart, Some(day("2022-04-10"))));
        assert!(start(&dossier, "2022-10-08").is_ok(), "today");
        assert_eq!(start(&dossier, "2022-10-09").unwrap_err()[0].params.text("why"), Some("day_to_come"));
    }

    #[test]
    fn a_permit_after_the_start_stops_it() {
        let dossier = ready();
        let permit = dossier.project.step(Step::S07).unwrap().date.unwrap();
        assert!(start(&dossier, &permit.to_string()).is_ok(), "the same day passes");
        let before = permit.pred_opt().unwrap().to_string();
        assert!(start(&dossier, &before).unwrap_err().iter().any(|finding| finding.rule == "R-38"));
    }

    #[test]
    fn what_is_missing_is_listed() {
        let mut dossier = ready();
        dossier.plan = dossier.plan.map(|plan| AnnualPlan { status: PlanStatus::Draft, ..plan });
        dossier.project.steps.retain(|step| step.step != Step::S02);
        let refused = start(&dossier, "2022-04-10").unwrap_err();
        let change = refused.iter().find(|finding| finding.rule == "R-40").unwrap();
        let missing = ["issued_plan", "S02"].map(str::to_owned).to_vec();
        assert_eq!(change.params.get("missing"), Some(&Param::List(missing)));
        dossier.project_community.stage = Stage::Completed;
        let illegal = start(&dossier, "2022-04-10").unwrap_err();
        assert_eq!(illegal.len(), 1, "of what is no change of the table nothing else is said: {illegal:?}");
    }
}
