//! The rule book: one file a rule, listed here once.
//!
//! A rule reads facts and says findings; it never words them and never stops anything itself. Headings of all 56 rules
//! stand in [`crate::policy::rules`]; a rule that is executable has its file here and takes its heading from there.

mod explained;
pub mod export;
mod malformed;
pub mod open_findings;
pub mod pages;
#[cfg(test)]
mod properties;
pub mod r01_year_window;
pub mod r02_scope_adjustment;
pub mod r03_expropriation_excluded;
pub mod r04_entry_after_central_aid;
pub mod r05_no_central_money_twice;
pub mod r06_no_disguised_development;
pub mod r07_location;
pub mod r08_community_equals_buildings;
pub mod r09_plausibility;
pub mod r10_item;
pub mod r11_approval_by_class;
pub mod r12_duplicate_line;
pub mod r13_use_and_structure_stay;
pub mod r14_relics_and_historic_buildings;
pub mod r15_lift;
pub mod r16_what_a_fund_may_pay;
pub mod r17_basics_first;
pub mod r18_operator_share_floor;
pub mod r19_civil_works_and_cables;
pub mod r20_residents_own_part;
pub mod r21_provident_fund;
pub mod r22_maintenance_fund;
pub mod r23_special_bonds;
pub mod r24_no_hidden_debt;
pub mod r25_earmarked_use;
pub mod r26_funding_balance;
pub mod r27_investment_total;
pub mod r28_goods_and_labour;
pub mod r29_sector_funds;
pub mod r30_overrun;
pub mod r31_fiscal_capacity;
pub mod r32_residents_consent;
pub mod r33_joint_review;
pub mod r34_merged_feasibility;
pub mod r35_land_permit;
pub mod r36_planning_permit;
pub mod r37_drawing_review;
pub mod r38_before_the_start;
pub mod r39_acceptance;
pub mod r40_stage_changes;
pub mod r41_project_owner;
pub mod r42_responsible_manager;
pub mod r43_social_credit_code;
pub mod r44_identity_number;
pub mod r45_project_code;
pub mod r46_report_deadline;
pub mod r47_cumulative_figures;
pub mod r48_one_report_a_month;
pub mod r49_major_events;
pub mod r50_bulletins_stay;
pub mod r51_grounds;
pub mod r52_successors;
pub mod r53_closing_a_duty;
pub mod r54_upkeep;
pub mod r55_ownership_of_facilities;
pub mod r56_object_of_renovation;
#[cfg(test)]
mod sentences;
#[cfg(test)]
mod sweep;
pub mod taken_over;
mod wording;
pub mod works_period;

pub use explained::{Explained, explained};
pub use malformed::{is_worded, remedy_in_file};
pub use wording::{message, remedy};

use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
    policy::rules::{HEADINGS, RuleHeading, When},
};
use serde::Serialize;

/// Every executable rule, by id.
pub static RULES: &[&Rule] = &[
    &r01_year_window::RULE,
    &r02_scope_adjustment::RULE,
    &r03_expropriation_excluded::RULE,
    &r04_entry_after_central_aid::RULE,
    &r05_no_central_money_twice::RULE,
    &r06_no_disguised_development::RULE,
    &r07_location::RULE,
    &r08_community_equals_buildings::RULE,
    &r09_plausibility::RULE,
    &r10_item::RULE,
    &r11_approval_by_class::RULE,
    &r12_duplicate_line::RULE,
    &r13_use_and_structure_stay::RULE,
    &r14_relics_and_historic_buildings::RULE,
    &r15_lift::RULE,
    &r16_what_a_fund_may_pay::RULE,
    &r17_basics_first::RULE,
    &r18_operator_share_floor::RULE,
    &r19_civil_works_and_cables::RULE,
    &r20_residents_own_part::RULE,
    &r21_provident_fund::RULE,
    &r22_maintenance_fund::RULE,
    &r23_special_bonds::RULE,
    &r24_no_hidden_debt::RULE,
    &r25_earmarked_use::RULE,
    &r26_funding_balance::RULE,
    &r27_investment_total::RULE,
    &r28_goods_and_labour::RULE,
    &r29_sector_funds::RULE,
    &r30_overrun::RULE,
    &r31_fiscal_capacity::RULE,
    &r32_residents_consent::RULE,
    &r33_joint_review::RULE,
    &r34_merged_feasibility::RULE,
    &r35_land_permit::RULE,
    &r36_planning_permit::RULE,
    &r37_drawing_review::RULE,
    &r38_before_the_start::RULE,
    &r39_acceptance::RULE,
    &r40_stage_changes::RULE,
    &r41_project_owner::RULE,
    &r42_responsible_manager::RULE,
    &r43_social_credit_code::RULE,
    &r44_identity_number::RULE,
    &r45_project_code::RULE,
    &r46_report_deadline::RULE,
    &r47_cumulative_figures::RULE,
    &r48_one_report_a_month::RULE,
    &r49_major_events::RULE,
    &r50_bulletins_stay::RULE,
    &r51_grounds::RULE,
    &r52_successors::RULE,
    &r53_closing_a_duty::RULE,
    &r54_upkeep::RULE,
    &r55_ownership_of_facilities::RULE,
    &r56_object_of_renovation::RULE,
];

/// An executable rule.
#[derive(Debug)]
pub struct Rule {
    /// Title, severity, gate, clauses, subject.
    pub heading: &'static RuleHeading,
    /// How it is judged, a sentence a step.
    pub how: &'static [Text],
    /// Its messages; the one without key comes last.
    pub messages: &'static [Message],
    /// Who does what to mend it, one sentence.
    pub remedy: Text,
    /// The values by which its findings are compared.
    pub fields: &'static [&'static str],
    /// How it is run.
    pub check: Check,
}

