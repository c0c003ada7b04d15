//! Why a file is not read at all: what it is, what was kept, what to do.

use anju_domain::{
    language::{Language, Text},
    words::fill,
};

/// Why a file is not read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// It has no content.
    Empty,
    /// It is neither a workbook nor a table of text.
    NotAWorkbook,
    /// It is of the old format, or encrypted.
    OldFormat,
    /// It holds programs.
    Macros,
    /// It holds more files than a workbook.
    TooManyEntries(usize),
    /// It would unpack to more bytes than are taken.
    Unpacked(u64),
    /// It is packed more densely than any workbook.
    TooDense,
    /// Its XML declares entities.
    Entities,
    /// It has more cells than are taken.
    TooManyCells(usize),
    /// The texts of its cells have more bytes than are taken.
    TooMuchText(usize),
    /// It has more bytes than are taken.
    TooLarge(u64),
    /// It is damaged: the part that can't be read.
    Broken(String),
    /// Its letters are of no encoding that is known.
    Encoding,
    /// It can't be read from the disk.
    Unreadable(String),
}

impl NotTaken {
    pub(super) fn io(error: std::io::Error) -> Self {
        Self::Unreadable(error.to_string())
    }

    /// Its stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty_file",
            Self::NotAWorkbook => "not_a_workbook",
            Self::OldFormat => "old_format",
            Self::Macros => "macros",
            Self::TooManyEntries(_) => "too_many_entries",
            Self::Unpacked(_) => "unpacked_too_large",
            Self::TooDense => "packed_too_densely",
            Self::Entities => "entities",
            Self::TooManyCells(_) => "too_many_cells",
            Self::TooMuchText(_) => "too_much_text",
            Self::TooLarge(_) => "too_large",
            Self::Broken(_) => "broken",
            Self::Encoding => "encoding",
            Self::Unreadable(_) => "unreadable",
        }
    }

    const fn text(&self) -> Text {
        match self {
            Self::Empty => Text::new("文件是空的，请选择有内容的文件", "the file is empty; choose one with content"),
            Self::NotAWorkbook => Text::new(
                "不是Excel工作簿（xlsx）或csv文件，请用Excel另存为xlsx后再导入",
                "this is neither an Excel workbook (xlsx) nor a csv file; save it as xlsx in Excel and import again",
            ),
            Self::OldFormat => Text::new(
                "是旧版xls或加了密码的文件，请在Excel中去掉密码、另存为xlsx后再导入",
                "this is an old xls or a file with a password; remove the password, save it as xlsx and import again",
            ),
            Self::Macros => Text::new(
                "文件带有宏，不能导入；请在Excel中另存为不带宏的xlsx",
                "the file holds macros and is not taken; save it as xlsx without macros",
            ),
            Self::TooManyEntries(_) => Text::new(
                "文件内部超过{most}个部件，不像正常的工作簿；请把表格复制到新工作簿后再导入",
                "the file has more than {most} parts, which no ordinary workbook has; copy the tables into a new one",
            ),
            Self::Unpacked(_) => Text::new(
                "文件解压后超过{most}MB，不能导入；请分成几个文件",
                "the file unpacks to more than {most} MB and is not taken; split it",
            ),
            Self::TooDense => Text::new(
                "文件的压缩比异常，不能导入；请把表格复制到新工作簿后再导入",
                "the file is packed more densely than workbooks are and is not taken; copy the tables into a new one",
            ),
            Self::Entities => Text::new(
                "文件内部定义了实体，不能导入；请在Excel中重新另存为xlsx",
                "the file declares entities and is not taken; save it anew as xlsx in Excel",
            ),
            Self::TooManyCells(_) => Text::new(
                "单元格超过{most}个，不能一次导入；请分成几个文件，或删去空白的行列",
                "the file has more than {most} cells; split it, or remove blank rows and columns",
            ),
            Self::TooMuchText(_) => Text::new(
                "单元格中的文字合计超过{most}MB，不能导入；请删去与表格无关的文字，或分成几个文件",
                "the texts of the cells have more than {most} MB together; remove what is no part of the tables, or split the file",
            ),
            Self::TooLarge(_) => {
                Text::new("文件超过{most}MB，不能导入；请分成几个文件", "the file is larger than {most} MB; split it")
            }
            Self::Broken(_) => Text::new(
                "文件已损坏，“{part}”读不出来；请用Excel打开并另存后再导入",
                "the file is damaged: “{part}” can't be read; open it in Excel, save it and import again",
            ),
            Self::Encoding => Text::new(
                "文字编码不是UTF-8或GBK，请用Excel另存为“CSV UTF-8”后再导入",
                "the letters are neither UTF-8 nor GBK; save it as “CSV UTF-8” in Excel and import again",
            ),
            Self::Unreadable(_) => Text::new("文件读不出来：{why}", "the file can't be read: {why}"),
        }
    }

    /// What is wrong and what to do. Nothing of the file was kept.
    pub fn told(&self, language: Language) -> String {
        let million = |bytes: &u64| (bytes / 1_000_000).to_string();
        let (name, value) = match self {
            Self::TooManyEntries(most) | Self::TooManyCells(most) => ("most", most.to_string()),
            Self::Unpacked(most) | Self::TooLarge(most) => ("most", million(most)),
            Self::TooMuchText(most) => ("most", (most / 1_000_000).to_string()),
            Self::Broken(part) => ("part", part.clone()),
            Self::Unreadable(why) => ("why", why.clone()),
            _ => ("most", String::new()),
        };
        fill(self.text(), language, &[(name, &value)])
    }
}
