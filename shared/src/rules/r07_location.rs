//! # R-07 所在地 · Location
//!
//! The notice is the county's (clause 0) and its programme is that of the seat's town: another division code is no community
//! of this ledger, another township is to be checked.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
    policy::parameters::{DIVISION_CODE, HOME_TOWNSHIP},
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(7),
    how: &[
        Text::new(
            "行政区划代码是本县的代码，否则不能保存。",
            "The division code is the county's; otherwise nothing is saved.",
        ),
        Text::new("乡镇不是参数所列乡镇的，只提醒核实。", "Another township than that of the parameters only warns."),
    ],
    messages: &[
        Message::on("township", "小区不在{township}，请核实", "The community is outside {township}: please check"),
        Message::any("行政区划代码应为{code}", "The division code must be {code}"),
    ],
    remedy: Text::new(
        "请领导小组办公室核对小区地址，更正{field}。",
        "The office checks the address of the community and corrects the {field}.",
    ),
    fields: &["field"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, _gate: Gate, found: &mut Vec<Finding>) {
    let code = facts.settings.get(DIVISION_CODE, facts.today);
    if facts.community.division_code.trim() != code {
        let finding = Finding::new(RULE.id(), Severity::E, "division_code");
        found.push(finding.with("field", "division_code").with("code", code));
    }
    let home = facts.settings.get(HOME_TOWNSHIP, facts.today);
    if facts.community.township.trim() != home {
        found.push(Finding::new(RULE.id(), Severity::W, "township").with("field", "township").with("township", home));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::Language, model::Dossier, rules::message};
    use chrono::NaiveDate;

    fn found(code: &str, township: &str) -> Vec<(Severity, String)> {
        let mut dossier = Dossier::default();
        dossier.community.division_code = code.to_owned();
        dossier.community.township = township.to_owned();
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), Gate::G0, &mut found);
        found.iter().map(|finding| (finding.severity, message(finding, Language::Zh))).collect()
    }

    #[test]
    fn another_county_stops_another_town_warns() {
        assert_eq!(found("620724", "城关镇"), []);
        assert_eq!(found("620723", "城关镇"), [(Severity::E, "行政区划代码应为620724".to_owned())]);
        assert_eq!(found("620724", "其他镇"), [(Severity::W, "小区不在城关镇，请核实".to_owned())]);
        assert_eq!(found("", "").len(), 2);
    }
}
