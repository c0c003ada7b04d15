//! # R-03 拟征收拆迁排除 · Planned expropriation excluded
//!
//! Clause 2.2c: what is to be pulled down is not renovated first. Neither the community nor a building in scope may be planned
//! for expropriation; a planned building that stays out of scope disturbs nothing. One finding for the community and for each
//! building.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(3),
    how: &[
        Text::new("小区未列入征收拆迁计划。", "The community is not planned for expropriation."),
        Text::new(
            "纳入改造的楼栋均未列入征收拆迁计划；未纳入改造的楼栋不影响。",
            "No building in scope is planned for expropriation; buildings out of scope don't matter.",
        ),
    ],
    messages: &[Message::any(
        "{object}已列入征收拆迁计划，不得纳入改造范围",
        "{object} is planned for expropriation and must stay out",
    )],
    remedy: Text::new(
        "请领导小组办公室向征收部门核实{object}的征收拆迁计划；确已列入的，移出改造范围。",
        "The office checks the expropriation plan for {object}; what is planned is taken out of scope.",
    ),
    fields: &["object"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let mut say = |path: String, object: &str| {
        found.push(Finding::stopping_from(Gate::G1, gate, RULE.id(), path).with("object", object));
    };
    if facts.community.expropriation_planned {
        say("expropriation_planned".to_owned(), "community");
    }
    for (index, building) in facts.buildings.iter().enumerate() {
        if building.in_scope && building.expropriation_planned {
            say(format!("buildings/{index}/expropriation_planned"), &building.no);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Severity,
        model::{Building, Dossier},
    };
    use chrono::NaiveDate;

    fn found(community: bool, in_scope: bool, gate: Gate) -> Vec<(Severity, String)> {
        let mut dossier = Dossier::default();
        dossier.community.expropriation_planned = community;
        dossier.community.buildings =
            vec![Building { no: "6#".to_owned(), in_scope, expropriation_planned: true, ..Building::default() }];
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), gate, &mut found);
        found.iter().map(|finding| (finding.severity, finding.params.text("object").unwrap().to_owned())).collect()
    }

    #[test]
    fn community_and_buildings_in_scope() {
        assert_eq!(found(false, false, Gate::G1), []);
        assert_eq!(found(false, true, Gate::G1), [(Severity::E, "6#".to_owned())]);
        assert_eq!(found(true, false, Gate::G0), [(Severity::W, "community".to_owned())]);
        assert_eq!(found(true, true, Gate::G4).len(), 2);
    }
}
