//! Why a cell, a row or a sheet can't be taken in: what is wrong and what to do, in both languages.

use crate::{
    exact::QuantityError,
    finding::Finding,
    language::{Language, Text},
    rules,
    words::fill,
};

macro_rules! reasons {
    ($($(#[$meta:meta])* $name:ident = $code:literal, $zh:literal, $en:literal, $then_zh:literal, $then_en:literal;)+) => {
        /// A reason; places in braces are filled from [`Why::values`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Reason {
            $(#[doc = $zh] $(#[$meta])* $name,)+
        }

        impl Reason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            const fn what(self) -> Text {
                match self { $(Self::$name => Text::new($zh, $en),)+ }
            }

            const fn remedy(self) -> Text {
                match self { $(Self::$name => Text::new($then_zh, $then_en),)+ }
            }
        }
    };
}

reasons! {
    Missing = "missing", "必填项为空", "a required cell is empty", "请补填。", "Fill it in.";
    NotANumber = "not_a_number", "不是数字", "this is no number", "请只填数字，单位见表头。", "Enter a number alone; the unit stands in the head.";
    TooPrecise = "too_precise", "小数位数过多", "there are too many decimals", "请保留规定的小数位数。", "Keep as many decimals as the unit has.";
    TooLarge = "too_large", "数字过大", "the number is too large", "请核实单位。", "Check the unit.";
    Negative = "negative", "不能小于0", "it can't be below 0", "请核实后更正。", "Check and correct it.";
    NotWhole = "not_whole", "应为整数", "a whole number is needed", "请填整数。", "Enter a whole number.";
    NotADay = "not_a_day", "不是日期，或没有这一天", "this is no date, or there is no such day", "请写成2022-04-10的形式。", "Write it as 2022-04-10.";
    DayMissing = "day_missing", "只有年月，没有日", "the day of the month is missing", "请写到日，如2022-04-10。", "Give the day too, as in 2022-04-10.";
    NotAMonth = "not_a_month", "不是月份", "this is no month", "请写成2022-04的形式。", "Write it as 2022-04.";
    UnclearMonth = "unclear_month", "可能是1月，也可能是10月", "this may be January or October", "请写成2022-01或2022-10的形式。", "Write it as 2022-01 or 2022-10.";
    NotAYear = "not_a_year", "不是四位数的年份", "this is no year of four digits", "请写成1998的形式。", "Write it as 1998.";
    NotYesNo = "not_yes_no", "不是“是”或“否”", "this is neither 是 nor 否", "请填是或否。", "Enter 是 (yes) or 否 (no).";
    UnknownTerm = "unknown_term", "不在可选范围内", "this is none of the terms allowed", "请从下列中选填：{allowed}。", "Choose one of: {allowed}.";
    UnknownItem = "unknown_item", "改造项目录中没有这一项", "the catalogue of items has no such item", "请填目录中的代码或名称，如B07或供热。", "Enter a code or name of the catalogue, such as B07 or 供热.";
    UnknownFund = "unknown_fund", "没有这种资金", "there is no such source of money", "请填资金代码或名称，如F08。", "Enter a code or name of a source, such as F08.";
    UnclearShare = "unclear_share", "不能确定是百分之几还是小数", "this may be a percent or a fraction", "请写成64或64%的形式。", "Write it as 64 or 64%.";
    ShareRange = "share_range", "进度应在0至100之间", "progress is between 0 and 100", "请核实后更正。", "Check and correct it.";
    SpreadsheetFault = "spreadsheet_fault", "单元格是公式错误", "the cell is an error of a formula", "请更正公式，或填写数值。", "Mend the formula, or enter the value.";
    MergedFigure = "merged_figure", "合并单元格中的数字只能属于一行", "a number in merged cells can belong to one row only", "请取消合并，逐行填写。", "Split the cells and fill in each row.";
    TooLong = "too_long", "文字过长，最多{most}字", "the text is longer than {most} characters", "请缩短。", "Shorten it.";
    BadAgreement = "bad_agreement", "管线协议的写法不对", "the agreements are not written as they should be", "请写成“供热:2022-03-01:理由”的形式，多份用“、”隔开。", "Write them as 供热:2022-03-01:reason, several with 、 between them.";
    MissingColumn = "missing_column", "缺少必填列“{head}”", "the required column “{head}” is missing", "请补上该列，可下载模板对照。", "Add the column; compare with the template.";
    RepeatedColumn = "repeated_column", "与{other}列都是“{head}”", "column {other} is “{head}” too", "请只保留一列。", "Keep one of them.";
    NoHead = "no_head", "没有找到表头", "no head row was found", "请使用模板的表头，表头以上可以有标题行。", "Use the heads of the template; title rows may stand above.";
    RepeatedRow = "repeated_row", "与第{row}行重复", "it repeats row {row}", "请只保留一行。", "Keep one of them.";
    Disagrees = "disagrees", "与第{row}行不一致（那里是“{other}”）", "it disagrees with row {row}, which says “{other}”", "同一对象的各行应填得一致，请核实后更正。", "Rows about the same thing must agree: check and correct them.";
    UnknownCommunity = "unknown_community", "没有这个小区", "there is no such community", "请核对小区编码，或在“小区”表中登记该小区。", "Check the code, or enter the community in the sheet 小区.";
    UnclearYear = "unclear_year", "该小区有多个计划年度", "the community has more than one plan year", "请填计划年度：{allowed}。", "Enter the plan year: {allowed}.";
    UnknownYear = "unknown_year", "该小区没有这个计划年度", "the community has no such plan year", "请核对计划年度，或在“小区”表中登记。", "Check the year, or enter it in the sheet 小区.";
    UnknownProject = "unknown_project", "没有这个项目", "there is no such project", "请核对项目名称，或在“小区”表中填写该项目。", "Check the name, or enter the project in the sheet 小区.";
    SumDiffers = "sum_differs", "与其他表不一致，按其他表应为{other}", "it disagrees with the other sheets, by which it is {other}", "请核对本格和其他表，更正有误的一处。", "Compare this cell with the other sheets and correct the one that is wrong.";
    #[doc = "A finding of the domain's own rules."]
    Domain = "domain", "{message}", "{message}", "{remedy}", "{remedy}";
}

/// A reason with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The reason.
    pub reason: Reason,
    /// Values by name.
    pub values: Vec<(&'static str, String)>,
    /// The finding behind it.
    pub finding: Option<Box<Finding>>,
}

impl Why {
    /// A reason without values.
    pub const fn new(reason: Reason) -> Self {
        Self { reason, values: Vec::new(), finding: None }
    }

    /// With a value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// A finding of the domain's own rules.
    pub fn of(finding: Finding) -> Self {
        Self { reason: Reason::Domain, values: Vec::new(), finding: Some(Box::new(finding)) }
    }

    /// What is wrong.
    pub fn text(&self, language: Language) -> String {
        match &self.finding {
            Some(finding) => rules::message(finding, language),
            None => self.filled(self.reason.what(), language),
        }
    }

    /// What to do.
    pub fn suggestion(&self, language: Language) -> String {
        match &self.finding {
            Some(finding) => match rules::remedy_in_file(finding) {
                Some(in_file) => in_file.get(language).to_owned(),
                None => rules::remedy(finding, language),
            },
            None => self.filled(self.reason.remedy(), language),
        }
    }

    fn filled(&self, text: Text, language: Language) -> String {
        let values: Vec<(&str, &str)> = self.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fill(text, language, &values)
    }
}

impl From<Reason> for Why {
    fn from(reason: Reason) -> Self {
        Self::new(reason)
    }
}

impl From<QuantityError> for Why {
    fn from(error: QuantityError) -> Self {
        Self::new(match error {
            QuantityError::TooPrecise => Reason::TooPrecise,
            QuantityError::TooLarge => Reason::TooLarge,
            QuantityError::Empty | QuantityError::NotANumber => Reason::NotANumber,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_its_words_and_its_own_code() {
        for (place, reason) in Reason::ALL.iter().enumerate() {
            let why = Why::new(*reason);
            for language in [Language::Zh, Language::En] {
                assert!(!why.text(language).is_empty() && !why.suggestion(language).is_empty());
            }
            assert!(Reason::ALL[..place].iter().all(|other| other.code() != reason.code()), "{}", reason.code());
        }
    }

    #[test]
    fn values_and_findings_are_told() {
        let why = Why::new(Reason::RepeatedRow).with("row", 7);
        assert_eq!(why.text(Language::Zh), "与第7行重复");
        let why = Why::of(Finding::malformed("commitments/0/amount", "not_above_zero"));
        assert_eq!(why.text(Language::Zh), "金额须大于0");
        // A file is imported, not saved; what is no slip of a form keeps its own remedy.
        assert_eq!(why.suggestion(Language::Zh), "请在文件中更正该处后重新导入。");
        assert!(!Why::of(Finding::new("R-18", crate::finding::Severity::E, "")).suggestion(Language::En).is_empty());
    }
}
