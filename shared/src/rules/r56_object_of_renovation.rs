//! # R-56 改造对象 · Object of renovation
//!
//! Clause 2.1a says what an old community is: built early, neglected, with deficient municipal or community facilities. When
//! none of the four is recorded, that is told from the annual plan on.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(56),
    how: &[Text::new(
        "至少登记一项：建成年代较早、失养失修失管、市政配套设施不完善、社区服务设施不健全。",
        "At least one is recorded: built early, neglected, municipal facilities deficient, community services deficient.",
    )],
    messages: &[Message::any(
        "小区未登记任何老旧特征，请核实是否属改造对象",
        "None of the four features of an old community is recorded; check that it belongs here",
    )],
    remedy: Text::new(
        "请城关镇人民政府摸底核实，由领导小组办公室登记老旧特征；不属改造对象的，不予纳入。",
        "The town surveys the community and the office records its features; what is no old community stays out.",
    ),
    fields: &[],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let community = facts.community;
    let old =
        community.built_early || community.neglected || community.infra_incomplete || community.service_incomplete;
    if gate >= Gate::G1 && !old {
        found.push(Finding::new(RULE.id(), Severity::W, "built_early"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Community, Dossier};
    use chrono::NaiveDate;

    fn found(set: fn(&mut Community), gate: Gate) -> Vec<Severity> {
        let mut dossier = Dossier::default();
        set(&mut dossier.community);
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), gate, &mut found);
        found.iter().map(|finding| finding.severity).collect()
    }

    #[test]
    fn one_of_the_four_is_enough() {
        assert_eq!(found(|_| {}, Gate::G0), []);
        assert_eq!(found(|_| {}, Gate::G1), [Severity::W]);
        assert_eq!(found(|community| community.will_strong = true, Gate::G1), [Severity::W]);
        for set in [
            (|community| community.built_early = true) as fn(&mut Community),
            |community| community.neglected = true,
            |community| community.infra_incomplete = true,
            |community| community.service_incomplete = true,
        ] {
            assert_eq!(found(set, Gate::G1), []);
        }
    }
}
