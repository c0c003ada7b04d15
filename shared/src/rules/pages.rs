//! The rule book for people, as Markdown: a page a rule, made of what the rule itself says.

use super::rule;
use crate::{
    finding::{Gate, Severity},
    language::{Language, Text},
    policy::{
        clauses::{citation, clause},
        examples::examples,
        parameters::{PARAMETERS, Parameter},
        rules::{HEADINGS, RuleHeading, When, gate_text},
    },
    words::{fill, rule_pages as page_words, rules as words},
};

/// Every page in one language, one after the other.
pub fn book(language: Language) -> String {
    let pages: Vec<_> = HEADINGS.iter().map(|heading| page(heading, language)).collect();
    pages.join("\n")
}

/// The page of a rule in one language.
pub fn page(heading: &RuleHeading, language: Language) -> String {
    format!("# {} {}\n\n{}", heading.id, heading.title.get(language), body(heading, language))
}

/// The page of a rule in both languages, Chinese first.
pub fn page_in_both(heading: &RuleHeading) -> String {
    let (zh, en) = (body(heading, Language::Zh), body(heading, Language::En));
    format!("# {} {} · {}\n\n{zh}\n---\n\n{en}", heading.id, heading.title.zh, heading.title.en)
}

/// A table of the pages, each linked as `R-18.md`.
pub fn index() -> String {
    let both = |text: Text| format!("{} · {}", text.zh, text.en);
    let mut out =
        format!("# {}\n\n{}\n{}\n\n", both(page_words::INDEX), page_words::INDEX_LEAD.zh, page_words::INDEX_LEAD.en);
    out.push_str(&row(&[both(words::NUMBER), both(words::NAME), both(words::CHECKED_OBJECT)]));
    out.push_str(&rule_of_table(3));
    for heading in HEADINGS {
        out.push_str(&row(&[format!("[{0}]({0}.md)", heading.id), both(heading.title), both(heading.subject)]));
    }
    out
}

/// When a rule speaks, and what that means for the work.
pub fn when(heading: &RuleHeading, language: Language) -> String {
    let comma = if language == Language::Zh { "、" } else { ", " };
    let names =
        |gates: &[Gate]| gates.iter().map(|gate| gate_text(*gate).get(language)).collect::<Vec<_>>().join(comma);
    let stops = heading.severity.contains(&Severity::E);
    match heading.when {
        When::EveryGate => words::ALWAYS_WARNS.get(language).to_owned(),
        When::ItsAct => words::ON_ITS_ACT.get(language).to_owned(),
        When::Gates(gates) if !stops => fill(words::AT_WARNS, language, &[("gate", &names(gates))]),
        When::Gates([Gate::G0]) => words::ON_SAVE.get(language).to_owned(),
        When::Gates(gates) if gates.contains(&Gate::G1) => {
            fill(words::BEFORE_GATE, language, &[("gate", &names(gates))])
        }
        When::Gates(gates) => fill(words::BEFORE_LATER_GATE, language, &[("gate", &names(gates))]),
    }
}

fn body(heading: &RuleHeading, language: Language) -> String {
    let rule = rule(heading.id);
    let named = |name: Text, value: &str| {
        fill(page_words::FEATURE, language, &[("name", name.get(language)), ("value", value)])
    };
    let judged = if rule.is_some() { words::BY_SYSTEM } else { words::BY_PEOPLE };
    let mut out = list([
        named(words::CHECKED_OBJECT, heading.subject.get(language)),
        named(words::AT, &when(heading, language)),
        named(words::HOW_CHECKED, judged.get(language)),
    ]);
    let mut section = |title: Text, text: String| {
        if !text.is_empty() {
            out.push_str(&format!("\n## {}\n\n{text}", title.get(language)));
        }
    };
    section(words::BASIS, list(heading.clauses.iter().map(|id| basis(id, language))));
    section(
        words::HOW,
        match rule {
            Some(rule) => list(rule.how.iter().map(|step| step.get(language).to_owned())),
            None => format!("{}\n", words::PEOPLE_JUDGE.get(language)),
        },
    );
    section(words::PARAMETERS, parameters(heading.id, language));
    section(words::EXAMPLES, list(both_sides(heading, language)));
    if let Some(rule) = rule {
        let said = rule.messages.iter().map(|message| without_places(message.text, language));
        section(page_words::WHAT_IS_SAID, list(said));
        section(words::REMEDY, format!("{}\n", without_places(rule.remedy, language)));
    }
    out
}

