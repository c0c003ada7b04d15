//! The wording of refusals: what happened, and what was kept and to be done. What the pages word themselves comes
//! from the domain's words, so that the two never differ.

use super::refusal::Refusal;
use anju_domain::{
    exact::grouped,
    finding::{Finding, Param},
    language::{Language, Text},
    lists::MOST_ROWS,
    words::{self, problem},
};

const NOT_SAVED: Text = Text::new(
    "本次没有保存，所填内容保留。请改正后重试。",
    "Nothing was saved and your entries are kept. Correct it and try again.",
);
const PROGRAM: Text = Text::new(
    "本次没有保存。这通常是调用程序的错误，请按接口说明改正。",
    "Nothing was saved. This is usually a fault of the calling program; correct it by the interface's description.",
);

/// The machine has no font with Chinese signs.
pub(crate) const NO_FONT: Text =
    Text::new("服务器没有中文字体，没有生成图片", "The server has no font with Chinese signs, so there is no picture");
/// What to do about it.
pub(crate) const NO_FONT_DETAIL: Text = Text::new(
    "请系统管理员在服务器安装中文字体（如思源黑体），或在页面上下载图片。",
    "Ask the system administrator to install one (such as Noto Sans CJK), or have the picture from the page.",
);

/// Title and detail of a refusal.
pub(super) fn of(refusal: &Refusal, language: Language) -> (String, String) {
    if let Refusal::NotTaken(why) = refusal {
        let title = Text::new("文件没有读取", "The file was not read");
        return (title.get(language).to_owned(), why.told(language));
    }
    let (title, detail) = texts(refusal);
    let most = i64::try_from(MOST_ROWS).unwrap_or(i64::MAX);
    let mut detail = words::fill(detail, language, &[("n", &number(refusal)), ("most", &grouped(most))]);
    let places = match refusal {
        Refusal::Unreadable(found) | Refusal::Malformed(found) | Refusal::BadQuery(found) => places(found, language),
        _ => String::new(),
    };
    if !places.is_empty() {
        let space = if language == Language::En { " " } else { "" };
        detail = format!("{places}{space}{detail}");
    }
    (title.get(language).to_owned(), detail)
}

/// The seconds or rows that a refusal tells.
fn number(refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooManyAttempts(seconds) => seconds.to_string(),
        Refusal::TooManyRows(rows) => grouped(*rows),
        _ => String::new(),
    }
}

