//! # R-42 责任人 · Responsible manager
//!
//! Clause 5.4c: every project has a responsible manager. Name and post are both given before the annual plan; blanks are no
//! entry.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(42),
    how: &[Text::new(
        "项目管理责任人的姓名和职务均已填写。",
        "Name and post of the responsible manager are both given.",
    )],
    messages: &[Message::any("须明确项目管理责任人", "Name the responsible manager and the post")],
    remedy: Text::new(
        "请建设单位填写项目管理责任人的姓名和职务。",
        "The project owner enters name and post of the responsible manager.",
    ),
    fields: &[],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let project = facts.project;
    let missing = [("manager_name", &project.manager_name), ("manager_post", &project.manager_post)]
        .into_iter()
        .find(|(_, text)| text.trim().is_empty());
    if let Some((path, _)) = missing {
        found.push(Finding::stopping_from(Gate::G1, gate, RULE.id(), path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dossier;
    use chrono::NaiveDate;

    fn paths(name: &str, post: &str) -> Vec<String> {
        let mut dossier = Dossier::default();
        dossier.project.manager_name = name.to_owned();
        dossier.project.manager_post = post.to_owned();
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), Gate::G1, &mut found);
        found.into_iter().map(|finding| finding.path).collect()
    }

    #[test]
    fn name_and_post() {
        assert!(paths("样例责任人甲", "项目经理").is_empty());
        assert_eq!(paths("样例责任人甲", " "), ["manager_post"]);
        assert_eq!(paths("\u{3000}", "项目经理"), ["manager_name"]);
        assert_eq!(paths("", ""), ["manager_name"], "one finding for both");
    }
}
