//! Where a finding is mended: the tab of the dossier.

use anju_domain::{finding::Finding, policy::approvals::Step};

/// The tab where a finding is to be solved.
pub(super) fn tab_of(finding: &Finding) -> &'static str {
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
pub(super) fn tab_of_missing(code: &str) -> Option<&'static str> {
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
    use anju_domain::finding::Severity;

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
}
