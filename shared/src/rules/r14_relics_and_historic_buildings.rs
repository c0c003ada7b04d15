//! # R-14 文物和历史建筑 · Relics and historic buildings
//!
//! Clause 5.4g protects immovable relics and listed historic buildings: works on one that is in scope start only after its
//! protection approval. A building out of scope is left as it is and needs none.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
    policy::{
        approvals::Step,
        stages::{Heritage, StepStatus},
    },
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(14),
    how: &[
        Text::new(
            "改造范围内没有不可移动文物、历史建筑的，不作要求。",
            "Without a relic or historic building in scope nothing is asked.",
        ),
        Text::new("有的，文物或历史建筑保护审批须已通过。", "With one, the protection approval must have passed."),
    ],
    messages: &[Message::any(
        "{building}属于{heritage}，须先办理保护审批",
        "{building} is protected ({heritage}): its protection approval comes first",
    )],
    remedy: Text::new(
        "请项目建设单位报文物主管部门办理{building}的保护审批，或由领导小组办公室将其移出改造范围。",
        "The project owner obtains the protection approval for {building} from the cultural relics authority, or the office takes it out of scope.",
    ),
    fields: &["building"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    if facts.step_status(Step::S11) == StepStatus::Passed {
        return;
    }
    let is_protected = |building: &crate::model::Building| building.in_scope && building.heritage != Heritage::None;
    for (index, building) in facts.buildings.iter().enumerate().filter(|(_, building)| is_protected(building)) {
        found.push(
            Finding::stopping_from(Gate::G2, gate, RULE.id(), format!("buildings/{index}"))
                .with("building", building.no.as_str())
                .with("heritage", building.heritage.code()),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Severity,
        model::{ApprovalStep, Building, Dossier},
        policy::stages::Requirement,
    };
    use chrono::NaiveDate;

    fn found(heritage: Heritage, in_scope: bool, status: StepStatus, gate: Gate) -> Vec<(Severity, bool)> {
        let mut dossier = Dossier::default();
        dossier.community.buildings = vec![Building { heritage, in_scope, ..Building::default() }];
        dossier.project.steps = vec![ApprovalStep { status, ..ApprovalStep::new(Step::S11, Requirement::Needed) }];
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), gate, &mut found);
        found.iter().map(|finding| (finding.severity, finding.is_announcement())).collect()
    }

    #[test]
    fn a_protected_building_in_scope_waits_for_its_approval() {
        use Heritage::{HistoricBuilding, ImmovableRelic};
        use StepStatus::{NotSubmitted, Passed, Returned, Submitted};
        for status in [NotSubmitted, Submitted, Returned] {
            assert_eq!(found(ImmovableRelic, true, status, Gate::G2), [(Severity::E, false)]);
        }
        assert_eq!(found(HistoricBuilding, true, Submitted, Gate::G1), [(Severity::W, true)]);
        assert_eq!(found(HistoricBuilding, true, Passed, Gate::G2), []);
        assert_eq!(found(HistoricBuilding, false, NotSubmitted, Gate::G2), []);
        assert_eq!(found(Heritage::None, true, NotSubmitted, Gate::G2), []);
    }
}
