//! 缺项清单: what is still missing, by community and by 责任单位.

use crate::language::{Language, Text};

super::words! {
    TITLE = "缺项清单", "What is missing";
    LEAD = "列出各小区已到环节应有而未登记的事项，储备小区另列下一环节前须补齐的事项；已登记但不合规定的，见小区档案。", "Facts, papers, steps and reports that communities should have by their stage and that nobody has entered; for communities in reserve also what the next step asks. What was entered and breaks a rule stands in the dossier.";
    NOTHING = "没有缺项", "Nothing is missing";
    SUM = "{communities}个小区缺{gaps}项", "{gaps} things are missing in {communities} communities";
    BY_UNIT = "按责任单位", "By responsible unit";
    BY_COMMUNITY = "按小区", "By community";
    CODE = "小区编码", "Code";
    COMMUNITY = "小区", "Community";
    STAGE = "阶段", "Stage";
    WHAT = "缺项", "Missing";
    WHEN = "何时补齐", "By when";
    UNIT = "责任单位", "Responsible unit";
    WITH = "办理单位", "Decided by";
    PLACE = "登记处", "Entered in";
    ADVICE = "处理办法", "What to do";
    COMMUNITIES = "小区数", "Communities";
    GAPS = "缺项数", "Missing";
    GO = "登记：{tab}", "Enter: {tab}";
    GAPS_OF = "缺{n}项", "{n} missing";
    STEP = "“{step}”没有办结", "“{step}” is not settled";
    PAPER = "“{step}”缺批文文号", "“{step}” has no document number";
    REPORTS = "月报逾期未报：{months}", "Monthly reports overdue: {months}";
}

/// A text as a sentence: in English it begins with a capital letter.
pub fn as_sentence(text: Text, language: Language) -> String {
    let words = text.get(language);
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
