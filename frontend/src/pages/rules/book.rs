//! The book of clauses and rules as a tree: what stands where, and what a search leaves of it.
//!
//! Pure: it reads the policy and knows nothing of pages.

use anju_domain::{
    finding::Gate,
    language::Language,
    policy::{
        clauses::{CLAUSES, Clause, SECTIONS, Section, citation, clause},
        rules::{HEADINGS, RuleHeading, When},
    },
    rules::rule as executable,
};

/// What is being looked for. Empty: everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Search {
    /// Words, in either language.
    pub(super) words: String,
    /// A gate as its code, `all` or `act`.
    pub(super) when: String,
    /// The Chinese name of what is looked at.
    pub(super) subject: String,
}

impl Search {
    /// Whether nothing is looked for.
    pub(super) fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && self.when.is_empty() && self.subject.is_empty()
    }

    fn has_words(&self, texts: &[&str]) -> bool {
        let wanted = self.words.trim().to_lowercase();
        wanted.split_whitespace().all(|word| texts.iter().any(|text| text.to_lowercase().contains(word)))
    }

    fn takes_rule(&self, rule: &RuleHeading) -> bool {
        let when = self.when.is_empty() || is_at(rule.when, &self.when);
        when && (self.subject.is_empty() || rule.subject.zh == self.subject)
    }

    /// Whether a rule is found: by its own words or by those of its clauses.
    pub(super) fn finds(&self, rule: &RuleHeading) -> bool {
        let mut texts = vec![rule.id, rule.title.zh, rule.title.en, rule.subject.zh, rule.subject.en];
        if let Some(executable) = executable(rule.id) {
            let messages = executable.messages.iter().map(|message| &message.text);
            texts.extend(executable.how.iter().chain(messages).flat_map(|text| [text.zh, text.en]));
        }
        texts.extend(
            rule.clauses.iter().filter_map(|id| clause(id)).flat_map(|clause| [clause.summary.zh, clause.summary.en]),
        );
        self.takes_rule(rule) && self.has_words(&texts)
    }

    /// Whether a clause is found by its own words; a filter of rules finds no clause.
    fn finds_clause(&self, clause: &Clause) -> bool {
        let (zh, en) = (citation(clause.id, Language::Zh), citation(clause.id, Language::En));
        let by_words = !self.words.trim().is_empty() && self.when.is_empty() && self.subject.is_empty();
        by_words && self.has_words(&[clause.summary.zh, clause.summary.en, &zh, &en])
    }
}

/// Whether a rule speaks at a gate.
fn is_at(when: When, code: &str) -> bool {
    match when {
        When::Gates(gates) => gates.iter().any(|gate| gate_code(*gate) == code),
        When::EveryGate => code == EVERY,
        When::ItsAct => code == ACT,
    }
}

/// A rule that speaks at every gate.
pub(super) const EVERY: &str = "all";
/// A rule on its own act.
pub(super) const ACT: &str = "act";
/// The gates that can be asked for.
pub(super) const GATES: [Gate; 5] = [Gate::G0, Gate::G1, Gate::G2, Gate::G3, Gate::G4];

/// A gate as the catalogue writes it.
pub(super) const fn gate_code(gate: Gate) -> &'static str {
    match gate {
        Gate::G0 => "G0",
        Gate::G1 => "G1",
        Gate::G2 => "G2",
        Gate::G3 => "G3",
        Gate::G4 => "G4",
    }
}

/// The clauses of a section or an item, or the one with this id.
pub(super) fn clauses_of(place: &str) -> Vec<&'static Clause> {
    let inside = |clause: &&Clause| clause.id == place || clause.section() == place || clause.item() == Some(place);
    CLAUSES.iter().filter(inside).collect()
}

