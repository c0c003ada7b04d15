//! 规则手册

super::words! {
    INDEX = "校验规则手册", "Rule book";
    INDEX_LEAD = "每条规则一页：依据、怎么算、例子、怎么办。", "One page a rule: its basis, how it is checked, examples, what to do.";
    FEATURE = "{name}：{value}", "{name}: {value}";
    PASSING = "通过：{case}。", "Passes: {case}.";
    FAILING = "不通过：{case}。", "Does not pass: {case}.";
    FAILING_WARNS = "提醒：{case}。", "Warning: {case}.";
    WHAT_IS_SAID = "提示语", "What is said";
}
