//! 新开工 → 在建: nobody does it. It follows from the calendar on 1 January after the year of the start, or from the first
//! accepted report with progress (section 7).

use super::{Act, Decision, stage_change::judged};
use crate::{
    finding::Finding,
    language::Text,
    model::{Dossier, ProjectCommunity},
    policy::stages::Stage,
    rules::r40_stage_changes::StageChange,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 新开工 → 在建
#[derive(Clone, Copy, Debug)]
pub struct BecomeUnderWay;

/// Nothing is said: the day and the reports decide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnderWay {}

impl Act for BecomeUnderWay {
    const NAME: &'static str = "become_under_way";
    const TITLE: Text = Text::new("新开工转为在建", "Newly started works are under way");
    type Request = UnderWay;
    type Facts = Dossier;
    type Changes = ProjectCommunity;

    fn decide(facts: &Dossier, _: &UnderWay, today: NaiveDate) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        if facts.project_community.stage != Stage::NewStart {
            return Err(vec![Finding::malformed("stage", "not_newly_started")]);
        }
        let change =
            StageChange { to: Stage::UnderWay, on: None, reason: "", paper: "", consent: false, is_fact: false };
        let warnings = judged(facts, &change, None, today)?;
        Ok(Decision {
            changes: ProjectCommunity { stage: Stage::UnderWay, ..facts.project_community.clone() },
            warnings,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn the_new_year_makes_newly_started_works_go_on() {
        let mut dossier = sample::programme().dossiers[0].clone();
        dossier.reports.clear();
        dossier.project_community.stage = Stage::NewStart;
        let on = |dossier: &Dossier, day: &str| BecomeUnderWay::decide(dossier, &UnderWay {}, day.parse().unwrap());
        assert!(on(&dossier, "2022-12-31").is_err());
        assert_eq!(on(&dossier, "2023-01-01").unwrap().changes.stage, Stage::UnderWay);
        dossier.project_community.stage = Stage::Completed;
        assert!(on(&dossier, "2023-01-01").is_err());
    }
}