/// The rules that rest on these clauses, by number.
pub(super) fn rules_of(clauses: &[&'static Clause]) -> Vec<&'static RuleHeading> {
    let rests = |rule: &&RuleHeading| clauses.iter().any(|clause| rule.clauses.contains(&clause.id));
    HEADINGS.iter().filter(rests).collect()
}

/// A branch of the tree: a section or an item, with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Branch {
    pub(super) id: &'static str,
    pub(super) title: anju_domain::language::Text,
    pub(super) rules: Vec<&'static RuleHeading>,
    /// The items of a section.
    pub(super) items: Vec<Branch>,
}

/// The tree that a search leaves.
pub(super) fn tree(search: &Search) -> Vec<Branch> {
    SECTIONS.iter().filter_map(|section| section_branch(section, search)).collect()
}

fn section_branch(section: &Section, search: &Search) -> Option<Branch> {
    let items: Vec<Branch> = section.items.iter().filter_map(|item| branch(item.id, item.title, search)).collect();
    let mut found = branch(section.id, section.title, search).or_else(|| {
        (!items.is_empty()).then(|| Branch {
            id: section.id,
            title: section.title,
            rules: Vec::new(),
            items: Vec::new(),
        })
    })?;
    found.items = items;
    Some(found)
}

fn branch(id: &'static str, title: anju_domain::language::Text, search: &Search) -> Option<Branch> {
    let clauses = clauses_of(id);
    let rules: Vec<_> = rules_of(&clauses).into_iter().filter(|rule| search.is_empty() || search.finds(rule)).collect();
    let named = search.is_empty() || clauses.iter().any(|clause| search.finds_clause(clause));
    (named || !rules.is_empty()).then_some(Branch { id, title, rules, items: Vec::new() })
}

/// The branches that lead to a place or a rule; of a rule, to its first clause.
pub(super) fn way_to(id: &str) -> Vec<&'static str> {
    let rule = HEADINGS.iter().find(|rule| rule.id == id);
    let first = rule.and_then(|rule| clause(rule.clauses.first()?)).or_else(|| clauses_of(id).first().copied());
    first.map(|clause| std::iter::once(clause.section()).chain(clause.item()).collect()).unwrap_or_default()
}

/// The subjects of rules, each once, in the order of the rules.
pub(super) fn subjects() -> Vec<anju_domain::language::Text> {
    let mut found: Vec<anju_domain::language::Text> = Vec::new();
    for rule in HEADINGS {
        if !found.contains(&rule.subject) {
            found.push(rule.subject);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(words: &str, when: &str, subject: &str) -> Search {
        Search { words: words.to_owned(), when: when.to_owned(), subject: subject.to_owned() }
    }

    #[test]
    fn every_rule_stands_in_the_tree() {
        let tree = tree(&Search::default());
        assert_eq!(tree.len(), SECTIONS.len());
        for rule in HEADINGS {
            let stands = |branch: &Branch| branch.rules.contains(&rule);
            assert!(tree.iter().any(stands), "{}", rule.id);
            assert!(!way_to(rule.id).is_empty(), "{}", rule.id);
        }
    }

    #[test]
    fn a_search_finds_rules_by_number_name_and_clause() {
        for words in ["R-18", "管线单位出资", "operators' share", "r-18 管线"] {
            let found = HEADINGS
                .iter()
                .filter(|rule| search(words, "", "").finds(rule))
                .map(|rule| rule.id)
                .collect::<Vec<_>>();
            assert!(found.contains(&"R-18"), "{words}: {found:?}");
        }
        assert!(tree(&search("没有这个词", "", "")).is_empty());
        assert!(!tree(&search("5G", "", "")).is_empty(), "a clause is found by its own words");
    }

    #[test]
    fn filters_leave_the_rules_of_a_gate_and_a_subject() {
        let by_gate = search("", "G1", "");
        assert!(HEADINGS.iter().any(|rule| rule.id == "R-18" && by_gate.finds(rule)));
        assert!(HEADINGS.iter().all(|rule| rule.id != "R-10" || !by_gate.finds(rule)));
        assert!(subjects().iter().all(|subject| HEADINGS.iter().any(|rule| search("", "", subject.zh).finds(rule))));
    }
}
