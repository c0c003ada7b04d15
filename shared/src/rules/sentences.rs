//! Every message and remedy can be read by people: over all rules with sample values, over the worked examples and over
//! random dossiers of every quality. What is checked here is what a machine can see: a Chinese sentence has no foreign word
//! or code, an English one no Chinese but names and units, no value is missing, figures are written as people write them.

mod fault;
mod samples;

use super::*;
use crate::{
    cases::worked::worked,
    finding::Param,
    language::Language,
    sample::random::{Quality, dossier_of},
};
use fault::fault;
use samples::sample_of;

fn check_texts(finding: &Finding, faults: &mut Vec<String>) {
    for language in [Language::Zh, Language::En] {
        let (said, todo) = (message(finding, language), remedy(finding, language));
        for text in [&said, &todo] {
            if let Some(what) = fault(text, finding, language) {
                faults.push(format!("{}: {what}: {text}", finding.rule));
            }
        }
        let stop = if language == Language::Zh { '。' } else { '.' };
        if said.ends_with(stop) || !todo.ends_with(stop) {
            faults.push(format!(
                "{}: a message is no sentence with a stop, a remedy is one: {said} {todo}",
                finding.rule
            ));
        }
    }
}

fn places(text: &str) -> Vec<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn every_message_with_one_and_with_many() {
    let mut faults = Vec::new();
    for rule in RULES {
        for said in rule.messages {
            let of_language = |text: Text| {
                [text.zh, text.en].map(|text| {
                    let mut names = places(text);
                    names.sort_unstable();
                    names.dedup();
                    names.into_iter().map(str::to_owned).collect::<Vec<_>>()
                })
            };
            let [zh, en] = of_language(said.text);
            if zh != en {
                faults.push(format!("{}: {zh:?} in Chinese and {en:?} in English", rule.id()));
            }
            let [remedy_zh, remedy_en] = of_language(rule.remedy);
            for many in [false, true] {
                let names: std::collections::BTreeSet<&String> =
                    zh.iter().chain(&remedy_zh).chain(&remedy_en).collect();
                let mut finding = Finding::new(rule.id(), Severity::E, "");
                for name in names {
                    let value = sample_of(rule.id(), name, many);
                    let name: &'static str = name.clone().leak();
                    finding = match value {
                        Param::Integer(number) => finding.with_integer(name, number),
                        Param::Text(text) => finding.with(name, text),
                        Param::List(list) => finding.with_list(name, list),
                    };
                }
                // R-07 names the field that is wrong in both of its messages.
                if rule.id() == "R-07" && said.key == "township" {
                    finding =
                        Finding::new("R-07", Severity::W, "").with("field", "township").with("township", "城关镇");
                }
                if !said.key.is_empty()
                    && finding.params.get(said.key).is_none()
                    && finding.params.get("why").is_none()
                    && said.key.len() > 1
                {
                    finding = finding.with("why", said.key);
                }
                check_texts(&finding, &mut faults);
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_said_of_the_examples_and_of_random_dossiers() {
    let mut faults = Vec::new();
    for rule in RULES {
        let worked = worked(rule.id()).unwrap();
        for (_, finding) in worked.judge(rule.id(), &worked.fails()).unwrap() {
            check_texts(&finding, &mut faults);
        }
    }
    let today = chrono::NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
    for quality in Quality::ALL {
        for seed in 0..30 {
            let dossier = dossier_of(quality, seed);
            let facts = ProjectFacts::of(&dossier, today);
            for gate in [Gate::G0, Gate::G1, Gate::G2, Gate::G3, Gate::G4] {
                for finding in check(&facts, gate) {
                    check_texts(&finding, &mut faults);
                }
            }
        }
    }
    faults.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn titles_and_explanations_are_in_their_language() {
    let none = Finding::new("R-01", Severity::E, "");
    let mut faults = Vec::new();
    for rule in RULES {
        let texts = rule.how.iter().chain([&rule.heading.title, &rule.heading.subject]);
        for text in texts {
            for language in [Language::Zh, Language::En] {
                let text = text.get(language);
                // Rules name each other by their ids, the number of a person's card has its letters.
                let plain = text
                    .replace("R-", "")
                    .replace("I、O、S、V、Z", "")
                    .replace("GB 32100", "GB")
                    .replace("GB 11643", "GB");
                if let Some(what) = fault(&plain, &none, language).filter(|what| !what.starts_with("a small")) {
                    faults.push(format!("{}: {what}: {text}", rule.id()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_poor_text_is_found() {
    let finding = Finding::new("R-03", Severity::E, "").with("object", "a/b");
    for (text, language) in [
        ("缺少S07", Language::Zh),
        ("township不符", Language::Zh),
        ("资金缺口—万元", Language::Zh),
        ("资金缺口123456.00万元", Language::Zh),
        ("的“”重复填列", Language::Zh),
        ("Lacks 供热", Language::En),
        ("Missing: null", Language::En),
        ("Missing: 1 households taking part", Language::En),
        ("", Language::En),
    ] {
        assert!(fault(text, &finding, language).is_some(), "{text}");
    }
    for (text, language) in
        [("a/b已列入", Language::Zh), ("a/b lacks 1,000.00 万元", Language::En), ("11 households", Language::En)]
    {
        assert_eq!(fault(text, &finding, language), None, "{text}");
    }
}