fn texts(refusal: &Refusal) -> (Text, Text) {
    if *refusal == Refusal::FileTooLarge {
        return (
            Text::new("文件超过20 MB", "The file is larger than 20 MB"),
            Text::new(
                "该文件没有保存。请压缩或拆分后重新上传。",
                "It was not kept. Make it smaller or split it, then bring it again.",
            ),
        );
    }
    if let Some(texts) = problem::of_code(refusal.code()) {
        return texts;
    }
    match refusal {
        Refusal::Unreadable(_) => (Text::new("内容无法读取", "The content cannot be read"), NOT_SAVED),
        Refusal::StaleImport(_) => (
            Text::new("检查之后数据已有改动", "The data has changed since the file was checked"),
            words::imports::STALE,
        ),
        Refusal::Malformed(_) => (Text::new("内容格式有误", "Something in the content is malformed"), NOT_SAVED),
        Refusal::BadQuery(_) => (
            Text::new("查询条件有误", "The query is malformed"),
            Text::new("请从页面重新选择条件。", "Choose the conditions on the page again."),
        ),
        Refusal::WrongContentType => {
            (Text::new("内容类型不是 application/json", "The content type is not application/json"), PROGRAM)
        }
        Refusal::KeyRequired => (
            Text::new("缺少 Idempotency-Key", "Idempotency-Key is missing"),
            Text::new(
                "本次没有保存。每次写入须带 Idempotency-Key（1至100个可见字符），重试时不变。",
                "Nothing was saved. Each write carries an Idempotency-Key (1 to 100 visible characters) that a repetition keeps.",
            ),
        ),
        Refusal::VersionRequired => (
            Text::new("缺少 If-Match", "If-Match is missing"),
            Text::new(
                "本次没有保存。每次写入须在 If-Match 中写明所见版本，如 \"3\"。",
                "Nothing was saved. Each write names the version that was seen in If-Match, such as \"3\".",
            ),
        ),
        Refusal::WrongPassword => (
            words::sign_in::REFUSED,
            Text::new(
                "密码区分大小写。忘记密码请联系系统管理员。",
                "Passwords are case-sensitive. If you forgot yours, ask the system administrator.",
            ),
        ),
        Refusal::CurrentPassword => (
            words::sign_in::CURRENT_WRONG,
            Text::new("密码没有修改，请核对后重试。", "The password was not changed; check it and try again."),
        ),
        Refusal::TooManyAttempts(_) => {
            (words::sign_in::TOO_MANY, Text::new("请{n}秒后再试。", "Try again in {n} seconds."))
        }
        Refusal::TooManyRows(_) => (
            Text::new("行数过多，没有导出", "Too many rows; nothing was exported"),
            Text::new(
                "符合筛选条件的有{n}行，一个文件最多{most}行。请缩小筛选条件，分次导出。",
                "{n} rows match and a file takes at most {most}. Narrow the filter and export in parts.",
            ),
        ),
        Refusal::NoFont => (NO_FONT, NO_FONT_DETAIL),
        Refusal::MethodNotAllowed => (
            Text::new("此地址不支持这种操作", "This address does not support that method"),
            Text::new("什么也没有改变。", "Nothing was changed."),
        ),
        Refusal::Refused(_) => (
            Text::new("未通过校验，未予办理", "The checks do not allow this"),
            Text::new(
                "本次没有办理，所填内容保留。请按下列问题逐项处理后再办。",
                "Nothing was done and your entries are kept. Solve what is listed, then do it again.",
            ),
        ),
        // Worded by the pages' own texts above.
        _ => (Text::new("未能办理", "It could not be done"), NOT_SAVED),
    }
}

/// Where and why, for each malformed place.
fn places(findings: &[Finding], language: Language) -> String {
    let mut out = String::new();
    for finding in findings {
        let reason = reason(finding).get(language);
        let sentence = match (finding.path.as_str(), language) {
            ("", Language::Zh) => format!("{reason}。"),
            ("", Language::En) => format!("{reason}."),
            (path, Language::Zh) => format!("{path}：{reason}。"),
            (path, Language::En) => format!("{path}: {reason}."),
        };
        if !out.is_empty() && language == Language::En {
            out.push(' ');
        }
        out.push_str(&sentence);
    }
    out
}

/// What is wrong at a place.
pub fn reason(finding: &Finding) -> Text {
    let why = match finding.params.get("why") {
        Some(Param::Text(why)) => why.as_str(),
        _ => "",
    };
    match why {
        "not_json" => Text::new("不是有效的JSON", "not valid JSON"),
        "unknown_field" => Text::new("没有这一项", "there is no such field"),
        "missing_field" => Text::new("缺少必填项", "a required field is missing"),
        "repeated_field" => Text::new("重复填写", "given twice"),
        "wrong_type" => Text::new("类型不符", "of the wrong type"),
        "not_utf8" => Text::new("不是UTF-8编码", "not UTF-8"),
        "password_short" => Text::new("新密码至少12个字符", "the new password needs at least 12 characters"),
        "password_long" => Text::new("新密码至多256个字符", "the new password has at most 256 characters"),
        "password_common" => Text::new("新密码过于常见", "the new password is too common"),
        "password_is_user" => {
            Text::new("新密码不能包含账号", "the new password must not contain the name of the account")
        }
        "password_same" => words::sign_in::NEW_SAME,
        "limit" => Text::new("应在1至200之间", "between 1 and 200"),
        _ => Text::new("超出范围或格式有误", "out of range or malformed"),
    }
}
