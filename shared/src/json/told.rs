//! A fault of a JSON text as people are told it: where it is and what to write there, in either language.

use super::Fault;
use crate::{
    language::{Language, Text},
    words::fill,
};

impl Fault {
    /// What is wrong and where, for people: line and column when they are known, the path, and what belongs there.
    pub fn told(&self, language: Language) -> String {
        let what = self.what(language);
        let (line, column) = (self.line.to_string(), self.column.to_string());
        let place = match (self.line > 0, self.path.is_empty()) {
            (true, true) => AT_LINE,
            (true, false) => AT_LINE_AND_PATH,
            (false, false) => AT_PATH,
            (false, true) => return what,
        };
        fill(place, language, &[("line", &line), ("column", &column), ("path", &self.path), ("what", &what)])
    }

    /// What is wrong. The reader's own words are told only where none of ours fit.
    fn what(&self, language: Language) -> String {
        let message = self.message.as_str();
        let say = |text: Text, name: &str, value: &str| fill(text, language, &[(name, value)]);
        if let Some(field) = quoted_after(message, "missing field ") {
            return say(MISSING_FIELD, "field", field);
        }
        if let Some(field) = quoted_after(message, "unknown field ") {
            return say(UNKNOWN_FIELD, "field", field);
        }
        if let Some(field) = quoted_after(message, "duplicate field ") {
            return say(DUPLICATE_FIELD, "field", field);
        }
        if let Some(value) = quoted_after(message, "unknown variant ") {
            let allowed: Vec<&str> = message.split('`').skip(3).step_by(2).collect();
            let comma = if language == Language::Zh { "、" } else { ", " };
            let allowed = allowed.join(comma);
            return fill(UNKNOWN_VALUE, language, &[("value", value), ("allowed", &allowed)]);
        }
        if let Some((_, list)) = message.split_once("expected one of ").filter(|_| is_of_value(message)) {
            let comma = if language == Language::Zh { "、" } else { ", " };
            return say(EXPECTED_ONE_OF, "allowed", &list.replace(' ', comma));
        }
        if let Some((_, expected)) = message.split_once("expected ").filter(|_| is_of_value(message)) {
            return say(EXPECTED, "kind", kind(expected).get(language));
        }
        if message.starts_with("EOF") {
            return NOT_FINISHED.get(language).to_owned();
        }
        let syntax = SYNTAX.iter().find(|(words, _)| message.starts_with(words)).map(|(_, text)| *text);
        match (syntax, language) {
            (Some(text), _) => text.get(language).to_owned(),
            (None, Language::En) => message.to_owned(),
            (None, Language::Zh) => UNREADABLE.zh.to_owned(),
        }
    }
}

/// Whether the words are of a value that is read, and not of a sign that lacks in the text.
fn is_of_value(message: &str) -> bool {
    message.starts_with("invalid type")
        || message.starts_with("invalid value")
        || message.starts_with("invalid length")
        || message == "expected an object"
}

/// The word in backquotes behind the beginning of a message.
fn quoted_after<'a>(message: &'a str, start: &str) -> Option<&'a str> {
    message.strip_prefix(start)?.strip_prefix('`')?.split('`').next()
}

/// What is expected, by the reader's name for it.
fn kind(expected: &str) -> Text {
    let known = KINDS.iter().find(|(names, _)| names.iter().any(|name| expected.starts_with(name)));
    known.map_or(OTHER_KIND, |(_, text)| *text)
}

const AT_LINE: Text = Text::new("第{line}行第{column}列：{what}", "line {line}, column {column}: {what}");
const AT_LINE_AND_PATH: Text =
    Text::new("第{line}行第{column}列（{path}）：{what}", "line {line}, column {column} ({path}): {what}");
const AT_PATH: Text = Text::new("{path}：{what}", "{path}: {what}");
const MISSING_FIELD: Text = Text::new("缺少“{field}”", "“{field}” is missing");
const UNKNOWN_FIELD: Text = Text::new("没有“{field}”这一项", "there is no field “{field}”");
const DUPLICATE_FIELD: Text = Text::new("“{field}”写了两次", "“{field}” stands there twice");
const UNKNOWN_VALUE: Text =
    Text::new("“{value}”不是可选值，可填：{allowed}", "“{value}” is none of the values allowed: {allowed}");