/// How a rule is run.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// With the whole validator: says what it finds in a project community at a gate.
    Community(fn(&ProjectFacts<'_>, Gate, &mut Vec<Finding>)),
    /// By its own act or on its own subject: its file has a function `check` that takes just what it judges.
    Own,
}

impl Rule {
    /// `R-18`
    pub const fn id(&self) -> &'static str {
        self.heading.id
    }

    /// Whether the whole validator has judged by it at a gate. A rule of a later gate, or of an act of its own, has said
    /// nothing there, which is not the same as having passed.
    pub fn is_judged_at(&self, gate: Gate) -> bool {
        matches!(self.check, Check::Community(_))
            && match self.heading.when {
                When::EveryGate => true,
                When::Gates(gates) => gates.iter().any(|from| *from <= gate),
                When::ItsAct => false,
            }
    }
}

/// A message of a rule, with `{name}` where a value stands.
#[derive(Clone, Copy, Debug)]
pub struct Message {
    /// The value of `why`, `field` or `state`, the name of a value that is there, or a severity; empty for any finding.
    pub key: &'static str,
    /// The words.
    pub text: Text,
}

impl Message {
    const fn any(zh: &'static str, en: &'static str) -> Self {
        Self::on("", zh, en)
    }

    const fn on(key: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self { key, text: Text::new(zh, en) }
    }
}

/// The heading of the rule with this number.
const fn heading(number: usize) -> &'static RuleHeading {
    &HEADINGS[number - 1]
}

/// The executable rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id() == id)
}

/// Everything that the rules say at a gate, in the order of A-01, warnings included that only announce a later gate.
pub fn check(facts: &ProjectFacts<'_>, gate: Gate) -> Vec<Finding> {
    let mut found = Vec::new();
    for rule in RULES {
        if let Check::Community(check) = rule.check {
            check(facts, gate, &mut found);
        }
    }
    found.extend(r40_stage_changes::steps_left_open(facts, gate));
    open_findings::soften(&mut found, &facts.entry.fact_records);
    if let Some(opening) = &facts.entry.opening {
        taken_over::soften(&mut found, opening.stage);
    }
    found.sort_by(Finding::order);
    found
}

/// What an act at this gate answers: without the warnings that only announce a later gate.
pub fn gate_findings(facts: &ProjectFacts<'_>, gate: Gate) -> Vec<Finding> {
    let mut found = check(facts, gate);
    found.retain(|finding| !finding.is_announcement());
    found
}

/// A finding as a form shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// The finding.
    pub finding: Finding,
    /// Before which gate it must be solved; `None` for what stops saving and for warnings.
    pub when: Option<Gate>,
}

/// What a form shows: the findings of saving and those of the next gate, one that is at both once, at the stricter.
pub fn form_findings(facts: &ProjectFacts<'_>, next: Option<Gate>) -> Vec<Shown> {
    let now = gate_findings(facts, Gate::G0);
    let Some(next) = next else {
        return now.into_iter().map(|finding| Shown { finding, when: None }).collect();
    };
    let later = gate_findings(facts, next);
    let kind = |finding: &Finding| ["why", "field", "class"].map(|name| finding.params.get(name).cloned());
    let same = |a: &Finding, b: &Finding| a.rule == b.rule && a.path == b.path && kind(a) == kind(b);
    let mut shown: Vec<Shown> = now
        .iter()
        .filter(|finding| finding.severity == Severity::E || !later.iter().any(|other| same(other, finding)))
        .map(|finding| Shown { finding: finding.clone(), when: None })
        .collect();
    let stopped: Vec<Finding> = now.into_iter().filter(|finding| finding.severity == Severity::E).collect();
    shown.extend(
        later
            .into_iter()
            .filter(|finding| !stopped.iter().any(|other| same(other, finding)))
            .map(|finding| Shown { when: (finding.severity == Severity::E).then_some(next), finding }),
    );
    shown.sort_by(|a, b| a.finding.order(&b.finding));
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test may look into the folder of its own sources")]
    fn list_and_folder_agree() {
        let source = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules.rs")).unwrap();
        let files: BTreeSet<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules"))
            .unwrap()
            .filter_map(|entry| {
                entry.unwrap().file_name().into_string().unwrap().strip_suffix(".rs").map(str::to_owned)
            })
            .filter(|name| name.starts_with('r'))
            .collect();
        for name in &files {
            assert!(source.contains(&format!("&{name}::RULE,")), "{name} is not listed in rules.rs");
        }
        assert_eq!(files.len(), RULES.len());
        for (rule, name) in RULES.iter().zip(&files) {
            assert_eq!(rule.id().replace("R-", "r"), name[..3], "the list is by id");
        }
    }

    #[test]
    fn what_was_not_judged_has_not_passed() {
        let judged = |id: &str, gate| rule(id).unwrap().is_judged_at(gate);
        assert!(judged("R-18", Gate::G1) && judged("R-09", Gate::G0) && judged("R-38", Gate::G2));
        assert!(!judged("R-38", Gate::G1) && !judged("R-46", Gate::G4) && !judged("R-21", Gate::G4));
    }

    #[test]
    fn every_rule_says_what_to_do_in_both_languages() {
        for rule in RULES {
            for text in rule.how.iter().chain(rule.messages.iter().map(|message| &message.text)).chain([&rule.remedy]) {
                assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}", rule.id());
                assert!(!text.zh.chars().any(|c| c.is_ascii_lowercase() && !text.zh.contains('{')), "{}", text.zh);
            }
            assert!(rule.messages.last().is_some_and(|message| message.key.is_empty()), "{}", rule.id());
        }
    }
}
