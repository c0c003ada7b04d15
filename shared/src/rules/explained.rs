//! Findings with their words, for whoever shows them and has no words of its own.

use super::{message, remedy};
use crate::{finding::Finding, language::Language};
use serde::Serialize;

/// What a finding says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explained {
    /// What happened.
    pub message: String,
    /// Who does what to mend it.
    pub remedy: String,
}

/// The words of findings, in their order.
pub fn explained(findings: &[Finding], language: Language) -> Vec<Explained> {
    findings
        .iter()
        .map(|finding| Explained { message: message(finding, language), remedy: remedy(finding, language) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    /// Whoever sends findings may send any: the words of what no rule would say are poor, but they are words.
    #[test]
    fn findings_of_others_have_words() {
        let values =
            r#"{"a": -9223372036854775808, "b": "{b}", "gap": "x", "over": [], "building": 3, "why": ["", "E"]}"#;
        for rule in crate::rules::RULES.iter().map(|rule| rule.id()).chain(["malformed", "", "R-99", "{rule}"]) {
            for path in ["", "/", "lines/99999999999999999999/amount", "é/🏚"] {
                let text = format!(r#"[{{"rule": "{rule}", "severity": "W", "path": "{path}", "params": {values}}}]"#);
                let findings: Vec<Finding> = json::read(&text).unwrap();
                for language in [Language::Zh, Language::En] {
                    let words = explained(&findings, language);
                    assert!(!words[0].message.is_empty() && !words[0].remedy.is_empty(), "{rule}");
                }
            }
        }
    }
}
