//! # R-15 加装电梯 · Lift
//!
//! Clause 2.3.2 names lifts among the works, and annex 2 item 12 makes them special equipment. A lift is begun where it
//! can stand, where the owners have voted for it, and where planning permit, installation notice and inspection are part
//! of the approvals. Inspection and registration come later; here they only must not have been waived.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
    model::{BuildingSelection, InvestmentLine},
    policy::{
        approvals::Step,
        stages::{LineStatus, Requirement},
    },
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(15),
    how: &[
        Text::new(
            "逐栋核对加装电梯的楼栋：已论证具备加装条件，业主表决已同意。",
            "Each building with a lift: it is feasible, and the owners' vote was for it.",
        ),
        Text::new(
            "规划许可、特种设备安装告知、监督检验和使用登记不得列为无需办理。",
            "Planning permit, installation notice, and inspection and registration are not waived.",
        ),
    ],
    messages: &[Message::any(
        "{building}加装电梯尚不具备条件，缺{missing}",
        "{building}: the lift can't be begun yet, missing: {missing}",
    )],
    remedy: Text::new(
        "请项目建设单位会同社区补齐{building}的{missing}，办妥后再开工；不能补齐的，取消该栋加装电梯。",
        "The project owner and the neighbourhood complete for {building}: {missing}; where that can't be, the lift of this building is dropped.",
    ),
    fields: &["building", "missing"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let is_lift = |line: &&InvestmentLine| line.item == "I15" && line.status != LineStatus::Cancelled;
    let lifts: Vec<&BuildingSelection> =
        facts.lines.iter().map(|line| line.line).filter(is_lift).map(|line| &line.buildings).collect();
    let waived: Vec<Step> = [Step::S05, Step::S10a, Step::S10b]
        .into_iter()
        .filter(|step| !lifts.is_empty() && facts.requirement(*step).is_none_or(|it| it == Requirement::Waived))
        .collect();
    for (index, building) in facts.buildings.iter().enumerate() {
        if !lifts.iter().any(|selection| selection.holds(building)) {
            continue;
        }
        let own = [("lift_feasible", building.lift_feasible), ("consent", facts.has_lift_consent(building))];
        let missing: Vec<String> = own
            .into_iter()
            .filter(|(_, given)| !given)
            .map(|(name, _)| name)
            .chain(waived.iter().map(|step| step.code()))
            .map(str::to_owned)
            .collect();
        if !missing.is_empty() {
            found.push(
                Finding::stopping_from(Gate::G2, gate, RULE.id(), format!("buildings/{index}"))
                    .with("building", building.no.as_str())
                    .with_list("missing", missing),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::{Param, Severity},
        model::{Building, Dossier},
    };
    use chrono::NaiveDate;

    /// Three buildings with a lift: nothing given, feasible, all given; a fourth without.
    fn dossier(status: LineStatus) -> Dossier {
        let mut dossier = Dossier::default();
        let building = |(no, lift_feasible, consent_passed): (&str, bool, bool)| Building {
            no: no.to_owned(),
            in_scope: true,
            lift_feasible,
            consent_passed,
            ..Building::default()
        };
        dossier.community.buildings =
            [("1#", false, false), ("2#", true, false), ("3#", true, true), ("4#", false, false)].map(building).into();
        dossier.project_community.lines = vec![InvestmentLine {
            item: "I15".to_owned(),
            buildings: BuildingSelection::These(["1#", "2#", "3#"].map(str::to_owned).into()),
            status,
            ..InvestmentLine::default()
        }];
        dossier
    }

    fn missing(facts: &ProjectFacts<'_>, gate: Gate) -> Vec<(Severity, String, Vec<String>)> {
        let mut found = Vec::new();
        check(facts, gate, &mut found);
        let told = |finding: &Finding| match finding.params.get("missing") {
            Some(Param::List(list)) => (finding.severity, finding.path.clone(), list.clone()),
            _ => panic!("{finding:?}"),
        };
        found.iter().map(told).collect()
    }

    #[test]
    fn each_building_with_a_lift_says_what_it_lacks() {
        let dossier = dossier(LineStatus::Planned);
        let mut facts = ProjectFacts::of(&dossier, NaiveDate::default());
        let list = |names: &[&str]| -> Vec<String> { names.iter().map(|name| (*name).to_owned()).collect() };
        let at = |severity, path: &str, names: &[&str]| (severity, path.to_owned(), list(names));
        assert_eq!(
            missing(&facts, Gate::G2),
            [
                at(Severity::E, "buildings/0", &["lift_feasible", "consent"]),
                at(Severity::E, "buildings/1", &["consent"])
            ]
        );
        assert_eq!(missing(&facts, Gate::G1)[1], at(Severity::W, "buildings/1", &["consent"]));
        facts.requirements = vec![(Step::S05, Requirement::Waived), (Step::S10b, Requirement::Waived)];
        assert_eq!(missing(&facts, Gate::G2)[2], at(Severity::E, "buildings/2", &["S05", "S10b"]));
        facts.requirements = vec![(Step::S05, Requirement::Merged), (Step::S10b, Requirement::Needed)];
        assert_eq!(missing(&facts, Gate::G2).len(), 2, "merged is not waived");
    }

    #[test]
    fn a_cancelled_lift_asks_for_nothing() {
        let dossier = dossier(LineStatus::Cancelled);
        assert_eq!(missing(&ProjectFacts::of(&dossier, NaiveDate::default()), Gate::G2), []);
    }
}
