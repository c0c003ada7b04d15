//! Words for data that no rule can read (code `malformed`): what is wrong and what to do, by `why`.

mod approvals;
mod common;
mod imports;
mod ledger;
mod money;
mod programme;
mod reports;

use crate::{finding::Finding, language::Text};

/// The words for one `why`.
pub(super) struct Malformed {
    why: &'static str,
    /// What is wrong.
    pub(super) message: Text,
    /// Who does what.
    pub(super) remedy: Text,
}

/// The words for a finding; one with an unknown `why` is data of the wrong form.
pub(super) fn malformed(finding: &Finding) -> &'static Malformed {
    let why = finding.params.text("why").unwrap_or_default();
    all().find(|words| words.why == why).unwrap_or(&WRONG_FORM)
}

const CORRECT: Text =
    Text::new("请更正该处后再次保存，其他内容已保留。", "Correct this entry and save again; everything else is kept.");
const CHOOSE: Text = Text::new(
    "请从列表中选择后再次保存，其他内容已保留。",
    "Choose one from the list and save again; everything else is kept.",
);
const FILL_IN: Text =
    Text::new("请补填该处后再次保存，其他内容已保留。", "Fill this in and save again; everything else is kept.");
const RELOAD: Text = Text::new("请刷新页面后再试。", "Reload the page and try again.");
const ASK: Text = Text::new("请按接口说明更正请求内容。", "Correct the request by the description of the interface.");

/// What to do about an entry of a file, where the remedy speaks of a form.
pub fn remedy_in_file(finding: &Finding) -> Option<Text> {
    let of_form = (finding.rule == "malformed").then(|| malformed(finding).remedy)?;
    let in_file = [(CORRECT, CORRECT_IN_FILE), (CHOOSE, CHOOSE_IN_FILE), (FILL_IN, FILL_IN_FILE)];
    in_file.into_iter().find(|(form, _)| *form == of_form).map(|(_, file)| file)
}

const CORRECT_IN_FILE: Text =
    Text::new("请在文件中更正该处后重新导入。", "Correct this entry in the file and import it again.");
const CHOOSE_IN_FILE: Text = Text::new(
    "请在文件中改为模板列出的值后重新导入。",
    "Take one of the values that the template lists and import the file again.",
);
const FILL_IN_FILE: Text = Text::new("请在文件中补填该处后重新导入。", "Fill this in in the file and import it again.");

const fn words(why: &'static str, zh: &'static str, en: &'static str, remedy: Text) -> Malformed {
    Malformed { why, message: Text::new(zh, en), remedy }
}

const WRONG_FORM: Malformed = words("wrong_type", "填写格式不正确", "the value has the wrong form", CORRECT);

/// By area, so that each has a file of its own.
const AREAS: &[&[Malformed]] = &[
    &[WRONG_FORM],
    approvals::WORDS,
    common::WORDS,
    imports::WORDS,
    ledger::WORDS,
    money::WORDS,
    programme::WORDS,
    reports::WORDS,
];

fn all() -> impl Iterator<Item = &'static Malformed> {
    AREAS.iter().copied().flatten()
}

/// Whether a `why` has words.
pub fn is_worded(why: &str) -> bool {
    all().any(|words| words.why == why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        language::Language,
        rules::{message, remedy},
    };

    #[test]
    fn malformed_data_has_words_and_a_remedy() {
        let finding = Finding::malformed("commitments/3/amount", "not_above_zero");
        assert_eq!(message(&finding, Language::Zh), "金额须大于0");
        assert_eq!(message(&finding, Language::En), "The amount must be above 0");
        assert_eq!(remedy(&Finding::malformed("", "something new"), Language::En), CORRECT.en);
    }

    #[test]
    fn every_why_stands_once() {
        let mut seen = std::collections::BTreeSet::new();
        let twice: Vec<_> = all().map(|words| words.why).filter(|why| !seen.insert(*why)).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}
