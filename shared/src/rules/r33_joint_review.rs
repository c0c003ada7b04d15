//! # R-33 联合审查 · Joint review
//!
//! Clause 4.1: when the residents have consented, the bureaus review the plan jointly, and that plan is the basis of every
//! later approval. So the feasibility study or the proposal is submitted only after both. The source names four units and
//! adds 等; more may be set.

use super::{Check, Message, Rule, heading};
use crate::{
    finding::{Finding, Severity},
    language::Text,
    policy::{
        parameters::{JOINT_REVIEW_UNITS, Settings},
        stages::ReviewOpinion,
    },
};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(33),
    how: &[
        Text::new(
            "项目所含每个小区的居民同意均已通过。",
            "Residents have consented in every community of the project.",
        ),
        Text::new("联合审查的每个单位意见均为通过。", "Every unit of the joint review has agreed."),
    ],
    messages: &[
        Message::on("S01", "尚有小区未经居民同意", "A community has not consented yet"),
        Message::any("联合审查未通过：{units}", "Joint review incomplete: {units}"),
    ],
    remedy: Text::new(
        "请城关镇人民政府完成各小区居民表决，再由县住建局会同联合审查单位审查通过后申报。",
        "The town completes the votes of all communities, then the housing bureau and the other units finish the joint review before the submission.",
    ),
    fields: &["why", "units"],
    check: Check::Own,
};

/// What comes before the submission of S03 or S03a.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Review {
    /// Whether S01 has passed, one a community of the project.
    pub s01_passed: Vec<bool>,
    /// The opinions by unit; none yet for a unit that is absent.
    pub opinions: BTreeMap<String, ReviewOpinion>,
}

/// Judges a submission by the units that the settings name on its day.
pub fn check(review: &Review, settings: &Settings, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    if review.s01_passed.contains(&false) {
        found.push(Finding::new(RULE.id(), Severity::E, "steps/S01").with("why", "S01"));
    }
    let open: Vec<String> = settings
        .get(JOINT_REVIEW_UNITS, today)
        .iter()
        .filter(|unit| review.opinions.get(*unit) != Some(&ReviewOpinion::Agreed))
        .map(str::to_owned)
        .collect();
    if !open.is_empty() {
        found.push(Finding::new(RULE.id(), Severity::E, "steps/S02").with_list("units", open));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::Language, policy::parameters::Override, rules::message};

    const UNITS: [&str; 4] = ["县住建局", "县发改局", "县财政局", "县自然资源局"];

    fn said(
        s01_passed: &[bool],
        opinions: &[(&str, ReviewOpinion)],
        settings: &Settings,
        language: Language,
    ) -> Vec<String> {
        let opinions = opinions.iter().map(|(unit, opinion)| ((*unit).to_owned(), *opinion)).collect();
        let review = Review { s01_passed: s01_passed.into(), opinions };
        let today = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
        check(&review, settings, today).iter().map(|finding| message(finding, language)).collect()
    }

    #[test]
    fn every_community_and_every_unit() {
        let settings = Settings::default();
        let mut opinions = UNITS.map(|unit| (unit, ReviewOpinion::Agreed));
        assert!(said(&[true, true], &opinions, &settings, Language::Zh).is_empty());
        opinions[2].1 = ReviewOpinion::Changes;
        assert_eq!(
            said(&[true, false], &opinions, &settings, Language::Zh),
            ["尚有小区未经居民同意", "联合审查未通过：县财政局"]
        );
        assert_eq!(
            said(&[true], &opinions[1..], &settings, Language::En),
            ["Joint review incomplete: County Housing and Construction Bureau, County Finance Bureau"]
        );
    }

    #[test]
    fn units_may_be_added() {
        let mut settings = Settings::default();
        let value = format!("{}, 县公安局", UNITS.join(", "));
        settings
            .set(Override {
                name: JOINT_REVIEW_UNITS.name().to_owned(),
                valid_from: NaiveDate::MIN,
                value,
                basis: "县政府文件".to_owned(),
            })
            .unwrap();
        let opinions = UNITS.map(|unit| (unit, ReviewOpinion::Agreed));
        assert_eq!(said(&[true], &opinions, &settings, Language::Zh), ["联合审查未通过：县公安局"]);
    }
}
