//! # R-04 曾获中央补助小区准入 · Entry after central aid
//!
//! Clause 2.2b: a community that had central aid before may enter again only if its facilities are still deficient and its
//! residents are strongly willing. One of the two deficiencies is enough; the notice's 社会服务设施 are taken as the 社区服务设施
//! of clause 2.1a.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
    policy::funding::Level,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(4),
    how: &[
        Text::new("只查曾享受中央级补助的小区。", "Only communities that had aid of central level before are asked."),
        Text::new(
            "市政配套设施不完善或社区服务设施不健全，且居民改造意愿强烈。",
            "Municipal facilities or community services are deficient, and the residents are strongly willing.",
        ),
    ],
    messages: &[Message::any(
        "该小区曾享受中央补助，须配套设施仍不完善且居民改造意愿强烈方可纳入",
        "Central aid was used before: the community must still be deficient and its residents strongly willing",
    )],
    remedy: Text::new(
        "请城关镇人民政府重新摸底，由领导小组办公室登记设施不足和居民意愿；确不符合的，不予纳入。",
        "The town surveys the community again and the office records deficiency and will; if they are not so, the community stays out.",
    ),
    fields: &[],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let community = facts.community;
    let deficient = community.infra_incomplete || community.service_incomplete;
    let aided = || facts.prior_subsidies.iter().any(|prior| prior.level == Level::Central);
    if (!deficient || !community.will_strong) && aided() {
        let path = if deficient { "will_strong" } else { "infra_incomplete" };
        found.push(Finding::stopping_from(Gate::G1, gate, RULE.id(), path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        exact::Money,
        finding::Severity,
        model::{BuildingSelection, Dossier, PriorSubsidy},
    };
    use chrono::NaiveDate;

    fn found(level: Level, infra: bool, service: bool, will: bool, gate: Gate) -> Vec<Severity> {
        let mut dossier = Dossier::default();
        let community = &mut dossier.community;
        (community.infra_incomplete, community.service_incomplete, community.will_strong) = (infra, service, will);
        community.prior_subsidies = vec![PriorSubsidy {
            item: "B07".to_owned(),
            buildings: BuildingSelection::All,
            level,
            programme: String::new(),
            year: None,
            amount: Money::ZERO,
            doc: None,
        }];
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), gate, &mut found);
        found.iter().map(|finding| finding.severity).collect()
    }

    #[test]
    fn one_deficiency_and_the_will() {
        assert_eq!(found(Level::Central, true, false, true, Gate::G1), []);
        assert_eq!(found(Level::Central, false, true, true, Gate::G1), []);
        assert_eq!(found(Level::Central, true, true, false, Gate::G1), [Severity::E]);
        assert_eq!(found(Level::Central, false, false, true, Gate::G0), [Severity::W]);
        assert_eq!(found(Level::Province, false, false, false, Gate::G1), []);
    }
}