fn basis(id: &str, language: Language) -> String {
    let summary = clause(id).map_or("", |clause| clause.summary.get(language));
    fill(
        Text::new("{clause}：{summary}", "{clause}: {summary}"),
        language,
        &[("clause", &citation(id, language)), ("summary", summary)],
    )
}

fn both_sides(heading: &RuleHeading, language: Language) -> Vec<String> {
    let Some(both) = examples(heading.id) else { return Vec::new() };
    let stops = heading.severity.contains(&Severity::E);
    let failing = if stops { page_words::FAILING } else { page_words::FAILING_WARNS };
    [(page_words::PASSING, both.passes), (failing, both.fails)]
        .into_iter()
        .map(|(text, case)| fill(text, language, &[("case", case.get(language))]))
        .collect()
}

/// The parameters that the rule uses, or nothing.
fn parameters(id: &str, language: Language) -> String {
    let uses = |row: &&Parameter| row.used_by.en.split(", ").any(|user| user == id);
    let rows: String = PARAMETERS
        .iter()
        .filter(uses)
        .map(|parameter| {
            row(&[
                parameter.title.get(language).to_owned(),
                parameter.kind.value_shown(parameter.value, language),
                parameter.unit.get(language).to_owned(),
                parameter.valid_from.to_owned(),
                parameter.source_shown(language),
            ])
        })
        .collect();
    if rows.is_empty() {
        return rows;
    }
    let head = [words::PARAMETER, words::VALUE, words::PARAMETER_UNIT, words::VALID_FROM, words::SOURCE];
    let head = head.map(|text| text.get(language).to_owned());
    format!("{}{}{rows}", row(&head), rule_of_table(head.len()))
}

/// A message without the values that stand in it only when something is found.
fn without_places(text: Text, language: Language) -> String {
    let mut parts = text.get(language).split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| format!("{text}…{}", part.split_once('}').map_or("", |(_, rest)| rest)))
}

fn list(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().map(|line| format!("- {line}\n")).collect()
}

fn row(cells: &[String]) -> String {
    let cells: Vec<_> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn rule_of_table(columns: usize) -> String {
    format!("|{}\n", " --- |".repeat(columns))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::rules::heading;

    #[test]
    fn a_page_says_what_why_how_and_who() {
        let heading = heading("R-46").unwrap();
        let zh = page(heading, Language::Zh);
        for part in [
            "# R-46 月报时限\n",
            "《方案》",
            "| 月报报送截止日 | 5 |",
            "…月报逾期",
            "提醒：2022年5月",
            "请项目建设单位",
        ] {
            assert!(zh.contains(part), "{part} in\n{zh}");
        }
        assert!(!zh.contains('{') && !page_in_both(heading).contains("\n\n\n"));
        assert!(page_in_both(heading).contains("# R-46 月报时限 · Monthly report deadline\n"));
    }

    #[test]
    fn every_page_has_its_language_and_the_index_all_of_them() {
        assert_eq!(index().matches(".md)").count(), HEADINGS.len());
        assert_eq!(book(Language::En).matches("# R-").count(), HEADINGS.len());
        for heading in HEADINGS {
            let en = page(heading, Language::En);
            assert!(en.contains("## Examples") && en.contains("## Basis"), "{}", heading.id);
        }
    }
}
