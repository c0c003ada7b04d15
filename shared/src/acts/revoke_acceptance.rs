//! 撤销验收: what was completed goes back to 在建, a correction of the office with the paper that revokes the acceptance and
//! the consent of its head (section 7). The acceptance counts as returned from then on, so that it is asked for again.

use super::{
    Act, Decision,
    stage_change::{day_faults, judged, text_faults},
};
use crate::{
    finding::Finding,
    language::Text,
    model::{Consenter, Dossier, Project, ProjectCommunity, StageRecord},
    policy::{
        approvals::Step,
        stages::{Stage, StepStatus},
    },
    rules::r40_stage_changes::StageChange,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 撤销验收
#[derive(Clone, Copy, Debug)]
pub struct RevokeAcceptance;

/// Revokes the acceptance of completed works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RevocationEntry {
    /// 撤销日期
    pub revoked_on: NaiveDate,
    /// 撤销原因
    pub reason: String,
    /// 撤销验收的文件
    pub doc: String,
    /// Whether the head of the office consents.
    pub office_head: bool,
}

/// What 撤销验收 changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevocationChanges {
    /// The project community, under way again.
    pub project_community: ProjectCommunity,
    /// The project, whose acceptance was returned.
    pub project: Project,
}

impl Act for RevokeAcceptance {
    const NAME: &'static str = "revoke_acceptance";
    const TITLE: Text = Text::new("撤销验收", "Revoke the acceptance");
    type Request = RevocationEntry;
    type Facts = Dossier;
    type Changes = RevocationChanges;

    fn decide(
        facts: &Dossier,
        request: &RevocationEntry,
        today: NaiveDate,
    ) -> Result<Decision<RevocationChanges>, Vec<Finding>> {
        let entry = &facts.project_community;
        let mut malformed = day_faults("revoked_on", request.revoked_on, entry.completed_on, today);
        malformed.extend(text_faults(&[("reason", &request.reason), ("doc", &request.doc)]));
        if !malformed.is_empty() && entry.stage == Stage::Completed {
            return Err(malformed);
        }
        let change = StageChange {
            to: Stage::UnderWay,
            on: None,
            reason: &request.reason,
            paper: &request.doc,
            consent: request.office_head,
            is_fact: false,
        };
        // From 新开工 the table leads to 在建, too, but nothing was accepted there.
        if entry.stage != Stage::Completed {
            return Err(vec![Finding::malformed("stage", "not_completed")]);
        }
        let warnings = judged(facts, &change, None, today)?;
        let mut project_community = ProjectCommunity { stage: Stage::UnderWay, completed_on: None, ..entry.clone() };
        project_community.stage_records.push(StageRecord {
            from: entry.stage,
            to: Stage::UnderWay,
            on: request.revoked_on,
            reason: request.reason.trim().to_owned(),
            doc: request.doc.trim().to_owned(),
            consented_by: Some(Consenter::OfficeHead),
            completed_on: entry.completed_on,
        });
        let mut project = facts.project.clone();
        for step in project.steps.iter_mut().filter(|step| step.step == Step::S09) {
            step.status = StepStatus::Returned;
            step.date = None;
            step.remark = request.reason.trim().to_owned();
        }
        Ok(Decision { changes: RevocationChanges { project_community, project }, warnings })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        facts::ProjectFacts,
        finding::{Gate, Param},
        model::ApprovalStep,
        policy::stages::Requirement,
        rules::gate_findings,
        sample,
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn completed() -> Dossier {
        let mut dossier = sample::programme().dossiers[0].clone();
        dossier.project_community.stage = Stage::Completed;
        dossier.project_community.completed_on = Some(day("2022-09-30"));
        dossier.project.steps.retain(|step| step.step != Step::S09);
        dossier.project.steps.push(ApprovalStep {
            status: StepStatus::Passed,
            date: Some(day("2022-09-30")),
            ..ApprovalStep::new(Step::S09, Requirement::Needed)
        });
        dossier
    }

    fn entry(on: &str) -> RevocationEntry {
        let (reason, doc) = ("外墙返工".to_owned(), "样例〔2022〕9号".to_owned());
        RevocationEntry { revoked_on: day(on), reason, doc, office_head: true }
    }

    #[test]
    fn what_was_completed_goes_back_and_is_accepted_anew() {
        let dossier = completed();
        let done = RevokeAcceptance::decide(&dossier, &entry("2022-10-01"), day("2022-10-08")).unwrap().changes;
        assert_eq!((done.project_community.stage, done.project_community.completed_on), (Stage::UnderWay, None));
        assert_eq!(done.project_community.stage_records[0].completed_on, Some(day("2022-09-30")));
        let after = Dossier { project: done.project, project_community: done.project_community, ..dossier };
        let found = gate_findings(&ProjectFacts::of(&after, day("2022-10-08")), Gate::G4);
        assert!(found.iter().any(|finding| finding.rule == "R-39"));
    }

    #[test]
    fn it_takes_a_paper_a_reason_and_the_head_of_the_office() {
        let dossier = completed();
        let none =
            RevocationEntry { reason: String::new(), doc: " ".to_owned(), office_head: false, ..entry("2022-10-01") };
        let found = RevokeAcceptance::decide(&dossier, &none, day("2022-10-08")).unwrap_err();
        let missing = ["revocation", "reason", "office_head"].map(str::to_owned).to_vec();
        assert_eq!(found[0].params.get("missing"), Some(&Param::List(missing)));
        let early = RevokeAcceptance::decide(&dossier, &entry("2022-09-29"), day("2022-10-08")).unwrap_err();
        assert_eq!(early[0].params.text("why"), Some("before_start"));
        let mut works = completed();
        works.project_community.stage = Stage::NewStart;
        let found = RevokeAcceptance::decide(&works, &entry("2022-10-01"), day("2022-10-08")).unwrap_err();
        assert_eq!(found[0].params.text("why"), Some("not_completed"));
    }
}
