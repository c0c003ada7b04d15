//! # R-54 长效管理 · Upkeep
//!
//! Clauses 5.5b and 5.5c: after the works a community is managed for good, with mode, services, fee and an owners' committee.
//! From `upkeep_check_after` days after completion on, what still lacks is told. Free management is a decision, an empty fee is
//! not; a lawful stand-in serves for the committee.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
    model::PropertyManagement,
    policy::parameters::UPKEEP_CHECK_AFTER,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(54),
    how: &[
        Text::new(
            "竣工满规定天数起核查：管理模式、服务内容、收费标准、业主委员会均已落实。",
            "From the given days after completion on: mode, services, fee and owners' committee are settled.",
        ),
        Text::new(
            "免费管理视为已定收费标准；依法代行组织可代替业主委员会。",
            "Free management is a settled fee; a lawful stand-in serves for the committee.",
        ),
    ],
    messages: &[Message::any(
        "竣工满{days}天，后续管理未落实：{missing}",
        "The {days}-day limit after completion has passed; still missing: {missing}",
    )],
    remedy: Text::new(
        "请城关镇人民政府会同社区组织业主落实{missing}，并登记后续管理。",
        "The town and the neighbourhood settle with the owners what is missing ({missing}) and register it.",
    ),
    fields: &["missing"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, _gate: Gate, found: &mut Vec<Finding>) {
    let days = facts.settings.get(UPKEEP_CHECK_AFTER, facts.today);
    let due = facts.entry.completed_on.is_some_and(|completed| (facts.today - completed).num_days() >= days);
    let missing = missing(facts.entry.property_management.as_ref());
    if due && !missing.is_empty() {
        let missing = missing.into_iter().map(str::to_owned).collect();
        let finding = Finding::new(RULE.id(), Severity::W, "property_management");
        found.push(finding.with_integer("days", days).with_list("missing", missing));
    }
}

/// What lacks for good management, whatever the days: `mode`, `services`, `fee`, `committee`, in this order.
pub fn missing(management: Option<&PropertyManagement>) -> Vec<&'static str> {
    let given = |text: Option<&String>| text.is_some_and(|text| !text.trim().is_empty());
    let parts = management.map_or([false; 4], |management| {
        [
            given(management.mode.as_ref()),
            given(management.services.as_ref()),
            management.fee.is_some(),
            management.committee.is_some() || given(management.stand_in.as_ref()),
        ]
    });
    let names = ["mode", "services", "fee", "committee"];
    names.into_iter().zip(parts).filter(|(_, there)| !there).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{exact::Money, finding::Param, language::Language, model::Dossier, rules::message};

    fn found(management: Option<PropertyManagement>, today: &str) -> Vec<Finding> {
        let mut dossier = Dossier::default();
        dossier.project_community.completed_on = "2023-05-01".parse().ok();
        dossier.project_community.property_management = management;
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, today.parse().unwrap()), Gate::G0, &mut found);
        found
    }

    fn free() -> PropertyManagement {
        PropertyManagement {
            mode: Some("自管".to_owned()),
            services: Some("保洁".to_owned()),
            fee: Some(Money::ZERO),
            stand_in: Some("物业管理委员会".to_owned()),
            committee: None,
        }
    }

    #[test]
    fn from_the_ninetieth_day_on() {
        assert_eq!(found(None, "2023-07-29"), []);
        let late = found(None, "2023-07-30");
        assert_eq!(
            message(&late[0], Language::Zh),
            "竣工满90天，后续管理未落实：管理模式、服务内容、收费标准、业主委员会或代行组织"
        );
        assert_eq!(found(None, "2023-07-31").len(), 1);
        assert_eq!(found(Some(free()), "2024-01-01"), []);
    }

    #[test]
    fn each_part_alone() {
        for (name, change) in [
            ("mode", (|m| m.mode = Some(" ".to_owned())) as fn(&mut PropertyManagement)),
            ("services", |m| m.services = None),
            ("fee", |m| m.fee = None),
            ("committee", |m| m.stand_in = None),
        ] {
            let mut management = free();
            change(&mut management);
            let found = found(Some(management), "2024-01-01");
            assert_eq!(found[0].params.get("missing"), Some(&Param::List(vec![name.to_owned()])));
        }
        let committee = PropertyManagement { stand_in: None, committee: "2023-07-01".parse().ok(), ..free() };
        assert!(missing(Some(&committee)).is_empty());
    }
}