const EXPECTED: Text = Text::new("这里应填{kind}", "expected here: {kind}");
const EXPECTED_ONE_OF: Text = Text::new("这里只能填其中之一：{allowed}", "expected here, one of: {allowed}");
const NOT_FINISHED: Text = Text::new(
    "内容不完整，缺少结尾的括号或引号",
    "the text ends too early: a bracket or a quotation mark lacks at its end",
);
const UNREADABLE: Text = Text::new("内容无法识别，请对照原例更正", "this can't be read; compare it with the example");
const OTHER_KIND: Text = Text::new("另一种形式的内容", "another kind of value");

/// By the beginning of the reader's words.
const SYNTAX: &[(&str, Text)] = &[
    ("expected `,`", Text::new("这里缺少逗号或括号", "a comma or a bracket lacks here")),
    ("expected `:`", Text::new("名称后缺少冒号", "a colon lacks behind the name")),
    ("trailing comma", Text::new("最后一项后多了逗号", "there is a comma behind the last entry")),
    ("trailing characters", Text::new("结尾之后还有多余的内容", "something stands behind the end")),
    ("key must be a string", Text::new("名称须加双引号", "a name stands in double quotation marks")),
    ("expected value", Text::new("这里缺少数值或文字", "a value lacks here")),
    (
        "expected ident",
        Text::new("这里的词无法识别，文字须加双引号", "this word is unknown; texts stand in double quotation marks"),
    ),
    ("invalid number", Text::new("数字写法不正确", "this is no number")),
    ("number out of range", Text::new("数字太大", "the number is too large")),
    ("invalid escape", Text::new("反斜杠后的字符不正确", "what follows the backslash is wrong")),
    (
        "control character",
        Text::new("文字中不能换行，请补上引号", "a text holds no line break; a quotation mark lacks"),
    ),
    ("recursion limit", Text::new("嵌套层数太多", "this is nested too deeply")),
    ("input contains invalid characters", Text::new("日期的写法不正确", "this is no date")),
    ("input is out of range", Text::new("没有这一天", "there is no such day")),
    ("premature end of input", Text::new("日期不完整", "the date is not complete")),
];

/// By the beginnings of the reader's names.
const KINDS: &[(&[&str], Text)] = &[
    (
        &["i64", "u64", "i32", "u32", "u8", "u16", "usize", "integer", "an integer", "two integers"],
        Text::new("整数（不带引号和小数）", "a whole number, without quotation marks"),
    ),
    (&["a boolean"], Text::new("true（是）或false（否）", "true or false")),
    (&["a string", "string", "str"], Text::new("文字（加双引号）", "a text in double quotation marks")),
    (&["a sequence", "a list", "integers", "a tuple"], Text::new("方括号内的列表", "a list in square brackets")),
    (&["a formatted date", "a date"], Text::new("日期，如\"2022-10-08\"", "a date such as \"2022-10-08\"")),
    (&["a map", "struct", "an object", "internally", "map"], Text::new("花括号内的一组内容", "an object in braces")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{json, model::Dossier};

    fn told(text: &str) -> [String; 2] {
        let fault = json::read_object::<Dossier>(text).unwrap_err();
        [Language::Zh, Language::En].map(|language| fault.told(language))
    }

    #[test]
    fn a_fault_is_told_in_both_languages_with_its_place() {
        let text = "{\"project_community\": {\"lines\": [\n  {\"id\": \"1\", \"amount\": \"x\"}]}}";
        assert_eq!(
            told(text),
            [
                "第2行第27列（project_community/lines/0/amount）：这里应填整数（不带引号和小数）",
                "line 2, column 27 (project_community/lines/0/amount): expected here: a whole number, without quotation marks",
            ]
        );
        assert!(told("{")[0].contains("第1行") && told("{")[0].contains("内容不完整"));
        assert!(told("{\"community\": {},}")[0].ends_with("最后一项后多了逗号"));
        assert!(told("{\"community\" {}}")[0].ends_with("名称后缺少冒号"));
        assert!(told("{community: {}}")[0].ends_with("名称须加双引号"));
        assert!(told("[]")[1].ends_with("an object in braces"));
        let unknown = told("{\"community\": {\"buildings\": [{\"heritage\": \"old\"}]}}");
        assert!(unknown[0].contains("这里只能填其中之一：无、不可移动文物、历史建筑"), "{unknown:?}");
    }

    #[test]
    fn chinese_is_told_without_the_readers_words() {
        for message in ["invalid type: null, expected i64", "something new", "missing field `lines`", "expected ident"]
        {
            let told = Fault::at("", message).told(Language::Zh);
            let foreign = told.replace("lines", "").chars().any(|c| c.is_ascii_alphabetic());
            assert!(!foreign && !told.is_empty(), "{told}");
        }
        assert_eq!(Fault::at("", "something new").told(Language::En), "something new");
    }
}
