//! Words of imports.

use super::{Malformed, words};
use crate::language::Text;

pub(super) const WORDS: &[Malformed] = &[words(
    "import_has_faults",
    "文件有错误，没有导入",
    "the file has faults and was not imported",
    Text::new(
        "请按错误工作簿更正后重新检查，或只导入无误的行。",
        "Correct it by the workbook with faults and check again, or import the rows without faults.",
    ),
)];
