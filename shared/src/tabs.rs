//! The tabs of 小区档案, and where in them something that was found is entered or mended.

use crate::{
    finding::Finding,
    language::Text,
    policy::approvals::Step,
    words::{approvals, consent, dossier as words},
};

/// A tab: the last part of its address, its name.
pub const TABS: [(&str, Text); 9] = [
    ("", words::SUMMARY),
    ("buildings", words::BUILDINGS),
    ("prior", words::PRIOR),
    ("works", words::WORKS),
    ("funding", words::FUNDING),
    ("approvals", approvals::TITLE),
    ("consent", consent::TITLE),
    ("progress", words::PROGRESS),
    ("duties", words::DUTIES),
];

/// What a tab is called.
pub fn name_of(tab: &str) -> Text {
    TABS.into_iter().find(|(known, _)| *known == tab).map_or(words::SUMMARY, |(_, name)| name)
}

/// The tab where a finding is to be solved.
pub fn tab_of(finding: &Finding) -> &'static str {
    match finding.rule.as_ref() {
        "R-03" | "R-07" | "R-42" | "R-45" | "R-56" => "",
        "R-01" | "R-02" | "R-08" | "R-09" => "buildings",
        "R-04" => "prior",
        "R-10" | "R-12" | "R-27" | "R-55" => "works",
        "R-15" | "R-32" => "consent",
        "R-11" | "R-14" | "R-33" | "R-34" | "R-35" | "R-36" | "R-37" | "R-38" | "R-39" => "approvals",
        "R-46" | "R-47" | "R-48" => "progress",
        _ => "funding",
    }
}

/// The tab where something that a change of stage lacks is entered; none for what the act itself asks for.
pub fn tab_of_missing(code: &str) -> Option<&'static str> {
    match code {
        "progress" | "progress_or_new_year" => Some("progress"),
        "lines_done" => Some("works"),
        "manager" => Some(""),
        step if Step::from_code(step).is_some() => Some("approvals"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{finding::Severity, rules::RULES};

    #[test]
    fn permits_are_mended_among_the_approvals_and_votes_beside_them() {
        let tab = |rule: &'static str| tab_of(&Finding::new(rule, Severity::E, ""));
        assert_eq!(
            (tab("R-38"), tab("R-32"), tab("R-16"), tab("R-08")),
            ("approvals", "consent", "funding", "buildings")
        );
        assert_eq!(tab_of_missing("S02"), Some("approvals"));
        assert_eq!(tab_of_missing("actual_start"), None);
    }

    #[test]
    fn every_rule_leads_to_a_tab_that_there_is() {
        for rule in RULES {
            let tab = tab_of(&Finding::new(rule.id(), Severity::E, ""));
            assert!(TABS.iter().any(|(known, _)| *known == tab), "{}", rule.id());
        }
        assert_eq!(name_of("works").zh, "改造内容");
    }
}
